import Testing

@testable import Syntax

/// The tree in a short notation: unresolved values in ‹›, open mappings with a trailing `…`.
func outline(_ node: Node) -> String {
  switch node.value {
  case .null: return "null"
  case .bool(let value): return "\(value)"
  case .integer(let value): return "\(value)"
  case .number(let text): return "#\(text)"
  case .string(let text): return text.debugDescription
  case .sequence(let elements): return "[\(elements.map(outline).joined(separator: " "))]"
  case .mapping(let mapping):
    let entries = mapping.entries.map { "\($0.key): \(outline($0.value))" } + (mapping.isOpen ? ["…"] : [])
    return "{\(entries.joined(separator: " "))}"
  case .unresolved(let text):
    let pieces = text.pieces.map { piece in
      switch piece {
      case .literal(let text): text
      case .hole(let source): "‹\(source)›"
      }
    }
    return pieces.joined()
  }
}

/// Whether each node lies inside its parent, and behind its elder siblings.
func isWellPlaced(_ node: Node, in parent: SourceRange) -> Bool {
  guard parent.contains(node.range) else { return false }
  var last = node.range.lower
  switch node.value {
  case .sequence(let elements):
    for element in elements {
      guard element.range.lower >= last, isWellPlaced(element, in: node.range) else { return false }
      last = element.range.upper
    }
  case .mapping(let mapping):
    for entry in mapping.entries {
      guard entry.keyRange.lower >= last, entry.value.range.lower >= entry.keyRange.upper,
        isWellPlaced(entry.value, in: node.range)
      else { return false }
      last = entry.value.range.upper
    }
  default: break
  }
  return true
}

@Suite struct JSONReaderTests {
  @Test(arguments: [
    ("{}", "{}"), ("[]", "[]"), (" [ ] ", "[]"), ("null", "null"), ("[true,false,null]", "[true false null]"),
    ("[0,-0,-12,9223372036854775807,-9223372036854775808]", "[0 0 -12 9223372036854775807 -9223372036854775808]"),
    ("[9223372036854775808,-9223372036854775809]", "[#9223372036854775808 #-9223372036854775809]"),
    ("[1.0,1e3,-2.5E-7,1e400]", "[#1.0 #1e3 #-2.5E-7 #1e400]"),
    (#"{"a":{"b":[1,{"c":"d"}]},"":2}"#, #"{a: {b: [1 {c: "d"}]} : 2}"#),
    (#"["\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é😀"]"#, #"["\"\\/\u{08}\u{0C}\n\r\té😀é😀"]"#),
    (#"{"\u0061b\n":1}"#, "{ab\n: 1}"), ("\u{FEFF}{\"a\":1}", "{a: 1}"), ("{\r\n\t\"a\" : 1\r\n}", "{a: 1}"),
    (#"{"$schema":"x","a":"b"}"#, #"{$schema: "x" a: "b"}"#), (#"["{{","}}"]"#, #"["{{" "}}"]"#),
    (#"{"a":"${x","b":"}"}"#, #"{a: "${x" b: "}"}"#),
  ])
  func readsTheTree(_ text: String, _ expected: String) throws {
    let parsed = readJSON(text)
    #expect(parsed.diagnostics.map(\.message) == [])
    #expect(parsed.templateActions.isEmpty)
    #expect(parsed.documents.map(outline) == [expected])
  }

  @Test func knowsWhereEverythingStands() throws {
    let text = "\u{FEFF}{ \"é\" : [1.50, \"a\\n\"],\n  \"b\":{} }\n"
    let parsed = readJSON(text)
    let root = try #require(parsed.documents.first)
    let slice = { (range: SourceRange) in parsed.file.text(in: range) }
    #expect(slice(root.range) == "{ \"é\" : [1.50, \"a\\n\"],\n  \"b\":{} }")
    let entries = try #require(root.mapping?.entries)
    #expect(entries.map { slice($0.keyRange) } == ["\"é\"", "\"b\""])
    #expect(entries.map { slice($0.value.range) } == ["[1.50, \"a\\n\"]", "{}"])
    #expect(entries.first?.value.sequence?.map { slice($0.range) } == ["1.50", "\"a\\n\""])
    #expect(isWellPlaced(root, in: parsed.file.range))
  }

  @Test func keepsCommentsThatSpeakToUs() {
    let text = "// seatrial: ignore IMG001\n{ /* other */ \"a\": 1 # from-param: x \n}\r\n/* seatrial */"
    let parsed = readJSON(text)
    #expect(parsed.comments.map(\.text) == ["seatrial: ignore IMG001", "from-param: x", "seatrial"])
    #expect(
      parsed.comments.map { parsed.file.text(in: $0.range) }
        == ["// seatrial: ignore IMG001", "# from-param: x ", "/* seatrial */"])
    #expect(parsed.diagnostics.map(\.message) == ["JSON has no comments (4 places in this file)"])
  }
}
