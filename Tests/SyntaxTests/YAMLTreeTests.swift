import Testing

@testable import Syntax

@Suite struct YAMLTreeTests {
  @Test(
    arguments: [
      YAMLCase("nothing", "", ""),
      YAMLCase("only a comment", "# a\n", ""),
      YAMLCase("empty document", "---\n", "null"),
      YAMLCase("several documents", "a: 1\n---\n- b\n---\n...\n---\nc\n", "{a: 1}\n[\"b\"]\nnull\n\"c\""),
      YAMLCase("nested blocks", "a:\n  b:\n  - c: 1\n    d:\n", "{a: {b: [{c: 1, d: null}]}}"),
      YAMLCase("flow", "{a: [1, {b: c}], 'd': \"e\", f, g: h}", "{a: [1, {b: \"c\"}], d: \"e\", f: null, g: \"h\"}"),
      YAMLCase("single pairs", "[a: 1, b]", "[{a: 1}, \"b\"]"),
      YAMLCase("block scalars", "a: |\n  x\n  y\nb: >-\n  x\n  y\n", "{a: \"x\\ny\\n\", b: \"x y\"}"),
      YAMLCase("quoted numbers are strings", "[\"1\", '2', \"no\", '~']", "[\"1\", \"2\", \"no\", \"~\"]"),
      YAMLCase("keys are text", "{1: a, no: b, ~: c, 012: d}", "{1: \"a\", no: \"b\", ~: \"c\", 012: \"d\"}"),
      YAMLCase("collections as keys", "? [a]\n: 1\nb: 2\n", "{b: 2, …}"),
      YAMLCase("explicit keys", "? a\n? b\n: c\n", "{a: null, b: \"c\"}"),
      YAMLCase("JSON", "{\"a\":[1,true,null,\"x\"]}", "{a: [1, true, null, \"x\"]}"),
      YAMLCase("CR LF", "a: 1\r\nb:\r\n  - c\r\n", "{a: 1, b: [\"c\"]}"),
      YAMLCase("byte order mark", "\u{FEFF}a: 1\nb: 2\n", "{a: 1, b: 2}"),
      YAMLCase("invisible line ends", "a: x\u{85}b: z\n", "{a: \"x\", b: \"z\"}"),
      YAMLCase("key with a placeholder", "${A}: 1\nb: 2\n", "{b: 2, …}"),
      YAMLCase("value with a placeholder", "a: x:${TAG}\n", "{a: \"x:\"«${TAG}»}"),
    ])
  func readsWhatIsWritten(_ example: YAMLCase) {
    let parsed = parseYAML(example.yaml)
    #expect(parsed.outline == example.expected)
    #expect(parsed.complaints == [])
  }

  @Test(
    arguments: [
      YAMLCase("alias", "a: &x [1]\nb: *x\n", "{a: [1], b: [1]}"),
      YAMLCase("alias as key", "- &x a\n- *x : 1\n", "[\"a\", {a: 1}]"),
      YAMLCase("anchor on a key", "&x a: 1\nb: *x\n", "{a: 1, b: \"a\"}"),
      YAMLCase("later anchor of the same name", "[&x 1, *x, &x 2, *x]", "[1, 1, 2, 2]"),
      YAMLCase("inner anchor of the same name", "- &x [&x 1, *x]\n- *x\n", "[[1, 1], 1]"),
      YAMLCase("anchors end with their document", "--- &x 1\n--- 2\n", "1\n2"),
      YAMLCase("merge", "a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n", "{a: {b: 1, c: 2}, d: {c: 3, b: 1}}"),
      YAMLCase("merge above the key", "a: &x {b: 1}\nd: {b: 5, <<: *x}\n", "{a: {b: 1}, d: {b: 5}}"),
      YAMLCase(
        "first of a list wins", "p: &p {a: 1}\nq: &q {a: 2, b: 2}\nr: {<<: [*p, *q]}\n",
        "{p: {a: 1}, q: {a: 2, b: 2}, r: {a: 1, b: 2}}"),
      YAMLCase("two merges", "{<<: {a: 1}, b: 2, <<: {c: 3}}", "{b: 2, a: 1, c: 3}"),
      YAMLCase("merged merges", "a: &a {x: 1}\nb: &b {<<: *a}\nc: {<<: *b}\n", "{a: {x: 1}, b: {x: 1}, c: {x: 1}}"),
      YAMLCase("quoted merge key", "\"<<\": {a: 1}", "{<<: {a: 1}}"),
      YAMLCase("merge of something unknown", "{<<: !Ref X, a: 1}", "{a: 1, …}"),
    ])
  func followsAliasesAndMergeKeys(_ example: YAMLCase) {
    let parsed = parseYAML(example.yaml)
    #expect(parsed.outline == example.expected)
    #expect(parsed.complaints == [])
  }

