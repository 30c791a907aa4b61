import Syntax

/// The text of an example with the places where findings are expected: `"image": «"nginx:latest"»`.
struct MarkedText {
  /// Without the marks.
  let text: String
  let ranges: [SourceRange]

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var open: [Int] = []
    var ranges: [SourceRange] = []
    for character in marked.unicodeScalars {
      switch character {
      case "«": open.append(bytes.count)
      case "»": if let lower = open.popLast() { ranges.append(SourceRange(lower, bytes.count)) }
      default: bytes.append(contentsOf: Array(String(character).utf8))
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.ranges = ranges.sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) }
  }
}
