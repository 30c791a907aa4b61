import Forms
import Rules
import Syntax

/// What our own rules take for secrets in a resource, so that the message of a user's rule does not tell them.
struct SecretTexts {
  private var ranges: [SourceRange] = []
  private var texts: [String] = []

  private static let rules = ["plaintext-secret", "secret-in-command", "static-cloud-credentials"]

  init(of resource: Resource, _ run: Run) {
    for rule in Self.rules.compactMap({ Rule.named($0) }) where rule.check.kinds.contains(resource.kind) {
      var found = Findings(rule: rule, resource: resource, run: run)
      rule.check.body(resource, &found)
      ranges += found.diagnostics.map(\.range)
    }
    texts = ranges.compactMap { resource.node.text(at: $0) }
  }

  /// Whether what stands there may be a secret.
  func hides(_ range: SourceRange) -> Bool {
    ranges.contains { $0.lower < range.upper && range.lower < $0.upper }
  }

  /// A text as it may be part of a message.
  func shown(_ text: String) -> String { mayShow(text) ? text : "•••" }

  /// Whether a value may be part of a message: no secret is in it, and it is no part of one.
  private func mayShow(_ value: String) -> Bool {
    !texts.contains { secret in
      value.contains(secret) || (value.utf8.count > 3 && secret.contains(value))
        || secret.split { !$0.isLetter && !$0.isNumber }.contains { $0.utf8.count > 5 && value.contains($0) }
    }
  }
}

extension Node {
  /// The text of the scalar at exactly these bytes; nil when there is none.
  fileprivate func text(at range: SourceRange) -> String? {
    switch value {
    case .null, .bool: return nil
    case .integer(let number): return self.range == range ? String(number) : nil
    case .number(let text), .string(let text): return self.range == range ? text : nil
    case .unresolved(let text): return self.range == range ? text.source : nil
    case .sequence(let elements):
      for element in elements { if let text = element.text(at: range) { return text } }
      return nil
    case .mapping(let mapping):
      for entry in mapping.entries { if let text = entry.value.text(at: range) { return text } }
      return nil
    }
  }
}
