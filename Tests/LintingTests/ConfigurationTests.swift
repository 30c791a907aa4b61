import Forms
import RuleFiles
import Rules
import Syntax
import Testing

@testable import Linting

/// Loads the configuration `.seatrial.yaml` of a few files.
private func load(_ files: [String: String]) throws -> (configuration: Configuration, problems: [String]) {
  var loader = ConfigurationLoader(
    .init(
      read: { path throws(Unreadable) in
        guard let text = files[path] else { throw Unreadable(reason: "No such file or directory") }
        return Array(text.utf8)
      }, identity: { $0 }))
  let configuration = try loader.load(".seatrial.yaml")
  return (configuration, loader.problems.map(\.text))
}

private func task(image: String = "web:1.0", cpu: String = "256", memory: String = "512") -> String {
  """
  { "family": "api", "cpu": "\(cpu)", "memory": "\(memory)", "requiresCompatibilities": ["FARGATE"],
    "containerDefinitions": [{ "name": "web", "image": "\(image)", "essential": true }] }
  """
}

/// What there is to say about files below a configuration.
func lintReport(
  _ files: [String: String], _ configuration: String, choice: RuleChoice = RuleChoice(), today: CivilDate? = nil
) throws -> Report {
  let loaded = try load([".seatrial.yaml": configuration])
  #expect(loaded.problems.isEmpty)
  let linter = Linter(selection: Selection(choice: choice), today: today) { path, _ in Array((files[path] ?? "").utf8) }
  return linter.report(
    on: files.keys.map {
      Input(
        path: $0, isExplicit: true,
        configuration: AppliedConfiguration(configuration: loaded.configuration, path: $0))
    })
}

private func lint(
  _ files: [String: String], _ configuration: String, choice: RuleChoice = RuleChoice()
) throws -> [Diagnostic] {
  try lintReport(files, configuration, choice: choice).findings
}

@Suite struct ConfigurationMistakeTests {
  @Test(arguments: [
    ("ignroe: [IMG001]", "1:1: unknown key 'ignroe'; did you mean 'ignore'?"),
    ("ignore: [IMG01]", "1:10: unknown rule 'IMG01'; did you mean 'IMG001'?"),
    ("ignore: { IMG001: true }", "1:9: 'ignore' takes a list of texts, not a mapping"),
    ("ignore:\n  - [IMG001]", "2:5: 'ignore' takes texts, not a list"),
    ("fail-on: warn", "1:10: 'fail-on' takes error, warning, note, never, not 'warn'"),
    ("fail-on: errror", "1:10: 'fail-on' takes error, warning, note, never, not 'errror'; did you mean 'error'?"),
    ("rules:\n  IMG01: {}", "2:3: unknown rule 'IMG01'; did you mean 'IMG001'?"),
    ("rules:\n  IMG001: warning", "2:11: 'IMG001' takes a mapping, not a text"),
    ("rules:\n  IMG001: { severty: note }", "2:13: unknown key 'severty'; did you mean 'severity'?"),
    (
      "rules:\n  IMG006: { registry: x }", "2:13: unknown key 'registry'; 'IMG006' takes severity, registries"
    ),
    ("rules: [IMG001]", "1:8: 'rules' takes a mapping, not a list"),
    ("overrides:\n  - ignore: [IMG001]", "2:5: an entry of 'overrides' needs 'paths'"),
    ("overrides: {}", "1:12: 'overrides' takes a list, not a mapping"),
    ("suppressions:\n  - rule: IMG001", "2:5: an entry of 'suppressions' needs 'path'"),
    (
      "suppressions:\n  - { rule: IMG001, path: a, until: 2027-02-30 }",
      "2:37: '2027-02-30' is no date; write one like 2027-03-31"
    ),
    (
      "suppressions:\n  - { rule: IMG001, path: a, at: 'a[b' }",
      "2:34: 'a[b' is no way to a field, such as containerDefinitions[web].image"
    ),
    ("variables: { A: [1] }", "1:17: the variable 'A' takes a single value"),
    ("require-reason: sometimes", "1:17: 'require-reason' takes true or false, not a text"),
    ("extends: missing.yaml", "1:10: cannot read 'missing.yaml': No such file or directory"),
    ("extends: .seatrial.yaml", "1:10: this configuration extends itself"),
    ("extends: https://x.example/y.yaml", "1:10: 'extends' takes files: nothing is fetched from the network"),
    ("- IMG001", "1:1: a configuration takes a mapping, not a list"),
    ("ignore: [", "1:9: "),
    ("exclude: ['[a']", "1:11: '[a' is no pattern for paths"),
  ])
  func aMistakeIsSaidWithItsPlace(_ text: String, _ message: String) throws {
    let problems = try load([".seatrial.yaml": text]).problems
    #expect(problems.first.map { $0.hasPrefix(".seatrial.yaml:\(message)") } == true, "\(problems)")
  }

