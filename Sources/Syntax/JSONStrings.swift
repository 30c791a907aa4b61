/// A string as it was read.
struct JSONString {
  let text: String
  /// The text with its placeholders as holes; nil when it has none.
  let unresolved: Text?
  /// With the quotes.
  let range: SourceRange

  var node: Node { Node(unresolved.map(Value.unresolved) ?? .string(text), range) }
}

extension JSONParser {
  /// Reads the string whose opening quote stands here.
  mutating func string() -> JSONString {
    let start = offset
    var index = start + 1
    var mayHoldPlaceholder = false
    var clear = 0
    while index < bytes.count {
      let byte = bytes[index]
      if JSONParser.isPlain(byte) {
        index += 1
      } else if byte.is("\"") {
        offset = index + 1
        let text = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
        let unresolved = mayHoldPlaceholder ? Text(placeholdersIn: text) : nil
        return JSONString(text: text, unresolved: unresolved, range: SourceRange(start, offset))
      } else if byte >= 0x80 {
        guard let length = scalarLength(at: index) else { break }
        index += length
      } else if PlaceholderScanner.opens(byte) {
        mayHoldPlaceholder = mayHoldPlaceholder || PlaceholderScanner.opens(byte, self.byte(at: index + 1))
        if byte.is("{") || byte.is("$"), index >= clear {
          let action = embeddedAction(at: index)
          if action.end != nil { break }
          clear = action.clear
        }
        index += 1
      } else {
        break
      }
    }
    return irregularString()
  }

