import Forms
import Models
import Syntax

/// Less than this is short for a program that loads, connects and warms up, whatever it is written in.
let shortStart = 30

extension Check {
  /// An ECS container that is unhealthy before it had the time to start.
  static var shortContainerGrace: Check {
    .taskDefinitions { task, findings in
      // What no service runs is not stopped for its health.
      let starters = findings.run.services(of: findings.resource)
      guard starters.isEmpty || starters.contains(where: { $0.kind != .runTask }) else { return }
      let shortest = starters.compactMap { Service($0.node).healthCheckGracePeriod.value }.max() ?? 0
      for container in task.containers where container.isEssential == true && !container.isKnownHelper {
        guard case .known(let node, _) = container.healthCheck, container.hasHealthCheck == .yes,
          container.healthCheckCommand?.canFail != false, !task.endsFirst(container)
        else { continue }
        findings.check(HealthCheck(node), of: container, graceOfService: shortest)
      }
    }
  }
}

extension Findings {
  fileprivate mutating func check(_ check: HealthCheck, of container: ContainerDefinition, graceOfService: Int) {
    guard let interval = check.interval.value(orDefault: HealthCheck.defaultInterval),
      let retries = check.retries.value(orDefault: HealthCheck.defaultRetries),
      let startPeriod = check.startPeriod.value(orDefault: 0),
      HealthCheck.settings.allSatisfy({ $0.allows(in: check) })
    else { return }
    let seconds = startPeriod + interval * retries
    let hasPeriod = startPeriod > 0
    guard seconds < (hasPeriod ? shortStart : 2 * shortStart), graceOfService < seconds else { return }
    let place =
      hasPeriod ? check.startPeriod : check.interval.isKnown ? check.interval : check.retries
    guard place.isKnown else { return }
    var sum =
      retries == 1 ? "one failed check after \(interval) seconds" : "\(retries) checks every \(interval) seconds"
    sum += hasPeriod ? " after a startPeriod of \(startPeriod)" : " and no startPeriod"
    report(
      place.range,
      "\(container.title) is unhealthy unless it answers within \(seconds) seconds of its start, and a service then "
        + "stops its task: \(sum)",
      caption: "\(seconds) seconds to start", severity: seconds < shortStart && !hasPeriod ? nil : .note,
      labels: [check.retries, check.interval].filter { $0.isKnown && $0.range != place.range }.map {
        label($0.range, "with this")
      },
      help: "set startPeriod to the seconds that the slowest start takes, up to 300; it costs nothing once it answers")
  }
}
