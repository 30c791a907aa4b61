import Rules
import Syntax
import Testing

extension Rule: CustomTestStringConvertible {
  public var testDescription: String { code }
}

/// What every rule file owes its reader.
@Suite struct RuleFileTests {
  @Test(arguments: Rule.all)
  func aRuleIsDocumented(_ rule: Rule) {
    let page = rule.page()
    #expect(!rule.title.hasSuffix("."), "a title is no sentence")
    #expect(!rule.title.contains("\n"))
    #expect(page.why.hasSuffix(".\n") || page.why.hasSuffix("."), "'why' is made of sentences")
    #expect(
      page.fix.hasSuffix(".\n") || page.fix.hasSuffix(".") || page.fix.hasSuffix("```\n"), "'fix' is made of sentences")
    #expect(!page.references.isEmpty, "a rule cites its source")
    #expect(page.references.allSatisfy { $0.hasPrefix("https://") })
  }

  @Test(arguments: Rule.all)
  func aRuleHasExamplesOfBothKinds(_ rule: Rule) {
    let page = rule.page()
    #expect(page.bad.count >= 2)
    #expect(page.good.count >= 2)
  }

  @Test(arguments: Rule.all)
  func aCodeIsThreeLettersAndThreeDigits(_ rule: Rule) {
    #expect(Rule.categories.contains { $0.prefix == rule.category })
    #expect(rule.code.count == 6)
    #expect(Int(rule.code.dropFirst(3)) != nil)
  }

  @Test func codesAndNamesAreUnique() {
    #expect(Set(Rule.all.map(\.code)).count == Rule.all.count)
    #expect(Set(Rule.all.map(\.name)).count == Rule.all.count)
  }
}
