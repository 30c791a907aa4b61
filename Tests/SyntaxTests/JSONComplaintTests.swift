import Testing

@testable import Syntax

/// A text with the marked bytes in «», what is said about them, and the text after the fix.
struct ComplaintCase: Sendable, CustomTestStringConvertible {
  let marked: String
  let message: String
  var safe: String?
  var unsafe: String?
  var text: String { marked.filter { $0 != "«" && $0 != "»" } }
  var testDescription: String { marked.debugDescription }

  init(_ marked: String, _ message: String, safe: String? = nil, unsafe: String? = nil) {
    self.marked = marked
    self.message = message
    self.safe = safe
    self.unsafe = unsafe
  }
}

func readJSON(_ text: String) -> ParsedFile {
  ParsedFile(reading: SourceFile(path: "a.json", text: text), as: .json)
}

private func mark(_ diagnostic: Diagnostic) -> String {
  let (file, range) = (diagnostic.file, diagnostic.range)
  let before = file.text(in: SourceRange(0, range.lower))
  return "\(before)«\(file.text(in: range))»\(file.text(in: SourceRange(range.upper, file.bytes.count)))"
}

private func apply(_ fix: Fix, to file: SourceFile) -> String {
  var bytes = file.bytes
  for edit in fix.edits.sorted(by: { $0.range.lower > $1.range.lower }) {
    bytes.replaceSubrange(edit.range.lower..<edit.range.upper, with: Array(edit.replacement.utf8))
  }
  return String(decoding: bytes, as: UTF8.self)
}

