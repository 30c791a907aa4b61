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
  /// Whether it is known to be made to run until it is stopped.
  ///
  /// What starts it says so. Where nothing in the run starts it, a port says so: what ends by itself serves nobody.
  fileprivate func isLongRunning(startedBy starters: [Resource]) -> Bool {
    if starters.isEmpty {
      return containers.contains { !$0.portMappings.isEmpty }
        && !containers.contains { $0.isEssential == true && $0.endsByItself }
    }
    return starters.contains { $0.kind != .runTask }
  }

  /// Whether the task depends on this container, and nothing says that its health does not matter.
  fileprivate func wantsHealthCheck(_ container: ContainerDefinition) -> Bool {
    guard container.isEssential == true, container.healthCheck.isAbsent, container.firelens.isAbsent else {
      return false
    }
    if let image = container.image.value, ImageReference(image).isKnownSidecar { return false }
    return !endsFirst(container)
  }

  /// Whether others start when it has ended.
  func endsFirst(_ container: ContainerDefinition) -> Bool {
    guard let name = container.name.value else { return false }
    return containers.contains { other in
      other.dependsOn.contains { dependency in
        dependency.containerName.value == name && ["SUCCESS", "COMPLETE"].contains(dependency.condition.value)
      }
    }
  }
}

extension ContainerDefinition {
  /// Whether the last thing that its command does is to exit: `sh -c "…; exit 0"`.
  fileprivate var endsByItself: Bool {
    guard let script = node.field("command").elements.last?.string else { return false }
    let last = script.split { ";&\n".contains($0) }.last?.drop { $0 == " " } ?? ""
    return last == "exit" || last.hasPrefix("exit ")
  }
}

private func help(_ container: ContainerDefinition) -> String {
  let port = container.portMappings.lazy.filter { $0.transport.value != "udp" }.compactMap(\.containerPort.value).first
  let isServerOfItsOwn = container.image.value.map { ImageReference($0).statefulSoftware != nil } ?? false
  guard let port, !isServerOfItsOwn else {
    return "add a healthCheck whose command fails when the program no longer works"
  }
  return
    "add a healthCheck, such as [\"CMD-SHELL\", \"curl -f http://localhost:\(port)/ || exit 1\"] with a startPeriod"
}
