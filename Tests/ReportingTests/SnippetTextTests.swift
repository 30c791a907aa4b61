import Linting
import Reporting
import Syntax
import Testing

@testable import Reporting

@Suite struct SnippetTextTests {
  struct Line: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let mark: String
    let shown: String
    let underline: String
  }

  @Test(arguments: [
    Line(testDescription: "plain", text: "a: b", mark: "b", shown: "a: b", underline: "   ^"),
    Line(testDescription: "tabs", text: "\ta:\tb", mark: "b", shown: "    a:    b", underline: "          ^"),
    Line(testDescription: "CJK", text: "名前: 商店x", mark: "商店", shown: "名前: 商店x", underline: "      ^^^^"),
    Line(testDescription: "full-width", text: "ｋ: v", mark: "v", shown: "ｋ: v", underline: "    ^"),
    Line(testDescription: "emoji", text: "🛒: v", mark: "v", shown: "🛒: v", underline: "    ^"),
    Line(testDescription: "joined emoji", text: "👩‍👩‍👧: v", mark: "v", shown: "👩‍👩‍👧: v", underline: "    ^"),
    Line(testDescription: "flag", text: "🇩🇰: v", mark: "v", shown: "🇩🇰: v", underline: "    ^"),
    Line(testDescription: "emoji by variation", text: "❤️: v", mark: "v", shown: "❤️: v", underline: "    ^"),
    Line(testDescription: "skin tone", text: "👍🏽: v", mark: "v", shown: "👍🏽: v", underline: "    ^"),
    Line(
      testDescription: "combining", text: "e\u{301}e\u{301}: v", mark: "v", shown: "e\u{301}e\u{301}: v",
      underline: "    ^"),
    Line(
      testDescription: "Hangul by letters", text: "\u{1112}\u{1161}\u{11AB}: v", mark: "v",
      shown: "\u{1112}\u{1161}\u{11AB}: v", underline: "    ^"),
    Line(
      testDescription: "Devanagari", text: "\u{915}\u{94D}\u{937}: v", mark: "v", shown: "\u{915}\u{94D}\u{937}: v",
      underline: "    ^"),
    Line(testDescription: "escape", text: "\u{1B}[2J: v", mark: "v", shown: "␛[2J: v", underline: "      ^"),
    Line(
      testDescription: "C1 control", text: "\u{9B}2J: v", mark: "v", shown: "<U+009B>2J: v", underline: "            ^"),
    Line(
      testDescription: "right to left override", text: "\u{202E}: v", mark: "v", shown: "<U+202E>: v",
      underline: "          ^"),
    Line(
      testDescription: "zero width space", text: "a\u{200B}: v", mark: "v", shown: "a<U+200B>: v",
      underline: "           ^"),
    Line(testDescription: "byte order mark first", text: "\u{FEFF}a: v", mark: "v", shown: "a: v", underline: "   ^"),
    Line(testDescription: "CR LF", text: "a: v\r\nb", mark: "v", shown: "a: v", underline: "   ^"),
  ])
  func keepsTheCaretUnderTheText(line: Line) {
    let file = SourceFile(path: "a.yaml", text: line.text)
    let rows = Report(file.finding(at: line.mark)).text().split(separator: "\n")
    #expect(rows[3] == " 1 | " + line.shown)
    #expect(rows[4] == "   | " + line.underline)
  }

  @Test func repairsBytesThatAreNoText() {
    let file = SourceFile(path: "a.yaml", bytes: Array("a: ".utf8) + [0xFF, 0xC3] + Array("z".utf8))
    let rows = Report(file.finding(at: "z")).text().split(separator: "\n")
    #expect(rows[3] == " 1 | a: \u{FFFD}\u{FFFD}z")
    #expect(rows[4] == "   |      ^")
  }

  @Test func makesControlCharactersOfMessagesAndPathsVisible() {
    let file = SourceFile(path: "a\u{1B}]0;x\u{7}.yaml", text: "a: 1")
    let report = Report(
      file.finding(
        at: "1", "one\n\u{1B}[31mtwo", caption: "\u{8}", labels: [file.label("a", "\r")], help: "\u{9B}",
        fixes: [Fix("\u{0}", .safe, [])]))
    for format in [ReportFormat.text, .concise] {
      let text = format.render(report, in: ReportContext(version: "1", rules: []))
      #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) })
      #expect(text.contains("one␊␛[31mtwo"))
      #expect(text.contains("a␛]0;x␇.yaml:1:4"))
    }
  }

  @Test func cropsALongLineAroundTheMark() {
    let items = (0..<3000).map { "\"item\($0)\"" }.joined(separator: ",")
    let file = SourceFile(path: "a.json", text: "[\(items)]")
    let rows = Report(file.finding(at: "\"item2000\"", caption: "here")).text(width: 60).split(separator: "\n")
    #expect(rows[3] == " 1 | …item1998\",\"item1999\",\"item2000\",\"item2001\",\"item2002\"…")
    #expect(rows[4] == "   |                       ^^^^^^^^^^ here")
  }

  @Test(arguments: [nil, 40, 80, 200])
  func neverDrawsALineWiderThanTheTerminal(width: Int?) {
    let file = SourceFile(path: "a.json", text: String(repeating: "商\"ключ\": [1, 2],\t", count: 2000) + "end")
    for (mark, label) in [("商", "end"), ("end", "商"), ("[1, 2]", "[1, 2]")] {
      let report = Report(file.finding(at: mark, labels: [file.label(label, "label")]))
      for row in report.text(width: width).split(separator: "\n") {
        #expect(String(row).displayWidth <= width ?? 120 + " label".count)
      }
    }
  }

  @Test func showsAtTheEdgeWhatIsOutOfSight() {
    let file = SourceFile(
      path: "a.json",
      text: "first" + String(repeating: " ", count: 300) + "middle" + String(repeating: ".", count: 9000) + "last")
    let report = Report(file.finding(at: "middle", labels: [file.label("first", "left"), file.label("last", "right")]))
    let rows = report.text(width: 60).split(separator: "\n")
    #expect(rows[3].hasPrefix(" 1 | … ") && rows[3].hasSuffix(".…"))
    #expect(rows[4].hasPrefix("   | - ") && rows[4].hasSuffix(" -"))
    #expect(rows[3].count == rows[4].count)
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("商店", 4), ("e\u{301}", 1), ("🛒", 2), ("ﾊ", 1), ("…", 1), ("\u{AD}", 1), ("Ａ", 2),
  ])
  func measuresColumns(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }

  @Test func breaksBetweenWords() {
    #expect(wrapped("one two three", to: 8) == ["one two", "three"])
    #expect(wrapped("one two three", to: nil) == ["one two three"])
    #expect(wrapped("one extraordinarily two", to: 8) == ["one", "extraordinarily", "two"])
    #expect(wrapped("商店 商店 商店", to: 9) == ["商店 商店", "商店"])
    #expect(wrapped("", to: 8) == [""])
  }
}
