import Forms
import Rules
import Syntax

/// The rules as a table, by category.
package func ruleTable(_ rules: [Rule], in context: ReportContext) -> String {
  let nameWidth = rules.map(\.name.count).max() ?? 0
  var rows: [Row] = []
  let ours = Rule.categories.map { category in
    (category.title, rules.filter { $0.path == nil && $0.category == category.prefix })
  }
  let codeWidth = max(8, (rules.map(\.code.count).max() ?? 0) + 2)
  for (title, members) in ours + [("Rules of your own", rules.filter { $0.path != nil })] {
    if members.isEmpty { continue }
    if !rows.isEmpty { rows.append(Row()) }
    rows.append(Row(Span(title, .strong)))
    for rule in members {
      var row = Row(Span("  \(rule.code)", .severity(rule.severity)))
      row.put(Span(rule.name), at: 2 + codeWidth)
      row.put(Span(rule.severity.rawValue, .severity(rule.severity)), at: 4 + codeWidth + nameWidth)
      row.put(Span(rule.platforms.map(\.rawValue).joined(separator: ", ")), at: 13 + codeWidth + nameWidth)
      let column = 28 + codeWidth + nameWidth
      let text = rule.title + (rule.isStrict ? " (strict)" : "")
      // Where the title has no room beside the rest, the terminal may wrap it.
      let room = context.width.map { $0 - column }
      for (index, line) in wrapped(text, to: room.map { $0 < 30 ? Int.max : $0 }).enumerated() {
        if index > 0 {
          rows.append(row)
          row = Row()
        }
        row.put(Span(line), at: column)
      }
      rows.append(row)
    }
  }
  return rows.map { $0.rendered(inColor: context.usesColor) }.joined()
}

/// The rules for programs; members are only ever added.
package func ruleJSON(_ rules: [Rule]) -> String {
  jsonText(rules.map(ListedRule.init))
}

private struct ListedRule: Encodable {
  let code: String
  let name: String
  let title: String
  let category: String
  let severity: String
  let platforms: [String]
  let strict: Bool
  let controls: [String]
  let fixes: [String]
  let reference: String?
  /// Of a rule of the user's own.
  let file: String?

  init(_ rule: Rule) {
    code = rule.code
    name = rule.name
    title = rule.title
    category = rule.category
    severity = rule.severity.rawValue
    platforms = rule.platforms.map(\.rawValue)
    strict = rule.isStrict
    controls = rule.controls
    fixes = rule.page().fixes.map(\.rawValue)
    reference = rule.page().references.first
    file = rule.path
  }
}
