import Forms
import Models
import Syntax

extension Check {
  /// What a service does not take beside something else that it says.
  static var serviceFields: Check {
    Check.longRunning { service, findings in
      findings.checkLaunchType(of: service)
      findings.checkDaemon(service)
      findings.checkController(of: service)
      findings.checkPlacement(of: service)
      findings.checkLoadBalancers(of: service)
      findings.checkVolumes(of: service)
      findings.checkRole(of: service)
    }
  }

  /// The same of a task set, which says where its tasks run in the place of the service.
  static var taskSetFields: Check {
    Check([.taskSet]) { resource, findings in findings.checkLaunchType(of: Service(resource.node)) }
  }
}

extension Findings {
  fileprivate mutating func checkLaunchType(of service: Service) {
    guard case .known("EC2", let range) = service.launchType, case .known(let version, _) = service.platformVersion
    else { return }
    reportKey(
      "platformVersion", of: service.node,
      "\(service.title) has platformVersion '\(version)', which the launch type EC2 does not have",
      [label(range, "not Fargate")], help: "leave it out; the instances have their own versions")
  }

  fileprivate mutating func checkDaemon(_ service: Service) {
    guard case .known("DAEMON", let range) = service.schedulingStrategy else { return }
    let label = label(range, "one task on each instance")
    // On Fargate there are no daemons at all.
    if service.runsOnFargate != .yes, !service.node.field("placementStrategy").elements.isEmpty {
      reportKey(
        "placementStrategy", of: service.node, "a daemon runs on every instance, and takes no placementStrategy",
        [label],
        help: "remove it; placementConstraints choose the instances")
    }
    if case .known("ENABLED", let place) = service.node.field("availabilityZoneRebalancing").nonEmptyString {
      report(
        place, "a daemon runs on every instance, and takes no availabilityZoneRebalancing", caption: "not for daemons",
        labels: [label], help: "write DISABLED")
    }
    if case .known(let controller, let place) = service.deploymentController, controller != "ECS",
      ["CODE_DEPLOY", "EXTERNAL"].contains(controller)
    {
      report(
        place, "the deployment controller '\(controller)' does not support daemons", caption: "not for daemons",
        labels: [label], help: "write ECS")
    }
  }

  fileprivate mutating func checkController(of service: Service) {
    guard case .known(let controller, let range) = service.deploymentController,
      ["CODE_DEPLOY", "EXTERNAL"].contains(controller)
    else { return }
    let label = label(range, "not ECS")
    let configuration = service.node.field("deploymentConfiguration")
    for key in ["deploymentCircuitBreaker", "alarms"] {
      guard configuration.field(key).field("enable").bool.value == true, let node = configuration.value else {
        continue
      }
      reportKey(
        key, of: node, "\(key) works with the deployment controller ECS alone, and this service has '\(controller)'",
        [label],
        help: controller == "CODE_DEPLOY"
          ? "remove it, and set alarms and rollback in the deployment group of CodeDeploy" : "remove it")
    }
    guard controller == "EXTERNAL", resource.form != .describeServices else { return }
    for key in ["loadBalancers", "taskDefinition"] where service.node[key].map({ !$0.saysNothing }) == true {
      reportKey(
        key, of: service.node, "with the deployment controller EXTERNAL each task set has its own \(key)", [label],
        help: "move it into the input of create-task-set")
    }
  }

  fileprivate mutating func checkPlacement(of service: Service) {
    // On Fargate there is no placement at all.
    guard service.runsOnFargate != .yes else { return }
    for strategy in service.node.field("placementStrategy").elements {
      guard case .known("random", let range) = strategy.field("type").string,
        case .known(let field, _) = strategy.field("field").nonEmptyString
      else { continue }
      reportKey(
        "field", of: strategy, "the placement strategy 'random' takes no field, and has '\(field)'",
        [label(range, "any instance")], help: "remove it, or write spread or binpack")
    }
    for constraint in service.node.field("placementConstraints").elements {
      guard case .known("distinctInstance", let range) = constraint.field("type").string,
        constraint.field("expression").nonEmptyString.isKnown
      else { continue }
      reportKey(
        "expression", of: constraint, "the placement constraint 'distinctInstance' takes no expression",
        [label(range, "each task on its own instance")], help: "remove it, or write memberOf")
    }
  }

