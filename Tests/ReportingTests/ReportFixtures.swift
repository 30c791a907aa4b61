import Forms
import Linting
import Reporting
import Rules
import Syntax

extension SourceFile {
  /// The first place of a text, which must be there.
  func range(of text: String) -> SourceRange {
    let wanted = Array(text.utf8)
    for lower in 0...max(0, bytes.count - wanted.count) where bytes[lower...].starts(with: wanted) {
      return SourceRange(lower, lower + wanted.count)
    }
    preconditionFailure("'\(text)' is not in \(path)")
  }

  func label(_ text: String, _ message: String) -> Diagnostic.Label {
    Diagnostic.Label(file: self, range: range(of: text), message: message)
  }

  /// A finding about the first place of a text.
  func finding(
    _ code: String = "TST001", _ severity: Severity = .error, at text: String, _ message: String = "a message",
    caption: String = "", labels: [Diagnostic.Label] = [], help: String? = nil, fixes: [Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: severity, file: self, range: range(of: text), message: message, caption: caption,
      labels: labels, help: help, fixes: fixes)
  }
}

extension Report {
  /// A report on files that were all checked.
  init(_ findings: Diagnostic...) {
    let paths = Set(findings.map(\.file.path)).sorted()
    self.init(
      findings: findings, files: paths.map { FileOutcome(path: $0, state: .checked([.registerTaskDefinition])) })
  }

  func text(usesColor: Bool = false, width: Int? = nil) -> String {
    ReportFormat.text.render(self, in: ReportContext(version: "1.0.0", usesColor: usesColor, width: width, rules: []))
  }
}

extension Rule {
  static func made(
    _ code: String, _ name: String, _ severity: Severity = .error, isStrict: Bool = false,
    why: String = "It hurts.\n", references: [String] = ["https://example.com/why"]
  ) -> Rule {
    Rule(
      code: code, name: name, title: "Title of \(name)", severity: severity, platforms: [.ecs, .cloudRun],
      isStrict: isStrict, check: .madeElsewhere,
      page: {
        RulePage(
          why: why, fix: "Do `this` instead.\n", references: references,
          bad: [.init(title: "", files: [.init(path: "a.json", text: "{\"a\": «1»}\n")], isPortable: true)],
          good: [.init(title: "Better", files: [.init(path: "a.yaml", text: "a: |\n  ```\n")], isPortable: true)])
      })
  }
}

/// The report drawn in the manual, or with a fix, that in the description of the JSON format.
func sizesReport(withFix: Bool = false) -> Report {
  let file = SourceFile(
    path: "deploy/api.task.json",
    text: """
      {
        "family": "api",
        "requiresCompatibilities": ["FARGATE"],
        "networkMode": "awsvpc",
        "executionRoleArn": "arn:aws:iam::123456789012:role/exec",
        "containerDefinitions": [],

        "cpu": "512",
        "memory": "8192",
        "volumes": []
      }

      """)
  let fix = Fix("Set memory to 4096", .unsafe, [.init(file.range(of: "\"8192\""), "\"4096\"")])
  return Report(
    file.finding(
      "RES001", at: "\"8192\"", "512 CPU units cannot have 8192 MiB of memory on Fargate",
      caption: "not available for this CPU size",
      labels: [file.label("\"512\"", "0.5 vCPU allows 1024 to 4096 MiB, in steps of 1024")],
      help: "use memory 4096 with this CPU, or cpu 1024 or more with this memory", fixes: withFix ? [fix] : []))
}
