import Rules
import Syntax

/// What holds for one file: the rules that run on it, and what its configuration says besides.
struct Profile: Sendable {
  let rules: RulesByKind
  let settings: RuleSettings
  /// Nil when there are none, which is nearly always.
  let variables: Variables?
  let requiresReason: Bool
  /// Rules of the user's own.
  let customRules: [Rule]

  /// Without a configuration.
  init(_ selection: Selection) {
    rules = RulesByKind(selection.rules, platforms: selection.platforms)
    settings = .none
    variables = nil
    requiresReason = false
    customRules = []
  }

  /// With the layers of a configuration that hold for the file.
  init(
    _ selection: Selection, _ layers: [Configuration.Layer], requiresReason: Bool = false, customRules: [Rule] = []
  ) {
    self.requiresReason = requiresReason
    self.customRules = customRules
    var severities: [String: Severity] = [:]
    var options: [String: [String: [String]]] = [:]
    var variables = Variables([:])
    for layer in layers {
      severities.merge(layer.severities) { $1 }
      options.merge(layer.options) { $0.merging($1) { $1 } }
      variables = variables.merging(layer.variables)
    }
    let chosen = Linting.rules(
      chosenBy: layers.map(\.choice) + [selection.choice], among: Rule.all(with: customRules)
    ).map { rule in severities[rule.code].map(rule.weighing) ?? rule }
    rules = RulesByKind(chosen, platforms: selection.platforms)
    settings = RuleSettings(options)
    self.variables = variables.isEmpty ? nil : variables
  }
}

/// The profiles of the files of a run, made once for each set of layers that hold together.
struct Profiles: Sendable {
  private struct Key: Hashable {
    let configuration: Configuration
    let layers: [Int]
  }

  /// In a class, so that a run without a configuration does not even make the type of the dictionary.
  private final class Configured: Sendable {
    let profiles: [Key: Profile]

    init(_ profiles: [Key: Profile]) { self.profiles = profiles }
  }

  private let standard: Profile
  /// Nil when no file has a configuration.
  private let configured: Configured?

  init(_ selection: Selection, for inputs: [Input]) {
    standard = Profile(selection)
    guard inputs.contains(where: { $0.configuration != nil }) else {
      configured = nil
      return
    }
    var configured: [Key: Profile] = [:]
    for input in inputs {
      guard let key = Self.key(input), configured[key] == nil else { continue }
      configured[key] = Profile(
        selection, key.layers.map { key.configuration.layers[$0] }, requiresReason: key.configuration.requiresReason,
        customRules: key.configuration.customRules)
    }
    self.configured = Configured(configured)
  }

  subscript(input: Input) -> Profile {
    guard let configured, let key = Self.key(input) else { return standard }
    return configured.profiles[key] ?? standard
  }

  private static func key(_ input: Input) -> Key? {
    guard let applied = input.configuration else { return nil }
    return Key(configuration: applied.configuration, layers: applied.configuration.layers(for: applied.path))
  }
}
