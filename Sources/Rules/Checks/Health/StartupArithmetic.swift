import Forms
import Models
import Syntax

extension Check {
  static let startupArithmetic = Check.startTimeouts + .serviceGrace

  /// A container that others wait for is given up before its health check can have succeeded.
  private static var startTimeouts: Check {
    .taskDefinitions { task, findings in
      for container in task.containers {
        guard case .known(let timeout, let range) = container.startTimeout, timeout > 0,
          let edge = task.edge(to: container, "HEALTHY"), case .known(let node, _) = container.healthCheck
        else { continue }
        let check = HealthCheck(node)
        guard HealthCheck.settings.allSatisfy({ $0.allows(in: check) }),
          let interval = check.interval.value(orDefault: HealthCheck.defaultInterval),
          let startPeriod = check.startPeriod.value(orDefault: 0)
        else { continue }
        // Within a startPeriod, newer versions of Docker look more often than each interval.
        let wanted = startPeriod > 0 ? startPeriod : interval
        guard timeout < wanted else { continue }
        let cause = startPeriod > 0 ? check.startPeriod : check.interval
        let what = startPeriod > 0 ? "its startPeriod of \(startPeriod)" : "its first check after \(interval)"
        findings.report(
          range,
          "startTimeout \(timeout) gives \(container.title) up before \(what) seconds, and stops the task, since "
            + "'\(edge.waiting)' waits for it to be HEALTHY",
          caption: "less than \(wanted)",
          labels: (cause.isKnown ? [findings.label(cause.range, "takes longer")] : [])
            + [findings.label(edge.range, "waits for it")],
          help: "set startTimeout to more than \(wanted), up to 120 on Fargate")
      }
    }
  }

  /// The load balancer's checks count before the container's own do.
  private static var serviceGrace: Check {
    .longRunning { service, findings in
      guard let slow = findings.slowTarget(of: service) else { return }
      let label = [findings.label(slow.range, "time to start", in: slow.task)]
      let help = "set healthCheckGracePeriodSeconds to more than \(slow.startPeriod)"
      switch service.healthCheckGracePeriod {
      case .known(let grace, let range) where grace < slow.startPeriod:
        findings.report(
          range,
          "healthCheckGracePeriodSeconds \(grace) ends before the startPeriod of \(slow.startPeriod) seconds that "
            + "\(slow.title) has to start, so the load balancer may fail it first",
          caption: "less than \(slow.startPeriod)", labels: label, help: help)
      case .absent where findings.resource.isWholeService:
        guard let key = service.node.mapping?.entry("loadBalancers")?.keyRange else { return }
        findings.report(
          key,
          "\(service.title) has no healthCheckGracePeriodSeconds, so the load balancer may fail \(slow.title) within the "
            + "startPeriod of \(slow.startPeriod) seconds that it has to start",
          caption: "checks from the first second", labels: label, help: help)
      case .known, .absent, .unknown: return
      }
    }
  }
}

extension Findings {
  /// A container that a load balancer of the service checks and that says how long it takes to start, as far as the run
  /// has it.
  func slowTarget(
    of service: Service
  ) -> (title: String, startPeriod: Int, range: SourceRange, task: Resource)? {
    guard let task = run.taskDefinition(of: resource) else { return nil }
    let targets = service.loadBalancers.compactMap { ServiceTarget($0).containerName.value }
    for container in task.taskDefinition.containers {
      guard let name = container.name.value, targets.contains(name), container.hasHealthCheck == .yes,
        case .known(let node, _) = container.healthCheck,
        case .known(let startPeriod, let range) = HealthCheck(node).startPeriod, 1...300 ~= startPeriod
      else { continue }
      return (container.title, startPeriod, range, task)
    }
    return nil
  }
}

extension TaskDefinition {
  /// Where a container waits for this one in a condition.
  fileprivate func edge(
    to container: ContainerDefinition, _ condition: String
  ) -> (waiting: String, range: SourceRange)? {
    guard let name = container.name.value else { return nil }
    for other in containers {
      for dependency in other.dependsOn
      where dependency.containerName.value == name && dependency.condition.value == condition {
        return (other.name.value ?? "another container", dependency.containerName.range)
      }
    }
    return nil
  }
}
