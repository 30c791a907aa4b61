import RuleFiles
import Rules
import Syntax
import Testing

@testable import Linting

/// What is wrong with the rule file of a configuration.
private func mistakes(_ rule: String) throws -> [String] {
  try loadConfiguration([".seatrial.yaml": "custom-rules: own.yaml", "own.yaml": rule]).problems
}

@Suite struct CustomRuleMistakeTests {
  @Test(arguments: [
    (
      "for: container\nrequire: contaner.name == ''",
      "7:12: there is no variable 'contaner' here; did you mean 'container'?"
    ),
    (
      "for: task-definition\nrequire: container.name == ''",
      "7:12: there is no variable 'container' here; there are resource, task"
    ),
    ("for: cluster\nrequire: has(task.family)", "7:16: there is no variable 'task' here; there are resource"),
    ("for: container\nrequire: 'a.b =='", "7:19: expected a value, found the end"),
    (
      "for: container\nrequire: |\n  true &&\n    foo()",
      "9:7: there is no function 'foo' that takes this number of arguments"
    ),
    ("for: container\nrequire: \"true && \\\"a\\\" + == 1\"", "7:29: expected a value, found '=='"),
    ("for: container\nrequire: [a]", "7:12: 'require' takes a text, not a list"),
    (
      "for: container\nrequire: resource.a.exsts(x, x == 1)",
      "7:23: there is no function 'exsts'; did you mean 'exists'?"
    ),
    ("for: containers\nrequire: container.a.b", "6:8: there is nothing called 'containers'; did you mean 'container'?"),
    ("require: 'true'", "6:3: 'check' needs 'for', what is looked at"),
    ("for: container", "6:3: 'check' needs 'require'"),
    ("for: container\nrequire: 'true'\nwhre: x", "8:3: unknown key 'whre'; did you mean 'where'?"),
    ("for: container\nrequire: 'true'\nat: 'a['", "8:7: 'a[' is no way to a field, such as logConfiguration.options"),
    (
      "for: container\nrequire: 'true'\nmessage: 'a {{ b }'",
      "8:15: these braces are not closed; what stands between {{ and }} is an expression"
    ),
    (
      "for: container\nrequire: 'true'\nmessage: 'a {{ item }}'",
      "8:18: there is no variable 'item' here; there are resource, container"
    ),
    ("for: container\nrequire: 'true'\nmessage: 'a {{ 1 + }}'", "8:22: expected a value, found the end"),
  ])
  func aMistakeInACheckIsSaidWithItsPlace(_ check: String, _ message: String) throws {
    let found = try mistakes(ruleFile(check))
    #expect(found.map { $0.hasPrefix("own.yaml:\(message)") } == [true], "\(found)")
  }

  @Test(
    arguments: [
      ("ACME1", "good-name", nil), ("AC0000", "good", nil),
      ("acme001", "good-name", "1:7: 'acme001' is no code: 2 to 10 capital letters and a number, such as ACME001"),
      ("A001", "good-name", "1:7: 'A001' is no code"), ("ACME", "good-name", "1:7: 'ACME' is no code"),
      ("IMG900", "good-name", "1:7: codes that start with IMG are seatrial's own"),
      ("IMGX01", "good-name", "1:7: codes that start with IMG are seatrial's own"),
      ("ACME001", "image-latest-tag", "2:7: the name 'image-latest-tag' is taken by IMG001"),
      ("ACME001", "strict", "2:7: 'strict' means a set of rules"),
      ("ACME001", "Bad name", "2:7: 'Bad name' is no name: lower-case words with - between, such as missing-team-tag"),
    ] as [(String, String, String?)])
  func codesAndNamesAreTheUsersOwn(_ code: String, _ name: String, _ message: String?) throws {
    let found = try mistakes(ruleFile("for: container\nrequire: 'true'", code: code, name: name))
    #expect(found.count == (message == nil ? 0 : 1))
    #expect(found.first?.hasPrefix("own.yaml:\(message ?? "")") ?? (message == nil), "\(found)")
  }