  @Test func everyMistakeIsSaid() throws {
    let problems = try load([".seatrial.yaml": "ignroe: []\nselect: [IMG9]\nfail-on: 1\n"]).problems
    #expect(problems.count == 3)
  }

  @Test func aCircleOfFilesIsSaid() throws {
    let problems = try load([
      ".seatrial.yaml": "extends: a/b.yaml", "a/b.yaml": "extends: [../c.yaml]", "c.yaml": "extends: .seatrial.yaml",
    ]).problems
    #expect(problems == ["c.yaml:1:10: '.seatrial.yaml' extends this file in turn; the circle has to be opened"])
  }

  @Test(arguments: ["", "# nothing\n", "---\n", "extends: []\nselect: default\n"])
  func littleIsEnough(_ text: String) throws {
    #expect(try load([".seatrial.yaml": text]).problems.isEmpty)
  }
}

@Suite struct ConfigurationTests {
  private let image = task(image: "web:latest")

  private func codes(_ configuration: String, _ path: String = "task.json", choice: RuleChoice = RuleChoice()) throws
    -> Set<String>
  {
    Set(try lint([path: image], configuration, choice: choice).map(\.code))
  }

  @Test func rulesAreChosen() throws {
    #expect(try codes("").contains("IMG001"))
    #expect(try codes("ignore: [IMG001]").contains("OBS001"))
    #expect(try !codes("ignore: [IMG001]").contains("IMG001"))
    #expect(try codes("select: [IMG]") == ["IMG001"])
    #expect(try codes("select: [IMG]\nignore: image-latest-tag").isEmpty)
    #expect(try codes("select: [all]").contains("SEC004"))
  }

  @Test func theCommandLineComesOnTop() throws {
    func choice(_ select: [String] = [], ignoring ignore: [String] = []) throws -> RuleChoice {
      RuleChoice(select: try select.map { try RuleSelector($0) }, ignore: try ignore.map { try RuleSelector($0) })
    }
    #expect(try codes("ignore: [IMG001]", choice: choice(["IMG"])).isEmpty)
    #expect(try codes("ignore: [IMG001]", choice: choice(["IMG001"])) == ["IMG001"])
    #expect(try codes("ignore: [IMG]", choice: choice(["IMG"])) == ["IMG001"])
    #expect(try codes("select: [OBS]", choice: choice(["IMG"])) == ["IMG001"])
    #expect(try codes("select: [IMG, OBS001]") == ["IMG001", "OBS001"])
    #expect(try codes("select: [IMG, OBS001]", choice: choice([], ignoring: ["OBS"])) == ["IMG001"])
    #expect(try !codes("ignore: [IMG001]", choice: choice(["strict"])).contains("IMG001"))
  }

  @Test func overridesHoldForSomePaths() throws {
    let text = "overrides:\n  - paths: [envs/dev/**]\n    ignore: [IMG001]\n    select: [strict]\n"
    #expect(try !codes(text, "envs/dev/a/task.json").contains("IMG001"))
    #expect(try codes(text, "envs/dev/a/task.json").contains("SEC004"))
    #expect(try codes(text, "envs/prod/task.json").contains("IMG001"))
    #expect(try !codes(text, "envs/prod/task.json").contains("SEC004"))
    let narrow = "select: [IMG]\noverrides:\n  - { paths: dev, select: [strict] }\n"
    #expect(try !codes(narrow, "dev/task.json").contains("OBS001"))
  }

  @Test func whatIsExtendedComesFirst() throws {
    let loaded = try load([
      ".seatrial.yaml": "extends: [policy/base.yaml]\nignore: [HLT001]\nrules: { IMG003: { tags: [x] } }",
      "policy/base.yaml": "extends: more.yaml\nignore: [IMG001]\nfail-on: error\nrequire-reason: true",
      "policy/more.yaml": "fail-on: note\nrules: { IMG003: { severity: error }, IMG001: { severity: note } }",
    ])
    #expect(loaded.problems.isEmpty)
    #expect(loaded.configuration.failOn == .error)
    #expect(loaded.configuration.requiresReason)
    let profile = Profile(Selection(), loaded.configuration.layers)
    let rules = profile.rules[.taskDefinition]
    #expect(!rules.contains { ["IMG001", "HLT001"].contains($0.code) })
    #expect(rules.first { $0.code == "IMG003" }?.severity == .error)
    #expect(profile.settings["IMG003", "tags"] == ["x"])
  }

