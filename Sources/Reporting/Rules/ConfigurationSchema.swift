import Linting
import Rules
import Syntax

/// The JSON Schema of `.seatrial.yaml`, for editors.
package func configurationSchema(_ rules: [Rule] = Rule.all) -> String {
  let options = rules.flatMap { rule in
    [rule.code, rule.name].map { name in (name, settings(of: rule)) }
  }
  let ours = Rule.categories.map(\.prefix).joined(separator: "|")
  let ownRule = (
    "^(?!\(ours))[A-Z]{2,10}[0-9]{1,6}$",
    JSONValue.described(
      "A rule of your own.", .object([("type", "object"), ("properties", .object([("severity", severities)]))]))
  )
  let chosen: [(String, JSONValue)] = [
    ("select", .described("Rules that run: codes, names, categories, all, default, strict.", .texts)),
    ("ignore", .described("Rules that do not run.", .texts)),
    ("rules", .described("Severities and options of single rules.", .closed(options, matching: [ownRule]))),
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
      ("custom-rules", .described("Rule files of your own: directories and files.", .texts)),
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
  let options = rule.options.map { ($0.name, JSONValue.described($0.title, .texts)) }
  return .described(rule.title, .closed([("severity", severities)] + options))
}

let severities = JSONValue.object([("enum", .array(Severity.allCases.map { .string($0.rawValue) }))])
