import Forms
import Models
import Syntax

extension Check {
  static let loadBalancerTarget = Check([.service, .taskSet]) { resource, findings in
    guard !resource.isGone, let other = findings.run.taskDefinition(of: resource) else { return }
    let task = other.taskDefinition
    for node in Service(resource.node).loadBalancers {
      let target = ServiceTarget(node)
      guard case .known(let name, let range) = target.containerName,
        let container = findings.container(name, at: range, of: task, in: other, "the load balancer sends requests to")
      else { continue }
      findings.checkPort(target.containerPort, of: container, in: other, "the load balancer sends requests to")
    }
  }
}

extension Findings {
  /// Reports a port that the container does not map.
  mutating func checkPort(
    _ port: Field<Int>, of container: ContainerDefinition, in other: Resource, _ use: String
  ) {
    guard case .known(let port, let range) = port, container.maps(port: port) == .no else { return }
    let ports = container.portMappings.compactMap(\.containerPort.value)
    let mapped = ports.isEmpty ? "maps no port" : "maps \(ports.map(String.init).inWords("and"))"
    report(
      range, "\(use) port \(port) of \(container.title), which \(mapped)", caption: "not mapped",
      labels: [label(container.portMappings.first?.containerPort.range ?? container.anchor, mapped, in: other)],
      help: ports.count == 1
        ? "write \(ports[0]), or map \(port) in the task definition"
        : "write a port that the container listens on, and map it in the task definition",
      fixes: ports.count == 1 ? writing(String(ports[0]), at: range) : [])
  }

  /// The container that a service names; nil, and a finding, when the task definition has no such container.
  ///
  /// Nil alone where that is not known.
  mutating func container(
    _ name: String, at range: SourceRange, of task: TaskDefinition, in other: Resource, _ use: String
  ) -> ContainerDefinition? {
    let names = task.containers.compactMap(\.name.value)
    if let container = task.containers.first(where: { $0.name.value == name }) { return container }
    guard task.knowsAllContainers, names.count == task.containers.count, !names.isEmpty else { return nil }
    let near = names.count == 1 ? names : nearest(to: name, among: names)
    let family = task.family.value.map { " '\($0)'" } ?? ""
    report(
      range, "\(use) the container '\(name)', which the task definition\(family) does not have",
      caption: "no such container",
      labels: task.containers.prefix(4).map { label($0.anchor, "a container of the task", in: other) },
      help: names.count == 1 ? "write \(names[0])" : "write \(names.inWords("or"))",
      fixes: near.count == 1 ? writing(near[0], at: range) : [])
    return nil
  }
}