  @Test func everyMistakeIsSaid() throws {
    let rule = "code: IMG1\nnam: x\nseverity: warn\ncheck:\n  for: contaner\n  require: a +\nbad:\n  - text: x\n"
    #expect(
      try mistakes(rule) == [
        "own.yaml:1:1: a rule needs 'name'", "own.yaml:1:1: a rule needs 'title'",
        "own.yaml:1:7: codes that start with IMG are seatrial's own",
        "own.yaml:2:1: unknown key 'nam'; did you mean 'name'?",
        "own.yaml:3:11: 'severity' takes note, warning, error, not 'warn'",
        "own.yaml:5:8: there is nothing called 'contaner'; did you mean 'container'?",
        "own.yaml:6:15: expected a value, found the end", "own.yaml:8:5: an entry of 'bad' needs 'file'",
      ])
  }

  @Test(arguments: [
    ("", "1:1: a rule file is one mapping"), ("[]", "1:1: a rule file is one mapping"),
    ("a: 1\n---\nb: 1", "1:1: a rule file is one mapping"), ("a: [1", "1:"), ("code: \"ACME001", "1:"),
    ("\u{0}", "1:"), (String(repeating: "[", count: 10_000), "1:"),
  ])
  func whatIsNoRuleFileIsSaid(_ text: String, _ message: String) throws {
    let found = try mistakes(text)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("own.yaml:\(message)") == true, "\(found)")
  }

  @Test func aCodeIsTakenOnce() throws {
    let rule = ruleFile("for: container\nrequire: 'true'")
    let other = ruleFile("for: container\nrequire: 'true'", code: "ACME002")
    let problems = try loadConfiguration([
      ".seatrial.yaml": "custom-rules: [own]", "own/a.yaml": rule, "own/b.yaml": rule, "own/c.yaml": other,
    ]).problems
    #expect(
      problems == [
        ".seatrial.yaml:1:16: the code ACME001 is taken twice, by own/a.yaml and by own/b.yaml",
        ".seatrial.yaml:1:16: the name 'own-rule' is taken twice, by own/a.yaml and by own/c.yaml",
      ])
  }

  @Test func whatIsNotThereIsSaid() throws {
    #expect(
      try loadConfiguration([".seatrial.yaml": "custom-rules: [own, 'https://x/y']"]).problems == [
        ".seatrial.yaml:1:16: there is no rule file (*.yaml) in 'own'",
        ".seatrial.yaml:1:21: 'custom-rules' takes directories and files: nothing is fetched from the network",
      ])
  }

  @Test func whatExtendsKnowsTheRulesOfItsBase() throws {
    let files = [
      ".seatrial.yaml": "extends: base/a.yaml\ncustom-rules: own/b.yaml\nignore: [ACME001, other]\nrules: { ACME: {} }",
      "base/a.yaml": "custom-rules: rules\nrules: { ACME001: { severity: note } }",
      "base/rules/a.yaml": ruleFile("for: container\nrequire: 'true'"),
      "own/b.yaml": ruleFile("for: container\nrequire: 'true'", code: "ACME002", name: "other"),
    ]
    let (configuration, problems) = try loadConfiguration(files)
    #expect(configuration.customRules.map(\.code) == ["ACME001", "ACME002"])
    #expect(problems == [".seatrial.yaml:4:10: unknown rule 'ACME'; 'seatrial rules' lists them"])
  }

  @Test func whatNobodyCouldReadMayHaveBeenMeant() throws {
    let files = [
      ".seatrial.yaml": "extends: a.yaml\nignore: ACME001\nrules: { ACME002: {} }", "a.yaml": "custom-rules: own.yaml",
      "own.yaml": ruleFile("for: container"),
    ]
    #expect(try loadConfiguration(files).problems == ["own.yaml:6:3: 'check' needs 'require'"])
  }

  @Test func aBaseDoesNotKnowTheRulesOfWhatExtendsIt() throws {
    let files = [
      ".seatrial.yaml": "extends: a.yaml\ncustom-rules: own.yaml", "a.yaml": "ignore: ACME001",
      "own.yaml": ruleFile("for: container\nrequire: 'true'"),
    ]
    #expect(try loadConfiguration(files).problems.count == 1)
    let circle = files.merging(["a.yaml": "extends: .seatrial.yaml\nignore: IMG001"]) { $1 }
    #expect(try loadConfiguration(circle).problems.count == 1)
  }
}

@Suite struct WrittenTextTests {
  @Test(arguments: [
    "a: one two", "a: 'one two'", "a: \"one two\"", "a: |\n  one\n  two\n", "a: |\n  one\n    two\n",
    "a: >-\n\n  one\n  two\n", "a: one\n  two", "a: 'one\n\n  two'", "a: \"\\\"one\\\" two\"", "a: '''one'' two'",
    "a: |\r\n  one\r\n  two\r\n", "a: |2-\n   ü one\n  two", "{ a: one two }",
  ])
  func everyByteIsFound(_ text: String) throws {
    let file = SourceFile(path: "a.yaml", text: text)
    let node = try #require(ParsedFile(reading: file, as: .yaml).documents.first?["a"])
    let written = WrittenText(try #require(node.string), at: node.range, in: file)
    for word in ["one", "two"] {
      let range = try #require(written.text.firstRange(of: word))
      let lower = written.text.utf8.distance(from: written.text.startIndex, to: range.lowerBound)
      #expect(file.text(in: written.place(of: SourceRange(lower, lower + 3))) == word)
    }
  }

  @Test func whatIsEscapedIsWhole() throws {
    let file = SourceFile(path: "a.yaml", text: "a: \"\\x41 b\"")
    let node = try #require(ParsedFile(reading: file, as: .yaml).documents.first?["a"])
    let written = WrittenText("A b", at: node.range, in: file)
    #expect(written.place(of: SourceRange(2, 3)) == node.range)
  }
}
