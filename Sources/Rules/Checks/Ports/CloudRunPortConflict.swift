import Models
import Syntax

extension Check {
  /// Containers of one instance share localhost, so two of them cannot listen on one port.
  static var cloudRunPortConflict: Check {
    .cloudRun { resource, findings in
      guard resource.containers.count > 1 else { return }
      let ingress = resource.ingressContainer
      var owners: [Int: (container: RunContainer, range: SourceRange?)] = [:]
      if let ingress, let port = ingress.servingPort { owners[port.number] = (ingress, port.range) }
      for container in resource.containers where container.node.range != ingress?.node.range {
        guard let port = container.ownPort else { continue }
        guard let owner = owners[port.number] else {
          owners[port.number] = (container, port.range)
          continue
        }
        findings.report(
          port.range,
          "\(container.title) listens on \(port.number), and so does \(owner.container.title): both share one localhost",
          caption: "taken", severity: .note, labels: owner.range.map { [findings.label($0, "the other one")] } ?? [],
          help: "let one of them listen on another port")
      }
    }
  }
}

extension RunContainer {
  /// The port that a sidecar seems to listen on: by its command, or by what its startup probe opens.
  fileprivate var ownPort: (number: Int, range: SourceRange)? {
    if let option = option(["--port"]), let number = Int(option.text) { return (number, option.range) }
    guard let probe = probes.first(where: { $0.kind == .startup }), let handler = probe.handlers.first,
      case .known(let number, let range) = probe.port(of: handler.name)
    else { return nil }
    return (number, range)
  }
}
