import Models
import Syntax

extension Check {
  static let ingressContainer = Check.cloudRun { resource, findings in
    switch resource.kind {
    case .service: checkService(resource, &findings)
    case .job, .workerPool:
      for container in resource.containers {
        guard container.ports.value?.isEmpty == false, let key = container.portsKey else { continue }
        findings.report(
          key, "a \(resource.kind.title) takes no requests, so \(container.title) has no use for ports",
          caption: "only in services", severity: .warning, help: "leave ports out",
          fixes: findings.removing("ports", from: container.node, .safe))
      }
    }
  }
}

private func checkService(_ service: CloudRunResource, _ findings: inout Findings) {
  let containers = service.containers
  guard service.knowsAllContainers, containers.count > 1, containers.allSatisfy({ !$0.ports.isUnknown }) else { return }
  let exposed = containers.filter { $0.ports.value?.isEmpty == false }
  if exposed.isEmpty, let key = service.instanceSpec.value?.mapping?.entry("containers")?.keyRange {
    findings.report(
      key,
      "none of the \(containers.count) containers has ports, so Cloud Run cannot tell which one takes the requests",
      caption: "one of them needs ports", labels: containers.map { findings.label($0.anchor, "no ports here") },
      help: "add ports with a containerPort to the container that listens on PORT, and to no other")
  }
  guard let first = exposed.first?.portsKey else { return }
  for container in exposed.dropFirst() {
    guard let key = container.portsKey else { continue }
    findings.report(
      key, "\(container.title) has ports too: exactly one container of a service may", caption: "the second with ports",
      labels: [findings.label(first, "\(exposed[0].title) has ports already")],
      help: "leave ports out of sidecars: the containers reach each other on localhost without")
  }
}

extension RunContainer {
  fileprivate var portsKey: SourceRange? { node.mapping?.entry("ports")?.keyRange }
}
