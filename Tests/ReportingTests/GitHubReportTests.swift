import Linting
import Reporting
import Syntax
import Testing

@Suite struct GitHubReportTests {
  private func lines(_ report: Report, checkout: Checkout? = nil) -> [String] {
    let context = ReportContext(
      version: "1", rules: [.made("IMG001", "image-latest-tag")], checkout: checkout)
    return ReportFormat.github.render(report, in: context).split(separator: "\n").map(String.init)
  }

  @Test func aFindingIsACommandWithEveryPlace() {
    let file = SourceFile(path: "deploy/a.yaml", text: "ü: 1\nb: 2\n")
    let found = lines(
      Report(file.finding("IMG001", .warning, at: "1", "message", labels: [file.label("2", "label")], help: "help")))
    #expect(
      found == [
        "::warning file=deploy/a.yaml,line=1,endLine=1,col=4,endColumn=5,title=IMG001 image-latest-tag"
          + "::deploy/a.yaml:1:4: IMG001 message%0Adeploy/a.yaml:2:4: label%0Ahelp: help"
      ])
  }

  @Test func nothingEndsAPropertyOrACommandEarly() throws {
    let file = SourceFile(path: "a,b:%c\n.yaml", text: "a: 1\n")
    let found = lines(Report(file.finding("A,B", at: "1", "100% ::error::\r\n::stop-commands::x", help: "a,b:c")))
    #expect(found.count == 1)
    let command = try #require(found.first)
    #expect(command.hasPrefix("::error file=a%2Cb%3A%25c␊.yaml,line=1,"))
    #expect(command.contains(",title=A%2CB::"))
    #expect(command.hasSuffix("A,B 100%25 ::error::␍␊::stop-commands::x%0Ahelp: a,b:c"))
  }

  @Test func columnsAreThoseOfOneLine() throws {
    let file = SourceFile(path: "a.yaml", text: "a: |\r\n  text\r\nb: 1\r\n")
    #expect(
      try #require(lines(Report(file.finding(at: "|\r\n  text"))).first).contains("line=1,endLine=1,col=4,endColumn=5,")
    )
  }

  @Test func theMostSevereComeFirstAndTheRestIsCounted() {
    let file = SourceFile(path: "a.yaml", text: "a: 1\n")
    func some(_ severity: Severity, _ count: Int) -> [Diagnostic] {
      (0..<count).map { file.finding("R", severity, at: "1", "message \($0)") }
    }
    func commands(_ errors: Int, _ warnings: Int, _ notes: Int) -> ([Int], String?) {
      let found = lines(
        Report(findings: some(.note, notes) + some(.warning, warnings) + some(.error, errors), files: []))
      let kinds = found.map { String($0.prefix { $0 != " " }) }
      #expect(
        kinds
          == kinds.sorted {
            ["::error", "::warning", "::notice"].firstIndex(of: $0)! < ["::error", "::warning", "::notice"].firstIndex(
              of: $1)!
          })
      return (
        ["::error", "::warning", "::notice"].map { kind in kinds.count { $0 == kind } },
        found.last { $0.contains("title=seatrial") }
      )
    }
    #expect(commands(10, 10, 10) == ([10, 10, 10], nil))
    #expect(commands(0, 0, 0) == ([0, 0, 0], nil))
    let (counts, remark) = commands(12, 11, 10)
    #expect(counts == [10, 10, 10])
    #expect(remark?.hasPrefix("::notice title=seatrial::2 errors, 1 warning, 1 note more: ") == true)
    #expect(commands(11, 0, 3).0 == [10, 0, 4])
  }

  @Test func aMessageIsCutWhereGitHubWouldCutIt() throws {
    let file = SourceFile(path: "a.yaml", text: "a: 1\n")
    let found = lines(Report(file.finding(at: "1", String(repeating: "🚢", count: 4000))))
    let message = try #require(found.first?.split(separator: "::").last)
    #expect((4090...4096).contains(message.utf16.count) && message.hasSuffix("🚢…"))
  }

  @Test(arguments: [
    ("a.yaml", "infra/a.yaml"), ("../a.yaml", "a.yaml"), ("/repo/x/a.yaml", "x/a.yaml"), ("./a.yaml", "infra/a.yaml"),
    ("../../a.yaml", "../a.yaml"), ("/else/a.yaml", "/else/a.yaml"),
  ])
  func pathsStartAtTheRootOfTheRepository(path: String, shown: String) throws {
    let file = SourceFile(path: path, text: "a: 1\n")
    let found = lines(Report(file.finding(at: "1")), checkout: Checkout(root: "/repo", prefix: "infra/"))
    #expect(try #require(found.first).hasPrefix("::error file=\(shown),line=1,"))
  }

  @Test func suppressedFindingsAreNoAnnotations() {
    let file = SourceFile(path: "a.yaml", text: "a: 1\n")
    let report = Report(
      findings: [], files: [],
      suppressed: [SuppressedFinding(finding: file.finding(at: "1"), means: .comment, reason: nil)])
    let context = ReportContext(version: "1", showsSuppressed: true, rules: [])
    #expect(ReportFormat.github.render(report, in: context).isEmpty)
  }
}
