import Foundation
import Linting
import Reporting
import Rules
import Syntax
import Testing

@Suite struct SARIFOracleTests {
  private static let checker = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/oracles/sarif_check.py").standardizedFileURL

  static var canRun: Bool {
    guard FileManager.default.fileExists(atPath: checker.path) else { return false }
    return (try? output(of: ["python3", "-c", "import jsonschema"]).status) == 0
  }

  @Test(.enabled(if: canRun, "needs ../shared/oracles/sarif_check.py and Python's jsonschema"))
  func thePublishedSchemaAndTheRulesOfCodeScanningAreKept() throws {
    let file = SourceFile(path: "déploy/a b:[1].yaml", text: "\u{FEFF}a: 🛒1\r\nb: 2\r\nc: |\n  x\n")
    let other = SourceFile(path: "../elsewhere/b.json", text: "{}")
    let edit = Fix.Edit(file.range(of: "1"), "\"1\"")
    let report = Report(
      findings: [
        file.finding(
          "IMG001", .warning, at: "1", labels: [file.label("2", "two"), file.label("|\n  x\n", "[x]")], help: "h"),
        file.finding("SEC001", .note, at: "2", fixes: [Fix("f", .safe, [edit]), Fix("none", .unsafe, [])]),
        file.finding("ODD", at: "c: |\n  x\n", labels: [other.label("{}", "elsewhere")]),
        Diagnostic(
          code: "SYN001", severity: .error, file: file, range: SourceRange(file.bytes.count, file.bytes.count),
          message: "the end"),
      ],
      files: [FileOutcome(path: "x\\y", state: .unreadable("denied"))])
    let made = [Rule.made("IMG001", "image-latest-tag"), .made("SEC001", "plaintext-secret", .note, references: [])]
    for (report, rules) in [(report, made), (report, Rule.all), (Report(findings: [], files: []), Rule.all)] {
      let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).sarif")
      defer { try? FileManager.default.removeItem(at: path) }
      let text = ReportFormat.sarif.render(report, in: ReportContext(version: "1.0.0", rules: rules))
      try Data(text.utf8).write(to: path)
      let result = try output(of: ["python3", Self.checker.path, path.path])
      #expect(result.status == 0)
      #expect(result.text.isEmpty)
    }
  }
}
