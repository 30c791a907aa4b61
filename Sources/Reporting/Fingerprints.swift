import Syntax

/// What tells whether two runs mean the same finding, also after lines moved: `seatrial/v1`.
///
/// A fingerprint is a 64-bit FNV-1a hash of the code, the message and the text of the line where the finding begins
/// (blanks run together, secrets covered; of a very long line the neighbourhood), in hexadecimal, a colon, and how many
/// findings of the same file had the same hash up to here. The path is not in it: whoever compares findings of several
/// files adds it.
struct Fingerprints {
  private let values: [String]

  init(_ findings: [Diagnostic]) {
    let hidden = HiddenSource(findings)
    var seen: [String: Int] = [:]
    values = findings.map { finding in
      let hash = String(Self.hash(of: finding, hiding: hidden), radix: 16)
      let digits = String(repeating: "0", count: 16 - hash.count) + hash
      let count = seen[finding.file.path + "\u{0}" + digits, default: 0] + 1
      seen[finding.file.path + "\u{0}" + digits] = count
      return "\(digits):\(count)"
    }
  }

  /// The fingerprint of the finding at an index of the list.
  subscript(_ index: Int) -> String { values[index] }

  /// Beyond this many bytes a line is a whole document, and only what is near the finding says where it stands.
  private static let longLine = 240

  private static func hash(of finding: Diagnostic, hiding hidden: HiddenSource) -> UInt64 {
    let file = finding.file
    var line = file.rangeOfLine(file.line(at: finding.range.lower))
    if line.count > longLine {
      let lower = min(max(finding.range.lower - longLine / 4, line.lower), line.upper)
      line = SourceRange(lower, min(line.upper, lower + longLine))
    }
    let text = hidden.text(in: line, of: file).split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in [finding.code, finding.message, text].joined(separator: "\u{0}").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash
  }
}
