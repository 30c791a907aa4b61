import Rules
import Syntax

/// Which rules run.
package struct Selection: Sendable {
  /// The rules that run, ordered by code.
  package let rules: [Rule]
  /// Findings below it are left out.
  package let minimumSeverity: Severity

  package init(rules: [Rule] = Rule.all.filter { !$0.isStrict }, minimumSeverity: Severity = .note) {
    self.rules = rules
    self.minimumSeverity = minimumSeverity
  }
}
