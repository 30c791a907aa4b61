import Forms
import Models
import Syntax

extension Check {
  /// Fargate Spot is a capacity provider and no launch type.
  static var launchTypeOfSpot: Check {
    .services { service, findings in
      guard case .known("FARGATE_SPOT", let range) = service.launchType else { return }
      findings.report(
        range, "'FARGATE_SPOT' is no launch type but a capacity provider", caption: "no launch type",
        help: "write \"capacityProviderStrategy\": [{ \"capacityProvider\": \"FARGATE_SPOT\", \"weight\": 1 }] instead")
    }
  }

  /// A task definition is compatible with Fargate, whichever of its capacity providers runs it.
  static var spotCompatibility: Check {
    .taskDefinitions { task, findings in
      for element in task.requiresCompatibilities.value ?? [] where element.string == "FARGATE_SPOT" {
        let fix = Fix("Write FARGATE", .safe, [findings.rewrite(element, as: "FARGATE")])
        findings.report(
          element.range, "a task definition cannot require 'FARGATE_SPOT'; what runs on Spot requires 'FARGATE'",
          caption: "FARGATE is meant", help: "write FARGATE; the service's capacityProviderStrategy chooses Spot",
          fixes: task.requiresFargate == .yes ? [] : [fix])
      }
    }
  }

  /// A launch type and a strategy exclude each other.
  static var launchTypeBesideStrategy: Check {
    .services { service, findings in
      guard case .known(let type, let range) = service.launchType, type != "FARGATE_SPOT",
        case .known(_, let strategy) = service.strategy.list, findings.resource.form != .describeServices
      else { return }
      let label = service.strategy.items.first?.capacityProvider.range ?? strategy
      findings.report(
        range, "launchType '\(type)' stands beside a capacityProviderStrategy; ECS takes one of the two",
        caption: "one too many", labels: [findings.label(label, "the strategy")],
        help: service.strategy.usesSpot ? "remove launchType; the strategy chooses Fargate Spot" : "remove one of them",
        fixes: findings.layout.removing("launchType", from: service.node).map {
          [Fix("Remove launchType", .unsafe, [$0])]
        } ?? [])
    }
  }

  /// What Fargate Spot does not run.
  static var spotTasks: Check {
    .services { service, findings in
      guard let spot = service.strategy.items.first(where: \.isSpot) else { return }
      findings.checkScheduling(of: service, spot)
      guard let task = findings.run.taskDefinition(of: findings.resource) else {
        findings.checkPlatformVersion(of: service, spot, task: nil)
        return
      }
      let view = task.taskDefinition
      if view.isWindows == .yes {
        findings.report(
          spot.capacityProvider.range, "Fargate Spot runs no Windows containers, and this task has them",
          caption: "Linux only",
          labels: [Diagnostic.Label(file: task.file, range: view.operatingSystemFamily.range, message: "Windows")],
          help: "use the capacity provider FARGATE")
      } else {
        findings.checkPlatformVersion(of: service, spot, task: task)
      }
    }
  }
}

extension Findings {
  fileprivate mutating func checkScheduling(of service: Service, _ spot: CapacityProviderStrategyItem) {
    let label = label(spot.capacityProvider.range, "Fargate Spot")
    if case .known("DAEMON", let range) = service.schedulingStrategy {
      report(
        range, "schedulingStrategy 'DAEMON' is not for Fargate Spot: there are no instances to run one task on each of",
        caption: "not on Fargate", labels: [label], help: "write REPLICA")
    }
    if case .known("EXTERNAL", let range) = service.deploymentController, resource.kind == .service {
      // The guide says that task sets manage this; that the service refuses it is not shown.
      report(
        range, "with the deployment controller 'EXTERNAL' each task set has its own capacityProviderStrategy",
        caption: "task sets decide", severity: .note, labels: [label],
        help: "move the strategy into the input of create-task-set")
    }
  }

  fileprivate mutating func checkPlatformVersion(
    of service: Service, _ spot: CapacityProviderStrategyItem, task: Resource?
  ) {
    guard case .known(let version, let range) = service.platformVersion else { return }
    let isARM = task.map { $0.taskDefinition.cpuArchitecture.value == "ARM64" } ?? false
    let tooOld = ["1.0.0", "1.1.0", "1.2.0"] + (isARM ? ["1.3.0"] : [])
    guard tooOld.contains(version) else { return }
    let wanted = isARM ? "1.4.0" : "1.3.0"
    var labels = [label(spot.capacityProvider.range, "Fargate Spot")]
    if isARM, let task {
      let range = task.taskDefinition.cpuArchitecture.range
      labels.append(Diagnostic.Label(file: task.file, range: range, message: "ARM64"))
    }
    report(
      range, "platform version \(version) does not know Fargate Spot\(isARM ? " on ARM64" : ""), which needs \(wanted)",
      caption: "\(wanted) or later", labels: labels, help: "write LATEST, or leave platformVersion out")
  }
}
