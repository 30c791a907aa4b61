import Linting
import Rules
import Syntax

/// The JSON Schema of `.seatrial.yaml`, for editors.
package func configurationSchema(_ rules: [Rule] = Rule.all) -> String {
  let options = rules.flatMap { rule in
    [rule.code, rule.name].map { name in (name, settings(of: rule)) }
  }
  let chosen: [(String, JSONValue)] = [
    ("select", .described("Rules that run: codes, names, categories, all, default, strict.", .texts)),
    ("ignore", .described("Rules that do not run.", .texts)),
    ("rules", .described("Severities and options of single rules.", .closed(options))),
    (
      "variables",
      .described(
        "Values for placeholders such as ${NAME}.",
        .object([
          ("type", "object"),
          ("additionalProperties", .object([("type", ["string", "number", "boolean"])])),
        ]))
    ),
  ]
  let override = JSONValue.closed(
    [("paths", .described("Patterns as in .gitignore, relative to the configuration.", .texts))] + chosen,
    required: ["paths"])
  let suppression = JSONValue.closed(
    [
      ("rule", .described("Codes, names or categories.", .texts)),
      ("path", .described("Patterns as in .gitignore, relative to the configuration.", .texts)),
      ("at", .described("The way to a field: containerDefinitions[web].image", .text)),
      ("reason", .described("Why it may stay.", .text)),
      (
        "until",
        .object([
          ("description", "The last day on which it holds."), ("type", "string"),
          ("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        ])
      ),
    ], required: ["rule", "path"])
  let levels = FailureLevel.allCases.map { JSONValue.string($0.rawValue) }
  let keys: [(String, JSONValue)] =
    [
      ("extends", .described("Configurations that come first: files, never the network.", .texts)),
      (
        "fail-on",
        .object([
          ("description", "The lowest severity that makes the exit status 1."), ("enum", .array(levels)),
        ])
      ),
      ("exclude", .described("Files that are not looked at; patterns as in .gitignore.", .texts)),
      ("overrides", .described("Other settings for some paths.", .list(of: override))),
      ("suppressions", .described("Findings to live with.", .list(of: suppression))),
      (
        "require-reason",
        .object([("description", "Report suppressions without a reason."), ("type", "boolean")])
      ),
    ] + chosen
  guard case .object(let root) = JSONValue.closed(keys) else { return "" }
  return jsonText(
    JSONValue.object(
      [("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", "The configuration of seatrial")] + root))
}

private func settings(of rule: Rule) -> JSONValue {
  let severities = Severity.allCases.map { JSONValue.string($0.rawValue) }
  let options = rule.options.map { ($0.name, JSONValue.described($0.title, .texts)) }
  return .described(rule.title, .closed([("severity", .object([("enum", .array(severities))]))] + options))
}

/// A value of any JSON.
private indirect enum JSONValue: Encodable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  case string(String)
  case bool(Bool)
  case array([JSONValue])
  case object([(String, JSONValue)])

  init(stringLiteral text: String) { self = .string(text) }
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  static let text = JSONValue.object([("type", "string")])
  /// A list of texts, or a single one.
  static let texts = JSONValue.object([("type", ["string", "array"]), ("items", text)])

  static func list(of element: JSONValue) -> JSONValue {
    .object([("type", "array"), ("items", element)])
  }

  /// A mapping that has no other keys.
  static func closed(_ keys: [(String, JSONValue)], required: [String] = []) -> JSONValue {
    .object(
      [("type", "object"), ("additionalProperties", .bool(false)), ("properties", .object(keys))]
        + (required.isEmpty ? [] : [("required", .array(required.map { .string($0) }))]))
  }

  static func described(_ description: String, _ schema: JSONValue) -> JSONValue {
    guard case .object(let entries) = schema else { return schema }
    return .object([("description", .string(description))] + entries)
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .string(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .bool(let flag):
      var container = encoder.singleValueContainer()
      try container.encode(flag)
    case .array(let elements):
      var container = encoder.singleValueContainer()
      try container.encode(elements)
    case .object(let entries):
      var container = encoder.container(keyedBy: Key.self)
      for (key, value) in entries { try container.encode(value, forKey: Key(stringValue: key)) }
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
