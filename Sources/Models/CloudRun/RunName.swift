import Syntax

/// What Cloud Run wants the names of things to be made of.
///
/// Source: <https://docs.cloud.google.com/run/docs/deploying>, gcloud 578.0.0, and the discovery document of `run` v1,
/// revision 20261031.
package struct RunName: Sendable {
  package let longest: Int
  package let takesDots: Bool
  package let beginsWithLetter: Bool

  package static let service = RunName(longest: 49, takesDots: false, beginsWithLetter: true)
  package static let job = RunName(longest: 63, takesDots: false, beginsWithLetter: true)
  package static let container = RunName(longest: 63, takesDots: true, beginsWithLetter: false)

  /// What is wrong with a name, as it ends a sentence; nil when nothing is.
  package func flaw(of name: String) -> String? {
    let bytes = Array(name.utf8)
    guard let first = bytes.first, let last = bytes.last else { return nil }
    let isPlain = bytes.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x2D || (takesDots && $0 == 0x2E) }
    if !isPlain {
      return "has other characters than lower-case letters, digits\(takesDots ? ", dots" : "") and hyphens"
    }
    if bytes.count > longest { return "has \(bytes.count) characters, and \(longest) are allowed" }
    if beginsWithLetter, !isLetter(first) { return "does not begin with a letter" }
    return isLetter(first) || isDigit(first)
      ? (isLetter(last) || isDigit(last) ? nil : "ends with a hyphen")
      : "begins with a hyphen"
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// Whether a text may be the name of a project or its number.
package func isProject(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  if bytes.allSatisfy(isDigit) { return !bytes.isEmpty }
  // `example.com:shop` is the name of a project in a domain.
  let name = text.split(on: ":", keepingEmpty: true).last.map { Array($0.utf8) } ?? []
  guard (6...30).contains(name.count), let first = name.first, isLetter(first), name.last != 0x2D else { return false }
  return name.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x2D }
}