  @Test(
    arguments: [
      YAMLCase("string", "a: !!str 1\nb: !!str no\nc: !!str\n", "{a: \"1\", b: \"no\", c: \"\"}"),
      YAMLCase("non-specific", "[! 1, ! [a]]", "[\"1\", [\"a\"]]"),
      YAMLCase("integer", "[!!int \"3\", !!int 3]", "[3, 3]"),
      YAMLCase("float", "[!!float 3, !!float \"1.5\"]", "[number(3), number(1.5)]"),
      YAMLCase("bool and null", "[!!bool \"yes\", !!null x]", "[true, null]"),
      YAMLCase("collections", "[!!seq [a], !!map {b: c}]", "[[\"a\"], {b: \"c\"}]"),
      YAMLCase("verbatim", "!<tag:yaml.org,2002:str> 1", "\"1\""),
      YAMLCase("declared", "%TAG !y! tag:yaml.org,2002:\n---\n!y!str 1\n", "\"1\""),
      YAMLCase("own tag on a scalar", "a: !Ref B\nb: 1\n", "{a: «!Ref B», b: 1}"),
      YAMLCase("own tag on a list", "a: !Sub [\"x\", {y: 1}]\n", "{a: «!Sub [\"x\", {y: 1}]»}"),
      YAMLCase("own tag on a block", "a: !If\n  - b\n  - c\nd: 1\n", "{a: «!If\n  - b\n  - c», d: 1}"),
      YAMLCase("own tag on nothing", "a: !X\nb: 1\n", "{a: «!X», b: 1}"),
      YAMLCase("own tag behind an anchor", "a: &x !Ref B\nb: *x\n", "{a: «!Ref B», b: «!Ref B»}"),
      YAMLCase("own tag on a key", "!X a: 1\nb: 2\n", "{b: 2, …}"),
      YAMLCase("wrong kind", "[!!str [a], !!map x]", "[«!!str [a]», \"x\"]"),
    ])
  func obeysTags(_ example: YAMLCase) {
    let parsed = parseYAML(example.yaml)
    #expect(parsed.outline == example.expected)
    #expect(parsed.complaints == [])
  }

