import Linting
import Syntax

/// The numbers of a report.
struct Summary {
  let errors: Int
  let warnings: Int
  let notes: Int
  /// Findings with a safe fix.
  let fixable: Int
  /// Findings of which every fix is unsafe.
  let unsafelyFixable: Int
  let filesWithFindings: Int
  let checked: Int
  let passedBy: Int
  let unreadable: Int
  /// Findings that comments or the configuration keep back.
  let suppressed: Int
  /// Findings that the baseline holds.
  let baselined: Int

  init(_ report: Report) {
    func count(_ severity: Severity) -> Int { report.findings.count { $0.severity == severity } }
    errors = count(.error)
    warnings = count(.warning)
    notes = count(.note)
    fixable = report.findings.count { $0.isFixable(.safe) }
    unsafelyFixable = report.findings.count { !$0.isFixable(.safe) && $0.isFixable(.unsafe) }
    filesWithFindings = Set(report.findings.map(\.file.path)).count
    baselined = report.suppressed.count { $0.means == .baseline }
    suppressed = report.suppressed.count - baselined
    var (checked, passedBy, unreadable) = (0, 0, 0)
    for file in report.files {
      switch file.state {
      case .checked: checked += 1
      case .passedBy: passedBy += 1
      case .unreadable: unreadable += 1
      }
    }
    self.checked = checked
    self.passedBy = passedBy
    self.unreadable = unreadable
  }
}

extension Diagnostic {
  fileprivate func isFixable(_ safety: Fix.Safety) -> Bool { fixes.contains { $0.safety == safety } }
}

/// A count and its noun: `1 file`, `3 files`.
package func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
