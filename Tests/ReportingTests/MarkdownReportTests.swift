import Foundation
import Linting
import Syntax
import Testing

@testable import Reporting

@Suite struct MarkdownReportTests {
  private static let checkout = Checkout(
    root: "/repo", prefix: "infra/", address: "https://github.com/acme/shop/blob/4f9c2e1")

  private func text(_ report: Report, showsSuppressed: Bool = false, checkout: Checkout? = checkout) -> String {
    ReportFormat.markdown.render(
      report,
      in: ReportContext(
        version: "1", showsSuppressed: showsSuppressed, rules: [.made("IMG001", "image-latest-tag")],
        checkout: checkout))
  }

  @Test func aFindingIsARowWithALink() {
    let file = SourceFile(path: "deploy/a b.yaml", text: "a: 1\nb: 2\n")
    let report = Report(
      file.finding("IMG001", .warning, at: "2", "message", labels: [file.label("1", "label")], help: "help"))
    #expect(
      text(report) == """
        ## seatrial

        1 warning in 1 file (1 checked)

        ### ⚠️ 1 warning

        | Rule | Where | What |
        | --- | --- | --- |
        | [**IMG001**](https://github.com/seatrial/seatrial/blob/main/docs/rules/IMG001.md)<br>image-latest-tag | [deploy/a b.yaml:2](https://github.com/acme/shop/blob/4f9c2e1/infra/deploy/a%20b.yaml#L2) \
        | message<br><sub>deploy/a b.yaml:1:4: label</sub><br><sub>help: help</sub> |

        """)
    #expect(text(report, checkout: nil).contains("<br>image-latest-tag | deploy/a b.yaml:2 | message<br>"))
  }

  @Test func aFileOutsideTheRepositoryHasNoLink() {
    let file = SourceFile(path: "../../x.yaml", text: "a: 1\n")
    #expect(text(Report(file.finding(at: "1"))).contains("| ../../x.yaml:1 |"))
  }

  @Test func valuesAreNothingButText() throws {
    let hostile =
      "a|b `c` *d* <img src=x> &amp; [e](f) @octocat #12 https://evil.example www.evil.example $x$ ~~y~~\n# z"
    let file = SourceFile(path: "a|b](x)<b>.yaml", text: "a: 1\n")
    let report = text(Report(file.finding("TST001", at: "1", hostile)))
    let row = try #require(report.split(separator: "\n").first { $0.hasPrefix("| **TST001**") })
    #expect(
      row == """
        | **TST001** | [a\\|b\\](x)&lt;b&gt;.yaml:1](https://github.com/acme/shop/blob/4f9c2e1/infra/a%7Cb%5D%28x%29%3Cb%3E.yaml#L1) \
        | a\\|b \\`c\\` \\*d\\* &lt;img src=x&gt; &amp;amp; \\[e\\](f) @<!-- -->octocat #<!-- -->12 https:<!-- -->//evil.example \
        www<!-- -->.evil.example \\$x\\$ \\~\\~y\\~\\~␊#<!-- --> z |
        """)
  }

  @Test func theMostSevereComeFirstAndNotesAreFolded() throws {
    let file = SourceFile(path: "a.yaml", text: "a: 1\n")
    let report = text(
      Report(file.finding("N", .note, at: "1"), file.finding("W", .warning, at: "1"), file.finding("E", at: "1")))
    let parts = [
      "### ❌ 1 error", "### ⚠️ 1 warning", "<details><summary>ℹ️ 1 note</summary>\n\n| Rule", "\n</details>\n",
    ]
    let places = try parts.map { try #require(report.range(of: $0)).lowerBound }
    #expect(places == places.sorted())
  }

  @Test func saysWhatWasNotSeen() {
    #expect(text(Report(findings: [], files: [])) == "## seatrial\n\nNo deployment configs found\n")
    let file = SourceFile(path: "a.yaml", text: "a: 1\n")
    let report = Report(
      findings: [], files: [FileOutcome(path: "b|c", state: .unreadable("denied"))],
      suppressed: [SuppressedFinding(finding: file.finding(at: "1"), means: .comment, reason: "a|b")])
    #expect(
      text(report).contains("### ❗ 1 file could not be read\n\n| File | Why |\n| --- | --- |\n| b\\|c | denied |\n"))
    #expect(!text(report).contains("TST001"))
    #expect(
      text(report, showsSuppressed: true).contains("<br><sub>kept back by a comment: a\\|b</sub> |\n\n</details>\n"))
  }

  @Test func aSummaryStaysBelowTheLimit() {
    let file = SourceFile(path: "a.yaml", text: "a: 1\n")
    let findings = (0..<100).map { file.finding("T", $0 < 50 ? .note : .error, at: "1", "message \($0)") }
    let report = Report(findings: findings, files: [])
    let short = MarkdownReport.render(report, in: ReportContext(version: "1", rules: []), mostBytes: 4096 + 3000)
    #expect(short.utf8.count < 4096 + 3000)
    #expect(short.contains("message 99") && !short.contains("message 40"))
    #expect(short.hasSuffix(" rows more did not fit: a job summary holds 1 MiB.\n"))
    #expect(short.components(separatedBy: "<details>").count == short.components(separatedBy: "</details>").count)
  }
}
