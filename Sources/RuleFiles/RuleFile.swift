import Syntax

/// One rule as its file has it: metadata, documentation, tests, and for a user's own rule the check.
package struct RuleFile: Sendable {
  /// Files that are linted together.
  package struct Example: Sendable {
    package struct File: Sendable {
      package let path: String
      package let text: WrittenText
      /// What all fixes make of the text; nil when the example does not say.
      package let fixed: String?
    }

    package let title: String
    /// Where it begins.
    package let range: SourceRange
    package let files: [File]
    package let isPortable: Bool
  }

  /// What a configuration may set.
  package struct Option: Sendable {
    package let name: String
    package let title: String
  }

  /// A check that is written as expressions.
  package struct Check: Sendable {
    /// The kinds of resource, or parts of them, that are looked at.
    package let subjects: [WrittenText]
    /// The list of which every entry is looked at; nil for the subject itself.
    package let each: WrittenText?
    /// What decides whether the rule applies; nil when it always does.
    package let condition: WrittenText?
    /// What must be true.
    package let requirement: WrittenText
    /// The field to report at; nil for the name of the subject.
    package let place: WrittenText?
    package let message: WrittenText?
    package let help: WrittenText?
  }

  package let file: SourceFile
  package let code: WrittenText
  package let name: WrittenText
  package let title: String
  package let severity: Severity
  /// Empty where the file does not say.
  package let platforms: [WrittenText]
  package let isStrict: Bool
  package let options: [Option]
  package let controls: [String]
  /// How safe its fixes are; empty when it has none.
  package let fixes: [String]
  package let why: String
  package let fix: String
  package let references: [String]
  package let bad: [Example]
  package let good: [Example]
  /// Nil when the check is part of the program, or cannot be understood.
  package let check: Check?
}