@Suite struct JSONComplaintTests {
  @Test(
    arguments: [
      .init("«»", "the file is empty; expected a JSON value"),
      .init("«»\n \t\r\n", "the file is empty; expected a JSON value"),
      .init("[1«,»]", "a trailing comma is not allowed in JSON", safe: "[1]"),
      .init("{\"a\": 1«,»\n}", "a trailing comma is not allowed in JSON", safe: "{\"a\": 1\n}"),
      .init(
        "{\"a\": 1«»\n \"b\": 2}", "expected `,` or `}` after this value, found `\"b\"`",
        safe: "{\"a\": 1,\n \"b\": 2}"),
      .init("[1«» 2]", "expected `,` or `]` after this value, found `2`", unsafe: "[1, 2]"),
      .init("[1«;» 2]", "expected `,` or `]` after this value, found `;`", unsafe: "[1, 2]"),
      .init("[1, «,» 2]", "expected a value, found `,`", unsafe: "[1,  2]"),
      .init("{\"a\": 1,«,»}", "expected a key in double quotes, found `,`", safe: "{\"a\": 1}"),
      .init("{\"a\" «=» 1}", "expected `:` after the key `a`, found `=`", safe: "{\"a\" : 1}"),
      .init("{\"a\" «\"b\"»}", "expected `:` after the key `a`, found `\"b\"`", unsafe: "{\"a\": \"b\"}"),
      .init("{«\"a\"», \"b\": 1}", "the key `a` has no value: expected `:`, found `,`"),
      .init("{\"a\": «}»", "expected a value after `:`, found `}`"),
      .init("{\"a\"::1}".replacing("::", with: ":«:»"), "expected a value, found `:`", unsafe: "{\"a\":1}"),
      .init("{«a»: 1}", "the key `a` must stand in double quotes", safe: "{\"a\": 1}"),
      .init(
        "{«'»a': 'b\"c'}",
        "a string in JSON stands in double quotes `\"`, not in single quotes (2 places in this file)",
        safe: "{\"a\": \"b\\\"c\"}"),
      .init("[«“»a”]", "a string in JSON stands in double quotes `\"`, not in typographic quotes", safe: "[\"a\"]"),
      .init("[«True», None]", "JSON writes `true`, not `True` (2 places in this file)", safe: "[true, null]"),
      .init("[«NaN»]", "JSON has no `NaN`; expected a number"),
      .init("[«-Infinity»]", "JSON has no `-Infinity`; expected a number"),
      .init("[«+1»]", "a number in JSON has no `+` before it, found `+1`", safe: "[1]"),
      .init("[«.5»]", "a number in JSON has a digit before the point, found `.5`", safe: "[0.5]"),
      .init("[«5.»]", "a number in JSON has a digit after the point, found `5.`", safe: "[5.0]"),
      .init("[«-012»]", "a number in JSON has no zeros before it, found `-012`", unsafe: "[-12]"),
      .init("[«0x1F»]", "JSON has no hexadecimal numbers, found `0x1F`", safe: "[31]"),
      .init("[«1_000»]", "a number in JSON has no `_` in it, found `1_000`", safe: "[1000]"),
      .init("[«512MB»]", "`512MB` is not a number; if it is text, it needs double quotes", unsafe: "[\"512MB\"]"),
      .init("[«-» 1]", "expected a number after `-`"),
      .init(
        "{\"image\": «nginx:latest», \"b\": 1}",
        "expected a value, found `nginx:latest`; text stands in double quotes",
        unsafe: "{\"image\": \"nginx:latest\", \"b\": 1}"),
      .init(
        "{\"image\": «\"nginx»,\n \"b\": 1}", "this string is not closed: expected `\"` before the end of the line",
        unsafe: "{\"image\": \"nginx\",\n \"b\": 1}"),
      .init("[\"a«\t»b\"]", "a tab in a string must be written as `\\t`", safe: "[\"a\\tb\"]"),
      .init("[\"a«\n»b\"]", "a line break in a string must be written as `\\n`", unsafe: "[\"a\\nb\"]"),
      .init("[\"a«\u{7}»b\"]", "a control character in a string must be escaped: `\\u0007`", safe: "[\"a\\u0007b\"]"),
      .init(
        "[\"«\\d»+\\.\"]", "`\\d` is not an escape of JSON; a backslash itself is written `\\\\`",
        unsafe: "[\"\\\\d+\\\\.\"]"),
      .init(
        "[\"it«\\'»s\"]", "`\\'` is not an escape of JSON; a single quote needs no backslash", safe: "[\"it's\"]"),
      .init("[\"«\\u12»\"]", "`\\u12` is not an escape of JSON; `\\u` takes four hexadecimal digits"),
      .init("[\"«\\ud800»\"]", "`\\ud800` is half of a surrogate pair, which stands for no character"),
      .init("«// a»\n[1] # b", "JSON has no comments (2 places in this file)"),
      .init("«/*» a [1]", "this comment is not closed, and JSON has no comments"),
      .init("[«\u{A0}»1]", "a no-break space (U+00A0) is no white space in JSON", safe: "[ 1]"),
      .init("{}\n«{»}", "a second value after the end of the document; a JSON file holds one"),
      .init("{}«}»", "`}` closes nothing: the document ends before it", unsafe: "{}"),
      .init("{} «x»", "text after the end of the document: `x`"),
      .init("{\"a\": [1, 2«}»", "expected `,` or `]`, found `}`", unsafe: "{\"a\": [1, 2]}"),
      .init("[1, 2«}»", "expected `,` or `]`, found `}`", unsafe: "[1, 2]"),
      .init("{\"a\": «{»\"b\": [1]", "the file ends before this `{` is closed; expected `}`"),
      .init(
        "{«\"cpu»: \"256\", \"a\": 1}", "the key `cpu` has no closing quote: expected `\"` before `:`",
        unsafe: "{\"cpu\": \"256\", \"a\": 1}"),
      .init("{«cpu»\": \"256\"}", "expected `\"` before the key `cpu`", safe: "{\"cpu\": \"256\"}"),
      .init("{\"a\": [1, «\"b\"»: 2}", "expected `]` before the key `b`", unsafe: "{\"a\": [1], \"b\": 2}"),
      .init(
        "[\"echo \"«hi»\" there\", 1]", "expected `,` or `]` after this value, found `hi`",
        unsafe: "[\"echo \\\"hi\\\" there\", 1]"),
      .init(
        "{\n«<<<<<<< HEAD»\n\"a\": 1,\n=======\n\"a\": 2,\n>>>>>>> x\n\"b\": 3}",
        "a merge conflict is not resolved here (3 places in this file)"),
      .init("[«*»]", "expected a value, found `*`"),
      .init("[«<null>»]", "expected a value, found `<null>`"),
      .init(
        "«foo»: bar\nbaz: 1", "expected a value, found `foo`; text stands in double quotes",
        unsafe: "\"foo\": bar\nbaz: 1"),
    ] as [ComplaintCase])
  func saysWhatWasExpectedAndWhatStandsThere(_ expected: ComplaintCase) throws {
    let diagnostics = readJSON(expected.text).diagnostics
    #expect(diagnostics.map(\.message) == [expected.message])
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostic.code == "SYN001")
    #expect(mark(diagnostic) == expected.marked)
    let fix = diagnostic.fixes.first
    #expect(fix.map { apply($0, to: diagnostic.file) } == expected.safe ?? expected.unsafe)
    if let fix { #expect(fix.safety == (expected.safe == nil ? .unsafe : .safe)) }
  }

  @Test func goesOnAfterAMistake() {
    let text = "{\"a\": 01,\n \"b\": nginx\n \"c\": [1 2],\n \"d\" 4,\n \"e\": {\"f\": 'x',},\n \"g\": 7}"
    let parsed = readJSON(text)
    #expect(parsed.diagnostics.map { $0.file.line(at: $0.range.lower) } == [1, 2, 2, 3, 4, 5, 5])
    #expect(parsed.documents.first?.mapping?.entries.map(\.key) == ["a", "b", "c", "d", "e", "g"])
    #expect(parsed.documents.first?["e"]?["f"]?.string == "x")
  }

