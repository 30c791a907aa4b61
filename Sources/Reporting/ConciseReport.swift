import Linting
import Syntax

/// One line for each finding, as editors and `grep` like it: `path:line:column: severity CODE message`.
enum ConciseReport {
  static func render(_ report: Report, in context: ReportContext) -> String {
    var text = ""
    for finding in report.findings { text += line(finding, finding.severity.rawValue) }
    guard context.showsSuppressed else { return text }
    for suppressed in report.suppressed {
      text += line(suppressed.finding, "suppressed", " (\(suppressed.explanation))")
    }
    return text
  }

  private static func line(_ finding: Diagnostic, _ level: String, _ remark: String = "") -> String {
    "\(finding.file.place(at: finding.range.lower)): \(level) \(finding.code) \(finding.message.visible)\(remark.visible)\n"
  }
}

extension SuppressedFinding {
  /// What keeps it back, and why: `by a comment: the vendor has no other tag`.
  var explanation: String {
    let means =
      switch self.means {
      case .comment: "by a comment"
      case .configuration: "by the configuration"
      case .baseline: "in the baseline"
      }
    return means + (reason.map { ": \($0)" } ?? "")
  }
}
