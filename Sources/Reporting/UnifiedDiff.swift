import Linting
import Syntax

/// The changes to a file as `patch -p0` and `git apply -p0` take them.
package struct UnifiedDiff {
  private let path: String
  private let old: TextLines
  private let new: TextLines
  private let changes: [LineBlock]
  /// The lines of the original that nobody may see.
  private let hidden: Set<Int>

  /// Nil where a changed line may hold a secret.
  package init?(_ text: EditedText, hiding source: HiddenSource) {
    path = text.original.path
    old = TextLines(text.original.bytes)
    new = TextLines(text.bytes)
    changes = text.changes(old, new)
    var hidden = Set<Int>()
    for range in source.ranges(in: text.original, touching: text.original.range) {
      hidden.formUnion(old.line(at: range.lower)...old.line(at: max(range.lower, range.upper - 1)))
    }
    self.hidden = hidden
    if !hidden.isEmpty, changes.contains(where: { $0.old.contains(where: hidden.contains) }) { return nil }
  }

  /// Several changes with lines around them; no hunk shows a hidden line.
  private struct Hunk {
    var changes: [LineBlock]
    var before: Int
    var after: Int
  }

  private var hunks: [Hunk] {
    let most = 3
    var groups: [[LineBlock]] = []
    for change in changes {
      if let last = groups.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * most,
        !(last.old.upperBound..<change.old.lowerBound).contains(where: hidden.contains)
      {
        groups[groups.count - 1].append(change)
      } else {
        groups.append([change])
      }
    }
    return groups.compactMap { changes in
      guard let first = changes.first, let last = changes.last else { return nil }
      let before = Array((0..<first.old.lowerBound).suffix(most).reversed())
      let after = Array((last.old.upperBound..<old.count).prefix(most))
      // Fewer lines on one side alone would say that the file begins or ends there.
      let room = min(
        before.firstIndex(where: hidden.contains) ?? most, after.firstIndex(where: hidden.contains) ?? most)
      return Hunk(changes: changes, before: min(before.count, room), after: min(after.count, room))
    }
  }

  /// The lines of the diff, each with its line end.
  package func bytes(in context: ReportContext) -> [UInt8] {
    var result: [UInt8] = []
    func add(_ marker: String, _ line: ArraySlice<UInt8>, _ role: Role = .plain) {
      if context.usesColor || context.width != nil {
        // For eyes: nothing that a terminal obeys.
        var text = String(decoding: line, as: UTF8.self)
        if text.unicodeScalars.last == "\n" { text.unicodeScalars.removeLast() }
        let shown = text.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).visible }
        result += Row(Span(marker + shown.joined(separator: "    "), role)).rendered(inColor: context.usesColor).utf8
      } else {
        result += marker.utf8
        result += line
        if line.last != 0x0A { result.append(0x0A) }
      }
      if line.last != 0x0A { result += "\\ No newline at end of file\n".utf8 }
    }
    func addHead(_ text: String, _ role: Role) {
      result += Row(Span(text, role)).rendered(inColor: context.usesColor).utf8
    }
    addHead("--- \(name)", .strong)
    addHead("+++ \(name)", .strong)
    for hunk in hunks {
      guard let first = hunk.changes.first, let last = hunk.changes.last else { continue }
      let oldRange = first.old.lowerBound - hunk.before..<last.old.upperBound + hunk.after
      let newRange = first.new.lowerBound - hunk.before..<last.new.upperBound + hunk.after
      addHead("@@ -\(oldRange.asInHunk) +\(newRange.asInHunk) @@", .code)
      var next = oldRange.lowerBound
      for change in hunk.changes {
        for line in next..<change.old.lowerBound { add(" ", old[line]) }
        for line in change.old { add("-", old[line], .severity(.error)) }
        for line in change.new { add("+", new[line], .good) }
        next = change.old.upperBound
      }
      for line in next..<oldRange.upperBound { add(" ", old[line]) }
    }
    return result
  }

  /// With quotes where it would not be understood without, and a tab where a blank does not end it.
  private var name: String {
    let special = path.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0 == "\"" || $0 == "\\" }
    guard special else { return path.contains(" ") ? path + "\t" : path }
    var quoted = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += "\\" + String(Unicode.Scalar(byte))
      case 0x21..<0x7F, 0x20: quoted.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 8)
        quoted += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }
    }
    return "\"\(quoted)\""
  }
}

extension Range<Int> {
  /// Where the lines begin, from 1, and how many there are; of none, the line before.
  fileprivate var asInHunk: String { isEmpty ? "\(lowerBound),0" : "\(lowerBound + 1),\(count)" }
}
