/// Something about a rule that a configuration may set: a list of texts.
package struct RuleOption: Sendable, Equatable {
  package let name: String
  /// What the texts are, in one line without a full stop.
  package let title: String

  package init(name: String, title: String) {
    self.name = name
    self.title = title
  }
}

/// What a configuration sets for the options of rules.
package struct RuleSettings: Sendable, Equatable {
  package static let none = RuleSettings([:])

  private let values: [String: [String: [String]]]

  /// - Parameter values: by the code of the rule, then by the name of the option.
  package init(_ values: [String: [String: [String]]]) { self.values = values }

  /// The texts of an option; empty when it is not set.
  package subscript(code: String, option: String) -> [String] { values[code]?[option] ?? [] }
}
