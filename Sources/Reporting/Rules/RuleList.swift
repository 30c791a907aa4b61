import Forms
import Rules
import Syntax

/// The rules as a table, by category.
package func ruleTable(_ rules: [Rule], in context: ReportContext) -> String {
  let nameWidth = rules.map(\.name.count).max() ?? 0
  var rows: [Row] = []
  for (prefix, title) in Rule.categories {
    let members = rules.filter { $0.category == prefix }
    if members.isEmpty { continue }
    if !rows.isEmpty { rows.append(Row()) }
    rows.append(Row(Span(title, .strong)))
    for rule in members {
      var row = Row(Span("  \(rule.code)", .severity(rule.severity)))
      row.put(Span(rule.name), at: 10)
      row.put(Span(rule.severity.rawValue, .severity(rule.severity)), at: 12 + nameWidth)
      row.put(Span(rule.platforms.map(\.rawValue).joined(separator: ", ")), at: 21 + nameWidth)
      let column = 36 + nameWidth
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
  }
}
