import Forms
import Rules

/// The selected rules by what they look at, so that a rule that is off costs nothing.
struct RulesByKind: Sendable {
  // A dictionary of so few takes longer to set up than to search.
  private let kinds: [(kind: Resource.Kind, rules: [Rule])]
  /// The rules whose findings are not made from a resource.
  private let aboutText: [Rule]

  init(_ rules: [Rule], platforms: [Platform]) {
    var kinds = Resource.Kind.allCases.filter { platforms.contains($0.platform) }.map { ($0, [Rule]()) }
    for index in kinds.indices { kinds[index].1.reserveCapacity(rules.count) }
    for rule in rules {
      for kind in rule.check.kinds {
        guard let index = kinds.firstIndex(where: { $0.0 == kind }) else { continue }
        kinds[index].1.append(rule)
      }
    }
    self.kinds = kinds
    aboutText = rules.filter { $0.check.kinds.isEmpty }
  }

  subscript(kind: Resource.Kind) -> [Rule] { kinds.first { $0.kind == kind }?.rules ?? [] }

  /// Whether one of the rules that a word means is on.
  func runs(_ selector: RuleSelector) -> Bool {
    aboutText.contains { selector.means($0.code) }
      || kinds.contains { $0.rules.contains { selector.means($0.code) } }
  }

  /// The rule of a code whose findings are made while a file is read or suppressions are applied; nil when it is off.
  func aboutText(_ code: String) -> Rule? { aboutText.first { $0.code == code } }
}
