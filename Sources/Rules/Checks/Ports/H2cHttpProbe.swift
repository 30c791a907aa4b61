import Models
import Syntax

extension Check {
  static let h2cHttpProbe = Check.cloudRun([.service]) { service, findings in
    guard let container = service.ingressContainer, let port = container.ports.value?.first,
      case .known("h2c", let range) = port.field("name").string,
      let own = port.field("containerPort").integer.value(orDefault: RunContainer.defaultPort)
    else { return }
    for probe in container.probes {
      guard let handler = probe.handlers.first(where: { $0.name == "httpGet" }), probe.node.field("httpGet").isKnown,
        let asked = probe.port.value(orDefault: own), asked == own
      else { continue }
      findings.report(
        handler.keyRange,
        "httpGet asks over HTTP/1, and port \(own) is h2c, which speaks HTTP/2 without TLS: the "
          + "\(probe.kind.title) of \(container.title) fails unless the program answers both",
        caption: "HTTP/1", labels: [findings.label(range, "HTTP/2")],
        help: "use grpc, or ask another port that speaks HTTP/1")
    }
  }
}
