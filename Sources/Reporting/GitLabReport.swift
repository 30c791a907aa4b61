import Linting
import Syntax

/// GitLab's code quality report.
///
/// A merge request shows what the report of its branch has and that of its target has not; findings are told apart by
/// their fingerprints alone. Suppressed findings are not there, since the widget has no place for them.
enum GitLabReport {
  static func render(_ report: Report, in context: ReportContext) -> String {
    let names = context.ruleNames
    let fingerprints = Fingerprints(report.findings)
    return jsonText(
      report.findings.enumerated().map { index, finding in
        let path = context.repositoryPath(of: finding.file.path)
        return Issue(
          description: (["\(finding.code): \(finding.message.visible)"] + finding.remarks).joined(separator: "; "),
          checkName: names[finding.code] ?? finding.code,
          fingerprint: hexadecimalHash(of: [path, fingerprints[index]]), severity: finding.severity.gitLabSeverity,
          // A path from the root of the file system is none that GitLab takes.
          location: .init(
            path: String(path.drop { $0 == "/" }), lines: .init(begin: finding.file.line(at: finding.range.lower))))
      })
  }

  private struct Issue: Encodable {
    struct Location: Encodable {
      let path: String
      let lines: Lines
    }

    struct Lines: Encodable {
      let begin: Int
    }

    let description: String
    let checkName: String
    let fingerprint: String
    let severity: String
    let location: Location

    enum CodingKeys: String, CodingKey {
      case description
      case checkName = "check_name"
      case fingerprint
      case severity
      case location
    }
  }
}

extension Severity {
  fileprivate var gitLabSeverity: String {
    switch self {
    case .error: "critical"
    case .warning: "major"
    case .note: "info"
    }
  }
}
