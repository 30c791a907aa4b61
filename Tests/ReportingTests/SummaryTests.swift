import Linting
import Reporting
import Syntax
import Testing

@Suite struct SummaryTests {
  private let file = SourceFile(path: "a.yaml", text: "a: 1\n")

  private func summary(
    _ findings: [Diagnostic] = [], checked: Int = 0, passedBy: Int = 0, unreadable: Int = 0, elapsed: Duration? = nil,
    width: Int? = nil
  ) -> String {
    let states =
      Array(repeating: FileOutcome.State.checked([]), count: checked)
      + Array(repeating: .passedBy("no marker"), count: passedBy)
      + Array(repeating: .unreadable("Permission denied"), count: unreadable)
    let report = Report(
      findings: findings, files: states.enumerated().map { FileOutcome(path: "\($0).yaml", state: $1) })
    let text = ReportFormat.text.render(
      report, in: ReportContext(version: "1", width: width, elapsed: elapsed, rules: []))
    return text.components(separatedByBlankLines: ()).last ?? ""
  }

  @Test func countsWhatIsThereAndLeavesOutTheRest() {
    let edit = Fix.Edit(file.range(of: "1"), "2")
    let safe = Fix("f", .safe, [edit])
    let unsafe = Fix("f", .unsafe, [edit])
    let other = SourceFile(path: "b.yaml", text: "a: 1\n")
    let findings = [
      file.finding(at: "1", fixes: [safe]), file.finding(at: "a", fixes: [unsafe, safe]),
      file.finding("T", .warning, at: "1", fixes: [unsafe]), other.finding("T", .note, at: "1"),
    ]
    #expect(
      summary(findings, checked: 12, passedBy: 31, unreadable: 1, elapsed: .milliseconds(4))
        == "2 errors, 1 warning, 1 note in 2 files (12 checked, 31 not deployment configs, 1 unreadable)"
        + " · 2 fixable with --fix (1 more with --unsafe-fixes) · 4 ms\n")
    #expect(
      summary([findings[2]], checked: 1, passedBy: 1)
        == "1 warning in 1 file (1 checked, 1 not a deployment config) · 1 fixable with --fix --unsafe-fixes\n")
  }

  @Test func isKindWhenAllIsWell() {
    #expect(summary(checked: 1) == "All good: no problems in 1 file\n")
    #expect(
      summary(checked: 12, passedBy: 31, elapsed: .milliseconds(4))
        == "All good: no problems in 12 files (31 not deployment configs) · 4 ms\n")
  }

  @Test func doesNotPraiseWhatItCouldNotSee() {
    #expect(summary(checked: 3, unreadable: 2) == "No problems in 3 files (2 unreadable)\n")
    #expect(summary() == "No deployment configs found\n")
    #expect(summary(passedBy: 31, unreadable: 1) == "No deployment configs found (31 files looked at, 1 unreadable)\n")
  }

  @Test func isBrokenBetweenItsPartsOnly() {
    #expect(
      summary(checked: 12, passedBy: 31, elapsed: .milliseconds(4), width: 40)
        == "All good: no problems in 12 files\n(31 not deployment configs) · 4 ms\n")
  }

  @Test(arguments: [
    (Duration.microseconds(300), "under 1 ms"), (.milliseconds(999), "999 ms"), (.milliseconds(1250), "1.2 s"),
    (.seconds(125), "2 min 5 s"),
  ])
  func tellsTheTime(elapsed: Duration, shown: String) {
    #expect(summary(checked: 1, elapsed: elapsed).hasSuffix(" · \(shown)\n"))
  }
}

extension String {
  fileprivate func components(separatedByBlankLines: Void) -> [String] {
    replacing("\n\n", with: "\u{0}").split(separator: "\u{0}").map(String.init)
  }
}
