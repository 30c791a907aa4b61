import Syntax

/// The text of an example with the places where findings are expected: `"image": «"nginx:latest"»`.
package struct MarkedText {
  /// Without the marks.
  package let text: String
  package let ranges: [SourceRange]
  /// Where in the text without marks each of them was, in order.
  private let marks: [Int]
  private static let markLength = 2

  package init(_ marked: String) {
    var bytes: [UInt8] = []
    var open: [Int] = []
    var ranges: [SourceRange] = []
    var marks: [Int] = []
    for character in marked.unicodeScalars {
      switch character {
      case "«":
        open.append(bytes.count)
        marks.append(bytes.count)
      case "»":
        if let lower = open.popLast() { ranges.append(SourceRange(lower, bytes.count)) }
        marks.append(bytes.count)
      default: bytes.append(contentsOf: Array(String(character).utf8))
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.ranges = ranges.sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) }
    self.marks = marks
  }

  /// A range of the text without marks, in the text with them; marks at its ends are left outside.
  func inMarkedText(_ range: SourceRange) -> SourceRange {
    let lower = range.lower + Self.markLength * marks.count { $0 <= range.lower }
    let upper = range.upper + Self.markLength * marks.count { $0 < range.upper }
    return SourceRange(lower, max(lower, upper))
  }
}
