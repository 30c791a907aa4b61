import Forms
import Rules

/// The selected rules by what they look at, so that a rule that is off costs nothing.
struct RulesByKind: Sendable {
  private let platforms: [Platform]
  private let aboutResources: [Rule]
  /// The rules whose findings are not made from a resource.
  private let aboutText: [Rule]

  init(_ rules: [Rule], platforms: [Platform]) {
    self.platforms = platforms
    aboutResources = rules.filter { !$0.check.kinds.isEmpty }
    aboutText = rules.filter { $0.check.kinds.isEmpty }
  }

  // Going through all of them costs a run less than a table for each kind costs at its start.
  subscript(kind: Resource.Kind) -> [Rule] {
    platforms.contains(kind.platform) ? aboutResources.filter { $0.check.kinds.contains(kind) } : []
  }

  /// Whether one of the rules that a word means is on.
  func runs(_ selector: RuleSelector) -> Bool {
    (aboutText + aboutResources).contains { rule in
      selector.means(rule.code)
        && (rule.check.kinds.isEmpty || rule.check.kinds.contains { platforms.contains($0.platform) })
    }
  }

  /// The rule of a code whose findings are made while a file is read or suppressions are applied; nil when it is off.
  func aboutText(_ code: String) -> Rule? { aboutText.first { $0.code == code } }
}
