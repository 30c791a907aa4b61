import Linting
import Reporting
import Syntax
import Testing

@Suite struct HiddenSourceTests {
  static let secret = "hunter2-geheim"

  @Test(arguments: ReportFormat.allCases)
  func noReportShowsASecret(format: ReportFormat) {
    let file = SourceFile(path: "a.json", text: #"{"name": "PASSWORD", "value": "hunter2-geheim", "cpu": 5}"#)
    let report = Report(
      file.finding("SCH002", at: "5", "not a string"),
      file.finding(
        "SEC001", at: "\"\(Self.secret)\"", "PASSWORD has a literal value", labels: [file.label("{\"name\"", "in")]))
    for width in [nil, 40] {
      let text = format.render(report, in: ReportContext(version: "1", width: width, rules: []))
      #expect(!text.contains("hunter2") && !text.contains("geheim"))
    }
  }

  @Test func coversTheSecretAndNothingElse() {
    let file = SourceFile(path: "a.yaml", text: "value: 密码x # a secret\n")
    let rows = Report(file.finding("SEC001", at: "密码x")).text().split(separator: "\n")
    #expect(rows[3] == " 1 | value: ••••• # a secret")
    #expect(rows[4] == "   |        ^^^^^")
  }

  @Test func coversEveryLineOfASecret() {
    let key = "-----BEGIN\n  abc\n  -----END"
    let file = SourceFile(path: "a.yaml", text: "key: |\n  \(key)\nabc: 1\n")
    let text = Report(file.finding("SEC001", at: key, labels: [file.label("abc", "in the middle")])).text()
    #expect(text.contains(" 2 |   ••••••••••\n"))
    #expect(text.contains(" 3 | •••••\n") || text.contains(" 3 |   •••\n"))
    #expect(!text.contains("BEGIN"))
  }

  @Test func aFindingSaysItselfWhetherItHides() {
    let file = SourceFile(path: "a.yaml", text: "privileged: true\nkey: AKIA\n")
    let open = Diagnostic(
      code: "SEC003", severity: .warning, file: file, range: file.range(of: "true"), message: "m", hidesSource: false)
    let hidden = Diagnostic(
      code: "IAM006", severity: .error, file: file, range: file.range(of: "AKIA"), message: "m", hidesSource: true)
    let text = Report(open, hidden).text()
    #expect(text.contains("privileged: true\n"))
    #expect(text.contains("key: ••••\n"))
  }
}
