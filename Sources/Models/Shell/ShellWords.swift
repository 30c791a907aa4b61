/// The words of a command that is given as a list, of which an element with a blank in it may be a shell command.
func shellWords(ofCommand command: [String]) -> [String] {
  command.flatMap { $0.contains(" ") ? shellWords($0) : [$0] }
}

/// The words of a shell command without their quotes, as far as they can be told without running it.
///
/// Operators (`;`, `|`, `&`, `<`, `>`, parentheses, backticks) and line breaks separate words; each is the word `;`. What
/// is expanded later keeps its `$`.
func shellWords(_ text: String) -> [String] {
  var words: [String] = []
  var word: [UInt8] = []
  var isOpen = false
  var quote: UInt8?
  var isEscaped = false
  func finish() {
    if isOpen { words.append(String(decoding: word, as: UTF8.self)) }
    word.removeAll(keepingCapacity: true)
    isOpen = false
  }
  for byte in text.utf8 {
    if isEscaped {
      word.append(byte)
      isEscaped = false
    } else if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'") {
      (isEscaped, isOpen) = (true, true)
    } else if let current = quote {
      if byte == current { quote = nil } else { word.append(byte) }
    } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
      (quote, isOpen) = (byte, true)
    } else if " \t\r".utf8.contains(byte) {
      finish()
    } else if "\n;|&<>()`".utf8.contains(byte) {
      finish()
      words.append(";")
    } else {
      word.append(byte)
      isOpen = true
    }
  }
  finish()
  return words
}
