import Foundation
import Linting
import Reporting
import RuleFiles
import Syntax
import Testing

/// The JSON Schema of the configuration is what the rules and the reader say today; `make docs` writes it anew.
@Suite struct SchemaDocumentationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
  private static let schema = root.appending(path: "schema/seatrial.schema.json")
  private static let ruleSchema = root.appending(path: "schema/seatrial-rule.schema.json")

  @Test func theSchemasAreUpToDate() throws {
    for (file, text) in [(Self.schema, configurationSchema()), (Self.ruleSchema, ruleFileSchema())] {
      if ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      } else {
        #expect(try String(contentsOf: file, encoding: .utf8) == text, "run `make docs`")
      }
    }
  }

  /// Whether the reader takes a configuration.
  private func isRead(_ text: String) throws -> Bool {
    var loader = ConfigurationLoader(
      .init(
        read: { path throws(Unreadable) in Array((path == ".seatrial.yaml" ? text : "").utf8) }, identity: { $0 }))
    _ = try loader.load(".seatrial.yaml")
    return loader.problems.isEmpty
  }

  @Test func theReaderKnowsTheKeysOfTheSchemaAndNoOthers() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(configurationSchema().utf8)) as? [String: Any])
    func keys(_ path: [String]) throws -> [String] {
      let object = path.reduce(schema as Any?) { ($0 as? [String: Any])?[$1] }
      return try #require(object as? [String: Any]).keys.sorted()
    }
    for key in try keys(["properties"]) { #expect(try isRead("\(key):\n"), "\(key)") }
    for key in try keys(["properties", "overrides", "items", "properties"]) where key != "paths" {
      #expect(try isRead("overrides: [{ paths: a, \(key): }]"), "\(key)")
    }
    for key in try keys(["properties", "suppressions", "items", "properties"]) where !["rule", "path"].contains(key) {
      #expect(try isRead("suppressions: [{ rule: IMG001, path: a, \(key): }]"), "\(key)")
    }
    #expect(try !isRead("unknown:\n"))
  }

  @Test func theReaderKnowsTheKeysOfTheSchemaOfRulesAndNoOthers() throws {
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(ruleFileSchema().utf8)) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    let check = try #require((properties["check"] as? [String: Any])?["properties"] as? [String: Any])
    func unknownKeys(_ text: String) throws -> [String] {
      var problems: [ConfigurationProblem] = []
      _ = RuleFile(SourceFile(path: "a.yaml", text: text), .custom, problems: &problems)
      return problems.map(\.message).filter { $0.hasPrefix("unknown key") }
    }
    for key in properties.keys { #expect(try unknownKeys("\(key):\n").isEmpty, "\(key)") }
    for key in check.keys { #expect(try unknownKeys("check: { \(key): x }").isEmpty, "\(key)") }
    #expect(try unknownKeys("unknown:\n").count == 1)
    #expect(try unknownKeys("check: { unknown: x }").count == 1)
  }

  private static let checker = """
    import json, re, sys, jsonschema, yaml
    class Loader(yaml.SafeLoader): pass
    Loader.yaml_implicit_resolvers = {
      key: [(tag, rule) for tag, rule in rules if not tag.endswith("timestamp")]
      for key, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()}
    schema, rules = json.load(open(sys.argv[1])), json.load(open(sys.argv[2]))
    for each in [schema, rules]: jsonschema.Draft202012Validator.check_schema(each)
    count = 0
    for page in sys.argv[3:]:
      for info, text in re.findall(r"^```(\\S* file=\\S*)\\n(.*?)^```", open(page).read(), re.S | re.M):
        name = info.split("file=")[1]
        isRule = "policies/" in name
        if name.endswith(".seatrial.yaml") or name.startswith("policy/") or isRule:
          errors = list(jsonschema.Draft202012Validator(rules if isRule else schema).iter_errors(yaml.load(text, Loader)))
          if bool(errors) != name.startswith("broken/"): print(page, name, [error.message for error in errors])
          count += 1
    print(count)
    """

  static var canRun: Bool { (try? output(of: ["python3", "-c", "import jsonschema, yaml; print(1)"]).text) == "1\n" }

  @Test(.enabled(if: canRun, "needs Python's jsonschema and PyYAML"))
  func theConfigurationsOfThePagesAreValid() throws {
    let pages = ["docs/configuration.md", "docs/custom-rules.md", "docs/suppression.md"]
    let files = [Self.schema, Self.ruleSchema] + pages.map { Self.root.appending(path: $0) }
    #expect(try output(of: ["python3", "-c", Self.checker] + files.map { $0.path() }).text == "11\n")
  }
}
