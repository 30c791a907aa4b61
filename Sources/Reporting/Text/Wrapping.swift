/// Breaks text between words, so that no line is wider than `width` columns; gives at least one line.
///
/// A longer word stands on a line alone, and nil is no limit.
func wrapped(_ text: String, to width: Int?) -> [String] {
  guard let width, text.displayWidth > width else { return [text] }
  var lines: [String] = []
  var line = ""
  var column = 0
  for word in text.split(separator: " ") {
    let wordWidth = String(word).displayWidth
    if !line.isEmpty, column + 1 + wordWidth > width {
      lines.append(line)
      line = ""
      column = 0
    }
    if !line.isEmpty {
      line += " "
      column += 1
    }
    line += word
    column += wordWidth
  }
  lines.append(line)
  return lines
}
