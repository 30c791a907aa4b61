/// How much a finding matters.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Advice.
  case note
  /// It deploys, and will hurt in production.
  case warning
  /// The platform refuses it, or data is lost, or a secret is exposed.
  case error

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One thing that is wrong, where, and what to write instead.
///
/// All fields are set when it is made.
package struct Diagnostic: Sendable {
  /// A second place that helps to understand the first, in any file.
  package struct Label: Sendable {
    package let file: SourceFile
    package let range: SourceRange
    package let message: String

    package init(file: SourceFile, range: SourceRange, message: String) {
      self.file = file
      self.range = range
      self.message = message
    }
  }

  /// The stable code of the rule: `IMG001`.
  package let code: String
  package let severity: Severity
  package let file: SourceFile
  package let range: SourceRange
  /// One line that stands alone: what is wrong with the value that stands there, with the numbers.
  package let message: String
  /// A few words printed under the marked bytes, or empty.
  package let caption: String
  package let labels: [Label]
  /// What to write instead, in one line; nil when the message says it all.
  package let help: String?
  /// Alternatives, the best one first.
  package let fixes: [Fix]
  /// Whether the bytes of `range` may be a secret: no report shows them.
  package let hidesSource: Bool

  /// Makes a finding; where `hidesSource` is nil, what findings of the category `SEC` point at is hidden, and nothing else.
  package init(
    code: String, severity: Severity, file: SourceFile, range: SourceRange, message: String, caption: String = "",
    labels: [Label] = [], help: String? = nil, fixes: [Fix] = [], hidesSource: Bool? = nil
  ) {
    self.code = code
    self.severity = severity
    self.file = file
    self.range = range
    self.message = message
    self.caption = caption
    self.labels = labels
    self.help = help
    self.fixes = fixes
    self.hidesSource = hidesSource ?? code.hasPrefix("SEC")
  }
}

/// A change to the text that removes a finding.
package struct Fix: Sendable {
  package enum Safety: String, Sendable {
    /// What is deployed afterwards is what was plainly meant.
    case safe
    /// Likely right, but a person should look at it.
    case unsafe
  }

  /// The bytes of `range` become `replacement`.
  ///
  /// An empty range inserts.
  package struct Edit: Hashable, Sendable {
    package let range: SourceRange
    package let replacement: String

    package init(_ range: SourceRange, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// What the fix does, as an instruction: `Quote the value`.
  package let title: String
  package let safety: Safety
  /// In the diagnostic's own file; they do not overlap.
  package let edits: [Edit]

  package init(_ title: String, _ safety: Safety, _ edits: [Edit]) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }
}
