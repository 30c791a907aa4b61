import Syntax
import Testing

@testable import LanguageServer

@Suite struct PositionTests {
  private static let text = "a\u{E9}\u{20AC}\u{1F600}z\r\nb\rc\n\nd"

  private func places(_ encoding: PositionEncoding, _ text: String = text) -> TextPlaces {
    TextPlaces(SourceFile(path: "", text: text), encoding)
  }

  @Test(arguments: [
    (PositionEncoding.utf8, [0, 1, 3, 6, 10, 11]), (.utf16, [0, 1, 2, 3, 5, 6]), (.utf32, [0, 1, 2, 3, 4, 5]),
  ])
  func charactersAreCountedAsAgreed(_ encoding: PositionEncoding, _ characters: [Int]) {
    let places = places(encoding)
    for (offset, character) in zip([0, 1, 3, 6, 10, 11], characters) {
      #expect(places.position(at: offset) == Wire.Position(line: 0, character: character))
      #expect(places.offset(of: Wire.Position(line: 0, character: character)) == offset)
    }
  }

  @Test func everyKindOfLineEndCounts() {
    let places = places(.utf16)
    for (offset, line) in [(13, 1), (15, 2), (17, 3), (18, 4)] {
      #expect(places.position(at: offset) == Wire.Position(line: line, character: 0))
      #expect(places.offset(of: Wire.Position(line: line, character: 0)) == offset)
    }
  }

  @Test func whatLiesBeyondIsClamped() {
    let places = places(.utf16)
    #expect(places.offset(of: Wire.Position(line: 0, character: 99)) == 11)
    #expect(places.offset(of: Wire.Position(line: 1, character: 99)) == 14)
    #expect(places.offset(of: Wire.Position(line: 3, character: 5)) == 17)
    #expect(places.offset(of: Wire.Position(line: 99, character: 0)) == 19)
    #expect(places.offset(of: Wire.Position(line: Int.max, character: Int.max)) == 19)
    #expect(places.offset(of: Wire.Position(line: -1, character: 3)) == 0)
    #expect(places.offset(of: Wire.Position(line: 0, character: -3)) == 0)
  }

  @Test func theMiddleOfACharacterIsItsBeginning() {
    #expect(places(.utf16).offset(of: Wire.Position(line: 0, character: 4)) == 6)
    #expect(places(.utf8).offset(of: Wire.Position(line: 0, character: 2)) == 1)
    #expect(places(.utf8).offset(of: Wire.Position(line: 0, character: 9)) == 6)
  }

  @Test func aByteOrderMarkIsACharacterOfAnEditorsTextAlone() {
    let file = SourceFile(path: "", text: "\u{FEFF}ab")
    #expect(TextPlaces(file, .utf16).position(at: 4) == Wire.Position(line: 0, character: 2))
    #expect(TextPlaces(file, .utf16).offset(of: Wire.Position(line: 0, character: 1)) == 3)
    #expect(TextPlaces(file, .utf16, countsMark: false).position(at: 4) == Wire.Position(line: 0, character: 1))
  }
}

@Suite struct ChangeTests {
  /// The text of an editor in the simplest way there is: a list of lines, each a list of units with its end.
  private struct NaiveText {
    var scalars: [Unicode.Scalar]

    func offset(of position: Wire.Position, _ encoding: PositionEncoding) -> Int {
      var (line, index) = (0, 0)
      while line < position.line, index < scalars.count {
        if scalars[index] == "\n" || (scalars[index] == "\r" && !(scalars[safe: index + 1] == "\n")) { line += 1 }
        index += 1
      }
      guard line == position.line else { return scalars.count }
      var units = 0
      while index < scalars.count, scalars[index] != "\n", scalars[index] != "\r" {
        let text = String(scalars[index])
        let count =
          switch encoding {
          case .utf8: text.utf8.count
          case .utf16: text.utf16.count
          case .utf32: 1
          }
        units += count
        if units > position.character { break }
        index += 1
      }
      return index
    }

    mutating func apply(_ change: Wire.ContentChange, _ encoding: PositionEncoding) {
      guard let range = change.range else {
        scalars = Array(change.text.unicodeScalars)
        return
      }
      let bounds = [offset(of: range.start, encoding), offset(of: range.end, encoding)].sorted()
      scalars.replaceSubrange(bounds[0]..<bounds[1], with: change.text.unicodeScalars)
    }
  }

