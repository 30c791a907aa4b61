import Forms
import Syntax

/// Takes out, adds and moves entries as the language and the lines around them want it.
struct Layout {
  private let file: SourceFile
  private var bytes: [UInt8] { file.bytes }

  init(_ file: SourceFile) { self.file = file }

  /// Takes an entry out of its mapping, with its line where it has lines of its own.
  ///
  /// - Returns: nil where the layout is not one that can be kept.
  func removing(_ key: String, from node: Node) -> Fix.Edit? {
    guard let entries = node.mapping?.entries, let index = entries.firstIndex(where: { $0.key == key })
    else { return nil }
    if isFlow(node) { return removing(index, of: entries.map(\.range), from: node) }
    return lines(of: entries[index].range) { isBlank($0) }.map { Fix.Edit($0, "") }
  }

  /// Takes several entries out of their mapping.
  ///
  /// - Returns: nil where the layout is not one that can be kept.
  func removing(_ keys: [String], from node: Node) -> [Fix.Edit]? {
    guard let entries = node.mapping?.entries else { return nil }
    if isFlow(node) {
      let removed = Set(entries.indices.filter { keys.contains(entries[$0].key) })
      return removing(removed, of: entries.map(\.range), from: node)
    }
    var edits: [Fix.Edit] = []
    for key in keys {
      guard let edit = removing(key, from: node) else { return nil }
      edits.append(edit)
    }
    return edits
  }

  /// Takes an element out of its list, with its lines where it has lines of its own.
  ///
  /// - Returns: nil where the layout is not one that can be kept.
  func removing(elementAt index: Int, of node: Node) -> Fix.Edit? {
    guard let elements = node.sequence, elements.indices.contains(index) else { return nil }
    if isFlow(node) { return removing(index, of: elements.map(\.range), from: node) }
    return lines(of: elements[index].range) { before in
      let dash = before.drop { $0 == 0x20 }
      return dash.first == UInt8(ascii: "-") && isBlank(dash.dropFirst())
    }.map { Fix.Edit($0, "") }
  }

  /// Adds an entry behind the last one of a mapping.
  ///
  /// - Parameters:
  ///   - key: as it is written in the file's language, with its quotes if it needs any.
  ///   - value: likewise; one line.
  ///   - node: the mapping.
  /// - Returns: nil where the layout is not one that can be kept.
  func adding(_ key: String, _ value: String, to node: Node) -> Fix.Edit? {
    guard let mapping = node.mapping, let last = mapping.entries.last else { return nil }
    guard node.range.contains(last.range), last.value.range.lower >= last.keyRange.upper else { return nil }
    let indent = String(repeating: " ", count: column(of: last.keyRange.lower))
    if isFlow(node) {
      let separator = startsLine(last.keyRange.lower) ? "," + newline + indent : ", "
      return Fix.Edit(SourceRange(last.range.upper, last.range.upper), "\(separator)\(key): \(value)")
    }
    guard let end = lineEnd(after: last.range) else { return nil }
    return Fix.Edit(SourceRange(end, end), "\(newline)\(indent)\(key): \(value)")
  }

  /// Moves an entry of one mapping behind the last one of another, as it is written.
  ///
  /// - Returns: nil where the layout is not one that can be kept, or the other mapping has such a key.
  func moving(_ key: String, from source: Node, to target: Node) -> [Fix.Edit]? {
    guard target.mapping?.entry(key) == nil, let entry = written(key, of: source, for: target),
      let removal = removing(key, from: source), let addition = adding(entry.key, entry.value, to: target)
    else { return nil }
    return [removal, addition]
  }

  /// Moves an entry of one mapping into a new one inside another, in front of what that has.
  ///
  /// - Parameters:
  ///   - key: the entry's key.
  ///   - source: the mapping that has it.
  ///   - path: the keys that lead to the new mapping; the target has none of them, or mappings that end early.
  ///   - target: where the path begins.
  /// - Returns: nil where the layout is not one that can be kept.
  func moving(_ key: String, from source: Node, toNew path: [String], in target: Node) -> [Fix.Edit]? {
    if path.count > 1, let inner = target.mapping?.entry(path[0])?.value, inner.mapping?.entries.isEmpty == false {
      return moving(key, from: source, toNew: Array(path.dropFirst()), in: inner)
    }
    guard let head = path.first, target.mapping?.entry(head) == nil, let first = target.mapping?.entries.first,
      let entry = written(key, of: source, for: target), let removal = removing(key, from: source)
    else { return nil }
    let place = SourceRange(first.keyRange.lower, first.keyRange.lower)
    guard isFlow(target) || startsLine(place.lower) else { return nil }
    let margin = column(of: place.lower)
    var text = ""
    if isFlow(target) {
      let quoted = path.map { "\"\($0)\": " }.joined(separator: "{")
      let closing = String(repeating: "}", count: path.count)
      let separator = startsLine(place.lower) ? newline + String(repeating: " ", count: margin) : " "
      text = "\(quoted){\(entry.key): \(entry.value)\(closing),\(separator)"
    } else {
      for (depth, name) in path.enumerated() {
        text += "\(name):\(newline)" + String(repeating: " ", count: margin + 2 * depth + 2)
      }
      text += "\(entry.key): \(entry.value)\(newline)" + String(repeating: " ", count: margin)
    }
    return [removal, Fix.Edit(place, text)]
  }

