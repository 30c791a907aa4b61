/// What an expression is evaluated to, and what its variables are bound to.
package enum Value: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case list(any ListContents)
  case map(any MapContents)
  case timestamp(Timestamp)
  /// Nanoseconds.
  case duration(Int64)
  /// The name of a type: `int`, `list`, `google.protobuf.Duration`.
  case type(String)
  /// What `optional.of` and `optional.none` make.
  indirect case optional(Value?)
  /// An address, or a network of them, as `ip` and `cidr` make it.
  indirect case network(Network)
  /// A string known in part.
  case partial(PartialString)
  /// A value that exists and is not known. It is absorbed where the outcome is certain without it, and otherwise makes
  /// the outcome unknown; an error that stands beside it is not reported.
  case unknown
}

/// The elements of a list, which may be made when they are asked for.
package protocol ListContents: AnyObject, Sendable {
  /// How many elements are known.
  var count: Int { get }

  /// False if the list has more elements than are known, anywhere in it.
  var isComplete: Bool { get }

  /// The element at a position, which is less than `count`.
  func element(at position: Int) -> Value
}

/// The entries of a map, which may be made when they are asked for.
package protocol MapContents: AnyObject, Sendable {
  /// How many entries are known.
  var count: Int { get }

  /// False if the map has more entries than are known.
  var isComplete: Bool { get }

  /// The known keys, in the order in which comprehensions visit them: bool, int, uint, or string.
  var keys: [Value] { get }

  /// The value at a key; nil if no such key is known.
  func value(at key: MapKey) -> Value?
}

extension ListContents {
  package var isComplete: Bool { true }
}

extension MapContents {
  package var isComplete: Bool { true }
}

/// A key of a map; numbers that are equal are the same key, whatever their type.
package enum MapKey: Sendable, Hashable {
  case bool(Bool)
  case int(Int64)
  /// A number greater than any `int`.
  case large(UInt64)
  case string(String)

  /// Nil if no map can have this key: a list, a fraction, null.
  init?(_ value: Value) {
    switch value {
    case .bool(let bool): self = .bool(bool)
    case .int(let int): self = .int(int)
    case .uint(let uint): self = Int64(exactly: uint).map(MapKey.int) ?? .large(uint)
    case .double(let double):
      if let int = Int64(exactly: double) {
        self = .int(int)
      } else if let uint = UInt64(exactly: double) {
        self = .large(uint)
      } else {
        return nil
      }
    case .string(let string): self = .string(string)
    default: return nil
    }
  }

  /// Compares code points, where Swift's strings would find composed and decomposed letters equal.
  package static func == (first: MapKey, second: MapKey) -> Bool {
    switch (first, second) {
    case (.bool(let first), .bool(let second)): first == second
    case (.int(let first), .int(let second)): first == second
    case (.large(let first), .large(let second)): first == second
    case (.string(let first), .string(let second)): first.isSame(as: second)
    default: false
    }
  }
}

/// A list held in memory.
package final class Items: ListContents {
  package let elements: [Value]
  package let isComplete: Bool

  package init(_ elements: [Value], isComplete: Bool = true) {
    self.elements = elements
    self.isComplete = isComplete
  }

  package var count: Int { elements.count }
  package func element(at position: Int) -> Value { elements[position] }
}

/// A map held in memory.
package final class Entries: MapContents {
  package let keys: [Value]
  package let isComplete: Bool
  private let values: [MapKey: Value]

  package convenience init(_ entries: [(String, Value)], isComplete: Bool = true) {
    var builder = Builder()
    for (key, value) in entries { _ = builder.insert(.string(key), value) }
    self.init(builder, isComplete: isComplete)
  }

  init(_ builder: Builder, isComplete: Bool = true) {
    keys = builder.keys
    values = builder.values
    self.isComplete = isComplete
  }

  package var count: Int { keys.count }
  package func value(at key: MapKey) -> Value? { values[key] }

  /// Collects entries.
  struct Builder {
    private(set) var keys: [Value] = []
    private(set) var values: [MapKey: Value] = [:]

    enum Outcome { case inserted, repeated, unsupported }

    mutating func insert(_ key: Value, _ value: Value) -> Outcome {
      if case .double = key { return .unsupported }
      guard let hashed = MapKey(key) else { return .unsupported }
      guard values.updateValue(value, forKey: hashed) == nil else { return .repeated }
      keys.append(key)
      return .inserted
    }
  }
}

extension Value {
  /// A list of these elements.
  package static func list(_ elements: [Value]) -> Value { .list(Items(elements)) }

  /// A map with these entries, in this order.
  package static func map(_ entries: [(String, Value)]) -> Value { .map(Entries(entries)) }

  /// The name of the type, as `type(value)` gives it and as messages write it.
  package var typeName: String {
    switch self {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string, .partial: "string"
    case .bytes: "bytes"
    case .list: "list"
    case .map: "map"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .type: "type"
    case .optional: "optional_type"
    case .network(let network): network.typeName
    case .unknown: "unknown"
    }
  }
}

extension Value: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int64) { self = .int(value) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(arrayLiteral elements: Value...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, Value)...) { self = .map(elements) }
}
