/// A text that edits were applied to, and what of it is as it was.
package struct EditedText: Sendable {
  package let original: SourceFile
  package private(set) var bytes: [UInt8]
  /// What is as it was, in order.
  private var kept: [Stretch]

  /// Bytes that stand in the original at one offset, and now at another.
  private struct Stretch {
    let old: Int
    let new: Int
    let count: Int
  }

  package init(_ original: SourceFile) {
    self.original = original
    bytes = original.bytes
    kept = [Stretch(old: 0, new: 0, count: original.bytes.count)]
  }

  /// Applies edits whose ranges are those of the text as it is now, and do not overlap; they may come in any order.
  package mutating func apply(_ edits: [Fix.Edit]) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var stretches: [Stretch] = []
    var position = 0
    var rest = kept[...]
    func keep(upTo end: Int) {
      while let stretch = rest.first, stretch.new < end {
        let (lower, upper) = (max(stretch.new, position), min(stretch.new + stretch.count, end))
        if lower < upper {
          stretches.append(
            Stretch(old: stretch.old + lower - stretch.new, new: result.count + lower - position, count: upper - lower))
        }
        if stretch.new + stretch.count > end { break }
        rest = rest.dropFirst()
      }
      result += bytes[position..<end]
    }
    for edit in edits.sorted(by: { ($0.range.lower, $0.range.upper) < ($1.range.lower, $1.range.upper) }) {
      keep(upTo: edit.range.lower)
      result += edit.replacement.utf8
      position = edit.range.upper
    }
    keep(upTo: bytes.count)
    bytes = result
    kept = stretches
  }
}

/// Lines, counted from 0, that stand where others stood.
package struct LineBlock: Equatable, Sendable {
  package let old: Range<Int>
  package let new: Range<Int>
}

/// The lines of a text as `diff` and `patch` count them: each ends with LF, but perhaps the last.
package struct TextLines: Sendable {
  package let bytes: [UInt8]
  /// Where each begins, and the end of the text.
  private let bounds: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var bounds = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A && index + 1 < bytes.count { bounds.append(index + 1) }
    if !bytes.isEmpty { bounds.append(bytes.count) }
    self.bounds = bounds
  }

  package var count: Int { bounds.count - 1 }
  package subscript(line: Int) -> ArraySlice<UInt8> { bytes[bounds[line]..<bounds[line + 1]] }

  /// The line that holds the byte at an offset; the number of lines at the end of the text.
  package func line(at offset: Int) -> Int {
    var (low, high) = (0, bounds.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if bounds[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The line that what is put in at an offset comes to stand on.
  fileprivate func lineToAddTo(at offset: Int) -> Int {
    offset == 0 || bytes[offset - 1] == 0x0A ? line(at: offset) : line(at: offset - 1)
  }
}

extension EditedText {
  /// What is different, in order, between the lines of the original and those of the text as it is now.
  package func changes(_ old: TextLines, _ new: TextLines) -> [LineBlock] {
    var blocks: [LineBlock] = []
    var (oldEnd, newEnd) = (0, 0)
    for stretch in kept + [Stretch(old: original.bytes.count, new: bytes.count, count: 0)] {
      if stretch.old > oldEnd || stretch.new > newEnd {
        let lower = (old: old.lineToAddTo(at: oldEnd), new: new.lineToAddTo(at: newEnd))
        let upper = (
          old: min(old.line(at: stretch.old) + 1, old.count), new: min(new.line(at: stretch.new) + 1, new.count)
        )
        if let last = blocks.last, lower.old < last.old.upperBound || lower.new < last.new.upperBound {
          blocks[blocks.count - 1] = LineBlock(
            old: last.old.lowerBound..<upper.old, new: last.new.lowerBound..<upper.new)
        } else {
          blocks.append(LineBlock(old: lower.old..<upper.old, new: lower.new..<upper.new))
        }
      }
      (oldEnd, newEnd) = (stretch.old + stretch.count, stretch.new + stretch.count)
    }
    return blocks.compactMap { $0.trimmed(old, new) }
  }
}

extension LineBlock {
  /// Without the lines at both ends that are the same; nil when all are.
  fileprivate func trimmed(_ oldLines: TextLines, _ newLines: TextLines) -> LineBlock? {
    var (old, new) = (self.old, self.new)
    while let left = old.first, let right = new.first, oldLines[left] == newLines[right] {
      (old, new) = (old.dropFirst(), new.dropFirst())
    }
    while let left = old.last, let right = new.last, oldLines[left] == newLines[right] {
      (old, new) = (old.dropLast(), new.dropLast())
    }
    return old.isEmpty && new.isEmpty ? nil : LineBlock(old: old, new: new)
  }
}