  @Test(arguments: [PositionEncoding.utf8, .utf16, .utf32])
  func editsDoWhatTheyDoInASimplerWay(_ encoding: PositionEncoding) {
    var generator = SeededGenerator(seed: 11)
    let pieces = ["a", "é", "€", "😀", "\n", "\r\n", "\r", "", "xyz", "\u{301}", "\u{2028}"]
    func piece() -> String { pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
    func position() -> Wire.Position {
      Wire.Position(line: .random(in: 0..<6, using: &generator), character: .random(in: 0..<9, using: &generator))
    }
    for _ in 0..<400 {
      let text = (0..<12).map { _ in piece() }.joined()
      var file = SourceFile(path: "a", text: text)
      var naive = NaiveText(scalars: Array(text.unicodeScalars))
      let changes = (0..<Int.random(in: 1..<5, using: &generator)).map { _ in
        Wire.ContentChange(
          range: Int.random(in: 0..<20, using: &generator) == 0
            ? nil : Wire.Range(start: position(), end: position()),
          text: piece() + piece())
      }
      file = file.applying(changes, in: encoding)
      for change in changes { naive.apply(change, encoding) }
      #expect(file.bytes == Array(String(String.UnicodeScalarView(naive.scalars)).utf8), "\(text.debugDescription)")
    }
  }

  @Test func theShortestEditIsFound() {
    func edit(_ old: String, _ new: String) -> Fix.Edit { SourceFile(path: "", text: old).edit(toBecome: new) }
    #expect(edit("abc", "abXc") == Fix.Edit(SourceRange(2, 2), "X"))
    #expect(edit("aaa", "aa") == Fix.Edit(SourceRange(2, 3), ""))
    #expect(edit("", "x") == Fix.Edit(SourceRange(0, 0), "x"))
    #expect(edit("x", "x") == Fix.Edit(SourceRange(1, 1), ""))
    #expect(edit("é", "è") == Fix.Edit(SourceRange(0, 2), "è"))
    #expect(edit("a\r\nb", "a\nb") == Fix.Edit(SourceRange(1, 3), "\n"))
  }

  @Test func anyEditMakesTheOtherText() {
    var generator = SeededGenerator(seed: 3)
    let pieces = ["a", "é", "è", "\r\n", "\n", "\r", "😀"]
    func text() -> String {
      (0..<Int.random(in: 0..<7, using: &generator)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
    }
    for _ in 0..<3000 {
      let (old, new) = (SourceFile(path: "", text: text()), text())
      var edited = EditedText(old)
      edited.apply([old.edit(toBecome: new)])
      #expect(edited.bytes == Array(new.utf8))
      let places = TextPlaces(old, .utf16)
      let range = old.edit(toBecome: new).range
      #expect(places.bytes(of: places.range(range)) == range)
    }
  }
}

@Suite struct AddressTests {
  @Test(arguments: [
    ("file:///w/a.json", "/w/a.json"), ("file:///w/a%20b/%C3%A9.json", "/w/a b/é.json"),
    ("FILE://localhost/w/a", "/w/a"), ("file:/w/a", "/w/a"), ("file:///c%3A/x.json", "/c:/x.json"),
    ("file:///c:/x.json", "/c:/x.json"), ("file:///w/./b/../a//c#x?y", "/w/a/c"), ("file:///%", "/%"),
    ("file:///w/%zz%4", "/w/%zz%4"), ("file:///w/%2e%2e/a", "/a"), ("file:///", "/"),
    ("untitled:Untitled-1", nil), ("git:/w/a.json?ref", nil), ("file://server/share/a", nil), ("", nil),
    ("file:///a%00b", nil), ("file:a", nil), ("http://x/y", nil),
  ])
  func whereADocumentIs(_ uri: String, _ path: String?) { #expect(DocumentURI(uri).path == path) }

  @Test(arguments: ["/w/a.json", "/w/a b/é#?%.json", "/c:/x", "/"])
  func aPathComesBack(_ path: String) { #expect(DocumentURI(DocumentURI(path: path).text).path == path) }

  @Test func namesAreThoseOfARunInTheFolder() {
    let names = FileNames(folders: ["/w"])
    #expect(names.name(ofPath: "/w/a/b.json") == "a/b.json")
    #expect(names.name(ofPath: "/wide/b.json") == "/wide/b.json")
    #expect(names.name(ofPath: "/w") == "/w")
    #expect(names.path(ofName: "a/b.json") == "/w/a/b.json")
    #expect(names.path(ofName: "../.seatrial.yaml") == "/.seatrial.yaml")
    #expect(names.path(ofName: "/x/y") == "/x/y")
    #expect(FileNames(folders: []).name(ofPath: "/w/a") == "/w/a")
    #expect(FileNames(folders: ["/"]).name(ofPath: "/w/a") == "/w/a")
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
