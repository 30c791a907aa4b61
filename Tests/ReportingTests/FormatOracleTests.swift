import Forms
import Foundation
import Linting
import Reporting
import Rules
import Syntax
import Testing

/// Schemas and readers by others: every format with hostile names and values, and with nothing to report.
@Suite struct FormatOracleTests {
  private static let checker = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/oracles/reports_check.py").standardizedFileURL

  private static func canImport(_ modules: String) -> Bool {
    (try? output(of: ["python3", "-c", "import \(modules)"]).status) == 0
  }

  static var canCheckGitLab: Bool { FileManager.default.fileExists(atPath: checker.path) && canImport("jsonschema") }
  static var canCheckJUnit: Bool {
    FileManager.default.fileExists(atPath: checker.path) && (canImport("lxml") || canImport("xmlschema"))
  }
  static var canCheckCheckstyle: Bool { FileManager.default.fileExists(atPath: checker.path) && canImport("xml") }
  static var canReadJUnit: Bool { canImport("junitparser") }
  static var canReadMarkdown: Bool { canImport("markdown_it") }

  static let hostile = "a|b `c` \u{1}\u{1B}[0m <img src=x> & ]]> @x #1 *d* [e](f) $g$ \u{FFFE}🚢 \"h\" 'i' \\| % , : end"

  /// Three severities, two files of odd names and bytes, labels, fixes, a place at the end, one file not read.
  static func report() -> Report {
    let file = SourceFile(
      path: "déploy/a b:[1]<i>&\"|.yaml", bytes: Array("\u{FEFF}a: 🛒1\r\nb: 2\r\nc: |\n  x\n".utf8) + [0xFF])
    let other = SourceFile(path: "/elsewhere/b.json", text: "{}")
    let edit = Fix.Edit(file.range(of: "1"), "\"1\"")
    let edits = [edit, Fix.Edit(file.range(of: "2"), "'2'")]
    return Report(
      findings: [
        other.finding("ODD", .note, at: "{}", hostile),
        file.finding(
          "IMG001", .warning, at: "1", hostile, caption: hostile, labels: [file.label("2", hostile)], help: hostile),
        file.finding("IMG001", .warning, at: "1", hostile),
        file.finding("SEC001", .note, at: "2", fixes: [Fix(hostile, .safe, edits), Fix("none", .unsafe, [])]),
        file.finding("REF001", at: "c: |\n  x\n", labels: [other.label("{}", "elsewhere")]),
        Diagnostic(
          code: "SYN001", severity: .error, file: file, range: SourceRange(file.bytes.count, file.bytes.count),
          message: "the end"),
      ],
      files: [
        FileOutcome(path: file.path, state: .checked([.cloudRunV1])),
        FileOutcome(path: "clean.json", state: .checked([.registerTaskDefinition])),
        FileOutcome(path: "x\\y<\u{1}", state: .unreadable("denied")),
      ],
      suppressed: [
        SuppressedFinding(finding: file.finding("NET001", at: "2", hostile), means: .comment, reason: hostile)
      ])
  }

  /// What is said about the report as a file, and about that of a run without findings.
  private func complaints(_ format: ReportFormat, _ command: [String]) throws -> String {
    var text = ""
    let runs = [Self.report(), Report(findings: [], files: [])]
    for (report, showsSuppressed) in [(runs[0], false), (runs[0], true), (runs[1], false)] {
      let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).\(format)")
      defer { try? FileManager.default.removeItem(at: path) }
      let context = ReportContext(
        version: "1.0.0", showsSuppressed: showsSuppressed,
        checkout: Checkout(root: "/repo", prefix: "infra/", address: "https://github.com/acme/shop/blob/4f9c2e1"))
      try Data(format.render(report, in: context).utf8).write(to: path)
      let result = try output(of: command + [path.path])
      text += result.text
      if result.status != 0 { text += "exit status \(result.status)\n" }
    }
    return text
  }

  @Test(.enabled(if: canCheckGitLab, "needs ../shared/oracles/reports_check.py and Python's jsonschema"))
  func gitLabsSchemaIsKept() throws {
    #expect(try complaints(.gitlab, ["python3", Self.checker.path, "gitlab"]).isEmpty)
  }

  @Test(.enabled(if: canCheckJUnit, "needs ../shared/oracles/reports_check.py and Python's lxml or xmlschema"))
  func theSchemaOfJenkinsIsKept() throws {
    #expect(try complaints(.junit, ["python3", Self.checker.path, "junit"]).isEmpty)
  }

  @Test(.enabled(if: canCheckCheckstyle, "needs ../shared/oracles/reports_check.py and Python"))
  func checkstylesShapeIsKept() throws {
    #expect(try complaints(.checkstyle, ["python3", Self.checker.path, "checkstyle"]).isEmpty)
  }

  private static let junitReader = """
    import sys, junitparser
    for suite in junitparser.JUnitXml.fromfile(sys.argv[1]):
      for case in suite:
        print(suite.name, len(case.result), case.is_passed, case.is_skipped, sep="|")
    """

  @Test(.enabled(if: canReadJUnit, "needs Python's junitparser"))
  func aReaderOfJUnitSeesEveryCase() throws {
    let odd = "déploy/a b:[1]<i>&\"|.yaml"
    let failed = "\(odd)|1|False|False\n"
    let rest = "x\\y<␁|1|False|False\n"
    let before = "/elsewhere/b.json|1|False|False\nclean.json|0|True|False\n"
    let found = String(repeating: failed, count: 5)
    #expect(
      try complaints(.junit, ["python3", "-c", Self.junitReader])
        == before + found + rest + before + found + "\(odd)|1|False|True\n" + rest + "seatrial|0|True|False\n")
  }

  private static let markdownReader = """
    import sys, markdown_it
    tokens = markdown_it.MarkdownIt("commonmark", {"html": True}).enable("table").parse(open(sys.argv[1]).read())
    def text(token):
      return "".join(child.content for child in token.children if child.type in ("text", "code_inline"))
    for index, token in enumerate(tokens):
      if token.type == "td_open": print(text(tokens[index + 1]))
      for child in token.children or []:
        if child.type == "html_inline" and child.content not in ("<br>", "<sub>", "</sub>", "<!-- -->"):
          print("tag", child.content)
        if child.type not in ("text", "html_inline", "link_open", "link_close", "strong_open", "strong_close", "text_special"):
          print("mark", child.type)
    """

  @Test(.enabled(if: canReadMarkdown, "needs Python's markdown-it-py"))
  func aReaderOfMarkdownSeesValuesAsTheyAre() throws {
    let found = try complaints(.markdown, ["python3", "-c", Self.markdownReader])
    #expect(!found.contains("tag ") && !found.contains("mark ") && !found.contains("exit status"))
    let shown = Self.hostile.replacing("\u{1}", with: "␁").replacing("\u{1B}", with: "␛")
    #expect(found.components(separatedBy: shown).count > 4)
    #expect(found.split(separator: "\n").count == 3 * 6 + 2 + 3 * 7 + 2)
  }
}
