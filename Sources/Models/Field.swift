import Syntax

/// What a configuration says about one field.
///
/// Unknown is neither absent nor wrong: a rule that cannot see a value says nothing about it.
package enum Field<Value: Sendable>: Sendable {
  case known(Value, at: SourceRange)
  /// Present, and decided only at deploy (`${VAR}`, `!Ref`, `var.x`), or not of the type that belongs there.
  case unknown(at: SourceRange)
  /// The range is where it is missed: the mapping that lacks it, narrowed to what a report should point at.
  case absent(from: SourceRange)
}

extension Field {
  /// The value, when it is known.
  package var value: Value? { if case .known(let value, _) = self { value } else { nil } }

  package var isKnown: Bool { if case .known = self { true } else { false } }
  package var isAbsent: Bool { if case .absent = self { true } else { false } }
  package var isUnknown: Bool { if case .unknown = self { true } else { false } }
  /// Whether something is written there, known or not.
  package var isPresent: Bool { !isAbsent }

  /// Where the value stands, or where it is missed.
  package var range: SourceRange {
    switch self {
    case .known(_, let range), .unknown(let range), .absent(let range): range
    }
  }

  package func map<Other: Sendable>(_ transform: (Value) -> Other) -> Field<Other> {
    switch self {
    case .known(let value, let range): .known(transform(value), at: range)
    case .unknown(let range): .unknown(at: range)
    case .absent(let range): .absent(from: range)
    }
  }

  /// Like `map`, where nil means that the value cannot be understood; it becomes unknown.
  package func understood<Other: Sendable>(_ transform: (Value) -> Other?) -> Field<Other> {
    switch self {
    case .known(let value, let range):
      if let other = transform(value) { .known(other, at: range) } else { .unknown(at: range) }
    case .unknown(let range): .unknown(at: range)
    case .absent(let range): .absent(from: range)
    }
  }

  /// The value, the default when the field is absent, nil when it is unknown.
  package func value(orDefault standard: Value) -> Value? {
    switch self {
    case .known(let value, _): value
    case .unknown: nil
    case .absent: standard
    }
  }
}

extension Node {
  /// The field of a mapping.
  ///
  /// A null value is absent; in anything but a mapping, or in an open one, it is unknown.
  package func field(_ key: String) -> Field<Node> {
    switch value {
    case .mapping(let mapping):
      if let node = mapping[key] {
        node.isUnresolved && node.unresolvedText?.isWhollyUnknown != false
          ? .unknown(at: node.range) : .known(node, at: node.range)
      } else if mapping.isOpen {
        .unknown(at: range)
      } else {
        .absent(from: range)
      }
    case .null: .absent(from: range)
    default: .unknown(at: range)
    }
  }

  private var unresolvedText: Text? { if case .unresolved(let text) = value { text } else { nil } }
}

extension Field where Value == Node {
  /// A field of the mapping that stands here; absent when this field is.
  package func field(_ key: String) -> Field<Node> {
    switch self {
    case .known(let node, _): node.field(key)
    case .unknown(let range): .unknown(at: range)
    case .absent(let range): .absent(from: range)
    }
  }

  /// The field as text that may be known only in part.
  ///
  /// Numbers and booleans count as their text.
  package var text: Field<Text> {
    understood { node in
      if case .unresolved(let text) = node.value { text } else { node.scalarText.map { Text($0) } }
    }
  }

  /// The field as a string that is known as a whole.
  ///
  /// Numbers and booleans count as their text.
  package var string: Field<String> { understood(\.scalarText) }

  /// Like `string`, where an empty string is as good as none: `describe` writes `""` for what is not set.
  package var nonEmptyString: Field<String> {
    if case .known("", let range) = string { .absent(from: range) } else { string }
  }

  /// The field as an integer; a string of digits counts, since several clients convert it.
  package var integer: Field<Int> {
    understood { node in
      switch node.value {
      case .integer(let number): number
      case .string(let text): Int(text)
      default: nil
      }
    }
  }

  /// The field as a boolean; the strings `true` and `false` count.
  package var bool: Field<Bool> {
    understood { node in
      switch node.value {
      case .bool(let flag): flag
      case .string(let text): text.lowercased() == "true" ? true : text.lowercased() == "false" ? false : nil
      default: nil
      }
    }
  }

  /// The elements of a list.
  package var list: Field<[Node]> { understood(\.sequence) }

  /// The elements of a list, none where it is absent or unknown.
  ///
  /// Only for what needs no certainty about the rest.
  package var elements: [Node] { list.value ?? [] }

  /// The entries of a mapping, none where it is absent or unknown.
  package var entries: [Mapping.Entry] { value?.mapping?.entries ?? [] }
}

extension Node {
  /// A scalar as its text; nil for null, collections and what is unknown.
  package var scalarText: String? {
    switch value {
    case .string(let text), .number(let text): text
    case .integer(let number): String(number)
    case .bool(let flag): flag ? "true" : "false"
    case .null, .sequence, .mapping, .unresolved: nil
    }
  }
}

/// An answer that may not be known.
package enum Truth: Sendable, Equatable {
  case yes
  case no
  case unknown

  package init(_ value: Bool) { self = value ? .yes : .no }
}
