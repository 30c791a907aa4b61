import Syntax

/// The lines that a change adds or touches, by file.
package struct ChangedLines: Sendable, Equatable {
  /// Nil for a file that is new as a whole.
  private var lines: [String: [ClosedRange<Int>]?] = [:]

  package init() {}

  /// - Parameters:
  ///   - diff: what `git diff --unified=0 --dst-prefix=b/` wrote.
  ///   - shown: makes of a path in it the one that reports show.
  package init(diff: [UInt8], shown: (String) -> String) {
    var path: String?
    // Lines of the hunk that are still to come: what they say is text, whatever it looks like.
    var rest = 0
    for line in diff.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if rest > 0, let first = line.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
        rest -= 1
      } else if line.starts(with: "+++ ".utf8) {
        path = Self.path(line.dropFirst(4)).map(shown)
      } else if line.starts(with: "@@ ".utf8), let hunk = Self.hunk(line) {
        rest = hunk.removed + hunk.added
        guard let path, hunk.added > 0 else { continue }
        lines[path, default: []]?.append(hunk.start...(hunk.start + hunk.added - 1))
      }
    }
  }

  /// Adds a file of which every line is new.
  package mutating func addWhole(_ path: String) { lines[path] = .some(nil) }

  package func contains(_ path: String) -> Bool { lines[path] != nil }

  /// Whether one of the lines of a range was touched.
  package func touches(_ range: SourceRange, of file: SourceFile) -> Bool {
    guard let changed = lines[file.path] else { return false }
    guard let changed else { return true }
    let first = file.line(at: range.lower)
    let last = max(first, file.line(at: max(range.lower, range.upper - 1)))
    return changed.contains { $0.overlaps(first...last) }
  }

  /// The same change with further edits on top of it.
  package func following(_ texts: [String: EditedText]) -> ChangedLines {
    var result = self
    for (path, text) in texts {
      guard case .some(.some(let changed)) = lines[path] else { continue }
      let (old, new) = (TextLines(text.original.bytes), TextLines(text.bytes))
      let blocks = text.changes(old, new)
      // Lines are counted from 1 here, and from 0 there.
      let moved = changed.map { range in
        let start = blocks.moved(range.lowerBound - 1, inside: \.new.lowerBound)
        return start..<max(start, blocks.moved(range.upperBound, inside: \.new.upperBound))
      }
      result.lines[path] = (moved + blocks.map(\.new)).filter { !$0.isEmpty }.map {
        $0.lowerBound + 1...$0.upperBound
      }
    }
    return result
  }

  /// `b/path`, or `"b/path"` with the escapes of C; nil for a file that was removed.
  private static func path(_ text: ArraySlice<UInt8>) -> String? {
    var bytes = Array(text)
    if bytes.last == UInt8(ascii: "\t") { bytes.removeLast() }
    if bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") {
      bytes = unescaped(bytes.dropFirst().dropLast())
    }
    guard bytes.starts(with: "b/".utf8) else { return nil }
    return String(decoding: bytes.dropFirst(2), as: UTF8.self)
  }

  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        result.append(byte)
        continue
      }
      switch next {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "0")...UInt8(ascii: "3"):
        let digits = [next] + rest.prefix(2)
        rest = rest.dropFirst(2)
        result.append(UInt8(String(decoding: digits, as: UTF8.self), radix: 8) ?? next)
      default: result.append(next)
      }
    }
    return result
  }

  /// `@@ -12,3 +14,2 @@`: where the new lines start, and how many there are of either kind.
  private static func hunk(_ line: ArraySlice<UInt8>) -> (start: Int, added: Int, removed: Int)? {
    let words = String(decoding: line, as: UTF8.self).split(on: " ")
    guard words.count >= 3 else { return nil }
    func numbers(_ word: Substring) -> (start: Int, count: Int)? {
      let parts = word.dropFirst().split(on: ",")
      guard let first = parts.first, let start = Int(first) else { return nil }
      return (start, parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
    }
    guard let old = numbers(words[1]), let new = numbers(words[2]) else { return nil }
    return (new.start, new.count, old.count)
  }
}

extension [LineBlock] {
  /// Where the place in front of a line has gone to; `inside` says it where the line itself was replaced.
  fileprivate func moved(_ line: Int, inside: (LineBlock) -> Int) -> Int {
    if let block = first(where: { $0.old.lowerBound < line && line < $0.old.upperBound }) { return inside(block) }
    return reduce(line) { $1.old.upperBound <= line ? $0 + $1.new.count - $1.old.count : $0 }
  }
}

extension Report {
  /// Only what is about changed lines; in files for which `isWhole` says so, everything.
  package func limited(to changes: ChangedLines, exceptWhere isWhole: (String) -> Bool) -> Report {
    func stays(_ finding: Diagnostic) -> Bool {
      changes.touches(finding.range, of: finding.file) || isWhole(finding.file.path)
    }
    return Report(
      findings: findings.filter(stays), files: files, suppressed: suppressed.filter { stays($0.finding) })
  }
}
