import Syntax

/// How a service replaces its tasks, and where these are reached.
extension Service {
  private var deployment: Field<Node> { node.field("deploymentConfiguration") }

  /// Percent of the desired count that must go on running; the default is 100, for daemons 0.
  package var minimumHealthyPercent: Field<Int> { deployment.field("minimumHealthyPercent").integer }
  /// Percent of the desired count that may run at once; the default is 200, for daemons 100.
  package var maximumPercent: Field<Int> { deployment.field("maximumPercent").integer }
  /// `ROLLING` (the default), `BLUE_GREEN`, `LINEAR` or `CANARY`.
  package var deploymentStrategy: Field<String> { deployment.field("strategy").nonEmptyString }
  package var circuitBreaker: Field<Node> { deployment.field("deploymentCircuitBreaker") }
  package var deploymentAlarms: Field<Node> { deployment.field("alarms") }

  /// Whether one task runs on each instance instead of a desired count.
  package var isDaemon: Truth { says(schedulingStrategy, "DAEMON", byDefault: "REPLICA") }
  /// Whether ECS itself replaces the tasks, and not CodeDeploy or somebody's task sets.
  package var isDeployedByECS: Truth { says(deploymentController, "ECS", byDefault: "ECS") }
  /// Whether ECS replaces the tasks by and by, in place.
  package var isRolling: Truth {
    let strategy = says(deploymentStrategy, "ROLLING", byDefault: "ROLLING")
    if isDeployedByECS == .no || strategy == .no { return .no }
    return isDeployedByECS == .yes && strategy == .yes ? .yes : .unknown
  }

  /// The settings of the tasks' network interfaces in the VPC.
  package var awsvpc: Field<Node> { node.field("networkConfiguration").field("awsvpcConfiguration") }
  /// `ENABLED` or `DISABLED`, which is the default of the API.
  package var assignPublicIp: Field<String> { awsvpc.field("assignPublicIp").nonEmptyString }
  /// Seconds in which failing checks of a new task do not count; the default is 0.
  package var healthCheckGracePeriod: Field<Int> { node.field("healthCheckGracePeriodSeconds").integer }

  private func says(_ field: Field<String>, _ wanted: String, byDefault standard: String) -> Truth {
    field.value(orDefault: standard).map { Truth($0.uppercased() == wanted) } ?? .unknown
  }
}

/// Where the requests of a load balancer or the entries of a registry go.
package struct ServiceTarget: Sendable {
  package let node: Node

  package init(_ node: Node) { self.node = node }

  package var containerName: Field<String> { node.field("containerName").nonEmptyString }
  package var containerPort: Field<Int> { node.field("containerPort").integer }
}

extension ContainerDefinition {
  /// Whether it has a port among its mappings, alone or in a range.
  package func maps(port: Int) -> Truth {
    switch node.field("portMappings") {
    case .absent: return .no
    case .unknown: return .unknown
    case .known(let list, _):
      guard let mappings = list.sequence else { return .unknown }
      let answers = mappings.map { PortMapping($0).includes(port) }
      return answers.contains(.yes) ? .yes : answers.contains(.unknown) ? .unknown : .no
    }
  }
}

extension PortMapping {
  fileprivate func includes(_ port: Int) -> Truth {
    if case .known(let range, _) = containerPortRange {
      let ends = range.split(on: "-").compactMap { Int($0) }
      return ends.count == 2 ? Truth(ends[0] <= port && port <= ends[1]) : .unknown
    }
    guard containerPortRange.isAbsent, let own = containerPort.value else { return .unknown }
    return Truth(own == port)
  }
}
