import Models
import Syntax

extension Check {
  /// The ports of Cloud Run containers.
  static var cloudRunPort: Check {
    .cloudRun { resource, findings in
      for container in resource.containers {
        findings.checkCount(of: container)
        for port in container.runPorts { findings.check(port, of: container) }
      }
    }
  }
}

extension Findings {
  fileprivate mutating func checkCount(of container: RunContainer) {
    let ports = container.runPorts
    guard let first = ports.first else { return }
    for port in ports.dropFirst() {
      report(
        port.anchor, "\(container.title) has \(ports.count) ports: Cloud Run sends requests to one",
        caption: "one too many", labels: [label(first.anchor, "the first one")],
        help: "keep the port that takes the requests; containers reach each other on localhost without")
    }
  }

  fileprivate mutating func check(_ port: RunPort, of container: RunContainer) {
    if case .known(let number, let range) = port.number, !RunPort.allowed.contains(number) {
      report(range, "\(number) is no port: containerPort is 1 to 65535", caption: "out of range")
    }
    if case .known(let name, let range) = port.name, !["http1", "h2c"].contains(name), Text(standInsIn: name) == nil {
      let meant = likelyNames[name.lowercased()]
      report(
        range, "'\(name)' is no name that Cloud Run takes for a port: it is http1 or h2c, the protocol of the requests",
        caption: "http1 or h2c",
        help: meant.map { "write \($0), or leave it out for http1" }
          ?? "leave it out for http1, or write h2c for HTTP/2",
        fixes: meant.map { [Fix("Write \($0)", .unsafe, [replacing(range, with: $0)])] } ?? [])
    }
    if case .known(let transport, let range) = port.transport, transport != "TCP",
      Text(standInsIn: transport) == nil || transport == "UDP"
    {
      let isCase = transport.uppercased() == "TCP"
      report(
        range, "the protocol of a port is TCP, and not '\(transport)'", caption: "must be TCP",
        help: isCase ? "write TCP" : "requests are HTTP, over TCP",
        fixes: isCase ? [Fix("Write TCP", .safe, [replacing(range, with: "TCP")])] : [])
    }
  }
}

/// What people write in place of `http1` and `h2c`.
private let likelyNames = [
  "http": "http1", "http-1": "http1", "web": "http1", "h1": "http1", "http2": "h2c", "http-2": "h2c", "h2": "h2c",
  "grpc": "h2c",
]

extension RunPort {
  fileprivate var anchor: SourceRange {
    number.isKnown ? number.range : node.mapping?.entries.first?.keyRange ?? node.range
  }
}
