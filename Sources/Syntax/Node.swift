/// A parsed value with the place it stands; one tree for every language.
package struct Node: Sendable {
  package let value: Value
  /// The bytes of the value itself: with its quotes or brackets, without what follows it.
  ///
  /// The values below a YAML alias keep the places where they were written, at the anchor.
  package let range: SourceRange

  package init(_ value: Value, _ range: SourceRange) {
    self.value = value
    self.range = range
  }
}

/// What a node holds.
package enum Value: Sendable {
  case null
  case bool(Bool)
  /// An integer that fits in 64 bits, whatever its notation was.
  case integer(Int)
  /// Any other number, exactly as it was written: `1e400`, `0.5`, a hundred digits.
  case number(String)
  case string(String)
  case sequence([Node])
  case mapping(Mapping)
  /// A value that is decided only at deploy, in whole or in part: `${VAR}`, `app:${TAG}`, an intrinsic function.
  case unresolved(Text)
}

/// The entries of a mapping in the order they were written.
///
/// A repeated key keeps its first entry.
package struct Mapping: Sendable {
  package struct Entry: Sendable {
    package let key: String
    package let keyRange: SourceRange
    package let value: Node

    package init(key: String, keyRange: SourceRange, value: Node) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }

    /// From the first byte of the key to the last of the value.
    ///
    /// The value may stand elsewhere (a YAML alias or merge key); then it is the key alone.
    package var range: SourceRange {
      value.range.lower >= keyRange.upper ? keyRange.union(value.range) : keyRange
    }
  }

  package let entries: [Entry]
  /// Whether there may be keys that are not seen here: a template, a merge with something unknown, a partial document.
  package let isOpen: Bool

  package init(_ entries: [Entry], isOpen: Bool = false) {
    self.entries = entries
    self.isOpen = isOpen
  }

  /// The entry of a key, also when its value is null.
  package func entry(_ key: String) -> Entry? { index(of: key).map { entries[$0] } }

  /// The value of a key; nil when the key is absent or its value is null.
  package subscript(key: String) -> Node? {
    guard let index = index(of: key), !entries[index].value.isNull else { return nil }
    return entries[index].value
  }

  private func index(of key: String) -> Int? {
    // Comparing lengths first spares most comparisons of text, and this is where a run spends its time.
    let length = key.utf8.count
    return entries.indices.first { entries[$0].key.utf8.count == length && entries[$0].key == key }
  }
}

extension Node {
  package var mapping: Mapping? { if case .mapping(let mapping) = value { mapping } else { nil } }
  package var sequence: [Node]? { if case .sequence(let elements) = value { elements } else { nil } }
  package var string: String? { if case .string(let text) = value { text } else { nil } }
  package var isNull: Bool { if case .null = value { true } else { false } }
  package var isUnresolved: Bool { if case .unresolved = value { true } else { false } }

  /// The value of a key, nil when this is no mapping, the key is absent, or its value is null.
  package subscript(key: String) -> Node? { mapping?[key] }
}