  @Test(
    arguments: [
      YAMLCase("scalar", "a: !Ref B\n", "!Ref \"B\""),
      YAMLCase("placeholder", "a: !Sub 'é/${B}:1'\nb: 1\n", "!Sub \"é/\"«${B}»\":1\""),
      YAMLCase("list", "a: !Join [\"\", [x, !Ref B]]\n", "!Join [\"\", [\"x\", «!Ref B»]]"),
      YAMLCase("block list", "a: !If\n  - b\n  - c: 1\n    d: 2\n  - e\nf: 1\n", "!If [\"b\", {c: 1, d: 2}, \"e\"]"),
      YAMLCase("list below its key", "a: !If\n- b\n- c\nf: 1\n", "!If [\"b\", \"c\"]"),
      YAMLCase("mapping", "a: !X\n  b: 1\n", "!X {b: 1}"),
      YAMLCase("text block", "a: !Sub |\n  b\n  c\nd: 1\n", "!Sub \"b\\nc\\n\""),
      YAMLCase("nothing", "a: !X\n", "!X null"),
      YAMLCase("template", "a: !Sub \"{{ b }}c\"\n", "!Sub «{{ b }}»\"c\""),
      YAMLCase("no tag", "a: ${B}\n", ""),
    ])
  func looksBehindATagWhenAsked(_ example: YAMLCase) throws {
    let parsed = parseYAML(example.yaml)
    let node = try #require(parsed.documents.first?["a"])
    let behind = parsed.value(behindTagOf: node)
    #expect((behind.map { "\($0.tag) \($0.value.outline)" } ?? "") == example.expected)
    guard let value = behind?.value else { return }
    #expect(node.range.contains(value.range))
    if case .string(let text) = value.value, !text.contains("\n") { #expect(parsed.file.text(in: value.range) == text) }
  }

  @Test func keepsTheFirstOfRepeatedKeysAndShowsBoth() throws {
    let parsed = parseYAML("a: 1\nb: 2\n\"a\": 3\n")
    #expect(parsed.outline == "{a: 1, b: 2}")
    let diagnostic = try #require(parsed.diagnostics.first)
    #expect(parsed.diagnostics.count == 1)
    #expect(diagnostic.code == "SYN002")
    #expect(diagnostic.severity == .error)
    #expect(parsed.file.text(in: diagnostic.range) == "\"a\"")
    let label = try #require(diagnostic.labels.first)
    #expect(label.message == "first written here")
    #expect(label.range == SourceRange(0, 1))
  }

  @Test func findsARepeatedKeyAmongMany() {
    let keys = (0..<100).map { "k\($0): \($0)\n" }.joined()
    let parsed = parseYAML(keys + "k7: 1\nk99: 2\n")
    #expect(parsed.complaints.map { $0.prefix(12) } == ["101:1 `k7` t", "102:1 `k99` "])
    #expect(parsed.documents.first?.mapping?.entries.count == 100)
  }

  @Test(
    arguments: [
      YAMLCase("unknown alias", "a: *b\nc: 1\n", "{a: «*b», c: 1}"),
      YAMLCase("alias of another document", "a: &x 1\n---\nb: *x\n", "{a: 1}\n{b: «*x»}"),
      YAMLCase("alias inside its anchor", "a: &x [*x]\n", "{a: [«*x»]}"),
      YAMLCase("merge of a scalar", "<<: 1\na: 2\n", "{a: 2, …}"),
      YAMLCase("merge of scalars", "<<: [{b: 1}, c]\na: 2\n", "{a: 2, b: 1, …}"),
    ])
  func goesOnAfterAWrongAlias(_ example: YAMLCase) {
    let parsed = parseYAML(example.yaml)
    #expect(parsed.outline == example.expected)
    #expect(parsed.diagnostics.map(\.code) == ["SYN001"])
  }

  @Test(
    arguments: [
      YAMLCase("open list", "a:\n  b: 1\n  c: [2, 3\nd: 4\n", "{a: {b: 1, c: [2, «3\nd», «»], …}, …}"),
      YAMLCase("open quote", "a:\n- b: 1\n- c: 2\n  d: \"x\n", "{a: [{b: 1}, {c: 2, …}, «»], …}"),
      YAMLCase("documents before and after", "a: 1\n---\nb: [\n---\nc: 3\n", "{a: 1}\n{b: [«»], …}\n{c: 3}"),
      YAMLCase("indented less", "  a: 1\nb: 2\n", "{a: 1, …}"),
      YAMLCase("only a text", "foo\nbar: 1\n", ""),
    ])
  func keepsWhatStandsBeforeAnError(_ example: YAMLCase) {
    let parsed = parseYAML(example.yaml)
    #expect(parsed.outline == example.expected)
    #expect(parsed.diagnostics.map(\.code) == ["SYN001"])
  }

  @Test(
    arguments: [
      YAMLCase("line above", "# seatrial: ignore=X \na: 1\n", "seatrial: ignore=X"),
      YAMLCase("behind a value", "a: 1 ## from-param: b\n", "from-param: b"),
      YAMLCase("other comments", "# hello\na: 1 # world\n", ""),
      YAMLCase("quoted", "a: \"# seatrial\"\nb: '\n  # seatrial'\n", ""),
      YAMLCase("text block", "a: | # seatrial 1\n  # seatrial 2\nb: x#seatrial\n", "seatrial 1"),
      YAMLCase("behind a quoted one", "a: \"# seatrial\" # seatrial 2\r\n", "seatrial 2"),
    ])
  func keepsCommentsForUs(_ example: YAMLCase) {
    let parsed = parseYAML(example.yaml)
    #expect(parsed.comments.map(\.text).joined(separator: "\n") == example.expected)
    for comment in parsed.comments {
      let source = parsed.file.text(in: comment.range)
      #expect(source.hasPrefix("#") && source.contains(comment.text) && !source.contains("\r"))
    }
  }
}
