import Forms
import RuleFiles
import Rules
import Syntax
import Testing

@testable import Linting

/// A rule file with a check.
func ruleFile(_ check: String, code: String = "ACME001", name: String = "own-rule", more: String = "") -> String {
  "code: \(code)\nname: \(name)\ntitle: Something is not as we want it\nseverity: warning\n\(more)check:\n"
    + check.split(separator: "\n").map { "  \($0)\n" }.joined()
}

/// Loads `.seatrial.yaml` of a few files.
func loadConfiguration(_ files: [String: String]) throws -> (configuration: Configuration, problems: [String]) {
  var loader = ConfigurationLoader(
    .init(
      read: { path throws(Unreadable) in
        guard let text = files[path] else { throw Unreadable(reason: "No such file or directory") }
        return Array(text.utf8)
      }, identity: { $0 },
      ruleFiles: { path throws(Unreadable) in
        files[path] != nil ? [path] : files.keys.filter { $0.hasPrefix(path + "/") }.sorted()
      }))
  let configuration = try loader.load(".seatrial.yaml")
  return (configuration, loader.problems.map(\.text))
}

/// What the rules of a few files say about the others.
private func findings(_ files: [String: String], choice: RuleChoice = RuleChoice()) throws -> [Diagnostic] {
  let (configuration, problems) = try loadConfiguration(files)
  #expect(problems.isEmpty)
  let linter = Linter(selection: Selection(choice: choice)) { path, _ in Array((files[path] ?? "").utf8) }
  let inputs = files.keys.filter { $0 != ".seatrial.yaml" && !$0.hasPrefix("own") }
  let report = linter.report(
    on: inputs.map {
      Input(path: $0, isExplicit: true, configuration: AppliedConfiguration(configuration: configuration, path: $0))
    })
  return report.findings.filter { $0.code.hasPrefix("ACME") }
}

private func task(_ container: String = "", _ task: String = "") -> String {
  """
  { "family": "api", \(task)
    "containerDefinitions": [
      { "name": "web", "image": "ghcr.io/acme/web:${TAG}", "memory": 512, "essential": true, "user": null\(container) }] }
  """
}

/// A check, a task definition, and the findings: the marked text and the message of each.
struct CustomCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let check: String
  let text: String
  let found: [String]

  init(_ description: String, _ check: String, _ text: String, _ found: String...) {
    testDescription = description
    self.check = check
    self.text = text
    self.found = found
  }

  static let all = [
    CustomCase("what is true", "for: container\nrequire: container.memory == 512", task()),
    CustomCase(
      "what is not, without a message", "for: container\nrequire: container.memory > 512\nat: memory", task(),
      "512 container 'web': something is not as we want it"),
    CustomCase(
      "a message", "for: container\nrequire: false\nmessage: 'a {{ container.name + \"}}\" }} b {c} {{ 1 + 1 }}'",
      task(),
      "\"web\" a web}} b {c} 2"),
    CustomCase(
      "what is absent is not true", "for: task-definition\nrequire: resource.tags.exists(t, true)", task(),
      "\"api\" something is not as we want it"),
    CustomCase("null is absent", "for: container\nwhere: has(container.user)\nrequire: false", task()),
    CustomCase("a condition about what is absent", "for: container\nwhere: container.cpu > 1\nrequire: false", task()),
    CustomCase(
      "a list that is too short", "for: task-definition\nwhere: task.volumes[1].name == ''\nrequire: false",
      task("", "\"volumes\": [{ \"name\": \"a\" }],")),
    CustomCase(
      "the known part of a value", "for: container\nrequire: container.image.startsWith('docker.io/')\nat: image",
      task(),
      "\"image\" container 'web': something is not as we want it"),
    CustomCase("the unknown part of a value", "for: container\nrequire: container.image.endsWith('x')", task()),
    CustomCase("a value that is unknown", "for: container\nrequire: container.cpu > 5", task(", \"cpu\": \"${CPU}\"")),
    CustomCase(
      "an unknown value in a message",
      "for: container\nrequire: container.memory == 1\nmessage: '{{ container.image }}, {{ container.cpu }}'",
      task(", \"cpu\": \"${CPU}\""), "\"web\" ghcr.io/acme/web:…, …"),
    CustomCase(
      "the way to what is not there", "for: container\nrequire: false\nat: a.b\nmessage: no", task(), "\"web\" no"),
    CustomCase(
      "the way to what is half there", "for: container\nrequire: false\nat: logConfiguration.options.x\nmessage: no",
      task(", \"logConfiguration\": { \"logDriver\": \"awslogs\" }"), "\"logConfiguration\" no"),
    CustomCase(
      "every entry", "for: container\neach: environment\nrequire: item.name.size() == 1\nmessage: '{{ item.name }}'",
      task(", \"environment\": [{ \"name\": \"A\", \"value\": \"1\" }, { \"name\": \"BC\", \"value\": \"2\" }]"),
      "\"BC\" BC"),
    CustomCase("every entry of what is not there", "for: container\neach: environment\nrequire: false", task()),
    CustomCase(
      "every entry that is a text", "for: container\neach: command\nrequire: item != 'b'\nmessage: no",
      task(", \"command\": [\"a\", \"b\"]"), "\"b\" no"),
    CustomCase(
      "what cannot be judged", "for: container\nrequire: int(container.name) > 1", task(),
      "\"web\" own-rule cannot be judged here: 'web' is no number of type int"),
    CustomCase(
      "what is neither true nor false", "for: container\nrequire: container.memory", task(),
      "\"web\" own-rule cannot be judged here: this must be true or false, and is of type int"),
    CustomCase("another kind of resource", "for: [service, cloud-run-job]\nrequire: false", task()),
  ]
}

