import RuleFiles
import Rules
import Syntax

/// Rules, and the examples that are their tests.
package struct RuleTests: Sendable {
  package let rules: [Rule]
  package let cases: [ExampleCase]

  /// The examples that are built into the program.
  package init(builtIn rules: [Rule] = Rule.all) {
    self.rules = rules
    cases = rules.flatMap { rule in [true, false].flatMap { ExampleCase.all(of: [rule], bad: $0) } }
  }

  /// The examples of rule files.
  ///
  /// - Parameters:
  ///   - files: of the user's own rules, or of ours, whose checks are part of the program.
  ///   - problems: gets every mistake in them.
  package init(_ files: [SourceFile], problems: inout [ConfigurationProblem]) {
    var rules: [Rule] = []
    var cases: [ExampleCase] = []
    for file in files {
      guard let (rule, contents) = Self.rule(of: file, problems: &problems) else { continue }
      if let other = rules.first(where: { $0.code == rule.code || $0.name == rule.name }) {
        let text = other.code == rule.code ? contents.code : contents.name
        problems.append(
          ConfigurationProblem(
            file: file, range: text.range, message: "'\(text.text)' is taken by \(other.path ?? other.code), too"))
      }
      rules.append(rule)
      cases += Self.cases(contents.bad, of: rule, bad: true) + Self.cases(contents.good, of: rule, bad: false)
    }
    self.rules = rules
    self.cases = cases
  }

  /// What became of each example, in the order of the examples.
  package func outcomes(jobs: Int) -> [(example: ExampleCase, failures: [ExampleFailure])] {
    zip(cases, concurrentMap(cases, jobs: jobs) { $0.failures() }).map { ($0, $1) }
  }

  /// The rules of which nothing shows that they find anything.
  package var rulesWithoutBadExample: [Rule] {
    let shown = Set(cases.filter(\.isBad).map(\.rule.code))
    return rules.filter { !shown.contains($0.code) }
  }

  private static func cases(_ examples: [RuleFile.Example], of rule: Rule, bad: Bool) -> [ExampleCase] {
    examples.enumerated().map { index, example in
      ExampleCase(
        rule: rule, example: example.inPage, number: index + 1, isBad: bad, written: example.files.map(\.text))
    }
  }

  /// The rule of a file, which may be one of ours when it has no check of its own.
  private static func rule(
    of file: SourceFile, problems: inout [ConfigurationProblem]
  ) -> (rule: Rule, file: RuleFile)? {
    guard let root = ParsedFile(reading: file, as: .yaml).documents.first, root["check"] == nil,
      let rule = root["code"]?.string.flatMap({ Rule.named($0) }), rule.name == root["name"]?.string
    else { return customRule(file, problems: &problems) }
    return RuleFile(file, .builtIn, problems: &problems).map { (rule, $0) }
  }
}
