import Syntax

extension Diagnostic {
  /// The text of the line where the finding begins: blanks run together, secrets covered, of a very long line only the
  /// neighbourhood.
  ///
  /// It tells whether two runs mean the same place, also after lines moved.
  package func lineText(hiding hidden: HiddenSource) -> String {
    var line = file.rangeOfLine(file.line(at: range.lower))
    // Beyond this many bytes a line is a whole document, and only what is near the finding says where it stands.
    let longLine = 240
    if line.count > longLine {
      let lower = min(max(range.lower - longLine / 4, line.lower), line.upper)
      line = SourceRange(lower, min(line.upper, lower + longLine))
    }
    return hidden.text(in: line, of: file).split { $0 == " " || $0 == "\t" }.joined(separator: " ")
  }
}

/// A 64-bit FNV-1a hash of texts, in 16 hexadecimal digits.
package func hexadecimalHash(of texts: [String]) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in texts.joined(separator: "\u{0}").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
