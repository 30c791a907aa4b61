import Forms
import Syntax

extension Resource {
  /// Whether a fix that a rule made for the canonical tree is one for the text, too.
  ///
  /// What stands in the text in other words is not for it to change.
  func isFit(_ fix: Fix) -> Bool {
    fix.edits.allSatisfy { edit in
      !retold.contains { place in
        edit.range.isEmpty
          ? place.range.lower < edit.range.lower && edit.range.upper < place.range.upper
          : place.range.lower < edit.range.upper && edit.range.lower < place.range.upper
      }
    }
  }
}

extension Findings {
  /// The edit that makes a scalar say something else, right in every language.
  ///
  /// It keeps the quotes that it finds. A bare string gets double quotes; a bare number or boolean gets none.
  package func rewrite(_ node: Node, as text: String) -> Fix.Edit {
    let bytes = resource.file.bytes
    let first = node.range.lower < bytes.count ? bytes[node.range.lower] : 0
    switch (first, node.value) {
    case (UInt8(ascii: "\""), _): return Fix.Edit(node.range, "\"\(text)\"")
    case (UInt8(ascii: "'"), _): return Fix.Edit(node.range, "'\(text)'")
    case (_, .integer), (_, .number), (_, .bool): return Fix.Edit(node.range, text)
    default: return Fix.Edit(node.range, "\"\(text)\"")
    }
  }

  /// The fix that writes a text where a key or a scalar stands, in the quotes that it has.
  func writing(_ text: String, at range: SourceRange, _ safety: Fix.Safety = .unsafe) -> [Fix] {
    [Fix("Write \(text)", safety, [replacing(range, with: text)])]
  }

  /// The fix that takes an entry out of a mapping; none where nothing would be left of that, or the layout cannot be kept.
  func removing(_ key: String, from node: Node?, _ safety: Fix.Safety = .unsafe) -> [Fix] {
    guard let node, node.mapping.map({ $0.entries.count > 1 }) ?? false, let edit = layout.removing(key, from: node)
    else { return [] }
    return [Fix("Remove \(key)", safety, [edit])]
  }

  /// Likewise, for the entry whose key stands at a place; metadata that would be left empty goes with it.
  func removing(keyAt range: SourceRange?, _ safety: Fix.Safety = .unsafe) -> [Fix] {
    guard let range else { return [] }
    var way: [(node: Node, key: String)] = []
    var node: Node? = resource.node
    while let next = node, way.last?.node.mapping?.entry(way.last?.key ?? "")?.keyRange != range {
      let entries = next.mapping?.entries ?? []
      if let entry = entries.first(where: { $0.keyRange == range || $0.value.range.contains(range) }) {
        way.append((next, entry.key))
        node = entry.value
      } else {
        node = next.sequence?.first { $0.range.contains(range) }
      }
    }
    guard let name = way.last?.key, way.last?.node.mapping?.entry(name)?.keyRange == range else { return [] }
    while let last = way.last, last.node.mapping?.entries.count == 1, way.count > 1,
      ["annotations", "labels", "metadata"].contains(way[way.count - 2].key)
    {
      way.removeLast()
    }
    guard let last = way.last, last.node.mapping.map({ $0.entries.count > 1 }) ?? false,
      let edit = layout.removing(last.key, from: last.node)
    else { return [] }
    return [Fix("Remove \(name)", safety, [edit])]
  }

  /// The edit that adds a field behind the last one of a mapping, its key quoted as the others are.
  ///
  /// - Parameters:
  ///   - field: as the cloud's API calls it.
  ///   - value: as JSON, on one line.
  ///   - node: the mapping.
  /// - Returns: nil where the file has other names or another syntax than the API, or a layout that cannot be kept.
  func add(_ field: String, _ value: String, to node: Node) -> Fix.Edit? {
    guard let last = node.mapping?.entries.last, node.mapping?.entry(field) == nil, resource.retold.isEmpty else {
      return nil
    }
    let bytes = resource.file.bytes
    let isQuoted = bytes[last.keyRange.lower] == UInt8(ascii: "\"")
    let written = resource.file.text(in: last.keyRange)
    let colon = bytes[last.keyRange.upper...].first { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "\"") }
    guard colon == UInt8(ascii: ":"), written == last.key || written == "\"\(last.key)\"" else { return nil }
    return layout.adding(isQuoted ? "\"\(field)\"" : field, value, to: node)
  }
}
