import Synchronization

/// One input file: its display path, its bytes, and a line table made on first use.
///
/// Immutable.
///
/// The bytes are as they were read: a byte order mark, CRLF line ends and invalid UTF-8 are all still there.
package final class SourceFile: Sendable {
  /// The path as it is shown to people, with `/` separators.
  package let path: String
  package let bytes: [UInt8]
  private let lineTable = Mutex<LineTable?>(nil)

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Everything from the first byte to the last.
  package var range: SourceRange { SourceRange(0, bytes.count) }

  /// The text in a range; invalid UTF-8 is repaired with U+FFFD.
  ///
  /// Ends beyond the file are clamped.
  package func text(in range: SourceRange) -> String {
    let upper = min(range.upper, bytes.count)
    return String(decoding: bytes[min(range.lower, upper)..<upper], as: UTF8.self)
  }
}

/// A place as people and tools count it: line and column, both from 1.
package struct Position: Hashable, Sendable, Comparable {
  package let line: Int
  /// Counted in Unicode scalars.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Where the lines of a file begin.
private struct LineTable {
  /// UTF-8 offsets of the first byte of each line; never empty.
  let starts: [Int]
  /// Whether every byte is a column, which spares counting along the one line of a minified file.
  let isASCII: Bool
}

extension SourceFile {
  private var lines: [Int] { table.starts }

  /// Made on first use; a line ends with LF, CR LF or a lone CR.
  private var table: LineTable {
    lineTable.withLock { cached in
      if let cached { return cached }
      var starts = [0]
      var offset = 0
      var union: UInt8 = 0
      while offset < bytes.count {
        let byte = bytes[offset]
        offset += 1
        union |= byte
        if byte == 0x0A || (byte == 0x0D && !(offset < bytes.count && bytes[offset] == 0x0A)) {
          starts.append(offset)
        }
      }
      let table = LineTable(starts: starts, isASCII: union < 0x80)
      cached = table
      return table
    }
  }

  package var lineCount: Int { lines.count }

  /// The line, counted from 1, that holds the byte at `offset`; an offset beyond the end belongs to the last line.
  package func line(at offset: Int) -> Int {
    let starts = lines
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line, counted from 1, without its line end and without the file's byte order mark.
  package func rangeOfLine(_ line: Int) -> SourceRange {
    let starts = lines
    let index = min(max(line, 1), starts.count) - 1
    var lower = starts[index]
    var upper = index + 1 < starts.count ? starts[index + 1] : bytes.count
    if upper > lower, bytes[upper - 1] == 0x0A { upper -= 1 }
    if upper > lower, bytes[upper - 1] == 0x0D { upper -= 1 }
    if lower == 0, hasByteOrderMark { lower = min(3, upper) }
    return SourceRange(lower, upper)
  }

  /// Line and column of the byte at `offset`; columns count Unicode scalars, and a byte order mark counts for nothing.
  package func position(at offset: Int) -> Position {
    let offset = min(offset, bytes.count)
    let line = line(at: offset)
    let start = rangeOfLine(line).lower
    return Position(line: line, column: 1 + scalarCount(from: start, to: offset))
  }

  /// Whether the file starts with the UTF-8 byte order mark.
  package var hasByteOrderMark: Bool {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
  }

  private func scalarCount(from lower: Int, to upper: Int) -> Int {
    guard lower < upper else { return 0 }
    if table.isASCII { return upper - lower }
    var count = 0
    for byte in bytes[lower..<upper] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
