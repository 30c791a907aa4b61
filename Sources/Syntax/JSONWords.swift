/// What stands where a key or a value should, and is neither in the grammar of JSON.
extension JSONParser {
  /// What was read as the key of an entry.
  enum Key {
    case name(String)
    /// A placeholder, or something that was complained about: any key.
    case unknown
  }

  /// Reads a key; nil when there is none, and then what stands there was complained about and stepped over.
  mutating func key() -> Key? {
    let start = offset
    switch bytes[start] {
    case "\"":
      let string = string()
      if let name = keyWithoutQuote(string) { return .name(name) }
      // `$schema` is a key, `${NAME}` and `$NAME` are placeholders.
      let isLiteral = string.unresolved.map { $0.holes.allSatisfy(JSONParser.isPlainName) } ?? true
      return isLiteral ? .name(string.text) : .unknown
    case ":":
      complaints.syntax("expected a key in double quotes before `:`", at: SourceRange(start, start + 1))
      return .unknown
    default: break
    }
    if let quoted = otherQuotes() { return quoted.unresolved == nil ? .name(quoted.text) : .unknown }
    // `skipAction` has left the placeholders that a colon follows.
    if opensTemplate(at: start), let end = scanner.end(at: start) {
      templateActions.append(SourceRange(start, end))
      offset = end
      return .unknown
    }
    let end = wordEnd(at: start)
    guard end > start else {
      complaints.syntax(
        "expected a key in double quotes, found \(found(at: start))", at: SourceRange(start, tokenEnd(at: start)))
      skipItem("}")
      return nil
    }
    let range = SourceRange(start, end)
    let text = file.text(in: range)
    if byte(at: end).is("\""), byte(at: blanksEnd(at: end + 1)).is(":") {
      complaints.syntax(
        "expected `\"` before the key \(JSONComplaints.shown(text))", at: range,
        fixes: [Fix("Insert the quote", .safe, [.init(SourceRange(start, start), "\"")])])
      offset = end + 1
      return .name(text)
    }
    complaints.habit(
      .bareKey, "the key \(JSONComplaints.shown(text)) must stand in double quotes", at: range,
      "Put the keys in double quotes", .safe, [.init(range, "\"\(text)\"")])
    offset = end
    return .name(text)
  }

  /// `$schema`, `$ref`: a dollar and a name in lower case.
  private static func isPlainName(_ hole: String) -> Bool {
    let bytes = hole.utf8
    return bytes.first?.is("$") == true && bytes.dropFirst().first.map { "a"..."z" ~= $0 } == true
  }

  /// Reads what cannot begin a value.
  mutating func strangeValue(_ place: Place) -> Node? {
    complainDoubledColon()
    guard offset < bytes.count else {
      complaints.end("expected a value, but the file ends", at: bytes.count)
      return nil
    }
    let start = offset
    let here = SourceRange(start, tokenEnd(at: start))
    if let quoted = otherQuotes() { return quoted.node }
    if opensTemplate(at: start) { return template() }
    switch bytes[start] {
    case "+", ".": return badNumber(here)
    case "a"..."z", "A"..."Z", "_": return bareText()
    case ",", "}", "]":
      let after = place == .property ? " after `:`" : ""
      complaints.syntax("expected a value\(after), found \(found(at: start))", at: here)
      complaints.quiet(before: here.upper)
      return nil
    case "\"", "{", "[", "-", "0"..."9": return value(place)
    default:
      complaints.syntax("expected a value, found \(found(at: start))", at: here)
      skipItem(place == .property ? "}" : "]")
      return nil
    }
  }

  private mutating func complainDoubledColon() {
    let start = offset
    while offset < bytes.count, bytes[offset].is(":") {
      offset += 1
      skipBlanks()
    }
    guard offset > start else { return }
    let range = SourceRange(start, start + 1)
    complaints.syntax(
      "expected a value, found `:`", at: range, fixes: [Fix("Remove it", .unsafe, [.init(range, "")])])
    complaints.quiet(before: tokenEnd(at: offset))
  }

