import Syntax

extension ParsedFile {
  /// The document with each value unknown that a parameter of Cloud Deploy replaces: `image: app # from-param: ${image}`.
  ///
  /// Reference: <https://docs.cloud.google.com/deploy/docs/parameters>
  func withDeployParameters(_ document: Node) -> Node {
    let lines = Set(comments.filter { $0.text.hasPrefix("from-param:") }.map { file.line(at: $0.range.lower) })
    return lines.isEmpty ? document : replacing(document, on: lines)
  }

  private func replacing(_ node: Node, on lines: Set<Int>) -> Node {
    switch node.value {
    case .mapping(let mapping):
      let entries = mapping.entries.map { entry in
        Mapping.Entry(key: entry.key, keyRange: entry.keyRange, value: replacing(entry.value, on: lines))
      }
      return Node(.mapping(Mapping(entries, isOpen: mapping.isOpen)), node.range)
    case .sequence(let elements):
      return Node(.sequence(elements.map { replacing($0, on: lines) }), node.range)
    case .null, .unresolved: return node
    case .bool, .integer, .number, .string:
      guard lines.contains(file.line(at: node.range.lower)) else { return node }
      return Node(.unresolved(Text([.hole(file.text(in: node.range))])), node.range)
    }
  }
}
