import Syntax

/// In what the characters of a line are counted.
enum PositionEncoding: String {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// What the character with this first byte counts; nothing for the bytes that follow it.
  fileprivate func units(_ byte: UInt8) -> Int {
    switch self {
    case .utf8: 1
    case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    case .utf32: byte & 0xC0 == 0x80 ? 0 : 1
    }
  }
}

/// Translates between the bytes of a text and the lines and characters of the protocol.
struct TextPlaces {
  let file: SourceFile
  let encoding: PositionEncoding
  /// Whether a byte order mark is a character: it is one of an editor's text, but a file's is none.
  let countsMark: Bool

  init(_ file: SourceFile, _ encoding: PositionEncoding, countsMark: Bool = true) {
    self.file = file
    self.encoding = encoding
    self.countsMark = countsMark
  }

  /// A line, counted from 0, without its end.
  private func bytes(ofLine line: Int) -> Range<Int> {
    let range = file.rangeOfLine(line + 1)
    return (line == 0 && countsMark ? 0 : range.lower)..<range.upper
  }

  func position(at offset: Int) -> Wire.Position {
    let line = file.line(at: offset) - 1
    let range = bytes(ofLine: line)
    let end = min(max(offset, range.lowerBound), range.upperBound)
    let character = file.bytes[range.lowerBound..<end].reduce(0) { $0 + encoding.units($1) }
    return Wire.Position(line: line, character: character)
  }

  func range(_ range: SourceRange) -> Wire.Range {
    Wire.Range(start: position(at: range.lower), end: position(at: range.upper))
  }

  /// The byte at a position, or the next place that there is: the end of a line that is shorter, the end of a text
  /// that has no such line, the beginning of a character that the position is inside of.
  func offset(of position: Wire.Position) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < file.lineCount else { return file.bytes.count }
    let range = bytes(ofLine: position.line)
    var units = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      var end = offset + 1
      while end < range.upperBound, file.bytes[end] & 0xC0 == 0x80 { end += 1 }
      units += file.bytes[offset..<end].reduce(0) { $0 + encoding.units($1) }
      if units > position.character { break }
      offset = end
    }
    return offset
  }

  func bytes(of range: Wire.Range) -> SourceRange {
    let (start, end) = (offset(of: range.start), offset(of: range.end))
    return SourceRange(min(start, end), max(start, end))
  }
}
