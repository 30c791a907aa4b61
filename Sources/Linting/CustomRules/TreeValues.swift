import CEL
import Syntax

extension CEL.Value {
  /// A node as an expression sees it: what is decided at deploy is unknown, or known in part.
  init(_ node: Node) {
    switch node.value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let number): self = .int(Int64(number))
    case .number(let text): self = Double(text).flatMap { $0.isFinite ? .double($0) : nil } ?? .unknown
    case .string(let text): self = .string(text)
    case .sequence(let elements): self = .list(TreeList(elements))
    case .mapping(let mapping): self = .map(TreeMap(mapping))
    case .unresolved(let text): self = Self.partial(text)
    }
  }

  /// What is wholly unknown need not even be a string.
  private static func partial(_ text: Text) -> CEL.Value {
    if text.isWhollyUnknown { return .unknown }
    var pieces = [""]
    for piece in text.pieces {
      switch piece {
      case .literal(let literal): pieces[pieces.count - 1] += literal
      case .hole: pieces.append("")
      }
    }
    return PartialString(pieces: pieces).map { .partial($0) } ?? .string(pieces[0])
  }
}

/// The elements of a list, converted when they are asked for.
private final class TreeList: ListContents {
  private let elements: [Node]

  init(_ elements: [Node]) { self.elements = elements }

  var count: Int { elements.count }
  func element(at position: Int) -> CEL.Value { CEL.Value(elements[position]) }
}

/// The entries of a mapping but those that are null, which are absent.
private final class TreeMap: MapContents {
  private let mapping: Mapping

  init(_ mapping: Mapping) { self.mapping = mapping }

  var isComplete: Bool { !mapping.isOpen }
  var count: Int { mapping.entries.count { !$0.value.isNull } }
  var keys: [CEL.Value] { mapping.entries.filter { !$0.value.isNull }.map { .string($0.key) } }

  func value(at key: MapKey) -> CEL.Value? {
    guard case .string(let name) = key else { return nil }
    return mapping[name].map { CEL.Value($0) }
  }
}
