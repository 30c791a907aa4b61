import Rules
import Syntax

/// A finding that somebody asked not to be told about.
package struct SuppressedFinding: Sendable {
  /// What keeps it from being reported.
  package enum Means: String, Sendable {
    case comment
    case configuration
    case baseline
  }

  package let finding: Diagnostic
  package let means: Means
  /// Nil when none is given.
  package let reason: String?

  package init(finding: Diagnostic, means: Means, reason: String?) {
    self.finding = finding
    self.means = means
    self.reason = reason
  }
}

/// What became of a configured suppression in one file.
struct ConfiguredUse: Sendable {
  let suppression: ConfiguredSuppression
  /// Whether it met a finding, also where it no longer holds.
  let isUsed: Bool
  /// Whether it could have: its rules ran on all that is in the file.
  let couldBeUsed: Bool
  let isExpired: Bool
  let rules: SuppressionRules
}

/// The rules about suppressions, as far as they are on.
struct SuppressionRules: Sendable {
  let unused: Rule?
  let expired: Rule?
  let withoutReason: Rule?

  init(_ rules: RulesByKind, requiresReason: Bool) {
    unused = rules.aboutText("CFG001")
    expired = rules.aboutText("CFG002")
    withoutReason = rules.aboutText("CFG003") ?? (requiresReason ? Rule.named("CFG003") : nil)
  }
}
