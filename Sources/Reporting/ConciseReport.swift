import Linting
import Syntax

/// One line for each finding, as editors and `grep` like it: `path:line:column: severity CODE message`.
enum ConciseReport {
  static func render(_ report: Report) -> String {
    report.findings.map { finding in
      let start = finding.file.position(at: finding.range.lower)
      let place = "\(finding.file.path.visible):\(start.line):\(start.column)"
      return "\(place): \(finding.severity) \(finding.code) \(finding.message.visible)\n"
    }.joined()
  }
}