  fileprivate mutating func checkLoadBalancers(of service: Service) {
    for target in service.loadBalancers {
      guard case .known(_, let range) = target.field("loadBalancerName").nonEmptyString else { continue }
      if case .known(_, let group) = target.field("targetGroupArn").nonEmptyString {
        reportKey(
          "loadBalancerName", of: target,
          "loadBalancerName is for a Classic Load Balancer, targetGroupArn for the others; an entry has one of them",
          [label(group, "the target group")], help: "remove loadBalancerName")
      } else if service.runsOnFargate == .yes {
        report(
          range, "loadBalancerName means a Classic Load Balancer, which Fargate does not support",
          caption: "not on Fargate", labels: [label(service.fargateRange, "runs on Fargate")],
          help: "write the targetGroupArn of an Application or a Network Load Balancer")
      }
    }
  }

  fileprivate mutating func checkVolumes(of service: Service) {
    for configuration in service.volumeConfigurations {
      guard let volume = configuration.field("managedEBSVolume").value,
        case .known(let type, let range) = volume.field("volumeType").nonEmptyString
      else { continue }
      if ["gp2", "st1", "sc1", "standard"].contains(type), volume.field("iops").integer.isKnown {
        reportKey(
          "iops", of: volume, "volumes of the type '\(type)' take no iops; gp3, io1 and io2 do", [label(range, "type")],
          help: "remove it, or write volumeType gp3")
      }
      if ["gp2", "io1", "io2", "st1", "sc1", "standard"].contains(type), volume.field("throughput").integer.isKnown {
        reportKey(
          "throughput", of: volume, "volumes of the type '\(type)' take no throughput; gp3 alone does",
          [label(range, "type")], help: "remove it, or write volumeType gp3")
      }
    }
    for configuration in service.volumeConfigurations {
      guard let volume = configuration.field("managedEBSVolume").value,
        volume.field("volumeInitializationRate").integer.isKnown, volume.mapping?.isOpen == false,
        volume.field("snapshotId").nonEmptyString.isAbsent
      else { continue }
      reportKey(
        "volumeInitializationRate", of: volume,
        "volumeInitializationRate is for volumes that start from a snapshot, and this one has no snapshotId", [],
        help: "remove it")
    }
  }

  /// The role is for load balancers of tasks without interfaces of their own.
  fileprivate mutating func checkRole(of service: Service) {
    guard resource.form != .describeServices, service.node.field("role").nonEmptyString.isKnown else { return }
    let other = run.taskDefinition(of: resource)
    if service.runsOnFargate == .yes {
      reportRole(of: service, label(service.fargateRange, "on Fargate"))
    } else if service.awsvpc.isKnown, let key = service.node.mapping?.entry("networkConfiguration")?.keyRange {
      reportRole(of: service, label(key, "only for awsvpc"))
    } else if let other, case .known("awsvpc", let range) = other.taskDefinition.networkMode {
      reportRole(of: service, label(range, "awsvpc", in: other))
    } else if resource.isWholeService, service.node.field("loadBalancers").isAbsent {
      reportKey(
        "role", of: service.node, "role is what calls the load balancer, and \(service.title) has none", [],
        help: "remove it; the service-linked role of ECS does the rest")
    }
  }

  private mutating func reportRole(of service: Service, _ label: Label) {
    reportKey(
      "role", of: service.node,
      "role is not for tasks with interfaces of their own; the service-linked role serves them",
      [label], help: "remove it")
  }

  private mutating func reportKey(
    _ key: String, of node: Node, _ message: String, _ labels: [Label], help: String
  ) {
    guard let place = node.mapping?.entry(key)?.keyRange else { return }
    report(place, message, caption: "not supported", labels: labels, help: help)
  }
}

extension Node {
  /// Whether it is null, empty, or not known.
  fileprivate var saysNothing: Bool {
    switch value {
    case .null, .string(""), .unresolved: true
    case .sequence(let elements): elements.isEmpty
    default: false
    }
  }
}
