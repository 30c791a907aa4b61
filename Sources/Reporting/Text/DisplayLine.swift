import Linting
import Syntax

/// One source line as it is shown: harmless, with secrets covered, tabs as four spaces, and cropped to the room there is.
struct DisplayLine {
  /// What is printed.
  let text: String
  /// Empty where each byte is a character and a column.
  private let cells: [Cell]
  private let range: SourceRange
  /// Columns that it takes.
  let width: Int

  /// A character as people see it, its bytes, and its place in the printed text.
  private struct Cell {
    let range: SourceRange
    let text: String
    let width: Int
    var column: Int
  }

  /// Lays out a line, counted from 1, in so many columns (at least 20).
  ///
  /// The marks are the ranges to be seen in it, the most important one first.
  init(_ line: Int, of file: SourceFile, marks: [SourceRange], hiding hidden: HiddenSource, room: Int) {
    let whole = file.rangeOfLine(line)
    let near = Self.stretch(of: whole, around: marks.first?.lower ?? whole.lower, in: file, reach: 8 * room)
    let bytes = file.bytes[near.lower..<near.upper]
    let hidden = hidden.ranges(in: file, touching: near)
    if hidden.isEmpty, near == whole, bytes.count <= room, bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      // Nearly every line.
      (cells, range, width) = ([], near, bytes.count)
      text = String(decoding: bytes, as: UTF8.self)
      return
    }
    let cells = Self.cells(in: near, of: file, hiding: hidden)
    let total = cells.last.map { $0.column + $0.width } ?? 0
    range = near
    if total <= room, near == whole {
      self.cells = cells
      text = cells.reduce(into: "") { $0 += $1.text }
      width = total
      return
    }

    let places = marks.map { Self.columns(of: $0, in: cells, within: near) }
    let start = Self.firstColumn(showing: places, total: total, room: room)
    let isCutBefore = start > 0 || near.lower > whole.lower
    let isCutAfter = total - start > room || near.upper < whole.upper
    let first = start + (isCutBefore ? 1 : 0)
    let end = start + room - (isCutAfter ? 1 : 0)
    let kept = cells.filter { $0.column >= first && $0.column + $0.width <= end }
    let shift = (isCutBefore ? 1 : 0) - (kept.first?.column ?? 0)
    self.cells = kept.map { Cell(range: $0.range, text: $0.text, width: $0.width, column: $0.column + shift) }
    text = (isCutBefore ? "…" : "") + kept.map(\.text).joined() + (isCutAfter ? "…" : "")
    width = text.displayWidth
  }

  /// The columns of the printed text, counted from 0, that a range takes; never empty.
  ///
  /// A range that is out of sight is at the edge behind which it lies.
  func columns(of marked: SourceRange) -> Range<Int> {
    guard let first = cells.first, let last = cells.last else { return bytes(of: marked) }
    if marked.lower >= last.range.upper, width > last.column + last.width { return width - 1..<width }
    let found = Self.columns(of: marked, in: cells, within: range)
    return marked.lower < first.range.lower ? 0..<found.upperBound : found
  }

  /// Where each byte is a column.
  private func bytes(of marked: SourceRange) -> Range<Int> {
    if width == 0 || (marked.lower < range.lower && marked.upper <= range.lower) { return 0..<1 }
    let lower = max(marked.lower, range.lower)
    var upper = min(max(marked.upper, marked.lower + 1), range.upper)
    guard lower < upper else { return width..<width + 1 }
    // A range that goes on below is underlined to the last thing that can be seen.
    if marked.upper > range.upper {
      let seen = text.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
      upper = max(lower + 1, upper - seen)
    }
    return lower - range.lower..<upper - range.lower
  }

  private static func columns(of marked: SourceRange, in cells: [Cell], within line: SourceRange) -> Range<Int> {
    let end = cells.last.map { $0.column + $0.width } ?? 0
    if let first = cells.first, marked.lower < first.range.lower, marked.upper <= first.range.lower { return 0..<1 }
    let upper = max(marked.upper, marked.lower + 1)
    var touched = cells.filter { $0.range.lower < upper && $0.range.upper > marked.lower }
    // A range that goes on below is underlined to the last thing that can be seen.
    if marked.upper > line.upper {
      while touched.count > 1, touched.last?.text == " " { touched.removeLast() }
    }
    guard let first = touched.first, let last = touched.last else { return end..<end + 1 }
    return first.column..<max(last.column + last.width, first.column + 1)
  }

  /// Where to start so that all marks can be seen, or at least the first one's beginning.
  private static func firstColumn(showing marks: [Range<Int>], total: Int, room: Int) -> Int {
    guard let main = marks.first else { return 0 }
    let lower = marks.map(\.lowerBound).min() ?? main.lowerBound
    let upper = marks.map(\.upperBound).max() ?? main.upperBound
    var wanted = lower..<upper
    // Both ends may be taken by an ellipsis.
    if wanted.count > room - 2 { wanted = main }
    if wanted.upperBound < room { return 0 }
    let context = max(min((room - wanted.count) / 2, room / 2), 4)
    return max(0, min(wanted.lowerBound - context, total - room))
  }

  /// The bytes of a line that may come into sight, so that a minified file does not cost its whole length for each
  /// finding.
  private static func stretch(of line: SourceRange, around offset: Int, in file: SourceFile, reach: Int)
    -> SourceRange
  {
    var lower = max(line.lower, min(offset, line.upper) - reach)
    var upper = min(line.upper, max(offset, line.lower) + 2 * reach)
    while lower > line.lower, file.bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
    while upper < line.upper, file.bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    return SourceRange(lower, upper)
  }

  private static func cells(in range: SourceRange, of file: SourceFile, hiding hidden: [SourceRange]) -> [Cell] {
    let bytes = file.bytes[range.lower..<range.upper]
    if hidden.isEmpty, bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      // Nearly every line: a byte is a character is a column.
      return bytes.enumerated().map { column, byte in
        let offset = range.lower + column
        return Cell(
          range: SourceRange(offset, offset + 1), text: String(Unicode.Scalar(byte)), width: 1, column: column)
      }
    }
    // Byte lengths scalar by scalar, since repaired text is not as long as the bytes it stands for.
    var scalars = String.UnicodeScalarView()
    var lengths: [Int] = []
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    parsing: while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded):
        scalars.append(Unicode.UTF8.decode(encoded))
        lengths.append(encoded.count)
      case .error(let length):
        scalars.append("\u{FFFD}")
        lengths.append(length)
      case .emptyInput: break parsing
      }
    }

    var cells: [Cell] = []
    cells.reserveCapacity(lengths.count)
    var offset = range.lower
    var column = 0
    var index = 0
    for character in String(scalars) {
      let count = character.unicodeScalars.count
      let length = lengths[index..<index + count].reduce(0, +)
      let bytes = SourceRange(offset, offset + length)
      var text = character == "\t" ? "    " : String(character).visible
      let width = text.displayWidth
      if hidden.contains(where: { $0.lower < bytes.upper && $0.upper > bytes.lower }) {
        text = String(repeating: "•", count: width)
      }
      cells.append(Cell(range: bytes, text: text, width: width, column: column))
      offset += length
      column += width
      index += count
    }
    return cells
  }
}
