import Linting
import Reporting
import Syntax
import Testing

@Suite struct GitLabReportTests {
  private func issues(_ report: Report, checkout: Checkout? = nil) throws -> JSON {
    let context = ReportContext(
      version: "1", showsSuppressed: true, rules: [.made("IMG001", "image-latest-tag")], checkout: checkout)
    return try JSON(ReportFormat.gitlab.render(report, in: context))
  }

  @Test func aFindingIsAnIssue() throws {
    let file = SourceFile(path: "deploy/a.yaml", text: "a: 1\nb: 2\n")
    let issue = try issues(
      Report(file.finding("IMG001", .warning, at: "2", "message", labels: [file.label("1", "label")], help: "help")),
      checkout: Checkout(root: "/repo", prefix: "infra/"))[0]
    #expect(issue["description"].string == "IMG001: message; deploy/a.yaml:1:4: label; help: help")
    #expect(issue["check_name"].string == "image-latest-tag")
    #expect(issue["severity"].string == "major")
    #expect(issue["location"]["path"].string == "infra/deploy/a.yaml")
    #expect(issue["location"]["lines"]["begin"].int == 2)
  }

  @Test func severitiesAndUnknownRulesHaveTheirWords() throws {
    let file = SourceFile(path: "a.yaml", text: "a: 1\n")
    let found = try issues(
      Report(file.finding("E", at: "1"), file.finding("W", .warning, at: "1"), file.finding("N", .note, at: "1")))
    #expect((0..<3).map { found[$0]["severity"].string } == ["critical", "major", "info"])
    #expect(found[0]["check_name"].string == "E")
  }

  @Test func aFingerprintIsUniqueAndSurvivesMovedLines() throws {
    func prints(_ text: String, _ paths: String...) throws -> [String?] {
      let files = paths.map { SourceFile(path: $0, text: text) }
      let found = try issues(
        Report(findings: files.flatMap { [$0.finding(at: "1"), $0.finding(at: "1")] }, files: []),
        checkout: Checkout(root: "/repo"))
      return (0..<found.count).map { found[$0]["fingerprint"].string }
    }
    let before = try prints("a: 1\n", "x.yaml", "y.yaml")
    #expect(Set(before).count == 4)
    #expect(try prints("\n\na: 1\n", "x.yaml", "./y.yaml") == before)
    #expect(try prints("a: 1\n", "/repo/x.yaml", "y.yaml") == before)
  }

  @Test func pathsAreOfAKindThatGitLabTakes() throws {
    let file = SourceFile(path: "/elsewhere/a.yaml", text: "a: 1\n")
    let found = try issues(Report(file.finding(at: "1")), checkout: Checkout(root: "/repo"))
    #expect(found[0]["location"]["path"].string == "elsewhere/a.yaml")
  }

  @Test func nothingToReportIsAnEmptyArray() throws {
    let file = SourceFile(path: "a.yaml", text: "a: 1\n")
    let report = Report(
      findings: [], files: [],
      suppressed: [SuppressedFinding(finding: file.finding(at: "1"), means: .comment, reason: nil)])
    #expect(try issues(report).count == 0)
  }
}
