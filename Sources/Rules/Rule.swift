import Forms
import Syntax

/// What we think is wrong, as data: the part of a rule's file in `rules/` that a run needs.
///
/// A class, since every finding and every job refers to the same few.
package final class Rule: Sendable {
  /// Stable once shipped: `IMG001`.
  package let code: String
  /// What is caught, in words that read well after "ignore": `image-latest-tag`.
  package let name: String
  /// One line, without a full stop at its end.
  package let title: String
  package let severity: Severity
  /// Empty for rules about the file itself.
  package let platforms: [Platform]
  /// Off unless it is selected by its code, its name, or `strict`.
  package let isStrict: Bool
  /// The controls of AWS Security Hub that ask for the same: `ECS.20`.
  package let controls: [String]
  package let check: Check
  /// What a configuration may set.
  package let options: [RuleOption]
  /// Whether the severity is one that a configuration sets, so that no case of the rule weighs more.
  package let hasOwnSeverity: Bool
  /// The file of a rule of the user's own; nil for ours.
  package let path: String?
  /// The prose and the examples; made only when somebody asks.
  package let page: @Sendable () -> RulePage

  package init(
    code: String, name: String, title: String, severity: Severity, platforms: [Platform], isStrict: Bool,
    controls: [String] = [], check: Check, options: [RuleOption] = [], hasOwnSeverity: Bool = false,
    path: String? = nil, page: @escaping @Sendable () -> RulePage
  ) {
    self.code = code
    self.name = name
    self.title = title
    self.severity = severity
    self.platforms = platforms
    self.isStrict = isStrict
    self.controls = controls
    self.check = check
    self.options = options
    self.hasOwnSeverity = hasOwnSeverity
    self.path = path
    self.page = page
  }

  /// The same rule where a configuration says how much it matters.
  package func weighing(_ severity: Severity) -> Rule {
    Rule(
      code: code, name: name, title: title, severity: severity, platforms: platforms, isStrict: isStrict,
      controls: controls, check: check, options: options, hasOwnSeverity: true, path: path, page: page)
  }

  /// The severity of a finding that would have another one if nothing were configured; nil is the rule's.
  package func severity(of standard: Severity?) -> Severity {
    guard let standard else { return severity }
    return hasOwnSeverity ? min(standard, severity) : standard
  }

  /// The letters that say what kind of trouble it is: `IMG`.
  package var category: String { Self.category(ofCode: code) }

  /// The letters at the beginning of a code.
  package static func category(ofCode code: String) -> String { String(code.prefix { !$0.isNumber }) }

  /// The categories in the order in which they are shown, with their titles.
  package static let categories: [(prefix: String, title: String)] = [
    ("SYN", "The file itself"), ("SCH", "Structure"), ("IMG", "Images"), ("IAM", "Identity and access"),
    ("HLT", "Health, start and stop"), ("SPT", "Spot and state"), ("RES", "Sizes"), ("NET", "Ports and networks"),
    ("SEC", "Secrets and hardening"), ("OBS", "Logs"), ("SCL", "Scaling, traffic, jobs"),
    ("REF", "Across resources"), ("CFG", "Configuration"),
  ]
}

/// The prose of a rule, in Markdown, and the examples that are its documentation and its tests.
package struct RulePage: Sendable {
  /// What goes wrong, and why it matters.
  package let why: String
  /// What to do instead.
  package let fix: String
  /// How safe the fixes are that some of its findings have; empty when none has any.
  package let fixes: [Fix.Safety]
  /// Addresses of the sources of the facts; the first is the rule's help page.
  package let references: [String]
  package let bad: [Example]
  package let good: [Example]

  package init(
    why: String, fix: String, fixes: [Fix.Safety] = [], references: [String], bad: [Example], good: [Example]
  ) {
    self.why = why
    self.fix = fix
    self.fixes = fixes
    self.references = references
    self.bad = bad
    self.good = good
  }

  /// Files that are linted together.
  package struct Example: Sendable {
    package struct File: Sendable {
      package let path: String
      /// In a bad example, `«` and `»` enclose the bytes of each expected finding.
      ///
      /// They are not part of the file.
      package let text: String
      /// What all fixes of the rule, the unsafe ones too, make of the file; nil when the example does not say.
      package let fixed: String?

      package init(path: String, text: String, fixed: String? = nil) {
        self.path = path
        self.text = text
        self.fixed = fixed
      }
    }

    /// What is special about it, or empty.
    package let title: String
    package let files: [File]
    /// Whether the same tree written in the other language would say the same (false for what is about the text).
    package let isPortable: Bool

    package init(title: String, files: [File], isPortable: Bool) {
      self.title = title
      self.files = files
      self.isPortable = isPortable
    }
  }
}