  /// An entry as it stands, nil where it cannot stand like that in another mapping.
  private func written(_ key: String, of source: Node, for target: Node) -> (key: String, value: String)? {
    guard let entry = source.mapping?.entry(key), source.range.contains(entry.range) else { return nil }
    // What needs no quotes in a block may need them between braces.
    guard isFlow(source) == isFlow(target) || bytes[entry.value.range.lower] == UInt8(ascii: "\"") else { return nil }
    let text = file.text(in: entry.value.range)
    return text.contains(where: \.isNewline) ? nil : (file.text(in: entry.keyRange), text)
  }
}

extension Layout {
  private func isFlow(_ node: Node) -> Bool {
    guard bytes.indices.contains(node.range.lower) else { return false }
    return bytes[node.range.lower] == UInt8(ascii: "{") || bytes[node.range.lower] == UInt8(ascii: "[")
  }

  /// Between brackets: up to the next one, or from the one before.
  private func removing(_ index: Int, of ranges: [SourceRange], from node: Node) -> Fix.Edit? {
    guard ranges.allSatisfy(node.range.contains), ranges.areInOrder else { return nil }
    if index + 1 < ranges.count { return Fix.Edit(SourceRange(ranges[index].lower, ranges[index + 1].lower), "") }
    let lower = index > 0 ? ranges[index - 1].upper : ranges[index].lower
    return Fix.Edit(SourceRange(lower, ranges[index].upper), "")
  }

  /// Between brackets, several: each up to the next one that stays, the last ones from the one before that stays.
  private func removing(_ removed: Set<Int>, of ranges: [SourceRange], from node: Node) -> [Fix.Edit]? {
    guard ranges.allSatisfy(node.range.contains), ranges.areInOrder else { return nil }
    let lastKept = ranges.indices.last { !removed.contains($0) }
    var edits = removed.sorted().filter { $0 < lastKept ?? 0 }.map { index in
      Fix.Edit(SourceRange(ranges[index].lower, ranges[index + 1].lower), "")
    }
    if let last = ranges.indices.last, removed.contains(last) {
      let lower = lastKept.map { ranges[$0].upper } ?? ranges[0].lower
      edits.append(Fix.Edit(SourceRange(lower, ranges[last].upper), ""))
    }
    return edits
  }

  /// The whole lines of a block, nil when it shares them with something else than a comment behind it.
  private func lines(of range: SourceRange, ifPrecededBy isAllowed: (ArraySlice<UInt8>) -> Bool) -> SourceRange? {
    let start = lineStart(of: range.lower)
    guard isAllowed(bytes[start..<range.lower]), let end = lineEnd(after: range) else { return nil }
    let next = bytes[end...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    return SourceRange(start, next)
  }

  private func lineStart(of offset: Int) -> Int {
    bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }

  /// The end of the line on which a value ends, before its line break; nil when more than a comment follows it there.
  private func lineEnd(after range: SourceRange) -> Int? {
    // A block scalar ends behind its line break.
    let isBehindBreak = range.upper > range.lower && bytes[range.upper - 1] == 0x0A
    var start = isBehindBreak ? range.upper - 1 : range.upper
    if isBehindBreak, start > range.lower, bytes[start - 1] == 0x0D { start -= 1 }
    let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    let rest = bytes[start..<end].drop { $0 == 0x20 || $0 == 0x09 }
    let isComment = rest.first == UInt8(ascii: "#") && rest.startIndex > start
    return rest.isEmpty || isComment ? end : nil
  }

  private func startsLine(_ offset: Int) -> Bool { isBlank(bytes[lineStart(of: offset)..<offset]) }

  private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  private func column(of offset: Int) -> Int { offset - lineStart(of: offset) }

  private var newline: String {
    guard let index = bytes.firstIndex(of: 0x0A), index > 0, bytes[index - 1] == 0x0D else { return "\n" }
    return "\r\n"
  }
}

extension [SourceRange] {
  /// Whether each ends before the next one begins, as entries do that the user wrote side by side.
  fileprivate var areInOrder: Bool { zip(self, dropFirst()).allSatisfy { $0.upper <= $1.lower } }
}

extension Findings {
  /// For edits of the resource's own file.
  var layout: Layout { Layout(resource.file) }
}
