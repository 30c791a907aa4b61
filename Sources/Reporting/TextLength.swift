/// At most so many UTF-16 units of a text, which is how receivers count.
func shortened(_ text: String, to limit: Int) -> String {
  let text = trimmed(text)
  guard text.utf16.count > limit else { return text }
  var result = ""
  var count = 1
  for character in text {
    count += character.utf16.count
    if count > limit { break }
    result.append(character)
  }
  return result + "…"
}

/// Without blanks and line ends at its end.
func trimmed(_ text: String) -> String {
  var text = Substring(text)
  while text.last?.isWhitespace == true { text.removeLast() }
  return String(text)
}
