import RuleFiles
import Syntax

/// The Swift file that holds the rules: for each one a value for the run and a function for its page.
func swiftSource(for rules: [RuleFile]) -> String {
  var source = """
    // Written from rules/ by EmbedRules while the package is built.
    import Forms
    import Syntax

    extension Rule {
      /// Every rule, ordered by code.
      package static let all: [Rule] = [\(rules.map { "rule\($0.code.text)" }.joined(separator: ", "))]
    }

    """
  for rule in rules {
    source += """

      private let rule\(rule.code.text) = Rule(
        code: \(literal(rule.code.text)), name: \(literal(rule.name.text)), title: \(literal(rule.title)),
        severity: .\(rule.severity.rawValue), platforms: [\(rule.platforms.map { $0.text == "ecs" ? ".ecs" : ".cloudRun" }.joined(separator: ", "))],
        isStrict: \(rule.isStrict), controls: [\(rule.controls.map(literal).joined(separator: ", "))], check: .\(rule.checkName),
        options: [\(rule.options.map { ".init(name: \(literal($0.name)), title: \(literal($0.title)))" }.joined(separator: ", "))],
        page: page\(rule.code.text))

      @Sendable private func page\(rule.code.text)() -> RulePage {
        let bad: [RulePage.Example] = \(literal(rule.bad))
        let good: [RulePage.Example] = \(literal(rule.good))
        return RulePage(
          why: \(literal(rule.why)),
          fix: \(literal(rule.fix)),
          fixes: [\(rule.fixes.map { ".\($0)" }.joined(separator: ", "))],
          references: [\(rule.references.map(literal).joined(separator: ", "))],
          bad: bad, good: good)
      }

      """
  }
  return source
}

private func literal(_ examples: [RuleFile.Example]) -> String {
  let values = examples.map { example in
    let files = example.files.map { file in
      ".init(path: \(literal(file.path)), text: \(literal(file.text.text)), fixed: \(file.fixed.map(literal) ?? "nil"))"
    }
    return
      ".init(title: \(literal(example.title)), files: [\(files.joined(separator: ", "))], isPortable: \(example.isPortable))"
  }
  return "[\(values.joined(separator: ", "))]"
}

/// A Swift string literal for any content; `debugDescription` is one, whatever quotes or control characters are in it.
private func literal(_ text: String) -> String { text.debugDescription }
