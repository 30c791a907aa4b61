import Syntax

/// A text of a YAML file, and where its bytes are written.
package struct WrittenText: Sendable {
  package let text: String
  /// With its quotes, or with the line that announces a block.
  package let range: SourceRange
  package let file: SourceFile

  package init(_ text: String, at range: SourceRange, in file: SourceFile) {
    self.text = text
    self.range = range
    self.file = file
  }

  /// The place in the file of a range of the text, counted in UTF-8; the whole where writing has changed too much.
  package func place(of part: SourceRange) -> SourceRange {
    guard let places, part.upper < places.count, places[part.lower] <= places[part.upper] else { return range }
    // Behind the last byte, so that no line end and no indentation is part of it.
    let upper = part.isEmpty ? places[part.lower] : places[part.upper - 1] + 1
    return SourceRange(places[part.lower], max(upper, places[part.lower]))
  }

  /// For each byte of the text, and for its end, where it is written; nil where an escape stands for something else.
  ///
  /// Every style of YAML keeps what is no blank as it is, and in order: the blanks between are what differs.
  package var places: [Int]? {
    let source = file.bytes
    var (offset, end) = (range.lower, min(range.upper, file.bytes.count))
    guard offset < end else { return text.isEmpty ? [offset] : nil }
    let style = source[offset]
    switch style {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      offset += 1
      end -= 1
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      while offset < end, source[offset] != 0x0A { offset += 1 }
      offset = min(offset + 1, end)
    default: break
    }
    var places: [Int] = []
    places.reserveCapacity(text.utf8.count + 1)
    for byte in text.utf8 {
      if Self.isBlank(byte) {
        places.append(min(offset, end))
        if offset < end, source[offset] == byte { offset += 1 }
        continue
      }
      while offset < end, Self.isBlank(source[offset]) { offset += 1 }
      places.append(offset)
      if style == UInt8(ascii: "\""), offset < end, source[offset] == UInt8(ascii: "\\") { offset += 1 }
      if style == UInt8(ascii: "'"), offset < end, source[offset] == UInt8(ascii: "'") { offset += 1 }
      guard offset < end, source[offset] == byte else { return nil }
      offset += 1
    }
    places.append(offset)
    return places
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
