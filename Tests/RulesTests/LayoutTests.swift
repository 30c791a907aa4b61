import Syntax
import Testing

@testable import Rules

/// A text, what is done to it, and what comes out; nil when it cannot be done.
struct LayoutCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let before: String
  let after: String?

  init(_ description: String, _ before: String, _ after: String?) {
    testDescription = description
    self.before = before
    self.after = after
  }

  var file: SourceFile { SourceFile(path: before.first == "{" ? "x.json" : "x.yaml", text: before) }
  var root: Node? {
    ParsedFile(reading: file, as: before.first == "{" ? .json : .yaml).documents.first
  }
}

@Suite struct LayoutTests {
  @Test(arguments: [
    LayoutCase("in a block", "a:\n  x: 1\n  y: 2\n", "a:\n  y: 2\n"),
    LayoutCase("with its comment", "a:\n  x: 1 # one\n  y: 2\n", "a:\n  y: 2\n"),
    LayoutCase("over several lines", "a:\n  x:\n    - 1\n    - 2\n  y: 2\n", "a:\n  y: 2\n"),
    LayoutCase("between carriage returns", "a:\r\n  x: 1\r\n  y: 2\r\n", "a:\r\n  y: 2\r\n"),
    LayoutCase("the last line without an end", "a:\n  y: 2\n  x: 1", "a:\n  y: 2\n"),
    LayoutCase("behind a dash", "a: {x: 1}\n", "a: {}\n"),
    LayoutCase("the first in braces", "a: {x: 1, y: 2}\n", "a: {y: 2}\n"),
    LayoutCase("the last in braces", "a: {y: 2, x: 1}\n", "a: {y: 2}\n"),
    LayoutCase("in JSON", "{\"a\": {\n  \"x\": 1,\n  \"y\": 2\n}}", "{\"a\": {\n  \"y\": 2\n}}"),
    LayoutCase("a block of text", "a:\n  x: |\n    text\n  y: 2\n", "a:\n  y: 2\n"),
  ])
  func anEntryIsTakenOut(_ example: LayoutCase) {
    let edit = example.root?["a"].flatMap { Layout(example.file).removing("x", from: $0) }
    #expect(edit.map { Fix("", .safe, [$0]).applied(to: example.before) } == example.after)
  }

  @Test(arguments: [
    LayoutCase("in a block", "a:\n  - x\n  - y\n", "a:\n  - y\n"),
    LayoutCase("without indent", "a:\n- x: 1\n  z: 1\n- y\n", "a:\n- y\n"),
    LayoutCase("in brackets", "a: [x, y]\n", "a: [y]\n"),
    LayoutCase("in JSON", "{\"a\": [\n  {\"x\": 1},\n  {\"y\": 2}\n]}", "{\"a\": [\n  {\"y\": 2}\n]}"),
    LayoutCase("in a list that stands in a list", "a:\n  - - x\n    - y\n", nil),
  ])
  func anElementIsTakenOut(_ example: LayoutCase) {
    let list = example.root?["a"]
    let inner = list?.sequence?.first?.sequence == nil ? list : list?.sequence?.first
    let edit = inner.flatMap { Layout(example.file).removing(elementAt: 0, of: $0) }
    #expect(edit.map { Fix("", .safe, [$0]).applied(to: example.before) } == example.after)
  }

  @Test(arguments: [
    LayoutCase("from block to block", "a:\n  x: 1\nb:\n  y: 2\n", "a:\nb:\n  y: 2\n  x: 1\n"),
    LayoutCase("from braces to braces", "a: {x: 1}\nb: {y: 2}\n", "a: {}\nb: {y: 2, x: 1}\n"),
    LayoutCase(
      "in JSON", "{\"a\": {\"x\": 1}, \"b\": {\n  \"y\": 2\n}}", "{\"a\": {}, \"b\": {\n  \"y\": 2,\n  \"x\": 1\n}}"),
    LayoutCase("to where it is already", "a:\n  x: 1\nb:\n  x: 2\n", nil),
    LayoutCase("from a block to braces", "a:\n  x: 1\nb: {y: 2}\n", nil),
    LayoutCase("to an empty place", "a:\n  x: 1\nb: {}\n", nil),
  ])
  func anEntryIsMoved(_ example: LayoutCase) throws {
    let root = try #require(example.root)
    let (source, target) = (try #require(root["a"]), try #require(root["b"]))
    let edits = Layout(example.file).moving("x", from: source, to: target)
    #expect(edits.map { Fix("", .safe, $0).applied(to: example.before) } == example.after)
  }

  @Test(arguments: [
    LayoutCase(
      "to a block", "a:\n  x: 1\nb:\n  y: 2\n", "a:\nb:\n  m:\n    n:\n      x: 1\n  y: 2\n"),
    LayoutCase(
      "to a block that begins the path", "a:\n  x: 1\nb:\n  m:\n    o: 3\n",
      "a:\nb:\n  m:\n    n:\n      x: 1\n    o: 3\n"),
    LayoutCase(
      "in JSON", "{\"a\": {\"x\": 1}, \"b\": {\"y\": 2}}", "{\"a\": {}, \"b\": {\"m\": {\"n\": {\"x\": 1}}, \"y\": 2}}"),
    LayoutCase("to where the path is taken", "a:\n  x: 1\nb:\n  m: 1\n", nil),
  ])
  func aPlaceIsMadeForAnEntry(_ example: LayoutCase) throws {
    let root = try #require(example.root)
    let (source, target) = (try #require(root["a"]), try #require(root["b"]))
    let edits = Layout(example.file).moving("x", from: source, toNew: ["m", "n"], in: target)
    #expect(edits.map { Fix("", .safe, $0).applied(to: example.before) } == example.after)
  }
}
