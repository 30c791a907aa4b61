import Foundation
import Linting
import Reporting
import Syntax
import Testing

@Suite struct NDJSONReportTests {
  @Test func aLineIsAFindingOfTheJSONReport() throws {
    let file = SourceFile(path: "a.yaml", text: "ü: 1\nb: 2\n")
    let report = Report(
      findings: [file.finding("IMG001", at: "1", "line\u{2028}\nfeed", help: "help"), file.finding("SEC001", at: "2")],
      files: [FileOutcome(path: "a.yaml", state: .checked([]))],
      suppressed: [SuppressedFinding(finding: file.finding(at: "b"), means: .baseline, reason: nil)])
    func lines(_ showsSuppressed: Bool) throws -> [NSDictionary] {
      let context = ReportContext(version: "1", showsSuppressed: showsSuppressed, rules: [.made("IMG001", "name")])
      let text = ReportFormat.ndjson.render(report, in: context)
      #expect(text.hasSuffix("}\n"))
      return try text.dropLast().utf8.split(separator: UInt8(ascii: "\n")).map {
        try #require(try JSONSerialization.jsonObject(with: Data($0)) as? NSDictionary)
      }
    }
    let context = ReportContext(version: "1", showsSuppressed: true, rules: [.made("IMG001", "name")])
    let whole = try #require(
      try JSONSerialization.jsonObject(with: Data(ReportFormat.json.render(report, in: context).utf8)) as? NSDictionary)
    let findings = try #require(whole["findings"] as? [NSDictionary])
    #expect(try lines(false) == findings)
    #expect(try lines(true) == findings + (try #require(whole["suppressed"] as? [NSDictionary])))
  }

  @Test func nothingToReportIsAnEmptyText() {
    #expect(ReportFormat.ndjson.render(Report(findings: [], files: []), in: ReportContext(version: "1")).isEmpty)
  }
}

@Suite struct RDJSONReportTests {
  private func diagnostics(_ report: Report) throws -> JSON {
    let json = try JSON(
      ReportFormat.rdjson.render(
        report, in: ReportContext(version: "1", showsSuppressed: true, rules: [.made("IMG001", "image-latest-tag")])))
    #expect(json["source"]["name"].string == "seatrial")
    return json["diagnostics"]
  }

  private func places(_ range: JSON) -> [Int?] {
    ["start", "end"].flatMap { [range[$0]["line"].int, range[$0]["column"].int] }
  }

  @Test func columnsAreBytesAndEndsAreBehindTheLastOne() throws {
    let file = SourceFile(path: "a.yaml", text: "\u{FEFF}ü: 🚢1\r\nb: é2\r\n")
    let found = try diagnostics(
      Report(
        file.finding("IMG001", .warning, at: "1", "message", labels: [file.label("2", "label")], help: "help"),
        file.finding("N", .note, at: "é2"), file.finding("E", at: "🚢1\r\nb")))
    #expect(found[0]["message"].string == "message\na.yaml:2:5: label\nhelp: help")
    #expect(found[0]["severity"].string == "WARNING")
    #expect(found[0]["code"]["value"].string == "IMG001")
    #expect(found[0]["code"]["url"].string == "https://github.com/seatrial/seatrial/blob/main/docs/rules/IMG001.md")
    #expect(found[0]["location"]["path"].string == "a.yaml")
    #expect(places(found[0]["location"]["range"]) == [1, 12, 1, 13])
    #expect(places(found[1]["location"]["range"]) == [2, 4, 2, 7])
    #expect(places(found[2]["location"]["range"]) == [1, 8, 2, 2])
    #expect((0..<3).map { found[$0]["severity"].string } == ["WARNING", "INFO", "ERROR"])
    #expect(found[1]["code"]["url"].string == nil)
  }

  @Test func aFixIsOneSuggestion() throws {
    let file = SourceFile(path: "a.yaml", text: "a: 1\nb: 2\n")
    let insert = Fix.Edit(SourceRange(5, 5), "x: 3\n")
    let both = Fix("Quote both", .safe, [.init(file.range(of: "2"), "'2'"), .init(file.range(of: "1"), "'1'")])
    let found = try diagnostics(
      Report(
        file.finding(at: "1", fixes: [both, Fix("Another", .unsafe, [insert])]),
        file.finding(at: "2", fixes: [Fix("Insert", .unsafe, [insert])]), file.finding(at: "b", fixes: [])))
    #expect(found[0]["suggestions"].count == 1)
    #expect(found[0]["suggestions"][0]["text"].string == "'1'\nb: '2'")
    #expect(places(found[0]["suggestions"][0]["range"]) == [1, 4, 2, 5])
    #expect(found[1]["suggestions"][0]["text"].string == "x: 3\n")
    #expect(places(found[1]["suggestions"][0]["range"]) == [2, 1, 2, 1])
    #expect(found[2]["suggestions"].count == -1)
  }

  @Test func aSuggestionHoldsNoSecret() throws {
    let file = SourceFile(path: "a.yaml", text: "a: 1\nkey: hunter2\nb: 2\n")
    let both = Fix("Both", .safe, [.init(file.range(of: "1"), "'1'"), .init(file.range(of: "2\n"), "'2'\n")])
    let found = try diagnostics(
      Report(file.finding(at: "a", fixes: [both]), file.finding("SEC001", at: "hunter2")))
    #expect(found[0]["suggestions"].count == 2)
  }

  @Test func nothingToReportHasNoDiagnostics() throws {
    #expect(try diagnostics(Report(findings: [], files: [])).count == 0)
  }
}
