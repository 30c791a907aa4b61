import Testing

@testable import Syntax

@Suite struct YAMLProblemTests {
  @Test(
    arguments: [
      YAMLCase("colon in a value", "a: b: c\n", "1:4 `b: c` a value without quotes cannot contain `: `"),
      YAMLCase("colon at the end", "a: foo:\n", "1:4 `foo:` a value without quotes cannot end with `:`"),
      YAMLCase(
        "indented deeper", "a: 1\r\n  b: 2\r\n",
        "2:3 `b` this key is indented deeper than the one above it, which already has a value"),
      YAMLCase(
        "indented less", "a:\n    b: 1\n  c: 2\n", "3:3 `c: 2` the indentation of this line matches no line above it"),
      YAMLCase("first line indented", " a: 1\nb: 2\n", "2:1 `b: 2` this line is indented less than the first one"),
      YAMLCase("item in a mapping", "a: 1\n- b\n", "2:1 `- b` a list item cannot stand among the keys of a mapping"),
      YAMLCase("key in a list", "- a\nb: 1\n", "2:1 `b: 1` this stands where the list above goes on, but has no `- `"),
      YAMLCase("list beside its key", "a: - b\n", "1:4 `-` a list cannot start on the line of its key"),
      YAMLCase("no blank behind the colon", "x: 1\na:1\nb: 2\n", "2:1 `a:1` a blank is missing after the `:`"),
      YAMLCase(
        "no-break space", "a:\u{A0}1\nb: 2\n",
        "1:3 `\u{A0}` an invisible no-break space (U+00A0) stands where YAML takes only spaces"),
      YAMLCase("bare word", "a: 1\nfoo\nb: 2\n", "2:1 `foo` this line is no `key: value`"),
      YAMLCase("tab", "a:\n\tb: 1\n", "2:1 `\t` this line is indented with a tab; YAML takes only spaces"),
      YAMLCase("tab after the dash", "-\ta\n-\tb: c\n", "1:2 `\t` a tab stands where YAML takes only spaces"),
      YAMLCase("at sign", "a: @foo # x\n", "1:4 `@foo` a value without quotes cannot start with `@`"),
      YAMLCase("star", "a: *.js\n", "1:4 `*.js` `*` starts the name of an alias, and none follows"),
      YAMLCase("unknown tag prefix", "a: !e!x y\n", "1:4 `!e!x` no %TAG line defines the tag `!e!x`"),
      YAMLCase("open quote", "ï: \"foo\nb: 1\n", "1:4 `\"` this quote is never closed"),
      YAMLCase("quote closed too late", "a: \"foo\nb: 1\nc: \"x\"\n", "1:4 `\"` this quote is closed only on line 3"),
      YAMLCase("apostrophe", "a: 'it's'\n", "1:8 `s'` there is text after the closing quote"),
      YAMLCase("escape", "a: \"\\d+\"\n", "1:5 `\\d` `\\d` means nothing in double quotes"),
      YAMLCase("open bracket", "a: [1, 2\n", "1:4 `[` this `[` is never closed"),
      YAMLCase("open bracket before a key", "a: {b: 1\nd: 4\n", "1:4 `{` this `{` is not closed before the next key"),
      YAMLCase("no comma", "{\"a\": 1\n \"b\": 2}\n", "2:2 `\"b\": 2}` expected `,` or `}` before this line"),
      YAMLCase("wrong bracket", "a: [1}\n", "1:6 `}` expected `,` or `]` here"),
      YAMLCase("bracket too many", "a: [1]]\n", "1:7 `]` this `]` closes nothing"),
      YAMLCase("no value", "a: [1,,2]\n", "1:7 `,` expected a value before this `,`"),
      YAMLCase("an open list", "a: [", "1:4 `[` this `[` is never closed"),
      YAMLCase("an open list and a line end", "a: [\n", "1:4 `[` this `[` is never closed"),
      YAMLCase(
        "no value at the end", "a: [1,\n", "1:6 `,` expected a value behind this `,`, found the end of the file"),
      YAMLCase(
        "text block", "a: > 5\n",
        "1:4 `> 5` a value that starts with `>` is a text block, which starts on the next line"),
      YAMLCase("directive", "a: 1\n%foo\n", "2:1 `%foo` a line that starts with `%` can only be `%YAML 1.1` or `%TAG`"),
      YAMLCase(
        "branches", "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n",
        "2:1 `<<<<<<< HEAD` an unfinished merge of branches is left in the file"),
      YAMLCase(
        "line separator in a comment", "a: 1 # é\u{2028}bar\nb: 2\n",
        "1:9 `\u{2028}` an invisible line separator (U+2028) ends the line here"),
      YAMLCase(
        "control character", "a: 1\nb: x\u{1}y\n", "2:5 `\u{1}` the control character U+0001 is not allowed in YAML"),
    ])
  func saysWhatIsWrong(_ example: YAMLCase) {
    let parsed = parseYAML(example.yaml)
    #expect(parsed.complaints == [example.expected])
    #expect(parsed.diagnostics.allSatisfy { $0.code == "SYN001" && $0.severity == .error })
  }

