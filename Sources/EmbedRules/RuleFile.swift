import Syntax

/// A slip in a rule file.
struct RuleFileProblem: Error {
  let position: Position
  let message: String
}

/// One file of `rules/`, checked.
struct RuleFile {
  struct Example {
    struct File {
      let path: String
      let text: String
      /// What all fixes make of the text; nil when the example does not say.
      let fixed: String?
    }

    let title: String
    let files: [File]
    let isPortable: Bool
  }

  let path: String
  let code: String
  let name: String
  let title: String
  let severity: String
  let platforms: [String]
  let isStrict: Bool
  /// What a configuration may set.
  let options: [(name: String, title: String)]
  let controls: [String]
  /// How safe its fixes are; empty when it has none.
  let fixes: [String]
  let why: String
  let fix: String
  let references: [String]
  let bad: [Example]
  let good: [Example]

  /// `image-latest-tag` is checked by `Check.imageLatestTag`.
  var checkName: String {
    let words = name.split(separator: "-")
    return words.dropFirst().reduce(String(words.first ?? "")) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
  }

  init(path: String, bytes: [UInt8]) throws(RuleFileProblem) {
    let file = SourceFile(path: path, bytes: bytes)
    let parsed = ParsedFile(reading: file, as: .yaml)
    if let complaint = parsed.diagnostics.first {
      throw RuleFileProblem(position: file.position(at: complaint.range.lower), message: complaint.message)
    }
    guard let root = parsed.documents.first, parsed.documents.count == 1 else {
      throw RuleFileProblem(position: Position(line: 1, column: 1), message: "a rule file is one YAML mapping")
    }
    let rule = Section(file: file, node: root)
    try rule.allowOnly([
      "code", "name", "title", "severity", "platforms", "strict", "controls", "options", "fixes", "why", "fix",
      "references", "bad", "good",
    ])
    self.path = path
    code = try rule.string("code")
    name = try rule.string("name")
    title = try rule.string("title")
    severity = try rule.string("severity", among: Severity.allCases.map(\.rawValue))
    platforms = try rule.strings("platforms", among: ["ecs", "cloudrun"])
    isStrict = try rule.bool("strict")
    options = try rule.optionalSections("options").map { (section) throws(RuleFileProblem) in
      try section.allowOnly(["name", "title"])
      return (try section.string("name"), try section.string("title"))
    }
    controls = rule.has("controls") ? try rule.strings("controls", among: nil) : []
    fixes = rule.has("fixes") ? try rule.strings("fixes", among: ["safe", "unsafe"]) : []
    why = try rule.string("why")
    fix = try rule.string("fix")
    references = try rule.strings("references", among: nil)
    bad = try rule.sections("bad").map { (section) throws(RuleFileProblem) in try Example(section) }
    good = try rule.sections("good").map { (section) throws(RuleFileProblem) in try Example(section) }

    let base = path.split(separator: "/").last.map(String.init) ?? path
    if base != "\(code)-\(name).yaml" {
      throw rule.problem("this file must be called \(code)-\(name).yaml")
    }
  }
}

extension RuleFile.Example {
  /// `{ file: NAME, text: … }`, or `{ files: [{ file: NAME, text: … }, …] }` for files that are linted together.
  init(_ section: Section) throws(RuleFileProblem) {
    try section.allowOnly(["title", "file", "text", "fixed", "files", "portable"])
    title = try section.optionalString("title") ?? ""
    isPortable = try section.bool("portable", orDefault: true)
    if section.has("files") {
      files = try section.sections("files").map { (part) throws(RuleFileProblem) in
        try part.allowOnly(["file", "text", "fixed"])
        return try File(part)
      }
    } else {
      files = [try File(section)]
    }
  }
}

extension RuleFile.Example.File {
  fileprivate init(_ section: Section) throws(RuleFileProblem) {
    path = try section.string("file")
    text = try section.string("text")
    fixed = try section.optionalString("fixed")
  }
}

/// A mapping of the rule file, with messages that say what belongs there.
struct Section {
  let file: SourceFile
  let node: Node

  func problem(_ message: String, at range: SourceRange? = nil) -> RuleFileProblem {
    RuleFileProblem(position: file.position(at: (range ?? node.range).lower), message: message)
  }

  func has(_ key: String) -> Bool { node[key] != nil }

  func allowOnly(_ keys: [String]) throws(RuleFileProblem) {
    guard let mapping = node.mapping else { throw problem("this must be a mapping") }
    for entry in mapping.entries where !keys.contains(entry.key) {
      throw problem("unknown key '\(entry.key)'; known are \(keys.joined(separator: ", "))", at: entry.keyRange)
    }
  }

  func string(_ key: String, among allowed: [String]? = nil) throws(RuleFileProblem) -> String {
    guard let text = try optionalString(key), !text.isEmpty else { throw problem("'\(key)' is missing") }
    if let allowed, !allowed.contains(text) {
      throw problem("'\(key)' must be one of \(allowed.joined(separator: ", "))", at: node[key]?.range)
    }
    return text
  }

  func optionalString(_ key: String) throws(RuleFileProblem) -> String? {
    guard let value = node[key] else { return nil }
    switch value.value {
    case .string(let text): return text
    // Placeholders are what some examples are about: their text is taken as it was written.
    case .unresolved(let text):
      return text.pieces.reduce(into: "") { result, piece in
        switch piece {
        case .literal(let part), .hole(let part): result += part
        }
      }
    default: throw problem("'\(key)' must be a string", at: value.range)
    }
  }

  func bool(_ key: String, orDefault standard: Bool = false) throws(RuleFileProblem) -> Bool {
    guard let value = node[key] else { return standard }
    guard case .bool(let flag) = value.value else { throw problem("'\(key)' must be true or false", at: value.range) }
    return flag
  }

  func strings(_ key: String, among allowed: [String]?) throws(RuleFileProblem) -> [String] {
    guard let elements = node[key]?.sequence else { throw problem("'\(key)' must be a list") }
    var result: [String] = []
    for element in elements {
      guard let text = element.string, allowed?.contains(text) ?? true else {
        throw problem(
          "'\(key)' takes strings\(allowed.map { ": " + $0.joined(separator: ", ") } ?? "")", at: element.range)
      }
      result.append(text)
    }
    return result
  }

  func optionalSections(_ key: String) throws(RuleFileProblem) -> [Section] { has(key) ? try sections(key) : [] }

  func sections(_ key: String) throws(RuleFileProblem) -> [Section] {
    guard let elements = node[key]?.sequence else { throw problem("'\(key)' must be a list") }
    return elements.map { Section(file: file, node: $0) }
  }
}
