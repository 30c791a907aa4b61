import Linting
import Syntax

/// What tells whether two runs mean the same finding, also after lines moved: `seatrial/v1`.
///
/// A fingerprint is a 64-bit FNV-1a hash of the code, the message and the text of the line where the finding begins
/// (blanks run together, secrets covered; of a very long line the neighbourhood), in hexadecimal, a colon, and how many
/// findings of the same file had the same hash up to here. The path is not in it: whoever compares findings of several
/// files adds it.
struct Fingerprints: Sendable {
  private let values: [String]

  init(_ findings: [Diagnostic]) {
    let hidden = HiddenSource(findings)
    var seen: [String: Int] = [:]
    values = findings.map { finding in
      let digits = hexadecimalHash(of: [finding.code, finding.message, finding.lineText(hiding: hidden)])
      let count = seen[finding.file.path + "\u{0}" + digits, default: 0] + 1
      seen[finding.file.path + "\u{0}" + digits] = count
      return "\(digits):\(count)"
    }
  }

  /// The fingerprint of the finding at an index of the list.
  subscript(_ index: Int) -> String { values[index] }
}
