/// Guesses at what was meant, for slips that would otherwise be blamed on the wrong place.
extension JSONParser {
  /// A key such as `"cpu: "` whose closing quote is missing, so that it ran on to the value's opening quote.
  ///
  /// Then what is read is `"cpu`, and reading goes on at the colon.
  mutating func keyWithoutQuote(_ key: JSONString) -> String? {
    let next = byte(at: offset)
    guard !next.is(":"), !next.isBlank, next != 0 else { return nil }
    var colon = key.range.upper - 2
    while colon > key.range.lower, bytes[colon].isBlank { colon -= 1 }
    guard colon > key.range.lower + 1, bytes[colon].is(":") else { return nil }
    let name = file.text(in: SourceRange(key.range.lower + 1, colon))
    complaints.syntax(
      "the key \(JSONComplaints.shown(name)) has no closing quote: expected `\"` before `:`",
      at: SourceRange(key.range.lower, colon),
      fixes: [Fix("Insert the quote", .unsafe, [.init(SourceRange(colon, colon), "\"")])])
    offset = colon
    return name
  }

  /// Whether a string in a list is the key of the object around it, because the list was not closed.
  mutating func isKey(_ element: Node) -> Bool {
    guard !byte(at: offset).is(","), bytes[element.range.lower].is("\""), openers.count >= 2,
      bytes[openers[openers.count - 2]].is("{")
    else { return false }
    return byte(at: blanksEnd(at: offset)).is(":")
  }

  /// Goes back to before a key that stands in a list.
  mutating func closeBefore(_ key: Node, comma: Int?) {
    var labels: [Diagnostic.Label] = []
    if let opener = openers.last {
      labels.append(complaints.label(SourceRange(opener, opener + 1), "this list is still open"))
    }
    let fix = comma.map { Fix("Close the list", .unsafe, [.init(SourceRange($0, $0 + 1), "],")]) }
    complaints.syntax(
      "expected `]` before the key \(shown(SourceRange(key.range.lower + 1, key.range.upper - 1)))", at: key.range,
      labels: labels, fixes: fix.map { [$0] } ?? [])
    complaints.quiet(before: key.range.upper)
    offset = key.range.lower
  }

  /// Steps over the rest of `"echo "hello" there"`, whose inner quotes ended the string too early.
  mutating func skipInnerQuotes(after end: Int, _ message: String) -> Bool {
    guard end == offset, end > 0, bytes[end - 1].is("\""), bytes[end].isNameByte else { return false }
    var inner = [end - 1]
    var index = end
    while index < bytes.count, bytes[index] != 0x0A {
      if bytes[index].is("\\") {
        index += 2
        continue
      }
      if bytes[index].is("\"") {
        switch byte(at: blanksEnd(at: index + 1)) {
        case ",", "]", "}":
          let edits = inner.map { Fix.Edit(SourceRange($0, $0), "\\") }
          complaints.syntax(
            message, at: SourceRange(end, tokenEnd(at: end)), help: "a double quote inside a string is written `\\\"`",
            fixes: [Fix("Escape the quotes", .unsafe, edits)])
          offset = index + 1
          return true
        default: inner.append(index)
        }
      }
      index += 1
    }
    return false
  }

  /// The first bracket that is closed on a line that is indented less: likely it lacks its own closing bracket.
  func suspiciousOpener() -> Int? {
    var open: [(offset: Int, indentation: Int)] = []
    var lineStart = 0
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case "\n": lineStart = index + 1
      case "\"": index = (plainStringEnd(at: index) ?? lineEnd(at: index)) - 1
      case "{", "[": open.append((index, blanksEnd(at: lineStart) - lineStart))
      case "}", "]":
        guard let opener = open.popLast() else { return nil }
        if blanksEnd(at: lineStart) - lineStart < opener.indentation { return opener.offset }
      default: break
      }
      index += 1
    }
    return nil
  }
}