@Suite struct CustomCheckTests {
  @Test(arguments: CustomCase.all)
  func aCheckFindsWhatIsNotTrue(_ example: CustomCase) throws {
    let found = try findings([
      ".seatrial.yaml": "custom-rules: own.yaml", "own.yaml": ruleFile(example.check), "task.json": example.text,
    ])
    #expect(found.map { "\($0.file.text(in: $0.range)) \($0.message)" } == example.found)
  }

  @Test func whatCannotBeJudgedSaysWhereInTheRule() throws {
    let found = try findings([
      ".seatrial.yaml": "custom-rules: own.yaml",
      "own.yaml": ruleFile("for: container\nrequire: >-\n  true &&\n  int(container.name) > 1"), "task.json": task(),
    ])
    let label = try #require(found.first?.labels.first)
    #expect(label.file.path == "own.yaml")
    #expect(label.file.position(at: label.range.lower) == Position(line: 9, column: 5))
    #expect(label.file.text(in: label.range) == "int")
  }

  @Test func anExpressionWithoutAnEndIsStopped() throws {
    let lists = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26]"
    let endless = ["a", "b", "c", "d", "e"].reduce("false") { "\(lists).exists(\($1), \($0))" }
    let found = try findings([
      ".seatrial.yaml": "custom-rules: own.yaml", "own.yaml": ruleFile("for: container\nrequire: '\(endless)'"),
      "task.json": task(),
    ])
    #expect(found.map(\.message).allSatisfy { $0.hasPrefix("own-rule cannot be judged here: ") })
    #expect(found.count == 1)
  }

  @Test func aSecretIsNotTold() throws {
    let secret = "hunter2hunter2"
    let found = try findings([
      ".seatrial.yaml": "custom-rules: own.yaml",
      "own.yaml": ruleFile(
        """
        for: container
        each: environment
        require: false
        at: value
        message: "{{ item.name }} is {{ item.value }} or {{ item.value.substring(2) }}, {{ [item.value] }}"
        help: "{{ item.value + '!' }}"
        """),
      "task.json": task(
        ", \"environment\": [{ \"name\": \"DB_PASSWORD\", \"value\": \"\(secret)\" }, { \"name\": \"A\", \"value\": \"b\" }]"
      ),
    ])
    #expect(found.map(\.message) == ["DB_PASSWORD is ••• or •••, •••", "A is b or …, b"])
    #expect(found.map(\.help) == ["•••", "b!"])
    #expect(found.map(\.hidesSource) == [true, false])
  }

  @Test(arguments: ["int(item.value) > 1", "{'a': 1}[item.value] == 1", "item.value"])
  func aSecretIsNotToldByWhatGoesWrong(_ requirement: String) throws {
    let secret = "hunter2hunter2"
    let found = try findings([
      ".seatrial.yaml": "custom-rules: own.yaml",
      "own.yaml": ruleFile("for: container\neach: environment\nrequire: \"\(requirement)\"\nat: value"),
      "task.json": task(", \"environment\": [{ \"name\": \"DB_PASSWORD\", \"value\": \"\(secret)\" }]"),
    ])
    #expect(found.count == 1)
    for finding in found {
      let texts = [finding.message, finding.caption, finding.help ?? ""] + finding.labels.map(\.message)
      #expect(!texts.contains { $0.contains("hunter") }, "\(texts)")
      #expect(finding.hidesSource)
    }
  }

  @Test func aServiceIsLookedAtWithItsTaskDefinition() throws {
    let rule = ruleFile("for: service\nrequire: task.family == 'x'\nmessage: '{{ task.family }}'")
    let service = #"{ "serviceName": "s", "cluster": "c", "taskDefinition": "api", "desiredCount": 1 }"#
    let files = [".seatrial.yaml": "custom-rules: own.yaml", "own.yaml": rule, "service.json": service]
    #expect(try findings(files).isEmpty)
    let together = files.merging(["task.json": task()]) { $1 }
    #expect(try findings(together).map { "\($0.file.path) \($0.message)" } == ["service.json api"])
  }

  @Test func bothFormsOfCloudRunHaveOneShape() throws {
    let rule = ruleFile("for: container\nplatformsOf: x\nrequire: container.image.startsWith('docker.io/')\nat: image")
      .replacing("  platformsOf: x\n", with: "")
    let first = """
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata: { name: api, annotations: { run.googleapis.com/ingress: all } }
      spec: { template: { spec: { containers: [{ image: gcr.io/a/b }] } } }
      """
    let second = """
      { "name": "projects/p/locations/l/services/api", "ingress": "INGRESS_TRAFFIC_ALL",
        "template": { "containers": [{ "image": "gcr.io/a/b" }] } }
      """
    let found = try findings([
      ".seatrial.yaml": "custom-rules: own.yaml", "own.yaml": rule, "a.yaml": first, "b.json": second,
    ])
    #expect(
      found.map { "\($0.file.path) \($0.file.text(in: $0.range))" } == ["a.yaml gcr.io/a/b", "b.json \"gcr.io/a/b\""])
  }
}

