import Forms
import Rules
import Syntax

/// Which rules run, on what, and which of their findings are shown.
package struct Selection: Sendable {
  /// The rules that run where no configuration says otherwise, ordered by code.
  package let rules: [Rule]
  /// What the command line chooses on top of a configuration.
  let choice: RuleChoice
  /// Findings below it are left out.
  package let minimumSeverity: Severity
  /// Resources of other platforms are left alone.
  package let platforms: [Platform]

  package init(
    rules: [Rule] = Rule.all.filter { !$0.isStrict }, minimumSeverity: Severity = .note,
    platforms: [Platform] = Platform.allCases
  ) {
    self.init(rules: rules, choice: RuleChoice(), minimumSeverity: minimumSeverity, platforms: platforms)
  }

  package init(
    choice: RuleChoice, minimumSeverity: Severity = .note, platforms: [Platform] = Platform.allCases
  ) {
    self.init(
      rules: Linting.rules(chosenBy: [choice]), choice: choice, minimumSeverity: minimumSeverity, platforms: platforms)
  }

  private init(rules: [Rule], choice: RuleChoice, minimumSeverity: Severity, platforms: [Platform]) {
    self.rules = rules
    self.choice = choice
    self.minimumSeverity = minimumSeverity
    self.platforms = platforms
  }
}

/// A word that names no rule, no category and no set of rules.
package struct UnknownSelector: Error, Equatable {
  package let text: String
  /// What may have been meant, the likeliest first.
  package let suggestions: [String]
}

/// One word of `--select` or `--ignore`.
///
/// - A code (`IMG001`) or a name (`image-latest-tag`) means that rule.
/// - The beginning of codes (`IMG`, `IMG0`) means the rules whose codes start with it, without the strict ones.
/// - `default` means every rule that is not strict; `strict` the strict ones, to select them on top of the default;
///   `all` means every rule, `security-hub` those that check a control of AWS Security Hub.
package struct RuleSelector: Sendable {
  private enum Meaning: Sendable {
    case all
    case standard
    case strict
    case securityHub
    case prefix(String)
    case rule(String)
  }

  private let meaning: Meaning

  /// The words that mean sets of rules.
  static let setsOfRules = ["all", "default", "strict", "security-hub"]

  package init(_ text: String, among rules: [Rule] = Rule.all) throws(UnknownSelector) {
    let upper = text.uppercased()
    switch text.lowercased() {
    case "all": meaning = .all
    case "default": meaning = .standard
    case "strict": meaning = .strict
    case "security-hub": meaning = .securityHub
    default:
      if let rule = rules.first(where: { $0.code == upper || $0.name == text.lowercased() }) {
        meaning = .rule(rule.code)
      } else if upper.count >= 3 || rules.contains(where: { $0.category == upper }),
        rules.contains(where: { $0.code.hasPrefix(upper) })
      {
        meaning = .prefix(upper)
      } else {
        throw UnknownSelector(text: text, suggestions: suggestedSelectors(for: text, among: rules))
      }
    }
  }

  /// Whether the word means a rule that already found something, strict or not.
  func means(_ code: String) -> Bool {
    switch meaning {
    case .all: true
    // Those of a user are standard, as far as can be told by their code.
    case .standard: Rule.named(code)?.isStrict != true
    case .strict: Rule.named(code)?.isStrict == true
    case .securityHub: Rule.named(code)?.controls.isEmpty == false
    case .prefix(let prefix): code.hasPrefix(prefix)
    case .rule(let own): own == code
    }
  }

  /// How closely the word means this rule when it is selected; nil when it does not.
  fileprivate func specificitySelecting(_ rule: Rule) -> Int? {
    // Who asks for the strict rules wants them on top of the others, not instead of them.
    if case .strict = meaning { return 0 }
    return specificityIgnoring(rule)
  }

  /// How closely the word means this rule when it is ignored; nil when it does not.
  func specificityIgnoring(_ rule: Rule) -> Int? {
    switch meaning {
    case .all: 0
    case .standard: rule.isStrict ? nil : 0
    case .strict: rule.isStrict ? 0 : nil
    case .securityHub: rule.controls.isEmpty ? nil : 0
    case .prefix(let prefix): rule.code.hasPrefix(prefix) && !rule.isStrict ? prefix.utf8.count : nil
    case .rule(let code): rule.code == code ? Int.max : nil
    }
  }
}

extension Rule {
  /// The rule of a code or a name, in upper or lower case; nil when there is none.
  package static func named(_ text: String) -> Rule? { all.named(text) }

  /// Our rules and some of a user's, ordered by code.
  package static func all(with custom: [Rule]) -> [Rule] {
    custom.isEmpty ? all : (all + custom).sorted { $0.code < $1.code }
  }
}

extension [Rule] {
  /// The rule of a code or a name, in upper or lower case; nil when there is none.
  package func named(_ text: String) -> Rule? {
    first { $0.code == text.uppercased() || $0.name == text.lowercased() }
  }
}

/// Which rules one place chooses: the command line, a configuration, or one of its overrides.
package struct RuleChoice: Sendable {
  package let select: [RuleSelector]
  package let ignore: [RuleSelector]
  /// Whether what is selected comes on top of what was selected before, instead of taking its place.
  let adds: Bool

  package init(select: [RuleSelector] = [], ignore: [RuleSelector] = [], adds: Bool = false) {
    self.select = select
    self.ignore = ignore
    self.adds = adds
  }

  fileprivate func selects(_ rule: Rule) -> Int? {
    select.compactMap { adds ? $0.specificityIgnoring(rule) : $0.specificitySelecting(rule) }.max()
  }

  fileprivate func ignores(_ rule: Rule) -> Int? { ignore.compactMap { $0.specificityIgnoring(rule) }.max() }
}

/// The rules that are selected and not ignored.
///
/// Without any `select`, the default rules are selected. Where one place means a rule with both, the closer word wins,
/// and `ignore` wins a tie. What an earlier place ignores, a later one brings back with a word that is as close.
package func rules(chosenBy choices: [RuleChoice], among rules: [Rule] = Rule.all) -> [Rule] {
  let choices = choices.filter { !$0.select.isEmpty || !$0.ignore.isEmpty }
  return rules.filter { rule in
    var isOn = !rule.isStrict
    var ignored: Int?
    for choice in choices {
      let (selects, ignores) = (choice.selects(rule), choice.ignores(rule))
      if !choice.adds, !choice.select.isEmpty { isOn = false }
      if let selects, selects >= ignored ?? 0 {
        isOn = true
        ignored = nil
      }
      if let ignores, ignores >= selects ?? 0 {
        isOn = false
        ignored = max(ignores, ignored ?? 0)
      }
    }
    return isOn
  }
}

/// Like `rules(chosenBy:among:)`, for one place.
package func rules(
  selecting select: [RuleSelector], ignoring ignore: [RuleSelector], among rules: [Rule] = Rule.all
) -> [Rule] {
  Linting.rules(chosenBy: [RuleChoice(select: select, ignore: ignore)], among: rules)
}

/// What somebody may have meant by a word that selects nothing.
package func suggestedSelectors(for text: String, among rules: [Rule] = Rule.all) -> [String] {
  var categories: [String] = []
  for rule in rules where !categories.contains(rule.category) { categories.append(rule.category) }
  return nearest(
    to: text, among: rules.map(\.code) + rules.map(\.name) + categories + RuleSelector.setsOfRules)
}
