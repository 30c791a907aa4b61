/// Backslashes in strings.
extension JSONParser {
  /// Reads the escape whose backslash stands here.
  mutating func readEscape(into content: inout StringContent) {
    let start = offset
    guard start + 1 < bytes.count else {
      offset = bytes.count
      return
    }
    offset += 2
    switch bytes[start + 1] {
    case "\"": content.append("\"")
    case "\\": content.append("\\")
    case "/": content.append("/")
    case "b": content.append("\u{8}")
    case "f": content.append("\u{C}")
    case "n": content.append("\n")
    case "r": content.append("\r")
    case "t": content.append("\t")
    case "u": readUnicodeEscape(from: start, into: &content)
    case "\n", "\r":
      // The line break is complained about where the string goes on.
      offset = start + 1
    case 0..<0x20:
      let message = "this backslash stands before a control character, which it cannot escape"
      content.badEscapes.append(.init(range: SourceRange(start, start + 2), message: message))
    case 0x80... where scalarLength(at: start + 1) == nil: offset = start + 1
    default: badEscape(from: start, into: &content)
    }
  }

  private mutating func badEscape(from start: Int, into content: inout StringContent) {
    offset = start + 1
    let end = start + 1 + (scalarLength(at: start + 1) ?? 1)
    let range = SourceRange(start, end)
    let isQuote = bytes[start + 1].is("'")
    if !isQuote { content.append("\\") }
    let help = isQuote ? "a single quote needs no backslash" : "a backslash itself is written `\\\\`"
    content.badEscapes.append(
      .init(
        range: range, message: "\(shown(range)) is not an escape of JSON; \(help)",
        edit: .init(SourceRange(start, start + 1), isQuote ? "" : "\\\\"), isSure: isQuote))
  }

  /// `\uXXXX`, or two of them for a character beyond U+FFFF.
  private mutating func readUnicodeEscape(from start: Int, into content: inout StringContent) {
    guard let unit = hexUnit(at: start + 2) else {
      let digits = bytes[(start + 2)...].prefix(4).prefix { $0.hexValue != nil }.count
      let range = SourceRange(start, start + 2 + digits)
      offset = range.upper
      content.append(bytes[range.lower..<range.upper])
      content.badEscapes.append(
        .init(range: range, message: "\(shown(range)) is not an escape of JSON; `\\u` takes four hexadecimal digits"))
      return
    }
    offset = start + 6
    if let scalar = Unicode.Scalar(unit) {
      content.append(scalar)
      return
    }
    let range = SourceRange(start, start + 6)
    if unit < 0xDC00, byte(at: start + 6).is("\\"), byte(at: start + 7).is("u"), let low = hexUnit(at: start + 8),
      0xDC00...0xDFFF ~= low, let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    {
      content.append(scalar)
      offset = start + 12
      return
    }
    content.append("\u{FFFD}")
    content.badEscapes.append(
      .init(range: range, message: "\(shown(range)) is half of a surrogate pair, which stands for no character"))
  }

  /// Four hexadecimal digits.
  private func hexUnit(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var unit: UInt32 = 0
    for index in start..<(start + 4) {
      guard let digit = bytes[index].hexValue else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }
}
