import Rules
import Syntax

/// What a configuration file says, with what it extends; it holds for the files below its directory.
package final class Configuration: Sendable {
  /// What holds for all files, or in `overrides` for some of them.
  package struct Layer: Sendable {
    /// Nil for all files.
    package let paths: PathPatterns?
    package let choice: RuleChoice
    /// By the code of the rule.
    package let severities: [String: Severity]
    /// By the code of the rule, then by the name of the option.
    package let options: [String: [String: [String]]]
    package let variables: Variables
  }

  /// As it is shown to people.
  package let file: SourceFile
  /// What it extends comes first; where layers contradict each other, the last one counts.
  package let layers: [Layer]
  /// Nil leaves it to the command line.
  package let failOn: FailureLevel?
  /// Files that are not looked at.
  package let exclude: PathPatterns
  package let suppressions: [ConfiguredSuppression]
  /// Whether a suppression without a reason is reported.
  package let requiresReason: Bool
  /// Rules of the user's own, ordered by code.
  package let customRules: [Rule]

  init(
    file: SourceFile, layers: [Layer], failOn: FailureLevel?, exclude: PathPatterns,
    suppressions: [ConfiguredSuppression], requiresReason: Bool, customRules: [Rule]
  ) {
    self.file = file
    self.layers = layers
    self.failOn = failOn
    self.exclude = exclude
    self.suppressions = suppressions
    self.requiresReason = requiresReason
    self.customRules = customRules
  }

  /// The indices of the layers that hold for a file, by its path from the configuration's directory.
  func layers(for path: String) -> [Int] {
    layers.indices.filter { layers[$0].paths?.match(path) ?? true }
  }
}

extension Configuration: Hashable {
  package static func == (left: Configuration, right: Configuration) -> Bool { left === right }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// The lowest severity that makes a run fail.
package enum FailureLevel: String, Sendable, CaseIterable {
  case error
  case warning
  case note
  case never

  /// Nil when nothing does.
  package var severity: Severity? { Severity(rawValue: rawValue) }
}

/// One entry of `suppressions:`.
package struct ConfiguredSuppression: Sendable {
  package let rules: [RuleSelector]
  /// As the user wrote them, for messages.
  package let ruleNames: String
  package let paths: PathPatterns
  /// Where in the resource; nil for anywhere in the file.
  package let place: FieldPath?
  package let reason: String?
  /// The last day on which it holds.
  package let until: CivilDate?
  /// Where it is written: the value of `rule`, and that of `until`.
  package let file: SourceFile
  package let range: SourceRange
  package let untilRange: SourceRange?
}
