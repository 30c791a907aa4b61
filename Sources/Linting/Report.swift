import Forms
import Rules
import Syntax

/// What one run found.
///
/// The same input gives the same report, whatever the number of jobs and the order of arguments.
package struct Report: Sendable {
  /// Ordered by path, then place, then code; no two say the same about the same bytes.
  package let findings: [Diagnostic]
  /// Every file that was looked at, ordered by path.
  package let files: [FileOutcome]
  /// What would be reported if nobody had asked otherwise, in the order of findings.
  package let suppressed: [SuppressedFinding]

  package init(findings: [Diagnostic], files: [FileOutcome], suppressed: [SuppressedFinding] = []) {
    self.findings = findings
    self.files = files
    self.suppressed = suppressed
  }
}

/// What became of one file of a run.
package struct FileOutcome: Sendable {
  package enum State: Sendable, Equatable {
    /// It holds these resources, or at least the beginnings of one.
    case checked([Form])
    /// It is no deployment configuration; the reason is for `--verbose`.
    case passedBy(String)
    /// It could not be read; the reason is the operating system's.
    case unreadable(String)
  }

  package let path: String
  package let state: State

  package init(path: String, state: State) {
    self.path = path
    self.state = state
  }
}
