/// White space, comments, and where the pieces of the text end.
extension JSONParser {
  /// The byte at an offset; 0 beyond the end.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Steps over white space, and over what is meant as such.
  @inline(__always)
  mutating func skipBlanks() {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte.isBlank {
        offset += 1
      } else if JSONParser.isPlainStart(byte) || !skipOddity() {
        return
      }
    }
  }

  /// Whether a byte certainly begins something that is no white space: letters, digits, brackets, `"`, `,`, `:`.
  @inline(__always)
  private static func isPlainStart(_ byte: UInt8) -> Bool {
    byte >= 0x3F && byte < 0x80 || byte >= 0x30 && byte <= 0x3B || byte == 0x2C || byte == 0x22
  }

  /// Where the white space that starts at `start` ends.
  func blanksEnd(at start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    return index
  }

  /// Steps over a comment, a space that JSON does not know, or a byte that is no UTF-8.
  private mutating func skipOddity() -> Bool {
    switch bytes[offset] {
    case "/" where byte(at: offset + 1).is("/"): skipComment(end: lineEnd(at: offset), marker: 2)
    case "/" where byte(at: offset + 1).is("*"): skipBlockComment()
    case "#":
      guard !opensTemplate(at: offset) else { return false }
      skipComment(end: lineEnd(at: offset), marker: 1)
    case "<", "=", ">": return skipConflictMarker()
    case 0x0B, 0x0C, 0x80...:
      guard let length = scalarLength(at: offset) else {
        complainEncoding(at: offset)
        offset += 1
        return true
      }
      let range = SourceRange(offset, offset + length)
      guard let name = JSONParser.oddSpaces[file.text(in: range)] else { return false }
      complaints.habit(
        .space, "\(name) is no white space in JSON", at: range, "Write an ordinary space", .safe, [.init(range, " ")])
      offset += length
    default: return false
    }
    return true
  }

  /// Steps over a line such as `<<<<<<< HEAD`.
  private mutating func skipConflictMarker() -> Bool {
    guard offset == 0 || bytes[offset - 1] == 0x0A else { return false }
    let mark = bytes[offset...].prefix(8).prefix { $0 == bytes[offset] }
    guard mark.count == 7, mark.endIndex == bytes.count || bytes[mark.endIndex].isBlank else { return false }
    let end = lineEnd(at: offset)
    complaints.habit(.conflict, "a merge conflict is not resolved here", at: SourceRange(offset, end))
    offset = end
    return true
  }

  private static let oddSpaces: [String: String] = [
    "\u{0B}": "a vertical tab", "\u{0C}": "a form feed", "\u{A0}": "a no-break space (U+00A0)",
    "\u{85}": "a next-line character (U+0085)", "\u{200B}": "a zero-width space (U+200B)",
    "\u{202F}": "a narrow no-break space (U+202F)", "\u{2028}": "a line separator (U+2028)",
    "\u{2060}": "a word joiner (U+2060)", "\u{3000}": "an ideographic space (U+3000)",
    "\u{FEFF}": "a byte order mark (U+FEFF) inside the text",
  ]

  mutating func complainEncoding(at offset: Int) {
    let hex = String(bytes[offset], radix: 16, uppercase: true)
    complaints.habit(
      .encoding, "the byte 0x\(hex) is not valid UTF-8 here; save the file as UTF-8",
      at: SourceRange(offset, offset + 1))
  }

  private mutating func skipComment(end: Int, marker: Int) {
    let range = SourceRange(offset, end)
    complaints.habit(.comment, "JSON has no comments", at: range)
    keepComment(SourceRange(offset + marker, end), in: range)
    offset = end
  }

  private mutating func skipBlockComment() {
    var index = offset + 2
    while index < bytes.count, !(bytes[index].is("*") && byte(at: index + 1).is("/")) { index += 1 }
    guard index < bytes.count else {
      complaints.syntax("this comment is not closed, and JSON has no comments", at: SourceRange(offset, offset + 2))
      complaints.quietEnd()
      offset = bytes.count
      return
    }
    let range = SourceRange(offset, index + 2)
    complaints.habit(.comment, "JSON has no comments", at: range)
    keepComment(SourceRange(offset + 2, index), in: range)
    offset = index + 2
  }

  /// Keeps a comment that may hold an instruction for us.
  private mutating func keepComment(_ inside: SourceRange, in range: SourceRange) {
    var lower = inside.lower
    var upper = inside.upper
    while lower < upper, bytes[lower].isBlank { lower += 1 }
    while upper > lower, bytes[upper - 1].isBlank { upper -= 1 }
    let text = file.text(in: SourceRange(lower, upper))
    guard text.holds("seatrial") || text.holds("from-param") else { return }
    comments.append(ParsedFile.Comment(text: text, range: range))
  }

  /// Just past the last byte of the line, without its line end.
  func lineEnd(at start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }

  /// Just past the closing quote of the string at `start`; nil when it does not end on its line.
  func plainStringEnd(at start: Int) -> Int? {
    var index = start + 1
    while index < bytes.count, bytes[index] != 0x0A {
      if bytes[index].is("\"") { return index + 1 }
      index += bytes[index].is("\\") ? 2 : 1
    }
    return nil
  }

  /// Just past the letters, digits and signs that start at `start`.
  func wordEnd(at start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      guard byte.isNameByte || byte.is(".") || byte.is("+") || byte.is("-") else { break }
      index += 1
    }
    return index
  }

  /// Just past the string, the word or the character at `start`.
  func tokenEnd(at start: Int) -> Int {
    guard start < bytes.count else { return bytes.count }
    if bytes[start].is("\"") { return plainStringEnd(at: start) ?? lineEnd(at: start) }
    if bytes[start].is("<") {
      let end = wordEnd(at: start + 1)
      if end > start + 1, byte(at: end).is(">") { return end + 1 }
    }
    let end = wordEnd(at: start)
    return end > start ? end : start + (scalarLength(at: start) ?? 1)
  }

  /// How a message names what stands at an offset.
  func found(at offset: Int) -> String {
    guard offset < bytes.count else { return "the end of the file" }
    return JSONComplaints.shown(file.text(in: SourceRange(offset, tokenEnd(at: offset))))
  }

  func shown(_ range: SourceRange) -> String { JSONComplaints.shown(file.text(in: range)) }

  /// How many bytes the character at `start` has; nil where the bytes are not UTF-8.
  func scalarLength(at start: Int) -> Int? {
    let first = bytes[start]
    let (length, second): (Int, ClosedRange<UInt8>)
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard start + length <= bytes.count, second ~= bytes[start + 1] else { return nil }
    for index in (start + 2)..<max(start + 2, start + length) where bytes[index] & 0xC0 != 0x80 { return nil }
    return length
  }
}