/// A rule of a user's own is a rule.
@Suite struct CustomRuleTests {
  private static let rule = ruleFile("for: container\nrequire: false\nmessage: no")

  private func counts(_ configuration: String, _ select: String..., ignore: [String] = []) throws -> Int {
    let files = [
      ".seatrial.yaml": "custom-rules: own.yaml\n" + configuration, "own.yaml": Self.rule, "task.json": task(),
    ]
    let rules = try loadConfiguration(files).configuration.customRules
    func selectors(_ words: [String]) throws -> [RuleSelector] {
      try words.map { try RuleSelector($0, among: Rule.all(with: rules)) }
    }
    return try findings(files, choice: RuleChoice(select: try selectors(select), ignore: try selectors(ignore))).count
  }

  @Test func itIsSelectedAndIgnored() throws {
    #expect(try counts("") == 1)
    #expect(try counts("ignore: [ACME001]") == 0)
    #expect(try counts("ignore: [own-rule]") == 0)
    #expect(try counts("select: [IMG]") == 0)
    #expect(try counts("select: [IMG, ACME]") == 1)
    #expect(try counts("select: [all]") == 1)
    #expect(try counts("ignore: [default]") == 0)
    #expect(try counts("overrides: [{ paths: task.json, ignore: ACME }]") == 0)
    #expect(try counts("", "ACME001") == 1)
    #expect(try counts("", "ACM") == 1)
    #expect(try counts("", "IMG001") == 0)
    #expect(try counts("", ignore: ["ACME"]) == 0)
  }

  @Test func itIsSuppressed() throws {
    #expect(try counts("suppressions: [{ rule: ACME001, path: task.json, reason: x }]") == 0)
    #expect(try counts("suppressions: [{ rule: default, path: task.json, reason: x }]") == 0)
    #expect(try counts("suppressions: [{ rule: ACME001, path: x.json, reason: x }]") == 1)
    let text =
      "family: api\ncontainerDefinitions:\n  - name: web # seatrial: ignore=own-rule reason=x\n    image: a:1\n"
    let files = [".seatrial.yaml": "custom-rules: own.yaml", "own.yaml": Self.rule, "task.yaml": text]
    #expect(try findings(files).isEmpty)
  }

  @Test func itsSeverityAndItsOptionsAreSet() throws {
    let rule = ruleFile(
      "for: container\nrequire: container.name in options.names\nmessage: \"{{ options.names }}\"",
      more: "options: [{ name: names, title: the names }]\n")
    func found(_ settings: String) throws -> [String] {
      try findings([
        ".seatrial.yaml": "custom-rules: own.yaml\nrules: { ACME001: { \(settings) } }", "own.yaml": rule,
        "task.json": task(),
      ]).map { "\($0.severity.rawValue) \($0.message)" }
    }
    #expect(try found("severity: error") == ["error "])
    #expect(try found("names: [a, b]") == ["warning a, b"])
    #expect(try found("names: [a, web]").isEmpty)
  }

  @Test func itIsOffWhenItIsStrict() throws {
    let files = [
      ".seatrial.yaml": "custom-rules: own.yaml",
      "own.yaml": ruleFile("for: container\nrequire: false", more: "strict: true\n"),
      "task.json": task(),
    ]
    #expect(try findings(files).isEmpty)
    #expect(try findings(files, choice: RuleChoice(select: [try RuleSelector("strict")])).count == 1)
  }
}