  @Test func pointsAtTheBracketThatSeemsToBeUnclosed() {
    let parsed = readJSON("{\n  \"a\": {\n    \"b\": 1,\n  \"c\": 2\n}\n")
    #expect(parsed.diagnostics.map(\.message) == ["the file ends before this `{` is closed; expected `}`"])
    #expect(parsed.diagnostics.first?.labels.map { parsed.file.line(at: $0.range.lower) } == [2, 6])
  }

  @Test func leavesOpenWhatItCouldNotRead() {
    #expect(readJSON("{\"a\": 1, ?: 2}").documents.first?.mapping?.isOpen == true)
    #expect(readJSON("{\"a\": 1, \"b\"}").documents.first?.mapping?.isOpen == true)
    #expect(readJSON("{\"a\": 1,}").documents.first?.mapping?.isOpen == false)
    #expect(readJSON("[nginx]").documents.first?.sequence?.first?.isUnresolved == true)
  }

  @Test func endsAfterTwentyMistakes() {
    let parsed = readJSON("[" + String(repeating: "0x1, ", count: 1000) + "1]")
    #expect(parsed.diagnostics.count == 20)
  }

  @Test(arguments: ["{\"a\": 1, \"a\": 2}", "{\"a\": 1, \"\\u0061\": 2}", "{\"b\": {\"a\": 1, \"a\": 2}}"])
  func showsBothPlacesOfADuplicateKey(_ text: String) throws {
    let parsed = readJSON(text)
    let diagnostic = try #require(parsed.diagnostics.first)
    #expect(parsed.diagnostics.count == 1)
    #expect(diagnostic.code == "SYN002")
    #expect(diagnostic.message == "the key `a` stands twice in one object; only one of the two values is used")
    let label = try #require(diagnostic.labels.first)
    #expect(diagnostic.file.text(in: label.range) == "\"a\"")
    #expect(label.range.upper < diagnostic.range.lower)
    let mapping = try #require(parsed.documents.first.map { $0["b"] ?? $0 }?.mapping)
    #expect(mapping.entries.count == 1)
    #expect(mapping["a"].map { if case .integer(1) = $0.value { true } else { false } } == true)
  }

  @Test func findsDuplicatesAmongManyKeys() {
    let keys = (0..<100).map { "\"k\($0)\": \($0)" } + ["\"k99\": 0", "\"k3\": 0"]
    #expect(readJSON("{\(keys.joined(separator: ","))}").diagnostics.map(\.code) == ["SYN002", "SYN002"])
    #expect(readJSON("{\"\u{E9}\": 1, \"e\u{301}\": 2}").diagnostics.isEmpty)
  }

  @Test func keepsToItsLimits() {
    var limits = Limits.standard
    limits.size = 10
    limits.depth = 3
    limits.values = 4
    func codes(_ text: String) -> [String] {
      ParsedFile(reading: SourceFile(path: "a", text: text), as: .json, limits: limits).diagnostics.map(\.code)
    }
    #expect(codes("[[[1]]]") == [])
    #expect(codes("[[[[1]]]]") == ["SYN003"])
    #expect(codes("[1,2,3]") == [])
    #expect(codes("[1,2,3,4]") == ["SYN003"])
    #expect(codes("[1, 2, 3, 4]") == ["SYN003"])
    let big = SourceFile(path: "a", bytes: [UInt8](repeating: 0x20, count: (16 << 20) + 1))
    #expect(ParsedFile(reading: big, as: .json).diagnostics.map(\.code) == ["SYN003"])
    let deep = SourceFile(path: "a", bytes: [UInt8](repeating: 0x5B, count: 1_000_000))
    #expect(ParsedFile(reading: deep, as: .json).diagnostics.map(\.code) == ["SYN003"])
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x7B, 0, 0x7D, 0], [0xFE, 0xFF, 0, 0x7B, 0, 0x7D], [0x7B, 0, 0x7D, 0], [0, 0x7B, 0, 0x7D],
      [0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0], [0, 0, 0, 0x7B, 0, 0, 0, 0x7D],
    ] as [[UInt8]])
  func namesForeignEncodings(_ bytes: [UInt8]) {
    let diagnostics = ParsedFile(reading: SourceFile(path: "a", bytes: bytes), as: .json).diagnostics
    #expect(
      diagnostics.map(\.message) == [
        "the file is in \(bytes.filter { $0 == 0 }.count > 3 ? "UTF-32" : "UTF-16"); JSON is UTF-8"
      ])
  }
}
