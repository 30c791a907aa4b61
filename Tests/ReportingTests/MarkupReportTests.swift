import Forms
import Foundation
import Linting
import Reporting
import Syntax
import Testing

/// The formats that are XML: JUnit and Checkstyle.
@Suite struct MarkupReportTests {
  private static let file = SourceFile(path: "deploy/a&b.yaml", text: "a: 1\nb: 2\n")

  private static let report = Report(
    findings: [
      file.finding("IMG001", .warning, at: "2", "a < b && \"c\"", labels: [file.label("1", "<here>")], help: "help"),
      file.finding("IMG001", .warning, at: "1", "a < b && \"c\""),
    ],
    files: [
      FileOutcome(path: "clean.json", state: .checked([.registerTaskDefinition])),
      FileOutcome(path: file.path, state: .checked([.cloudRunV1])),
      FileOutcome(path: "other.json", state: .passedBy("no marker")),
      FileOutcome(path: "secret.json", state: .unreadable("denied")),
    ],
    suppressed: [
      SuppressedFinding(finding: file.finding("SEC001", at: "1", "kept back"), means: .comment, reason: "known")
    ])

  private func text(_ format: ReportFormat, _ report: Report = report, showsSuppressed: Bool = false) -> String {
    format.render(
      report,
      in: ReportContext(
        version: "1", showsSuppressed: showsSuppressed, rules: [.made("IMG001", "image-latest-tag")]))
  }

  @Test func eachFileIsASuiteAndEachFindingAFailedCase() {
    #expect(
      text(.junit) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="seatrial" tests="4" failures="2" errors="1">
        <testsuite name="clean.json" tests="1" failures="0" errors="0" skipped="0">
        <testcase name="no findings" classname="clean.json"></testcase>
        </testsuite>
        <testsuite name="deploy/a&amp;b.yaml" tests="2" failures="2" errors="0" skipped="0">
        <testcase name="IMG001 image-latest-tag: a &lt; b &amp;&amp; &quot;c&quot;" classname="deploy/a&amp;b.yaml">\
        <failure type="warning" message="a &lt; b &amp;&amp; &quot;c&quot;">\
        deploy/a&amp;b.yaml:2:4: a &lt; b &amp;&amp; &quot;c&quot;
        deploy/a&amp;b.yaml:1:4: &lt;here&gt;
        help: help</failure></testcase>
        <testcase name="IMG001 image-latest-tag: a &lt; b &amp;&amp; &quot;c&quot; (2)" classname="deploy/a&amp;b.yaml">\
        <failure type="warning" message="a &lt; b &amp;&amp; &quot;c&quot;">\
        deploy/a&amp;b.yaml:1:4: a &lt; b &amp;&amp; &quot;c&quot;</failure></testcase>
        </testsuite>
        <testsuite name="secret.json" tests="1" failures="0" errors="1" skipped="0">
        <testcase name="read" classname="secret.json"><error type="unreadable" message="denied"/></testcase>
        </testsuite>
        </testsuites>

        """)
  }

  @Test func suppressedFindingsAreSkippedCasesOnRequest() {
    #expect(!text(.junit).contains("SEC001"))
    #expect(
      text(.junit, showsSuppressed: true).contains(
        "<testcase name=\"SEC001: kept back\" classname=\"deploy/a&amp;b.yaml\">"
          + "<skipped message=\"by a comment: known\"/></testcase>"))
  }

  @Test func aRunWithoutFilesIsStillARun() {
    let report = text(.junit, Report(findings: [], files: []))
    #expect(report.contains("<testsuites name=\"seatrial\" tests=\"1\" failures=\"0\" errors=\"0\">"))
    #expect(report.contains("<testcase name=\"no deployment configs found\" classname=\"seatrial\"></testcase>"))
  }

  @Test func checkstyleHasTheFindingsOfAFileTogether() {
    #expect(
      text(.checkstyle, showsSuppressed: true) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <checkstyle version="4.3">
        <file name="deploy/a&amp;b.yaml">
        <error line="2" column="4" severity="warning" message="a &lt; b &amp;&amp; &quot;c&quot;; \
        deploy/a&amp;b.yaml:1:4: &lt;here&gt;; help: help" source="seatrial.IMG001"/>
        <error line="1" column="4" severity="warning" message="a &lt; b &amp;&amp; &quot;c&quot;" source="seatrial.IMG001"/>
        </file>
        </checkstyle>

        """)
    #expect(
      text(.checkstyle, Report(findings: [], files: [])) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <checkstyle version="4.3">
        </checkstyle>

        """)
  }

  @Test(arguments: [ReportFormat.junit, .checkstyle])
  func nothingIsWrittenThatXMLDoesNotAllow(_ format: ReportFormat) throws {
    let hostile =
      "\u{0}\u{1}\u{B}\u{1B}[2J\u{7F}\u{85}\u{FFFE}\u{FFFF}\u{1FFFF}\r\n\t]]>&lt;<![CDATA[<x y='z'>🚢\u{202E}"
    let file = SourceFile(path: "a\u{1}<b>.json", bytes: Array("a: ".utf8) + [0xFF, 0x0A])
    let finding = Diagnostic(
      code: "T<&", severity: .note, file: file, range: SourceRange(3, 4), message: hostile, caption: hostile,
      labels: [.init(file: file, range: SourceRange(0, 1), message: hostile)], help: hostile)
    let report = text(
      format, Report(findings: [finding], files: [FileOutcome(path: file.path, state: .unreadable(hostile))]))
    let allowed = report.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || (0x20...0xD7FF).contains(scalar.value) || (0xE000...0xFFFD).contains(scalar.value)
        || scalar.value > 0xFFFF
    }
    #expect(allowed && !report.contains("<![CDATA[") && !report.contains("<x") && report.contains("🚢"))
  }
}
