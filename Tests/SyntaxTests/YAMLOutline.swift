import Testing

@testable import Syntax

/// A YAML text with a short name for the log.
struct YAMLCase: Sendable, CustomTestStringConvertible {
  let name: String
  let yaml: String
  let expected: String
  var testDescription: String { name }

  init(_ name: String, _ yaml: String, _ expected: String) {
    self.name = name
    self.yaml = yaml
    self.expected = expected
  }
}

func parseYAML(_ text: String, limits: Limits = .standard) -> ParsedFile {
  ParsedFile(reading: SourceFile(path: "test.yaml", text: text), as: .yaml, limits: limits)
}

extension ParsedFile {
  /// All documents on one line each: `{a: 1, b: "x", …}`, where `…` means an open mapping and «» an unknown part.
  var outline: String { documents.map(\.outline).joined(separator: "\n") }

  /// The text below each diagnostic's range, and its message.
  var complaints: [String] {
    diagnostics.map { diagnostic in
      let position = file.position(at: diagnostic.range.lower)
      return "\(position.line):\(position.column) `\(file.text(in: diagnostic.range))` \(diagnostic.message)"
    }
  }
}

extension Node {
  var outline: String {
    switch value {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let text): "number(\(text))"
    case .string(let text): quoted(text)
    case .sequence(let elements): "[" + elements.map(\.outline).joined(separator: ", ") + "]"
    case .mapping(let mapping):
      "{"
        + (mapping.entries.map { "\($0.key): \($0.value.outline)" } + (mapping.isOpen ? ["…"] : []))
        .joined(separator: ", ") + "}"
    case .unresolved(let text):
      text.pieces.map { piece in
        switch piece {
        case .literal(let text): quoted(text)
        case .hole(let source): "«\(source)»"
        }
      }.joined()
    }
  }

  private func quoted(_ text: String) -> String {
    let visible = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
    return "\"" + visible.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "\\t") + "\""
  }
}