  @Test func offersToQuoteAValue() throws {
    let parsed = parseYAML("a: b: c # d\n")
    let fix = try #require(parsed.diagnostics.first?.fixes.first)
    #expect(fix.safety == .unsafe)
    #expect(fix.edits == [Fix.Edit(SourceRange(3, 3), "\""), Fix.Edit(SourceRange(7, 7), "\"")])
  }

  @Test(
    arguments: [
      ("UTF-16 with a mark", [0xFF, 0xFE, 0x61, 0, 0x3A, 0], "UTF-16"),
      ("UTF-16", [0, 0x61, 0, 0x3A, 0, 0x20], "UTF-16"),
      ("UTF-32", [0x61, 0, 0, 0, 0x3A, 0, 0, 0], "UTF-32"),
    ] as [(String, [UInt8], String)])
  func refusesOtherEncodings(_ name: String, _ bytes: [UInt8], _ encoding: String) {
    let parsed = ParsedFile(reading: SourceFile(path: "a.yaml", bytes: bytes), as: .yaml)
    #expect(parsed.diagnostics.map(\.message) == ["the file is \(encoding), but YAML is read as UTF-8"])
    #expect(parsed.documents.isEmpty)
  }

  @Test(
    arguments: [
      ("Latin-1", [0xE9]), ("cut off", [0xE2, 0x82]), ("too long", [0xC0, 0xAF]), ("surrogate", [0xED, 0xA0, 0x80]),
      ("too large", [0xF4, 0x90, 0x80, 0x80]), ("zero", [0]), ("escape", [0x1B]), ("delete", [0x7F]),
      ("C1", [0xC2, 0x80]), ("no character", [0xEF, 0xBF, 0xBF]), ("late mark", [0xEF, 0xBB, 0xBF]),
    ] as [(String, [UInt8])])
  func readsAroundBytesThatAreNoText(_ name: String, _ damage: [UInt8]) throws {
    let bytes = Array("a: 1\nb: x".utf8) + damage + Array("\nc: 2\n".utf8)
    let parsed = ParsedFile(reading: SourceFile(path: "a.yaml", bytes: bytes), as: .yaml)
    #expect(parsed.diagnostics.map(\.code) == ["SYN001"])
    let range = try #require(parsed.diagnostics.first?.range)
    #expect(range.lower == 9 && SourceRange(9, 9 + damage.count).contains(range))
    let mapping = try #require(parsed.documents.first?.mapping)
    #expect(mapping.isOpen)
    #expect(mapping.entries.map(\.key) == ["a", "b", "c"])
    #expect(mapping["b"]?.isUnresolved == true)
    #expect(mapping["c"]?.outline == "2")
  }
}
