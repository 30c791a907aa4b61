import Syntax

/// Holds a mapping against the shape that its API wants.
///
/// What is unknown (an unresolved value, a field that an open mapping may have) is never judged, null counts as absent,
/// and nothing is said about what stands below a field that the API does not have or does not read.
///
/// - Parameters:
///   - node: the resource.
///   - shape: what the API takes there.
/// - Returns: the issues in the order of the fields, those of a mapping before what it lacks.
package func structuralIssues(of node: Node, as shape: Shape) -> [StructuralIssue] {
  var checker = StructuralChecker()
  if let mapping = node.mapping {
    checker.check(mapping, at: node.range, as: shape, under: nil)
  }
  return checker.issues
}

/// A hint for editors at the top of a file.
private let schemaKey = "$schema"

private struct StructuralChecker {
  private enum Step {
    case key(String)
    case index(Int)
  }

  /// The mapping that holds a value, and the name of the field it has there.
  private struct Owner {
    let shape: Shape
    let field: String
    var part = StructuralIssue.Part.whole

    func with(_ part: StructuralIssue.Part) -> Owner { Owner(shape: shape, field: field, part: part) }
  }

  private(set) var issues: [StructuralIssue] = []
  private var path: [Step] = []

  mutating func check(_ mapping: Mapping, at range: SourceRange, as shape: Shape, under key: SourceRange?) {
    for entry in mapping.entries where !entry.value.isNull {
      path.append(.key(entry.key))
      defer { path.removeLast() }
      let owner = Owner(shape: shape, field: entry.key)
      guard let member = shape.member(entry.key) else {
        reportStranger(entry, of: mapping, owner)
        continue
      }
      if member.traits.contains(.output) {
        report(.outputField, at: entry.keyRange, owner)
        continue
      }
      if member.traits.contains(.deprecated) { report(.deprecatedField, at: entry.keyRange, owner) }
      check(entry.value, as: member.type, owner, under: entry.keyRange)
    }
    guard !mapping.isOpen else { return }
    for member in shape.members where member.traits.contains(.required) && mapping[member.name] == nil {
      if isMisplaced(member.name, in: mapping, of: shape) { continue }
      path.append(.key(member.name))
      defer { path.removeLast() }
      report(
        .missingField, at: anchor(of: mapping, at: range, under: key), Owner(shape: shape, field: member.name))
    }
  }

  /// Whether a field that is missing is there after all, misspelt or at the wrong level, which is reported by itself.
  private func isMisplaced(_ name: String, in mapping: Mapping, of shape: Shape) -> Bool {
    mapping.entries.contains { entry in
      guard !entry.value.isNull, shape.member(entry.key) == nil else { return false }
      if case .jobShape? = KubernetesField.named(entry.key, in: shape)?.concern { return true }
      return (shape.successor(of: entry.key) ?? nearest(to: entry.key, among: shape.members.map(\.name))).first == name
    }
  }

  /// Where to point when a mapping lacks something: one line, and never at an unknown value.
  private func anchor(of mapping: Mapping, at range: SourceRange, under key: SourceRange?) -> SourceRange {
    if let name = mapping["name"], name.string != nil { return name.range }
    return key ?? mapping.entries.first { $0.key != schemaKey }?.keyRange ?? range
  }

  private mutating func reportStranger(_ entry: Mapping.Entry, of mapping: Mapping, _ owner: Owner) {
    if entry.key == schemaKey, path.count == 1 { return }
    if let field = KubernetesField.named(entry.key, in: owner.shape) {
      report(.kubernetesField(field), at: entry.keyRange, owner)
      return
    }
    let inputs = owner.shape.members.filter { !$0.traits.contains(.output) }
    let near = (owner.shape.successor(of: entry.key) ?? nearest(to: entry.key, among: inputs.map(\.name))).map { name in
      StructuralIssue.Suggestion(
        name: name, isAbsent: mapping[name] == nil,
        takesValue: owner.shape.member(name).map { takes($0.type, entry.value) } ?? false)
    }
    report(.unknownField(near: near), at: entry.keyRange, owner)
  }

  /// Whether a value is of a type, at its top at least.
  private func takes(_ type: ValueType, _ value: Node) -> Bool {
    var trial = StructuralChecker()
    let nowhere = Shape("", .ecs, [])
    trial.check(value, as: type, Owner(shape: nowhere, field: ""), under: value.range)
    return !trial.issues.contains { issue in
      if case .wrongType = issue.problem { issue.range == value.range } else { false }
    }
  }

