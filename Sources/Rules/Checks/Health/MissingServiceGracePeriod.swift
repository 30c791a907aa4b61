import Forms
import Models
import Syntax

extension Check {
  static let missingServiceGracePeriod = Check.longRunning { service, findings in
    guard findings.resource.isWholeService, let targets = service.node.field("loadBalancers").list.value,
      targets.contains(where: { $0.mapping != nil }),
      let key = service.node.mapping?.entry("loadBalancers")?.keyRange
    else { return }
    // HLT021 knows how long its start takes.
    if findings.slowTarget(of: service) != nil { return }
    let help = "write the seconds that a task needs until it answers, with some to spare"
    switch service.healthCheckGracePeriod {
    case .known(0, let range):
      findings.report(
        range, "healthCheckGracePeriodSeconds 0 lets the load balancer fail a task that is still starting",
        caption: "no time to start", labels: [findings.label(key, "checks each task")], help: help)
    case .absent:
      findings.report(
        key,
        "\(service.title) has no healthCheckGracePeriodSeconds: the load balancer may fail a task that is still starting",
        caption: "checks from the first second", help: help)
    case .known, .unknown: return
    }
  }
}
