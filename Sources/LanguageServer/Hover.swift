import Linting
import Reporting
import Rules
import Syntax

extension Server {
  /// The pages of the rules that found something at a place; nil where nothing is found.
  mutating func hover(_ params: Wire.AboutPosition) -> Wire.Hover? {
    settle()
    guard let findings = workspace.findings[params.textDocument.uri] else { return nil }
    let places = rendering.places(in: findings.document)
    let offset = places.offset(of: params.position)
    let here = findings.diagnostics.filter { $0.touches(SourceRange(offset, offset)) }
    let known = Rule.all(with: workspace.configuration(of: findings.document)?.configuration.customRules ?? [])
    var rules: [Rule] = []
    for finding in here {
      if let rule = known.named(finding.code), !rules.contains(where: { $0 === rule }) { rules.append(rule) }
    }
    // Nobody scrolls through more.
    rules = Array(rules.prefix(3))
    guard !rules.isEmpty, let range = here.map(\.range).min(by: { $0.count < $1.count }) else { return nil }
    let contents =
      features.readsMarkdown
      ? Wire.Hover.Markup(kind: "markdown", value: rules.map { $0.summary() }.joined(separator: "\n\n---\n\n"))
      : Wire.Hover.Markup(
        kind: "plaintext",
        value: rules.map { $0.explanation(in: ReportContext(version: workspace.machine.version, width: 100)) }
          .joined(separator: "\n"))
    return Wire.Hover(contents: contents, range: places.range(range))
  }
}

extension Rule {
  /// The page without its examples and sources, which a window over the text has no room for.
  fileprivate func summary() -> String {
    let page = page()
    let parts = ["**\(code)** `\(name)`: \(title)", page.why, "**How to fix**", page.fix]
    return (parts + [address].compactMap { $0.map { "[Examples and sources](\($0))" } }).joined(separator: "\n\n")
  }
}
