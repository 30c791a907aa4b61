import Models
import Syntax

extension Check {
  /// A probe of the container that takes the requests asks another port than the one they come in on.
  static var probePort: Check {
    .cloudRun([.service]) { service, findings in
      guard let container = service.ingressContainer, let own = container.requestPort else { return }
      for probe in container.probes {
        guard case .known(let port, let range) = probe.port, port != own.value, 1...65535 ~= port,
          !service.containers.contains(where: { $0.mentions(port) })
        else { continue }
        let isDefault = own.range == nil
        findings.report(
          range,
          "the \(probe.kind.title) of \(container.title) asks port \(port), and Cloud Run tells the container to listen on "
            + "\(own.value)\(isDefault ? ", the default" : "")",
          caption: "not port \(own.value)", severity: isDefault ? nil : .note,
          labels: own.range.map { [findings.label($0, "requests come in here")] } ?? [],
          help: isDefault
            ? "set ports to containerPort: \(port) if the program listens there, or leave the probe's port out"
            : "leave port out, unless the program listens on \(port), too")
      }
    }
  }
}

extension RunContainer {
  /// Where requests come in, as Cloud Run tells it in `PORT`; nil when it is not known.
  ///
  /// The default stands at no place.
  fileprivate var requestPort: (value: Int, range: SourceRange?)? {
    switch ports {
    case .absent: return (RunContainer.defaultPort, nil)
    case .unknown: return nil
    case .known(let list, _):
      guard let first = list.first else { return (RunContainer.defaultPort, nil) }
      switch first.field("containerPort").integer {
      case .known(let port, let range): return (port, range)
      case .absent: return (RunContainer.defaultPort, nil)
      case .unknown: return nil
      }
    }
  }

  /// Whether its settings name the number, so that something may well listen there.
  fileprivate func mentions(_ port: Int) -> Bool {
    let number = String(port)
    let texts =
      environment.compactMap { $0.value.value?.source }
      + ["command", "args"].flatMap { node.field($0).elements }.compactMap(\.scalarText)
    return texts.contains { $0.contains(number) } || node.field("env").isUnknown || node.field("args").isUnknown
  }
}
