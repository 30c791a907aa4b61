import Models
import Syntax

extension Check {
  /// The command of a health check asks a port that no container of the task says it listens on.
  static var healthCheckPort: Check {
    .containerDefinitions { container, task, findings in
      guard let command = container.healthCheckCommand, !container.isKnownHelper, task.knowsAllContainers else {
        return
      }
      for (client, word) in command.commands where ["curl", "wget"].contains(client.program) {
        guard let address = client.addresses.first(where: \.isLocal), let port = address.effectivePort,
          1...65535 ~= port, let own = container.onlyPorts, !own.isEmpty,
          task.containers.allSatisfy({ $0.maps(port: port) == .no }), !container.mentions(port)
        else { continue }
        let ports = own.map { String($0.port) }.inWords("or")
        findings.report(
          word.node.range,
          "the health check of \(container.title) asks port \(port), which no container of the task maps; it maps \(ports)"
            + (address.hasPort
              ? "" : ": \(port) is what \(address.scheme == "https" ? "https" : "http") means without a port"),
          caption: "port \(port)", severity: address.hasPort ? .note : nil,
          labels: own.map { findings.label($0.range, "its port") }, help: "ask port \(ports)")
        return
      }
    }
  }
}

extension ContainerDefinition {
  /// The ports of its mappings; nil when not all are known.
  fileprivate var onlyPorts: [(port: Int, range: SourceRange)]? {
    var ports: [(port: Int, range: SourceRange)] = []
    for mapping in portMappings {
      guard case .known(let port, let range) = mapping.containerPort, mapping.containerPortRange.isAbsent else {
        return nil
      }
      if mapping.transport.value(orDefault: "tcp") == "tcp" { ports.append((port, range)) }
    }
    return portMappings.count == node.field("portMappings").elements.count ? ports : nil
  }

  /// Whether its settings name the number anywhere else, so that something may well listen there.
  fileprivate func mentions(_ port: Int) -> Bool {
    let number = String(port)
    let texts =
      environment.compactMap { $0.value.value?.source }
      + ["command", "entryPoint"].flatMap { node.field($0).elements }.compactMap(\.scalarText)
    return texts.contains { $0.contains(number) } || node.field("environment").isUnknown
      || environment.contains { $0.value.isUnknown && $0.name.value?.uppercased().contains("PORT") == true }
  }
}