  /// Reads a value without quotes: a word of another language, a placeholder such as `FAMILY`, or forgotten quotes.
  mutating func bareText() -> Node? {
    let start = offset
    let word = SourceRange(start, wordEnd(at: start))
    let text = file.text(in: word)
    let end = bareTextEnd(from: word.upper)
    if end == word.upper {
      if let (right, value) = JSONParser.foreignWords[text] {
        offset = end
        complaints.habit(
          .word, "JSON writes `\(right)`, not `\(text)`", at: word, "Write the words as JSON does", .safe,
          [.init(word, right)])
        return Node(value, word)
      }
      if JSONParser.isStandIn(text) {
        offset = end
        templateActions.append(word)
        return Node(.unresolved(Text([.hole(text)])), word)
      }
      if text.hasPrefix("NaN") || text.hasPrefix("Inf") { return badNumber(word) }
    }
    let range = SourceRange(start, end)
    let whole = file.text(in: range)
    let fixes = whole.contains("\\") ? [] : [Fix("Put it in double quotes", .unsafe, [.init(range, "\"\(whole)\"")])]
    complaints.syntax(
      "expected a value, found \(JSONComplaints.shown(whole)); text stands in double quotes", at: range, fixes: fixes)
    offset = end
    complaints.quiet(before: end)
    return Node(.unresolved(Text([.hole(whole)])), range)
  }

  /// Where a text without quotes ends: `nginx:${TAG}`, `hello world`.
  private mutating func bareTextEnd(from start: Int) -> Int {
    var index = start
    var end = start
    while index < bytes.count {
      switch bytes[index] {
      case ",", "]", "}", "\"", "\n", "\r", "[": return end
      case ":" where byte(at: index + 1).isBlank || byte(at: index + 1).is("\""): return end
      case "/" where index > end && (byte(at: index + 1).is("/") || byte(at: index + 1).is("*")): return end
      case "/" where byte(at: index + 1).is("*"): return end
      case "#" where index > end: return end
      case " ", "\t": index += 1
      default:
        if PlaceholderScanner.opens(bytes[index]), let after = scanner.end(at: index) {
          index = after
        } else if let length = scalarLength(at: index), bytes[index] > 0x20, !bytes[index].is("{") {
          index += length
        } else {
          return end
        }
        end = index
      }
    }
    return end
  }

  /// Whether a script is to replace the word: `FAMILY`, `ROLE_ARN`, but no word of another language.
  private static func isStandIn(_ word: String) -> Bool {
    let bytes = word.utf8
    return bytes.count >= 3 && bytes.first?.isUpper == true && bytes.allSatisfy(\.isUpperNameByte)
      && !foreignUpperWords.contains(word)
  }

  private static let foreignUpperWords: [String] = ["NAN", "INF", "INFINITY", "UNDEFINED", "YES", "OFF"]

  private static let foreignWords: [String: (String, Value)] = [
    "True": ("true", .bool(true)), "TRUE": ("true", .bool(true)), "False": ("false", .bool(false)),
    "FALSE": ("false", .bool(false)), "None": ("null", .null), "NONE": ("null", .null), "Null": ("null", .null),
    "NULL": ("null", .null), "nil": ("null", .null), "NIL": ("null", .null), "undefined": ("null", .null),
  ]

  private static let otherQuotes: [String: (name: String, closers: [String])] = [
    "'": ("single quotes", ["'"]), "`": ("backquotes", ["`"]), "“": ("typographic quotes", ["”", "“", "\""]),
    "„": ("typographic quotes", ["“", "”", "\""]), "”": ("typographic quotes", ["”", "\""]),
    "‘": ("typographic quotes", ["’", "‘"]), "’": ("typographic quotes", ["’"]),
  ]

  /// Reads a string in quotes that JSON does not know; nil when none begins here or it does not end on its line.
  private mutating func otherQuotes() -> JSONString? {
    guard let length = scalarLength(at: offset), bytes[offset].is("'") || bytes[offset].is("`") || length == 3 else {
      return nil
    }
    let start = offset
    let opening = SourceRange(start, start + length)
    let quote = file.text(in: opening)
    guard let (name, closers) = JSONParser.otherQuotes[quote] else { return nil }
    var edits: [Fix.Edit] = [.init(opening, "\"")]
    var text = ""
    var hasEscapes = false
    var index = opening.upper
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D {
      let range = SourceRange(index, index + (scalarLength(at: index) ?? 1))
      let character = file.text(in: range)
      index = range.upper
      if closers.contains(character) {
        edits.append(.init(range, "\""))
        complaints.habit(
          .quotes, "a string in JSON stands in double quotes `\"`, not in \(name)", at: opening,
          "Write double quotes", hasEscapes ? .unsafe : .safe, edits)
        offset = index
        let unresolved = hasEscapes ? Text([.hole(text)]) : Text(placeholdersIn: text)
        return JSONString(text: text, unresolved: unresolved, range: SourceRange(start, index))
      }
      switch bytes[range.lower] {
      case "\"": edits.append(.init(range, "\\\""))
      case 0..<0x20: edits.append(.init(range, JSONParser.escape(bytes[range.lower])))
      case "\\" where byte(at: index).is("'"):
        edits.append(.init(range, ""))
        text += "'"
        index += 1
        continue
      case "\\": hasEscapes = true
      default: break
      }
      text += character
    }
    return nil
  }
}
