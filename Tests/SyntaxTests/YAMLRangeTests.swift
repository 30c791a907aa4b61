import Testing

@testable import Syntax

/// Checks that every range slices to what it stands for, and lies in its parent's.
func expectSoundRanges(_ parsed: ParsedFile, sourceLocation: SourceLocation = #_sourceLocation) {
  for document in parsed.documents { check(document) }
  for diagnostic in parsed.diagnostics { isInside(diagnostic.range) }
  for comment in parsed.comments { isInside(comment.range) }

  func isInside(_ range: SourceRange) {
    #expect(parsed.file.range.contains(range), sourceLocation: sourceLocation)
  }
  func check(_ node: Node) {
    isInside(node.range)
    switch node.value {
    case .sequence(let elements):
      for element in elements { check(element, in: node) }
    case .mapping(let mapping):
      for entry in mapping.entries {
        #expect(node.range.contains(entry.keyRange), sourceLocation: sourceLocation)
        check(entry.value, in: node)
      }
    default: break
    }
  }
  func check(_ child: Node, in parent: Node) {
    #expect(parent.range.contains(child.range), "\(parent.range) \(child.range)", sourceLocation: sourceLocation)
    check(child)
  }
}

@Suite struct YAMLRangeTests {
  /// The source of every node, below each other, with keys before a `:`.
  private func sources(_ text: String) -> [String] {
    let parsed = parseYAML(text)
    expectSoundRanges(parsed)
    var lines: [String] = []
    func walk(_ node: Node) {
      lines.append(parsed.file.text(in: node.range))
      switch node.value {
      case .sequence(let elements): elements.forEach(walk)
      case .mapping(let mapping):
        for entry in mapping.entries {
          lines.append(parsed.file.text(in: entry.keyRange) + ":")
          walk(entry.value)
        }
      default: break
      }
    }
    parsed.documents.forEach(walk)
    return lines
  }

  @Test func sliceToTheTextOfTheValue() {
    #expect(
      sources("a:  x y  # c\n'b' : \"ü\"\nc: !!str 1\nd: &e 'f'\n")
        == ["a:  x y  # c\n'b' : \"ü\"\nc: !!str 1\nd: &e 'f'", "a:", "x y", "'b':", "\"ü\"", "c:", "1", "d:", "'f'"])
  }

  @Test func endBlocksAtTheirLastValue() {
    #expect(
      sources("a:\n  b:\n  - 1\n  -  2   \n\n  # c\nd: e\n")
        == [
          "a:\n  b:\n  - 1\n  -  2   \n\n  # c\nd: e", "a:", "b:\n  - 1\n  -  2", "b:", "- 1\n  -  2", "1", "2", "d:",
          "e",
        ])
  }

  @Test func endTextBlocksAtTheirLastLine() {
    #expect(
      sources("- |\n  x \n\n   \n- >+ # c\n  y\n\n- |\n- z\n") == [
        "- |\n  x \n\n   \n- >+ # c\n  y\n\n- |\n- z", "|\n  x ", ">+ # c\n  y", "|", "z",
      ])
  }

  @Test func giveNothingAPlaceBehindItsKey() {
    let text = "a:\nb:   # c\nd:\n  -\n  -\ne: {f, g: }\nh:\n  ? i\nj:\n"
    let nulls = emptyPlaces(text)
    #expect(nulls == ["a:|", "b:|", "  -|", "  -|", "e: {f|", "e: {f, g:|", "  ? i|", "j:|"])
  }

  /// For each null its line up to it.
  private func emptyPlaces(_ text: String) -> [String] {
    let parsed = parseYAML(text)
    expectSoundRanges(parsed)
    var places: [String] = []
    func walk(_ node: Node) {
      switch node.value {
      case .null:
        let line = parsed.file.rangeOfLine(parsed.file.line(at: node.range.lower))
        #expect(node.range.isEmpty)
        places.append(parsed.file.text(in: SourceRange(line.lower, node.range.lower)) + "|")
      case .sequence(let elements): elements.forEach(walk)
      case .mapping(let mapping): mapping.entries.forEach { walk($0.value) }
      default: break
      }
    }
    parsed.documents.forEach(walk)
    return places
  }

  @Test(
    arguments: [
      YAMLCase("LF", "", "\n"), YAMLCase("CR LF", "", "\r\n"), YAMLCase("BOM", "\u{FEFF}", "\n"),
      YAMLCase("BOM and CR LF", "\u{FEFF}", "\r\n"), YAMLCase("comment", "# 🛥️ é\u{85}\n", "\n"),
    ])
  func countBytesWhateverStandsBefore(_ example: YAMLCase) throws {
    let lineEnd = example.expected
    let emoji = "\u{1F6A2}"
    let lines = ["é: \(emoji) x", "\(emoji): [ü, \"ÿ\(emoji)\"]", "z:", "  - 'ß'", "  - end"]
    let text = example.yaml + lines.joined(separator: lineEnd) + lineEnd
    let all = sources(text)
    #expect(
      all.dropFirst() == [
        "é:", "\(emoji) x", "\(emoji):", "[ü, \"ÿ\(emoji)\"]", "ü", "\"ÿ\(emoji)\"", "z:", "- 'ß'\(lineEnd)  - end",
        "'ß'",
        "end",
      ])
  }

  @Test func keepTheirCountInLongTexts() {
    let text = (0..<500).map { "k\($0): \($0 % 3 == 0 ? "é" : "🛥️")\($0)\n" }.joined()
    let parsed = parseYAML(text)
    for (index, entry) in (parsed.documents.first?.mapping?.entries ?? []).enumerated() {
      #expect(parsed.file.text(in: entry.keyRange) == "k\(index)")
      #expect(parsed.file.text(in: entry.value.range) == entry.value.string)
    }
    #expect(parsed.documents.first?.mapping?.entries.count == 500)
  }

  @Test func staysAtTheAnchorForAliasesAndMerges() throws {
    let parsed = parseYAML("a: &x\n  b: 1\nc: *x\nd:\n  <<: *x\n  e: 2\n")
    let root = try #require(parsed.documents.first)
    #expect(root["c"]?.range == root["a"]?.range)
    #expect(root.mapping?.entry("c").map { parsed.file.text(in: $0.range) } == "c")
    #expect(root["d"].map { parsed.file.text(in: $0.range) } == "<<: *x\n  e: 2")
    #expect(root["d"]?.mapping?.entry("b")?.value.range == root["a"]?["b"]?.range)
  }

  @Test func beginBehindAnchorAndTag() {
    #expect(
      sources("- &a !!map\n  b: 1\n- !!seq &c [d]\n- &e\n - f\n- !!str # g\n  h\n") == [
        "- &a !!map\n  b: 1\n- !!seq &c [d]\n- &e\n - f\n- !!str # g\n  h", "b: 1", "b:", "1", "[d]", "d", "- f", "f",
        "h",
      ])
    #expect(sources("- &a:b c\n") == ["- &a:b c", ":b c"])
    #expect(sources("a: &b\n- c\n") == ["a: &b\n- c", "a:", "- c", "c"])
  }
}
