import Forms
import Models
import Syntax

/// The code of a rule: a pure function from one resource to findings.
///
/// It may look at every resource of the run, and reports only on the one it was given.
package struct Check: Sendable {
  /// The kinds of resource it looks at; empty when the readers make its findings.
  package let kinds: [Resource.Kind]
  package let body: @Sendable (Resource, inout Findings) -> Void

  package init(_ kinds: [Resource.Kind], _ body: @escaping @Sendable (Resource, inout Findings) -> Void) {
    self.kinds = kinds
    self.body = body
  }
}

extension Check {
  /// The findings are made while files are read (`SYN`) or while the configuration is applied (`CFG`), not from a resource.
  package static var madeElsewhere: Check { Check([]) { _, _ in } }
}

/// Collects what one check finds on one resource.
package struct Findings {
  /// Whose check is at work.
  package var rule: Rule
  package let resource: Resource
  /// The resources of the run that have to do with this one.
  package let run: Run
  private let settings: RuleSettings
  package private(set) var diagnostics: [Diagnostic] = []

  package init(rule: Rule, resource: Resource, run: Run, settings: RuleSettings = .none) {
    self.rule = rule
    self.resource = resource
    self.run = run
    self.settings = settings
  }

  /// What the configuration lists for an option of this rule, or of another one; empty when it says nothing.
  package func option(_ name: String, of code: String? = nil) -> [String] { settings[code ?? rule.code, name] }

  package typealias Label = Diagnostic.Label

  /// Reports a finding at a place of the resource's own file.
  ///
  /// - Parameters:
  ///   - range: one line if at all possible: a key or a value, not a block.
  ///   - message: what is wrong with the value that stands there, with the numbers; one line, no full stop.
  ///   - caption: a few words under the marked bytes.
  ///   - severity: the rule's own unless this case weighs less.
  ///   - labels: the other half of a contradiction.
  ///   - help: what to write instead; one line.
  ///   - fixes: only where the right text is certain (safe) or very likely (unsafe).
  ///   - hidesSource: whether what stands there may be a secret, so that no report shows it; nil means yes for `SEC`
  ///     rules alone. Say no where a `SEC` rule points at a name or a switch.
  package mutating func report(
    _ range: SourceRange, _ message: String, caption: String = "", severity: Severity? = nil, labels: [Label] = [],
    help: String? = nil, fixes: [Fix] = [], hidesSource: Bool? = nil
  ) {
    func told(_ text: String) -> String { resource.inWordsOfItsForm(text, at: range) }
    diagnostics.append(
      Diagnostic(
        code: rule.code, severity: rule.severity(of: severity), file: resource.file, range: range,
        message: told(message), caption: told(caption),
        labels: labels.map { Label(file: $0.file, range: $0.range, message: told($0.message)) },
        help: help.map(told), fixes: fixes.filter { resource.isFit($0) }, hidesSource: hidesSource))
  }

  /// A second place in the resource's own file.
  package func label(_ range: SourceRange, _ message: String) -> Label {
    Label(file: resource.file, range: range, message: message)
  }
}
