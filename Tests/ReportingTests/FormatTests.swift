import Linting
import Reporting
import Syntax
import Testing

/// What holds for every format.
@Suite struct FormatTests {
  private static func context(jobs: Int = 1, usesColor: Bool = false) -> ReportContext {
    ReportContext(
      version: "1", usesColor: usesColor, showsSuppressed: true,
      checkout: Checkout(root: "/repo", address: "https://github.com/acme/shop/blob/4f9c2e1"), jobs: jobs)
  }

  @Test(arguments: ReportFormat.allCases)
  func theBytesDoNotDependOnTheJobs(_ format: ReportFormat) {
    let file = SourceFile(path: "a.yaml", text: (0..<300).map { "key\($0): value\($0)\n" }.joined())
    let findings = (0..<300).map { file.finding("T\($0 % 7)", at: "value\($0)\n", "message \($0 % 11)") }
    let report = Report(findings: findings, files: [FileOutcome(path: "a.yaml", state: .checked([]))])
    #expect(format.render(report, in: Self.context()) == format.render(report, in: Self.context(jobs: 4)))
  }

  @Test(arguments: ReportFormat.allCases)
  func aReportEndsWithALineFeedOrIsEmpty(_ format: ReportFormat) {
    for report in [FormatOracleTests.report(), Report(findings: [], files: [])] {
      let text = format.render(report, in: Self.context())
      #expect(text.isEmpty || text.hasSuffix("\n"))
    }
  }

  /// Machines get no colours, and nobody gets a control character; JSON may write one as an escape.
  @Test(arguments: ReportFormat.allCases)
  func noControlCharacterGetsOut(_ format: ReportFormat) {
    let text = format.render(FormatOracleTests.report(), in: Self.context(usesColor: format != .text))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }
}
