import Syntax

/// A mapping of the canonical tree that is being made from one that the user wrote.
struct Draft {
  private(set) var entries: [Mapping.Entry] = []
  /// Whether there may be more fields than are seen.
  var isOpen: Bool
  private let range: SourceRange

  /// - Parameter source: what it is made from; its range is that of the new mapping.
  init(from source: Node) {
    range = source.range
    isOpen = source.mapping?.isOpen ?? false
  }

  var node: Node {
    let ordered = entries.sorted { $0.keyRange.lower < $1.keyRange.lower }
    return Node(.mapping(Mapping(ordered, isOpen: isOpen)), range)
  }

  mutating func add(_ key: String, _ value: Node, at keyRange: SourceRange) {
    if entries.contains(where: { $0.key == key }) { return }
    entries.append(Mapping.Entry(key: key, keyRange: keyRange, value: value))
  }

  /// Takes over a field, under another name if need be.
  mutating func take(_ key: String, as name: String? = nil, from source: Node, _ change: (Node) -> Node = { $0 }) {
    guard let entry = source.mapping?.entry(key), !entry.value.isNull else { return }
    add(name ?? key, change(entry.value), at: entry.keyRange)
  }

  /// Takes over the fields of these names.
  mutating func take(_ keys: [String], from source: Node) {
    for key in keys { take(key, from: source) }
  }
}

extension Node {
  /// Something of which nothing is known.
  static func unknown(at range: SourceRange) -> Node { Node(.unresolved(Text([.hole("")])), range) }

  /// The list with each element changed; what is no list is not known.
  func mapElements(_ change: (Node) -> Node) -> Node {
    guard let elements = sequence else { return .unknown(at: range) }
    return Node(.sequence(elements.map(change)), range)
  }

  /// The tree with every mapping open: of a document that is a part of something, or that others add to.
  var opened: Node {
    switch value {
    case .mapping(let mapping):
      let entries = mapping.entries.map {
        Mapping.Entry(key: $0.key, keyRange: $0.keyRange, value: $0.value.opened)
      }
      return Node(.mapping(Mapping(entries, isOpen: true)), range)
    case .sequence(let elements): return Node(.sequence(elements.map(\.opened)), range)
    case .null, .bool, .integer, .number, .string, .unresolved: return self
    }
  }

  /// As JSON; nil where a part of it is not known.
  var json: String? {
    switch value {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .integer(let number): return String(number)
    case .number(let text): return text
    case .string(let text):
      return "\"" + text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
    case .unresolved: return nil
    case .sequence(let elements):
      let parts = elements.compactMap(\.json)
      return parts.count == elements.count ? "[" + parts.joined(separator: ",") + "]" : nil
    case .mapping(let mapping):
      let parts = mapping.entries.compactMap { entry in entry.value.json.map { "\"\(entry.key)\":\($0)" } }
      return parts.count == mapping.entries.count && !mapping.isOpen ? "{" + parts.joined(separator: ",") + "}" : nil
    }
  }
}