  /// Whether a byte stands for itself in a string, and begins no placeholder.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    // A bit for each byte that needs a closer look: controls and `"#$%<`, then `@[\_{`.
    let special: UInt64 = byte < 64 ? 0x1000_003C_FFFF_FFFF : 0x0800_0000_9800_0001
    return special &>> UInt64(byte & 63) & 1 == 0
  }

  /// Looks for a template action that starts here and has quotes or line ends of its own: `"{{ must_env "IMAGE" }}"`.
  ///
  /// In text that is JSON as it stands there is none. Without one, no other starts before `clear` either.
  private mutating func embeddedAction(at start: Int) -> (end: Int?, clear: Int) {
    let next = byte(at: start + 1)
    guard next.is("{") || (next.is("%") && bytes[start].is("{")), let end = scanner.end(at: start) else {
      return (nil, start + 1)
    }
    var index = start
    while index < end {
      switch bytes[index] {
      case "\\": index += 1
      case 0..<0x20: return (end, end)
      case "\"":
        let following = blanksEnd(at: index + 1)
        switch byte(at: following) {
        case ",", ":", "}", "]": return (nil, index)
        default: return following < bytes.count ? (end, end) : (nil, index)
        }
      default: break
      }
      index += 1
    }
    return (nil, end)
  }

  /// Reads a string with escapes, with template actions that have quotes of their own, or with mistakes.
  private mutating func irregularString() -> JSONString {
    let start = offset
    var content = StringContent()
    offset += 1
    var isClosed = false
    var clear = 0
    while offset < bytes.count, !isClosed {
      let byte = bytes[offset]
      switch byte {
      case "\"":
        isClosed = true
        offset += 1
      case "\\": readEscape(into: &content)
      case "\n" where !stringGoesOn(after: offset), "\r" where !stringGoesOn(after: offset):
        return unclosedString(from: start, content)
      case 0..<0x20:
        content.controls.append(offset)
        content.append(byte)
        offset += 1
      case 0x80...:
        if let length = scalarLength(at: offset) {
          content.append(bytes[offset..<(offset + length)])
          offset += length
        } else {
          complainEncoding(at: offset)
          content.append("\u{FFFD}")
          offset += 1
        }
      case "{" where offset >= clear, "$" where offset >= clear:
        let action = embeddedAction(at: offset)
        clear = action.clear
        if let end = action.end {
          let range = SourceRange(offset, end)
          templateActions.append(range)
          content.appendHole(file.text(in: range))
          offset = end
        } else {
          content.append(byte)
          offset += 1
        }
      default:
        var end = offset + 1
        while end < bytes.count, JSONParser.isPlain(bytes[end]) { end += 1 }
        content.append(bytes[offset..<end])
        offset = end
      }
    }
    guard isClosed else { return unclosedString(from: start, content) }
    complain(about: content, in: SourceRange(start, offset))
    return content.string(SourceRange(start, offset))
  }

  /// Whether a line break stands inside a string that is closed on a later line, not behind one that was never closed.
  private func stringGoesOn(after lineBreak: Int) -> Bool {
    let next = blanksEnd(at: lineBreak)
    switch byte(at: next) {
    case "{", "}", "[", "]": return false
    default: break
    }
    var index = next
    while index < bytes.count, !bytes[index].is("\"") { index += bytes[index].is("\\") ? 2 : 1 }
    guard index < bytes.count else { return false }
    let following = blanksEnd(at: index + 1)
    switch byte(at: following) {
    case ",", "}", "]": return true
    default: return following >= bytes.count
    }
  }

  /// A string without a closing quote ends with its line, before the commas and brackets there.
  private mutating func unclosedString(from start: Int, _ content: StringContent) -> JSONString {
    let line = lineEnd(at: start)
    var end = line
    while end > start + 1, bytes[end - 1].isBlank || ",]}".unicodeScalars.contains(where: bytes[end - 1].is) {
      end -= 1
    }
    let range = SourceRange(start, end)
    complaints.syntax(
      "this string is not closed: expected `\"` before the end of the line", at: range,
      fixes: [Fix("Close the string", .unsafe, [.init(SourceRange(end, end), "\"")])])
    if blanksEnd(at: line) >= bytes.count { complaints.quietEnd() }
    offset = end
    complaints.quiet(before: tokenEnd(at: blanksEnd(at: end)))
    // Its text is not known well enough to be judged.
    let text = file.text(in: SourceRange(start + 1, end))
    return JSONString(text: text, unresolved: Text([.hole(text)]), range: range)
  }

  /// One complaint for the bad escapes of a string, one for its control characters.
  private mutating func complain(about content: StringContent, in range: SourceRange) {
    if let first = content.badEscapes.first {
      let edits = content.badEscapes.compactMap(\.edit)
      let isSure = content.badEscapes.allSatisfy(\.isSure)
      complaints.syntax(
        first.message, at: first.range, met: range.lower,
        fixes: edits.count < content.badEscapes.count
          ? [] : [Fix("Write the escapes as JSON does", isSure ? .safe : .unsafe, edits)])
    }
    guard let first = content.controls.first else { return }
    let isBroken = content.controls.contains { bytes[$0] == 0x0A || bytes[$0] == 0x0D }
    let name: String
    switch bytes[first] {
    case "\t": name = "a tab in a string must be written as `\\t`"
    case "\n", "\r": name = "a line break in a string must be written as `\\n`"
    default: name = "a control character in a string must be escaped: `\(JSONParser.escape(bytes[first]))`"
    }
    let edits = content.controls.map { at in
      // The two bytes of a Windows line end are one line break.
      let isHalf = bytes[at] == 0x0D && byte(at: at + 1) == 0x0A
      return Fix.Edit(SourceRange(at, at + 1), isHalf ? "" : JSONParser.escape(bytes[at]))
    }
    complaints.syntax(
      name, at: SourceRange(first, first + 1), met: range.lower,
      labels: isBroken ? [complaints.label(SourceRange(range.lower, range.lower + 1), "the string begins here")] : [],
      fixes: [Fix("Escape it", isBroken ? .unsafe : .safe, edits)])
  }

  static func escape(_ control: UInt8) -> String {
    switch control {
    case "\t": "\\t"
    case "\n": "\\n"
    case "\r": "\\r"
    default: "\\u00" + (control < 16 ? "0" : "") + String(control, radix: 16)
    }
  }
}

/// What was gathered of a string so far.
struct StringContent {
  struct BadEscape {
    let range: SourceRange
    let message: String
    var edit: Fix.Edit?
    var isSure = false
  }

  private var pending: [UInt8] = []
  private var pieces: [Text.Piece] = []
  var badEscapes: [BadEscape] = []
  /// Offsets of control characters that should have been escaped.
  var controls: [Int] = []

  mutating func append(_ byte: UInt8) { pending.append(byte) }
  mutating func append(_ bytes: ArraySlice<UInt8>) { pending += bytes }
  mutating func append(_ scalar: Unicode.Scalar) { pending += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter }

  mutating func appendHole(_ source: String) {
    flush()
    pieces.append(.hole(source))
  }

  private mutating func flush() {
    let text = String(decoding: pending, as: UTF8.self)
    pieces += Text(placeholdersIn: text)?.pieces ?? [.literal(text)]
    pending = []
  }

  consuming func string(_ range: SourceRange) -> JSONString {
    flush()
    let text = Text(pieces)
    if let literal = text.literal { return JSONString(text: literal, unresolved: nil, range: range) }
    let source = text.pieces.map { piece in
      switch piece {
      case .literal(let text), .hole(let text): text
      }
    }
    return JSONString(text: source.joined(), unresolved: text, range: range)
  }
}
