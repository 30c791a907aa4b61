import Linting
import Rules
import Syntax

/// What the examples of rules showed, for people: every failure with the lines it is about, and a summary.
package func exampleReport(
  _ tests: RuleTests, _ outcomes: [(example: ExampleCase, failures: [ExampleFailure])], listsAll: Bool,
  in context: ReportContext
) -> String {
  let width = context.width.map { max($0, 40) }
  var rows: [Row] = []
  if listsAll {
    rows += outcomes.map { row(for: $0.example, isGood: $0.failures.isEmpty) }
    if !outcomes.isEmpty { rows.append(Row()) }
  }
  for failure in outcomes.flatMap(\.failures) {
    rows +=
      TextFinding(
        finding: failure.diagnostic, hidden: HiddenSource([]), width: width, word: "failed", namesPage: false
      ).rows
    rows.append(Row())
  }
  let unshown = tests.rulesWithoutBadExample
  rows += unshown.map { rule in
    Row(
      Span("note[\(rule.code.visible)]:", .severity(.note)),
      Span(" no bad example shows that \(rule.name.visible) finds anything"))
  }
  if !unshown.isEmpty { rows.append(Row()) }
  rows.append(summary(tests, failed: outcomes.count { !$0.failures.isEmpty }))
  return rows.map { $0.rendered(inColor: context.usesColor) }.joined()
}

private func row(for example: ExampleCase, isGood: Bool) -> Row {
  Row(
    isGood ? Span("ok     ", .good) : Span("FAILED ", .severity(.error)),
    Span("\(example.rule.code) \(example.words)".visible))
}

private func summary(_ tests: RuleTests, failed: Int) -> Row {
  let rules = counted(tests.rules.count, "rule")
  guard !tests.cases.isEmpty else { return Row(Span("No examples in \(rules)")) }
  let examples = "\(counted(tests.cases.count, "example")) of \(rules)"
  if failed == 0 {
    return Row(Span("All good:", .good), Span(" \(examples) \(tests.cases.count == 1 ? "passes" : "pass")"))
  }
  return Row(Span("\(failed) failed", .severity(.error)), Span(", \(tests.cases.count - failed) passed (\(examples))"))
}
