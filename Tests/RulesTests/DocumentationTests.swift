import Forms
import Foundation
import Rules
import Syntax
import Testing

/// The generated part of the documentation is what the rules say today; `make docs` writes it anew.
@Suite struct DocumentationTests {
  static let readme = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../README.md")
    .standardized

  @Test func theReadmeListsTheRules() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- rules -->\n"))
    let end = try #require(text.range(of: "<!-- /rules -->"))
    let wanted = ruleTable()
    if ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil {
      let updated = text.replacingCharacters(in: begin.upperBound..<end.lowerBound, with: wanted)
      try updated.write(to: Self.readme, atomically: true, encoding: .utf8)
    } else {
      #expect(String(text[begin.upperBound..<end.lowerBound]) == wanted, "run `make docs`")
    }
  }

  private func ruleTable() -> String {
    Rule.categories.map { category in
      let rules = Rule.all.filter { $0.category == category.prefix }
      guard !rules.isEmpty else { return "" }
      let rows = rules.map { rule in
        let platforms = rule.platforms.map(\.title).joined(separator: ", ")
        let level = rule.severity.rawValue + (rule.isStrict ? ", strict" : "")
        return
          "| \(rule.code) | `\(rule.name)` | \(level) | \(platforms.isEmpty ? "all" : platforms) | \(rule.title) |\n"
      }
      return
        "**\(category.title)**\n\n| code | name | severity | on | what |\n|---|---|---|---|---|\n\(rows.joined())\n"
    }.joined()
  }
}
