/// Values for placeholders that something fills in at deploy, by their names.
package struct Variables: Sendable {
  /// One value, and where it is written.
  package struct Value: Sendable {
    package let text: String
    package let file: SourceFile
    package let range: SourceRange

    package init(text: String, file: SourceFile, range: SourceRange) {
      self.text = text
      self.file = file
      self.range = range
    }
  }

  private let values: [String: Value]

  package init(_ values: [String: Value]) { self.values = values }

  package var isEmpty: Bool { values.isEmpty }

  /// The value for a placeholder as it was written; nil when it has no name, or a name that is not known.
  package func value(for hole: String) -> Value? { Self.name(in: hole).flatMap { values[$0] } }

  /// These, and those of another; where both know a name, the other's value counts.
  package func merging(_ other: Variables) -> Variables { Variables(values.merging(other.values) { $1 }) }

  /// The name in a placeholder: `TAG` of `${TAG}`, `${TAG:-1.0}`, `$(TAG)`, `<TAG>`, `{{ .TAG }}`, `{{ must_env "TAG" }}`.
  static func name(in hole: String) -> String? {
    let bytes = hole.utf8.drop { !$0.isNameByte }
    var name = bytes.prefix(while: isNameByte)
    let rest = bytes[name.endIndex...]
    if let quote = rest.first(where: { !$0.isBlank }), quote.is("`") || quote.is("\"") {
      guard hole.contains("{{"), ["must_env", "env"].contains(String(Substring(name))) else { return nil }
      let argument = rest.drop { $0 != quote }.dropFirst()
      name = argument.prefix(while: isNameByte)
      guard argument[name.endIndex...].first == quote else { return nil }
    } else if !(hole.hasPrefix("${") && rest.starts(with: ":-".utf8)) {
      // An expression says more than a name; the default of a shell's variable does not matter.
      guard !rest.contains(where: { $0.isNameByte || $0.is("(") || $0.is("\"") }) else { return nil }
    }
    let isUnderlined = hole.hasPrefix("__") && hole.hasSuffix("__") && name.count > 4
    let text = String(Substring(isUnderlined ? name.dropFirst(2).dropLast(2) : name))
    return text.isEmpty ? nil : text
  }

  private static func isNameByte(_ byte: UInt8) -> Bool { byte.isNameByte || byte.is(".") || byte.is("-") }
}

extension ParsedFile {
  /// A value that variables made known, in whole or in part.
  package struct Filling: Sendable {
    /// Of the value as it was written, with its quotes.
    package let range: SourceRange
    package let values: [Variables.Value]
  }

  /// The file with the placeholders filled in that have a value; every value keeps its place.
  package func filling(_ variables: Variables) -> (file: ParsedFile, fillings: [Filling]) {
    var filler = Filler(variables: variables, file: file, language: language)
    let filled = documents.map { filler.fill($0) }
    let result = ParsedFile(
      file: file, language: language, documents: filled, diagnostics: diagnostics, comments: comments,
      templateActions: templateActions, isOpaqueTemplate: isOpaqueTemplate)
    return (result, filler.fillings)
  }
}

private struct Filler {
  let variables: Variables
  let file: SourceFile
  let language: Language
  private(set) var fillings: [ParsedFile.Filling] = []

  init(variables: Variables, file: SourceFile, language: Language) {
    self.variables = variables
    self.file = file
    self.language = language
  }

  mutating func fill(_ node: Node) -> Node {
    switch node.value {
    case .mapping(let mapping):
      var entries: [Mapping.Entry] = []
      entries.reserveCapacity(mapping.entries.count)
      for entry in mapping.entries {
        entries.append(Mapping.Entry(key: entry.key, keyRange: entry.keyRange, value: fill(entry.value)))
      }
      return Node(.mapping(Mapping(entries, isOpen: mapping.isOpen)), node.range)
    case .sequence(let elements):
      var filled: [Node] = []
      filled.reserveCapacity(elements.count)
      for element in elements { filled.append(fill(element)) }
      return Node(.sequence(filled), node.range)
    case .unresolved(let text): return fill(text, node.range) ?? node
    case .null, .bool, .integer, .number, .string: return node
    }
  }

  private mutating func fill(_ text: Text, _ range: SourceRange) -> Node? {
    var used: [Variables.Value] = []
    let pieces = text.pieces.map { piece -> Text.Piece in
      guard case .hole(let source) = piece, let value = variables.value(for: source) else { return piece }
      used.append(value)
      return .literal(value.text)
    }
    guard !used.isEmpty else { return nil }
    let filled = Text(pieces)
    let value: Value
    if let literal = filled.literal {
      // What will be read after the placeholder was replaced, and so `512` is a number unless it stands in quotes.
      guard let scalar = isQuoted(range) ? .string(literal) : plain(literal) else { return nil }
      value = scalar
    } else {
      value = .unresolved(filled)
    }
    fillings.append(ParsedFile.Filling(range: range, values: used))
    return Node(value, range)
  }

  private func isQuoted(_ range: SourceRange) -> Bool {
    guard range.lower < file.bytes.count else { return false }
    let first = file.bytes[range.lower]
    return first.is("\"") || first.is("'") || first.is("|") || first.is(">")
  }

  /// Text that stands without quotes; nil when the language would not read it as a single value.
  private func plain(_ text: String) -> Value? {
    let bytes = Array(text.utf8)
    if let value = Value(plainYAML: bytes, in: SourceRange(0, bytes.count)) { return value }
    guard language == .json else { return .string(text) }
    guard bytes.count >= 2, bytes.first?.is("\"") == true, bytes.last?.is("\"") == true else { return nil }
    return .string(String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self))
  }
}
