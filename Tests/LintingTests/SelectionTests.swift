import Rules
import Syntax
import Testing

@testable import Linting

private let all = [
  ("IMG001", "image-latest-tag", false), ("IMG002", "image-untagged", false), ("IMG004", "image-without-digest", true),
  ("SCH001", "unknown-field", false), ("SEC001", "literal-secret", false), ("SEC009", "root-user", true),
].map { code, name, isStrict in
  Rule(
    code: code, name: name, title: name, severity: .warning, platforms: [], isStrict: isStrict,
    controls: name == "root-user" || name == "literal-secret" ? ["ECS.0"] : [], check: .madeElsewhere
  ) { RulePage(why: "", fix: "", references: [], bad: [], good: []) }
}

/// Words of `--select` and `--ignore`, and the codes that run.
private struct SelectionCase: CustomTestStringConvertible, Sendable {
  let select: String
  let ignore: String
  let codes: String

  var testDescription: String { "select [\(select)] ignore [\(ignore)]" }

  init(_ select: String, _ ignore: String, _ codes: String) {
    self.select = select
    self.ignore = ignore
    self.codes = codes
  }

  static let all = [
    SelectionCase("", "", "IMG001 IMG002 SCH001 SEC001"),
    SelectionCase("default", "", "IMG001 IMG002 SCH001 SEC001"),
    SelectionCase("all", "", "IMG001 IMG002 IMG004 SCH001 SEC001 SEC009"),
    SelectionCase("strict", "", "IMG001 IMG002 IMG004 SCH001 SEC001 SEC009"),
    SelectionCase("IMG", "", "IMG001 IMG002"), SelectionCase("img", "", "IMG001 IMG002"),
    SelectionCase("IMG004", "", "IMG004"), SelectionCase("Image-Without-Digest SCH", "", "IMG004 SCH001"),
    SelectionCase("", "IMG", "SCH001 SEC001"), SelectionCase("", "all", ""),
    SelectionCase("IMG", "IMG001", "IMG002"), SelectionCase("IMG001", "IMG", "IMG001"),
    SelectionCase("IMG001", "IMG001", ""), SelectionCase("all", "strict", "IMG001 IMG002 SCH001 SEC001"),
    SelectionCase("IMG00", "IMG", "IMG001 IMG002"),
    SelectionCase("all", "SEC009", "IMG001 IMG002 IMG004 SCH001 SEC001"),
    SelectionCase("security-hub", "", "SEC001 SEC009"), SelectionCase("", "security-hub", "IMG001 IMG002 SCH001"),
    SelectionCase("default security-hub", "", "IMG001 IMG002 SCH001 SEC001 SEC009"),
    SelectionCase("IMG SEC009", "default", "IMG001 IMG002 SEC009"),
  ]
}

@Suite struct SelectionTests {
  @Test(arguments: SelectionCase.all)
  private func theCloserWordWins(_ example: SelectionCase) throws {
    func selectors(_ words: String) throws -> [RuleSelector] {
      try words.split(separator: " ").map { try RuleSelector(String($0), among: all) }
    }
    let chosen = rules(selecting: try selectors(example.select), ignoring: try selectors(example.ignore), among: all)
    #expect(chosen.map(\.code).joined(separator: " ") == example.codes)
  }

  @Test(arguments: [
    ("IMG01", "IMG001"), ("image-latest-tga", "image-latest-tag"), ("unkown-field", "unknown-field"), ("IMF", "IMG"),
    ("al", "all"), ("defualt", "default"),
  ])
  func anUnknownWordIsRefusedWithASuggestion(_ word: String, _ suggestion: String) {
    #expect(throws: UnknownSelector.self) { try RuleSelector(word, among: all) }
    #expect(suggestedSelectors(for: word, among: all).first == suggestion)
  }

  @Test func nothingNearIsNoSuggestion() {
    #expect(suggestedSelectors(for: "kubernetes", among: all).isEmpty)
  }
}

@Suite struct NearestTests {
  @Test(arguments: [
    ("essentail", "essential"), ("Memory", "memory"), ("healthcheck", "healthCheck"), ("portMapping", "portMappings"),
    ("enviroment", "environment"),
  ])
  func aSlipIsUnderstood(_ word: String, _ meant: String) {
    let fields = [
      "name", "essential", "memory", "memoryReservation", "healthCheck", "portMappings", "environment", "cpu",
    ]
    #expect(nearest(to: word, among: fields).first == meant)
  }

  @Test func shortWordsThatDifferAreNotNear() {
    #expect(nearest(to: "x", among: ["y", "ab"]).isEmpty)
    #expect(nearest(to: "", among: ["a", ""]).isEmpty)
    #expect(nearest(to: "cpu", among: ["gpu", "cpus", "name"]) == ["gpu", "cpus"])
  }
}
