import Forms
import Foundation
import Reporting
import Rules
import Syntax
import Testing

/// The generated part of the documentation is what the rules say today; `make docs` writes it anew.
@Suite struct RuleDocumentationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
  private static let folder = root.appending(path: "docs/rules")
  private static let isWriting = ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil

  @Test func everyRuleHasItsPage() throws {
    let pages = Dictionary(uniqueKeysWithValues: Rule.all.map { ("\($0.code).md", Self.page(of: $0)) })
      .merging(["README.md": Self.index]) { $1 }
    if Self.isWriting {
      try? FileManager.default.removeItem(at: Self.folder)
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      for (name, text) in pages {
        try text.write(to: Self.folder.appending(path: name), atomically: true, encoding: .utf8)
      }
      return
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    #expect(Set(names) == Set(pages.keys), "run `make docs`")
    for name in names {
      let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
      #expect(text == pages[name], "\(name): run `make docs`")
    }
  }

  @Test func theReadmeCountsTheRules() throws {
    let readme = Self.root.appending(path: "README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- rules -->\n"))
    let end = try #require(text.range(of: "<!-- /rules -->"))
    let updated = text.replacingCharacters(in: begin.upperBound..<end.lowerBound, with: Self.summary)
    if Self.isWriting {
      try updated.write(to: readme, atomically: true, encoding: .utf8)
    } else {
      #expect(text == updated, "run `make docs`")
    }
  }

  private static let notice = "<!-- Written by `make docs` from rules/. -->\n\n"

  private static func page(of rule: Rule) -> String {
    notice + rule.markdown() + "\n[All rules](README.md)\n"
  }

  private static var categories: [(prefix: String, title: String, rules: [Rule])] {
    Rule.categories.map { category in
      (category.prefix, category.title, Rule.all.filter { $0.category == category.prefix })
    }.filter { !$0.rules.isEmpty }
  }

  private static var index: String {
    let head = """
      # Rules

      A code, a name or the first letters of codes can be selected, ignored and suppressed; [configuration.md](../configuration.md)
      says how. What is `strict` is off unless it is selected by its code, its name, or `--select strict`.

      """
    return notice + head
      + categories.map { category in
        let rows = category.rules.map { rule in
          let platforms = rule.platforms.map(\.title).joined(separator: ", ")
          let level = rule.severity.rawValue + (rule.isStrict ? ", strict" : "")
          return "| [\(rule.code)](\(rule.code).md) | `\(rule.name)` | \(level) "
            + "| \(platforms.isEmpty ? "all" : platforms) | \(rule.title) |\n"
        }
        return "\n## \(category.title)\n\n| code | name | severity | on | what |\n|---|---|---|---|---|\n"
          + rows.joined()
      }.joined()
  }

  private static var summary: String {
    let rows = categories.map { "| \($0.prefix) | \($0.title) | \($0.rules.count) |\n" }
    return "| codes | about | rules |\n|---|---|---|\n" + rows.joined()
  }
}
