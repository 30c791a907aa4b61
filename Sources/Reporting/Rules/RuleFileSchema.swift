import Forms
import Linting
import Rules

/// The JSON Schema of a rule file of the user's own, for editors.
package func ruleFileSchema() -> String {
  let file: [(String, JSONValue)] = [
    ("file", .described("The name of the file, which decides its language.", .text)),
    ("text", .described("Its text; « and » enclose what findings point at in a bad example.", .text)),
  ]
  let about: [(String, JSONValue)] = [
    ("title", .described("What is special about the example.", .text)),
    (
      "portable",
      .object([
        ("description", "Whether the same tree in the other language says the same. (default: true)"),
        ("type", "boolean"),
      ])
    ),
  ]
  let example = JSONValue.object([
    (
      "oneOf",
      .array([
        .closed(about + file, required: ["file", "text"]),
        .closed(about + [("files", .list(of: .closed(file, required: ["file", "text"])))], required: ["files"]),
      ])
    )
  ])
  guard
    case .object(let root) = JSONValue.closed(
      metadata + [
        ("check", check), ("bad", .described("Examples in which the rule finds something.", .list(of: example))),
        ("good", .described("Examples in which it finds nothing.", .list(of: example))),
      ], required: ["code", "name", "title", "severity", "check"])
  else { return "" }
  return jsonText(
    JSONValue.object(
      [("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", "A rule for seatrial")] + root))
}

private var metadata: [(String, JSONValue)] {
  let ours = Rule.categories.map(\.prefix).joined(separator: "|")
  let platforms = JSONValue.object([("enum", .array(Platform.allCases.map { .string($0.rawValue) }))])
  let option = JSONValue.closed(
    [("name", .described("As it is set below `rules`.", .text)), ("title", .described("What its texts are.", .text))],
    required: ["name", "title"])
  return [
    (
      "code",
      .object([
        ("description", "2 to 10 capital letters of your own, and a number: ACME001"), ("type", "string"),
        ("pattern", .string("^(?!\(ours))[A-Z]{2,10}[0-9]{1,6}$")),
      ])
    ),
    (
      "name",
      .object([
        ("description", "What is caught, in lower-case words: missing-team-tag"), ("type", "string"),
        ("pattern", "^[a-z][a-z0-9-]*$"),
      ])
    ),
    ("title", .described("One line, without a full stop.", .text)),
    ("severity", severities),
    ("platforms", .described("Where it holds. (default: where there is what it looks at)", .list(of: platforms))),
    ("strict", .object([("description", "Off unless selected. (default: false)"), ("type", "boolean")])),
    ("options", .described("What a configuration may set for the rule.", .list(of: option))),
    ("controls", .described("Controls of AWS Security Hub that ask for the same.", .texts)),
    ("why", .described("What goes wrong, and why it matters; Markdown.", .text)),
    ("fix", .described("What to do instead; Markdown.", .text)),
    ("references", .described("Where the facts come from.", .texts)),
  ]
}

private var check: JSONValue {
  let word = JSONValue.object([("enum", .array(customRuleSubjects.map { .string($0) }))])
  let subjects = JSONValue.object([
    ("description", "What is looked at."), ("anyOf", .array([word, .list(of: word)])),
  ])
  return .closed(
    [
      ("for", subjects),
      ("each", .described("The way to a list of which every entry is looked at, as `item`.", .text)),
      ("where", .described("In CEL: only what this is true for is looked at.", .text)),
      ("require", .described("In CEL: what must be true.", .text)),
      ("at", .described("The way to the field to report at: logConfiguration.logDriver", .text)),
      ("message", .described("What is wrong; {{ … }} holds CEL.", .text)),
      ("help", .described("What to write instead; {{ … }} holds CEL.", .text)),
    ], required: ["for", "require"])
}
