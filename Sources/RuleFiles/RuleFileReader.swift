import Syntax

extension RuleFile {
  /// What a rule file must say.
  package enum Demands: Sendable {
    /// Of those in `rules/`, whose checks are part of the program: everything.
    case builtIn
    /// Of those of a user: what it takes to report something.
    case custom
  }

  /// Reads a rule file, as far as it can be understood; nil when it is no mapping.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - demands: what it must say.
  ///   - problems: gets every mistake, with its place.
  package init?(_ file: SourceFile, _ demands: Demands, problems: inout [ConfigurationProblem]) {
    var reader = RuleFileReader(file: file, demands: demands)
    let rule = reader.read()
    problems += reader.problems
    guard let rule else { return nil }
    self = rule
  }
}

private struct RuleFileReader {
  let file: SourceFile
  let demands: RuleFile.Demands
  private(set) var problems: [ConfigurationProblem] = []

  init(file: SourceFile, demands: RuleFile.Demands) {
    self.file = file
    self.demands = demands
  }

  private static let keys = [
    "code", "name", "title", "severity", "platforms", "strict", "controls", "options", "fixes", "check", "why", "fix",
    "references", "bad", "good",
  ]

  mutating func read() -> RuleFile? {
    let parsed = ParsedFile(reading: file, as: .yaml)
    for diagnostic in parsed.diagnostics { complain(diagnostic.message, at: diagnostic.range) }
    guard problems.isEmpty else { return nil }
    guard let root = parsed.documents.first, parsed.documents.count == 1, root.mapping != nil else {
      complain("a rule file is one mapping, with the keys code, name, title and so on", at: SourceRange(0, 0))
      return nil
    }
    let rule = Section(file: file, node: root, title: "a rule")
    rule.allowOnly(Self.keys.filter { demands == .custom ? $0 != "fixes" : $0 != "check" }, &problems)
    let check = self.check(of: rule)
    let options = rule.sections("options", &problems).compactMap { option(of: $0) }
    let bad = examples("bad", of: rule)
    let good = examples("good", of: rule)
    let (code, name) = (word("code", of: rule), word("name", of: rule))
    let title = rule.needed("title", &problems)?.text
    checkWord(code, name, title)
    if rule.node["severity"] == nil { complain("a rule needs 'severity'", at: rule.start) }
    let severity: Severity? = rule.word("severity", &problems)
    let platforms = words("platforms", of: rule, among: ["ecs", "cloudrun"])
    if demands == .builtIn { demandAll(of: rule) }
    // What is missing is said; the rest shall be, too.
    let nothing = WrittenText("", at: rule.start, in: file)
    return RuleFile(
      file: file, code: code ?? nothing, name: name ?? nothing, title: title ?? "", severity: severity ?? .warning,
      platforms: platforms,
      isStrict: rule.bool("strict", &problems) ?? false, options: options,
      controls: rule.texts("controls", &problems).map(\.text),
      fixes: words("fixes", of: rule, among: ["safe", "unsafe"]).map(\.text),
      why: rule.text("why", &problems)?.text ?? "", fix: rule.text("fix", &problems)?.text ?? "",
      references: rule.texts("references", &problems).map(\.text), bad: bad, good: good, check: check)
  }

  private mutating func complain(_ message: String, at range: SourceRange) {
    problems.append(ConfigurationProblem(file: file, range: range, message: message))
  }

  private mutating func word(_ key: String, of section: Section) -> WrittenText? {
    section.needed(key, &problems).map { WrittenText($0.text, at: $0.range, in: file) }
  }

  private mutating func words(_ key: String, of section: Section, among known: [String]?) -> [WrittenText] {
    section.texts(key, &problems).map { text, range in
      if let known, !known.contains(text) {
        let hint = nearest(to: text, among: known).first.map { "; did you mean '\($0)'?" } ?? ""
        complain("'\(key)' takes \(known.joined(separator: ", ")), not '\(text)'\(hint)", at: range)
      }
      return WrittenText(text, at: range, in: file)
    }
  }

