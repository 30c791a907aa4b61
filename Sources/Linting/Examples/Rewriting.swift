import Syntax

extension Node {
  /// Whether a scalar stands at exactly these bytes.
  package func hasScalar(at range: SourceRange) -> Bool {
    switch value {
    case .null: false
    case .bool, .integer, .number, .string, .unresolved: self.range == range
    case .sequence(let elements): elements.contains { $0.hasScalar(at: range) }
    case .mapping(let mapping): mapping.entries.contains { $0.value.hasScalar(at: range) }
    }
  }

  /// The tree as JSON.
  package var asJSON: String {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let text): text
    case .string(let text): quoted(text)
    case .unresolved(let text): quoted(text.source)
    case .sequence(let elements): "[" + elements.map(\.asJSON).joined(separator: ", ") + "]"
    case .mapping(let mapping):
      "{" + mapping.entries.map { "\(quoted($0.key)): \($0.value.asJSON)" }.joined(separator: ",\n") + "}"
    }
  }

  /// The tree as YAML in block style, every string in double quotes.
  package var asYAML: String { yaml(indent: 0) + "\n" }

  private func yaml(indent: Int) -> String {
    let blanks = String(repeating: " ", count: indent)
    switch value {
    case .sequence(let elements) where !elements.isEmpty:
      return elements.map { "\n\(blanks)-" + $0.yamlAfterMarker(indent: indent + 2) }.joined()
    case .mapping(let mapping) where !mapping.entries.isEmpty:
      return mapping.entries.map { "\n\(blanks)\(quoted($0.key)):" + $0.value.yamlAfterMarker(indent: indent + 2) }
        .joined()
    default: return asJSON
    }
  }

  private func yamlAfterMarker(indent: Int) -> String {
    switch value {
    case .sequence(let elements) where !elements.isEmpty: yaml(indent: indent)
    case .mapping(let mapping) where !mapping.entries.isEmpty: yaml(indent: indent)
    default: " " + asJSON
    }
  }
}

extension Text {
  /// As it was written.
  package var source: String {
    pieces.reduce(into: "") { result, piece in
      switch piece {
      case .literal(let part), .hole(let part): result += part
      }
    }
  }
}

private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
