import Forms
import Rules

/// The selected rules by what they look at, so that a rule that is off costs nothing.
struct RulesByKind: Sendable {
  // A dictionary of so few takes longer to set up than to search.
  private let kinds: [(kind: Resource.Kind, rules: [Rule])]
  /// The codes of rules whose findings are made while a file is read.
  private let codesAboutText: [String]

  init(_ selection: Selection) {
    kinds = Resource.Kind.allCases.filter { selection.platforms.contains($0.platform) }.map { kind in
      (kind, selection.rules.filter { $0.check.kinds.contains(kind) })
    }
    codesAboutText = selection.rules.lazy.filter { $0.check.kinds.isEmpty }.map(\.code)
  }

  subscript(kind: Resource.Kind) -> [Rule] { kinds.first { $0.kind == kind }?.rules ?? [] }

  func areAboutText(_ code: String) -> Bool { codesAboutText.contains(code) }
}