  @Test func aSeverityIsSet() throws {
    let configuration = "rules: { image-latest-tag: { severity: error }, SYN001: { severity: warning } }"
    let findings = try lint(["a.json": image, "b.json": image + "}"], configuration)
    #expect(findings.first { $0.code == "IMG001" }?.severity == .error)
    #expect(findings.first { $0.code == "SYN001" }?.severity == .warning)
  }

  @Test func aCaseThatWeighsLessStaysSo() throws {
    let rule = try #require(Rule.named("SPT001"))
    #expect(rule.severity(of: .warning) == .warning)
    #expect(rule.weighing(.note).severity(of: .warning) == .note)
    #expect(rule.weighing(.error).severity(of: .warning) == .warning)
    #expect(rule.weighing(.note).severity(of: nil) == .note)
  }

  @Test func variablesAreFilledInBeforeRulesLook() throws {
    let file = task(image: "web:${tag}", cpu: "256", memory: "${memory}")
    #expect(try !lint(["a.json": file], "").contains { ["IMG001", "RES001"].contains($0.code) })
    let findings = try lint(["a.json": file], "variables: { tag: latest, memory: 8192 }")
    let size = try #require(findings.first { $0.code == "RES001" })
    #expect(size.file.text(in: size.range) == "\"${memory}\"")
    #expect(size.labels.last.map { $0.file.path + $0.file.text(in: $0.range) } == ".seatrial.yaml8192")
    #expect(size.fixes.isEmpty)
    #expect(findings.contains { $0.code == "IMG001" })
    #expect(!findings.contains { $0.code == "SYN004" })
  }

  @Test func aSecretFromAVariableIsNotWrittenInTheFile() throws {
    let file = """
      { "family": "api", "containerDefinitions": [{ "name": "web", "image": "web:1.0",
        "environment": [{ "name": "DB_PASSWORD", "value": "${password}" }] }] }
      """
    let findings = try lint(["a.json": file], "variables: { password: Xk29sLq0vTe81m }")
    #expect(!findings.contains { $0.code == "SEC001" })
  }
}

@Suite struct CivilDateTests {
  @Test func daysAreCountedFrom1970() {
    #expect(CivilDate(daysSince1970: 0).description == "1970-01-01")
    #expect(CivilDate(daysSince1970: 19_782).description == "2024-02-29")
    #expect(CivilDate(daysSince1970: 20_908).description == "2027-03-31")
    #expect(CivilDate(daysSince1970: -1).description == "1969-12-31")
  }

  @Test(arguments: ["2027-3-31", "2027-13-01", "2027-02-29", "2027-00-10", "2027-04-31", "27-04-30", "", "2027-04-3x"])
  func onlyDaysThatExistAreDates(_ text: String) { #expect(CivilDate(text) == nil) }
}

@Suite struct FieldPathTests {
  @Test(arguments: ["a", "a.b", "a[b].c", "a[0]", #"a["x.y/z"].b"#, "[a].b"])
  func aPathIsReadAndWritten(_ text: String) throws {
    let path = try #require(FieldPath(text))
    #expect(FieldPath(path.description) == path)
  }

  @Test(arguments: ["", ".", "a.", ".a", "a..b", "a[", "a[]", "a]b[", "a[\"b]", "a[b]c"])
  func whatIsNoPathIsRefused(_ text: String) { #expect(FieldPath(text) == nil, "\(text)") }

  @Test func itFindsTheFieldAndTheWayBack() throws {
    let file = SourceFile(path: "x.yaml", text: "a:\n  - name: web\n    b.c: [1, 2]\n  - name: db\n    image: x\n")
    let node = try #require(ParsedFile(reading: file, as: .yaml).documents.first)
    for (path, text) in [("a[db].image", "x"), ("a[1].image", "x"), (#"a[web]["b.c"][1]"#, "2")] {
      let range = try #require(FieldPath(path)?.ranges(in: node).last)
      #expect(file.text(in: range) == text)
    }
    let range = try #require(FieldPath("a[1].image")?.ranges(in: node).last)
    #expect(FieldPath(to: range, in: node)?.description == "a[db].image")
    #expect(FieldPath("a[no].image")?.ranges(in: node).isEmpty == true)
  }
}
