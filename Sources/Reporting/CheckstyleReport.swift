import Linting
import Syntax

/// Checkstyle's XML, which many tools read.
enum CheckstyleReport {
  static func render(_ report: Report, in context: ReportContext) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + tag("checkstyle", ["version": "4.3"]) + "\n"
    var path: String?
    for finding in report.findings {
      if finding.file.path != path {
        if path != nil { text += "</file>\n" }
        path = finding.file.path
        text += tag("file", ["name": finding.file.path.visible]) + "\n"
      }
      text += error(finding) + "\n"
    }
    return text + (path == nil ? "" : "</file>\n") + "</checkstyle>\n"
  }

  private static func error(_ finding: Diagnostic) -> String {
    let start = finding.file.position(at: finding.range.lower)
    return tag(
      "error",
      [
        "line": String(start.line), "column": String(start.column), "severity": finding.severity.checkstyleSeverity,
        "message": ([finding.message.visible] + finding.remarks).joined(separator: "; "),
        "source": "seatrial.\(finding.code)",
      ], isEmpty: true)
  }
}

extension Severity {
  fileprivate var checkstyleSeverity: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "info"
    }
  }
}
