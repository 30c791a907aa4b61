import Linting
import Syntax

/// Annotations for GitHub Actions: workflow commands, which the runner reads from the log of a step.
///
/// GitHub takes ten of each kind from a step and loses the others without a word, so the most severe come first and the
/// last one says how many are left out. Suppressed findings are not there: each would be an annotation.
enum GitHubReport {
  private static let mostOfAKind = 10
  private static let longestMessage = 4096

  static func render(_ report: Report, in context: ReportContext) -> String {
    let names = context.ruleNames
    var text = ""
    var left: [String] = []
    for severity in Severity.allCases.reversed() {
      let findings = report.findings.weighing(severity)
      let isLast = severity == Severity.allCases.first
      // The remark about what is left out is a notice, too.
      let room = isLast && (!left.isEmpty || findings.count > mostOfAKind) ? mostOfAKind - 1 : mostOfAKind
      for finding in findings.prefix(room) { text += command(finding, name: names[finding.code], in: context) }
      if findings.count > room { left.append(counted(findings.count - room, severity.rawValue)) }
    }
    if !left.isEmpty {
      let remark =
        "\(left.joined(separator: ", ")) more: GitHub shows \(mostOfAKind) annotations of each kind from one step; "
        + "the formats text and markdown show everything"
      text += "::notice title=seatrial::\(data(remark))\n"
    }
    return text
  }

  private static func command(_ finding: Diagnostic, name: String?, in context: ReportContext) -> String {
    let range = finding.rangeOnFirstLine
    let start = finding.file.position(at: range.lower)
    let end = finding.file.position(at: range.upper)
    let title = finding.code + (name.map { " \($0)" } ?? "")
    // The log shows nothing but the message, so it says where.
    let message =
      ["\(finding.file.place(at: range.lower)): \(finding.code) \(finding.message.visible)"] + finding.remarks
    let properties = [
      "file=\(property(context.repositoryPath(of: finding.file.path).visible))", "line=\(start.line)",
      "endLine=\(start.line)", "col=\(start.column)", "endColumn=\(end.column)", "title=\(property(title.visible))",
    ]
    return "::\(finding.severity.gitHubCommand) \(properties.joined(separator: ","))"
      + "::\(data(shortened(message.joined(separator: "\n"), to: longestMessage)))\n"
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}

extension Severity {
  fileprivate var gitHubCommand: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }
}
