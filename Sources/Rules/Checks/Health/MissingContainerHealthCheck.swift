import Forms
import Models
import Syntax

extension Check {
  static let missingContainerHealthCheck = Check.taskDefinitions { task, findings in
    let starters = findings.run.services(of: findings.resource)
    guard task.isLongRunning(startedBy: starters) else { return }
    let balancers = starters.flatMap(Balancer.all)
    // With a Classic Load Balancer ECS supports no health checks of containers.
    if balancers.contains(where: { $0.node.field("loadBalancerName").nonEmptyString.isKnown }) { return }
    for container in task.containers where task.wantsHealthCheck(container) {
      let balancer = balancers.first { $0.mayCheck(container) }
      findings.report(
        container.anchor,
        "\(container.title) is essential and has no healthCheck, so "
          + (balancer == nil ? "ECS does not notice when it hangs" : "only the load balancer notices when it hangs"),
        caption: "no health check", severity: balancer == nil ? nil : .note,
        labels: balancer.map { [$0.label] } ?? [], help: help(container))
    }
  }
}

/// A load balancer of a service that starts the task.
private struct Balancer {
  let node: Node
  let file: SourceFile

  /// The load balancers of what starts a task; one of which nothing is known where that is all there is to see.
  static func all(of starter: Resource) -> [Balancer] {
    let list = starter.node.field("loadBalancers")
    let unknown = list.isUnknown ? [Node(.mapping(Mapping([], isOpen: true)), list.range)] : []
    return (list.elements + unknown).map { Balancer(node: $0, file: starter.file) }
  }

  /// Whether it sends requests to a container, and so checks it; taken to be so when its container is not known.
  func mayCheck(_ container: ContainerDefinition) -> Bool {
    guard let name = node.field("containerName").nonEmptyString.value, let own = container.name.value else {
      return true
    }
    return name == own
  }

  var label: Diagnostic.Label {
    Diagnostic.Label(
      file: file, range: node.field("containerName").isPresent ? node.field("containerName").range : node.range,
      message: "a load balancer checks it")
  }
}

extension TaskDefinition {
  /// Whether the task depends on this container, and nothing says that its health does not matter.
  fileprivate func wantsHealthCheck(_ container: ContainerDefinition) -> Bool {
    container.isEssential == true && container.healthCheck.isAbsent && !container.isKnownHelper && !endsFirst(container)
  }
}

private func help(_ container: ContainerDefinition) -> String {
  let port = container.portMappings.lazy.filter { $0.transport.value != "udp" }.compactMap(\.containerPort.value).first
  let isServerOfItsOwn = container.imageReference.value?.statefulSoftware != nil
  guard let port, !isServerOfItsOwn else {
    return "add a healthCheck whose command fails when the program no longer works"
  }
  return
    "add a healthCheck, such as [\"CMD-SHELL\", \"curl -f http://localhost:\(port)/ || exit 1\"] with a startPeriod"
}
