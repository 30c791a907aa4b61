import Linting
import Reporting
import Syntax
import Testing

@Suite struct ConciseReportTests {
  @Test func saysOneLineForEachFinding() {
    let file = SourceFile(path: "deploy/a.yaml", text: "# é\nname: ü: 1\n")
    let report = Report(
      file.finding("SYN001", at: ": 1", "no value\nhere"),
      file.finding("IMG001", .note, at: "name", "other", help: "help"))
    #expect(
      ReportFormat.concise.render(report, in: ReportContext(version: "1", rules: [])) == """
        deploy/a.yaml:2:8: error SYN001 no value␊here
        deploy/a.yaml:2:1: note IMG001 other

        """)
  }

  @Test func isEmptyWhenThereIsNothingToSay() {
    #expect(ReportFormat.concise.render(Report(), in: ReportContext(version: "1", rules: [])).isEmpty)
  }
}
