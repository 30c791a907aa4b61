import Testing

@testable import Syntax

@Suite struct EditedTextTests {
  private func text(_ original: String, _ edits: (Int, Int, String)...) -> EditedText {
    var text = EditedText(SourceFile(path: "x", text: original))
    text.apply(edits.map { Fix.Edit(SourceRange($0.0, $0.1), $0.2) })
    return text
  }

  private func changes(_ text: EditedText) -> [LineBlock] {
    text.changes(TextLines(text.original.bytes), TextLines(text.bytes))
  }

  @Test func editsMayComeInAnyOrder() {
    let text = text("abcdef", (4, 5, ""), (0, 1, "AA"), (2, 2, "-"))
    #expect(String(decoding: text.bytes, as: UTF8.self) == "AAb-cdf")
  }

  @Test func bytesThatAreNoTextStayAsTheyAre() {
    var text = EditedText(SourceFile(path: "x", bytes: [0xFF, 0x61, 0xFE]))
    text.apply([Fix.Edit(SourceRange(1, 2), "b")])
    #expect(text.bytes == [0xFF, 0x62, 0xFE])
  }

  @Test func onlyLinesThatDifferAreChanges() {
    #expect(changes(text("a\nb\nc\n", (2, 3, "B"))) == [LineBlock(old: 1..<2, new: 1..<2)])
    #expect(changes(text("a\nb\nc\n", (2, 4, ""))) == [LineBlock(old: 1..<2, new: 1..<1)])
    #expect(changes(text("a\nb\nc\n", (3, 3, "\nx"))) == [LineBlock(old: 2..<2, new: 2..<3)])
    #expect(changes(text("a\nb", (3, 3, "\nx"))) == [LineBlock(old: 1..<2, new: 1..<3)])
    #expect(changes(text("a\nb", (3, 3, "\n"))) == [LineBlock(old: 1..<2, new: 1..<2)])
    #expect(changes(text("a\nb\n", (2, 3, "b"))) == [])
    #expect(changes(text("", (0, 0, "a\n"))) == [LineBlock(old: 0..<0, new: 0..<1)])
    #expect(changes(text("a\n", (0, 2, ""))) == [LineBlock(old: 0..<1, new: 0..<0)])
  }

  /// Whatever is edited in however many rounds, the changes make the new text of the old one.
  @Test func changesTellTheWholeDifference() {
    var random = Linear(state: 7)
    for _ in 0..<2000 {
      let pieces = ["a", "b", "\n", "\r\n", "é", "\n\n", "abc", ""]
      let original = (0..<Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? ""
      }
      var text = EditedText(SourceFile(path: "x", text: original.joined()))
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        var edits: [Fix.Edit] = []
        var position = 0
        var wanted: [UInt8] = []
        for _ in 0..<Int.random(in: 0...3, using: &random) where position < text.bytes.count {
          let lower = Int.random(in: position...text.bytes.count, using: &random)
          let upper = Int.random(in: lower...min(text.bytes.count, lower + 3), using: &random)
          let new = pieces.randomElement(using: &random) ?? ""
          edits.append(Fix.Edit(SourceRange(lower, upper), new))
          wanted += text.bytes[position..<lower] + Array(new.utf8)
          position = upper
          // Two edits in one place have no order of their own.
          if position < text.bytes.count { wanted.append(text.bytes[position]) }
          position += 1
        }
        if position < text.bytes.count { wanted += text.bytes[position...] }
        text.apply(edits.shuffled(using: &random))
        #expect(text.bytes == wanted)
      }
      let (old, new) = (TextLines(text.original.bytes), TextLines(text.bytes))
      var patched: [UInt8] = []
      var next = 0
      for block in text.changes(old, new) {
        for line in next..<block.old.lowerBound { patched += old[line] }
        #expect(patched.elementsEqual((0..<block.new.lowerBound).flatMap { new[$0] }))
        for line in block.new { patched += new[line] }
        next = block.old.upperBound
      }
      for line in next..<old.count { patched += old[line] }
      #expect(patched == text.bytes)
    }
  }
}

/// The same numbers every time.
private struct Linear: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
