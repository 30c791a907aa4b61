import Syntax

/// A port of a Cloud Run container.
package struct RunPort: Sendable {
  package let node: Node

  package init(_ node: Node) { self.node = node }

  /// Absent means 8080.
  package var number: Field<Int> { node.field("containerPort").integer }
  /// `http1` or `h2c`, the protocol of the requests; absent means `http1`.
  package var name: Field<String> { node.field("name").nonEmptyString }
  /// `TCP`.
  package var transport: Field<String> { node.field("protocol").nonEmptyString }

  package static let standard = 8080
  package static let allowed = 1...65535
}

extension RunContainer {
  package var runPorts: [RunPort] { (ports.value ?? []).filter { $0.mapping != nil }.map { RunPort($0) } }

  /// The port that requests to this container go to, if it is the one that takes them; nil when it is not known.
  package var servingPort: (number: Int, range: SourceRange?)? {
    switch ports {
    case .absent: return (RunPort.standard, nil)
    case .unknown: return nil
    case .known(let nodes, _):
      guard let first = nodes.first else { return (RunPort.standard, nil) }
      switch RunPort(first).number {
      case .known(let number, let range): return (number, range)
      case .absent: return (RunPort.standard, nil)
      case .unknown: return nil
      }
    }
  }
}

extension RunProbe {
  /// The port that a handler asks; absent means the container's own.
  package func port(of handler: String) -> Field<Int> { node.field(handler).field("port").integer }
}