  private mutating func check(_ node: Node, as type: ValueType, _ owner: Owner, under key: SourceRange) {
    switch (type, node.value) {
    case (.any, _), (_, .unresolved), (_, .null):
      return
    case (.shape(let shape), .mapping(let mapping)):
      check(mapping, at: node.range, as: shape(), under: key)
    case (.map(let value), .mapping(let mapping)):
      for entry in mapping.entries {
        path.append(.key(entry.key))
        check(entry.value, as: value, owner.with(.entry(entry.key)), under: entry.keyRange)
        path.removeLast()
      }
    case (.list(let element, let count), .sequence(let elements)):
      checkCount(elements, count, owner, under: key)
      for (index, node) in elements.enumerated() {
        path.append(.index(index))
        // An element is best pointed at by its own first key.
        let first = node.mapping?.entries.first?.keyRange ?? node.range
        check(node, as: element, owner.with(.element(index)), under: first)
        path.removeLast()
      }
    default:
      checkScalar(node, as: type, owner, under: key)
    }
  }

  private mutating func checkCount(
    _ elements: [Node], _ allowed: ClosedRange<Int>?, _ owner: Owner, under key: SourceRange
  ) {
    guard let allowed, !allowed.contains(elements.count) else { return }
    var place = key
    if elements.count > allowed.upperBound {
      let surplus = elements[allowed.upperBound]
      place = surplus.mapping.map { anchor(of: $0, at: surplus.range, under: nil) } ?? surplus.range
    }
    report(.wrongCount(elements.count, allowed: allowed), at: place, owner)
  }

  private mutating func checkScalar(_ node: Node, as type: ValueType, _ owner: Owner, under key: SourceRange) {
    switch (type, node.value) {
    case (.string, .string) where isDate(node, owner), (.enumeration, .string) where isDate(node, owner):
      let mismatch = StructuralIssue.WrongType(wanted: type, found: .date, repair: .quote, tolerance: nil)
      report(.wrongType(mismatch), at: node.range, owner)
    case (.string(let length, let alphabet), .string(let text)):
      checkText(text, length, alphabet, at: node.range, owner)
    case (.enumeration(let allowed), .string(let text)):
      checkChoice(text, allowed, at: node.range, owner)
    case (.integer(let allowed), .integer(let number)):
      if !allowed.contains(number) { report(.outOfRange(String(number), allowed: allowed), at: node.range, owner) }
    case (.integer(let allowed), .number(let text)) where isWholeNumber(text):
      // More digits than 64 bits hold.
      report(.outOfRange(text, allowed: allowed), at: node.range, owner)
    case (.int64Text, .integer), (.number, .integer), (.number, .number), (.bool, .bool):
      return
    case (.int64Text, .string(let text)) where Int(text) != nil, (.duration, .string(let text)) where isDuration(text):
      return
    default:
      guard let found = StructuralIssue.Found(node) else { return }
      let mismatch = StructuralIssue.WrongType(
        wanted: type, found: found, repair: StructuralIssue.Repair(of: node, to: type, field: owner.field),
        tolerance: tolerance(of: node, for: type, field: owner.field, in: owner.shape))
      // A block is too much to point at.
      report(.wrongType(mismatch), at: found.isCollection ? key : node.range, owner)
    }
  }

  private func isDate(_ node: Node, _ owner: Owner) -> Bool { owner.shape.api != .ecs && node.isPlainDate }

  private mutating func checkText(
    _ text: String, _ length: ClosedRange<Int>?, _ alphabet: Alphabet?, at range: SourceRange, _ owner: Owner
  ) {
    if let length, !length.contains(text.unicodeScalars.count) {
      report(.wrongLength(text.unicodeScalars.count, allowed: length), at: range, owner)
    } else if let alphabet, let stranger = alphabet.firstStranger(in: text) {
      report(.strangeCharacter(stranger, allowed: alphabet), at: range, owner)
    }
  }

  private mutating func checkChoice(_ text: String, _ allowed: [String], at range: SourceRange, _ owner: Owner) {
    // An empty string is how `describe` and consoles write what is not set.
    guard !text.isEmpty, !allowed.contains(text) else { return }
    let near = nearest(to: text, among: allowed).first
    report(.notAllowed(text, allowed: allowed, nearest: near), at: range, owner)
  }

  private mutating func report(_ problem: StructuralIssue.Problem, at range: SourceRange, _ owner: Owner) {
    let text = path.reduce(into: "") { text, step in
      switch step {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      }
    }
    issues.append(
      StructuralIssue(
        path: text, range: range, shape: owner.shape, field: owner.field, part: owner.part, problem: problem))
  }
}
