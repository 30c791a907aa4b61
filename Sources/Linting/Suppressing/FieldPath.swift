import Syntax

/// The way to a field of a resource, which survives that lines and list entries move:
/// `containerDefinitions[otel-collector].image`, `spec.template.metadata.annotations["run.googleapis.com/ingress"]`.
///
/// Brackets after a list hold the name of an entry, or its number from 0; after a mapping they hold a key.
package struct FieldPath: Sendable, Equatable, CustomStringConvertible {
  private struct Step: Sendable, Equatable {
    let name: String
    /// Whether it is written between brackets.
    let isBracketed: Bool
  }

  private let steps: [Step]

  private init(steps: [Step]) { self.steps = steps }

  /// Nil when it is no path: a bracket or a quote is not closed, or nothing stands between two dots.
  package init?(_ text: String) {
    var steps: [Step] = []
    var rest = text[...]
    var mayStartName = true
    while let first = rest.first {
      if first == "[" {
        guard let (step, after) = Self.bracket(rest) else { return nil }
        steps.append(Step(name: step, isBracketed: true))
        rest = after
        mayStartName = false
      } else if mayStartName {
        let name = rest.prefix { $0 != "." && $0 != "[" }
        guard !name.isEmpty else { return nil }
        steps.append(Step(name: String(name), isBracketed: false))
        rest = rest.dropFirst(name.count)
        mayStartName = false
      } else {
        guard first == "." else { return nil }
        rest.removeFirst()
        mayStartName = true
      }
    }
    guard !steps.isEmpty, !mayStartName else { return nil }
    self.steps = steps
  }

  /// What stands between brackets, with or without quotes, and what follows.
  private static func bracket(_ text: Substring) -> (step: String, rest: Substring)? {
    var inside = text.dropFirst()
    if let quote = inside.first, quote == "\"" || quote == "'" {
      inside.removeFirst()
      guard let end = inside.firstIndex(of: quote) else { return nil }
      let after = inside[inside.index(after: end)...]
      return after.first == "]" ? (String(inside[..<end]), after.dropFirst()) : nil
    }
    guard let end = inside.firstIndex(of: "]"), end > inside.startIndex else { return nil }
    return (String(inside[..<end]), inside[inside.index(after: end)...])
  }

  /// The bytes of what is there, keys included; empty when the resource has no such field.
  func ranges(in node: Node) -> [SourceRange] {
    var found: (node: Node, range: SourceRange)? = (node, node.range)
    for step in steps { found = found.flatMap { Self.follow(step.name, from: $0.node) } }
    guard let found else { return [] }
    return found.range == found.node.range ? [found.range] : [found.range, found.node.range]
  }

  /// What is there; nil when the way leads nowhere.
  func node(in node: Node) -> Node? {
    var found: Node? = node
    for step in steps { found = found.flatMap { Self.follow(step.name, from: $0)?.node } }
    return found
  }

  /// The place of the field, or of the innermost thing on the way to it that is there: one key or one value.
  ///
  /// Nil when not even the first step leads anywhere. A value of which nothing is known is nobody's fault, so its key
  /// is the place.
  func nearestPlace(in node: Node) -> SourceRange? {
    var node = node
    var place: SourceRange?
    for step in steps {
      guard let next = Self.follow(step.name, from: node) else { return place }
      if let key = node.mapping?.entry(step.name)?.keyRange {
        place = key
      } else {
        place = next.node.entryAnchor ?? place
      }
      node = next.node
    }
    return node.isPlainScalar ? node.range : place
  }

  private static func follow(_ step: String, from node: Node) -> (node: Node, range: SourceRange)? {
    switch node.value {
    case .mapping(let mapping): return mapping.entry(step).map { ($0.value, $0.range) }
    case .sequence(let elements):
      let named = elements.first { $0.nameInList == step }
      let element = named ?? Int(step).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
      return element.map { ($0, $0.range) }
    default: return nil
    }
  }

  /// The way to the innermost field or list entry that holds a range; nil when that is the whole resource.
  init?(to range: SourceRange, in node: Node) {
    var steps: [Step] = []
    var node = node
    descent: while true {
      switch node.value {
      case .mapping(let mapping):
        let inner = mapping.entries.first { entry in
          entry.keyRange.contains(range) || entry.value.range.contains(range) || entry.range.contains(range)
        }
        guard let inner else { break descent }
        steps.append(Step(name: inner.key, isBracketed: inner.key.contains { ".[]\"' ".contains($0) }))
        node = inner.value
      case .sequence(let elements):
        guard let index = elements.firstIndex(where: { $0.range.contains(range) }) else { break descent }
        let name = elements[index].nameInList
        let isUnique = name != nil && elements.count { $0.nameInList == name } == 1
        steps.append(Step(name: isUnique ? name ?? "" : String(index), isBracketed: true))
        node = elements[index]
      default: break descent
      }
    }
    guard !steps.isEmpty else { return nil }
    self.init(steps: steps)
  }

  package var description: String {
    var text = ""
    for step in steps {
      if step.isBracketed {
        let needsQuotes = step.name.contains { "[]\"'".contains($0) }
        let quote = needsQuotes ? step.name.contains("\"") ? "'" : "\"" : ""
        text += "[\(quote)\(step.name)\(quote)]"
      } else {
        text += (text.isEmpty ? "" : ".") + step.name
      }
    }
    return text
  }
}

extension Node {
  fileprivate var isPlainScalar: Bool {
    switch value {
    case .bool, .integer, .number, .string: true
    case .null, .unresolved, .sequence, .mapping: false
    }
  }

  /// Where to point at an entry of a list: at what it is called, else at its first key, or at the scalar that it is.
  var entryAnchor: SourceRange? {
    guard let mapping else { return isPlainScalar ? range : nil }
    for key in Self.namingKeys { if let name = mapping[key], name.string != nil { return name.range } }
    return mapping.entries.first?.keyRange
  }

  private static let namingKeys = ["name", "containerName", "key"]

  /// By what an entry of a list is called: its `name`, or what stands for one.
  fileprivate var nameInList: String? {
    for key in Self.namingKeys {
      if let name = mapping?[key]?.string { return name }
    }
    return nil
  }
}