  private mutating func checkWord(_ code: WrittenText?, _ name: WrittenText?, _ title: String?) {
    if let code {
      let letters = code.text.utf8.prefix { (0x41...0x5A).contains($0) }.count
      let digits = code.text.utf8.dropFirst(letters)
      if !(2...10 ~= letters && 1...6 ~= digits.count && digits.allSatisfy { (0x30...0x39).contains($0) }) {
        complain("'\(code.text)' is no code: 2 to 10 capital letters and a number, such as ACME001", at: code.range)
      }
    }
    if let name, !name.text.utf8.allSatisfy(isNameByte) || name.text.utf8.first.map(isLetter) != true {
      complain("'\(name.text)' is no name: lower-case words with - between, such as missing-team-tag", at: name.range)
    }
    if demands == .builtIn, let code, let name {
      let base = file.path.split(on: "/").last ?? ""
      if base != "\(code.text)-\(name.text).yaml" {
        complain("this file must be called \(code.text)-\(name.text).yaml", at: code.range)
      }
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  private mutating func demandAll(of rule: Section) {
    for key in ["why", "fix"] { _ = rule.needed(key, &problems) }
    for key in ["platforms", "references", "bad", "good"] where rule.node[key] == nil {
      complain("a rule needs '\(key)'", at: rule.start)
    }
  }

  private mutating func option(of section: Section) -> RuleFile.Option? {
    section.allowOnly(["name", "title"], &problems)
    guard let name = section.needed("name", &problems), let title = section.needed("title", &problems) else {
      return nil
    }
    if name.text == "severity" { complain("'severity' is what every rule takes", at: name.range) }
    return RuleFile.Option(name: name.text, title: title.text)
  }

  private mutating func check(of rule: Section) -> RuleFile.Check? {
    guard demands == .custom else { return nil }
    guard let check = rule.section("check") else {
      complain("a rule of your own needs 'check'", at: rule.start)
      return nil
    }
    check.allowOnly(["for", "each", "where", "require", "at", "message", "help"], &problems)
    guard check.node.mapping != nil else { return nil }
    if check.node["for"] == nil { complain("'check' needs 'for', what is looked at", at: check.start) }
    let requirement = word("require", of: check)
    let subjects = words("for", of: check, among: nil)
    let each = check.written("each", &problems)
    let condition = check.written("where", &problems)
    let (place, message, help) = (
      check.written("at", &problems), check.written("message", &problems), check.written("help", &problems)
    )
    guard let requirement else { return nil }
    return RuleFile.Check(
      subjects: subjects, each: each, condition: condition, requirement: requirement, place: place, message: message,
      help: help)
  }

  private mutating func examples(_ key: String, of rule: Section) -> [RuleFile.Example] {
    rule.sections(key, &problems).compactMap { example(of: $0) }
  }

  /// `{ file: NAME, text: … }`, or `{ files: [{ file: NAME, text: … }, …] }` for files that are linted together.
  private mutating func example(of section: Section) -> RuleFile.Example? {
    let isGroup = section.node["files"] != nil
    section.allowOnly(["title", "portable"] + (isGroup ? ["files"] : ["file", "files", "text", "fixed"]), &problems)
    guard section.node.mapping != nil else { return nil }
    var files: [RuleFile.Example.File] = []
    if isGroup {
      for part in section.sections("files", &problems) {
        part.allowOnly(["file", "text", "fixed"], &problems)
        if let file = exampleFile(of: part) { files.append(file) }
      }
    } else if let file = exampleFile(of: section) {
      files.append(file)
    }
    return RuleFile.Example(
      title: section.text("title", &problems)?.text ?? "", range: section.start, files: files,
      isPortable: section.bool("portable", &problems) ?? true)
  }

  private mutating func exampleFile(of section: Section) -> RuleFile.Example.File? {
    guard let path = section.needed("file", &problems), let text = word("text", of: section) else { return nil }
    return RuleFile.Example.File(path: path.text, text: text, fixed: section.text("fixed", &problems)?.text)
  }
}
