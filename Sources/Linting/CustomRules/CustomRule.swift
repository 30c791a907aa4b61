import Forms
import RuleFiles
import Rules
import Syntax

/// Reads a rule of a user's own; nil when there is a mistake in it.
///
/// - Parameters:
///   - source: the rule file.
///   - problems: gets every mistake in it.
/// - Returns: the rule, and what its file says.
func customRule(
  _ source: SourceFile, problems: inout [ConfigurationProblem]
) -> (rule: Rule, file: RuleFile)? {
  var mistakes: [ConfigurationProblem] = []
  defer { problems += mistakes.sorted { $0.range.lower < $1.range.lower } }
  guard let file = RuleFile(source, .custom, problems: &mistakes) else { return nil }
  var maker = CustomRuleMaker(file: file)
  let rule = maker.rule()
  mistakes += maker.problems
  return mistakes.isEmpty ? rule.map { ($0, file) } : nil
}

private struct CustomRuleMaker {
  let file: RuleFile
  private(set) var problems: [ConfigurationProblem] = []

  init(file: RuleFile) { self.file = file }

  mutating func rule() -> Rule? {
    checkNames()
    guard let check = file.check else { return nil }
    let subjects = subjects(of: check)
    let platforms = self.platforms
    let kinds = Resource.Kind.allCases.filter { kind in
      platforms.contains(kind.platform) && subjects.contains { $0.kinds.contains(kind) }
    }
    if !subjects.isEmpty, kinds.isEmpty, let first = file.platforms.first {
      complain("what the rule looks at is not of this platform", at: first)
    }
    // Where it is not clear what is looked at, no variable is wrong.
    let names =
      subjects.count < check.subjects.count
      ? ["resource", "container", "task", "item", "options"] : variables(subjects, kinds, hasItems: check.each != nil)
    let condition = check.condition.flatMap {
      PlacedExpression($0.text, of: $0, knowing: names, problems: &problems)
    }
    let requirement = PlacedExpression(
      check.requirement.text, of: check.requirement, knowing: names, problems: &problems)
    let (each, place) = (path(check.each), path(check.place))
    let message = check.message.flatMap { MessageTemplate($0, knowing: names, problems: &problems) }
    let help = check.help.flatMap { MessageTemplate($0, knowing: names, problems: &problems) }
    guard problems.isEmpty, let requirement else { return nil }
    let custom = CustomCheck(
      subjects: subjects, each: each, condition: condition, requirement: requirement, place: place, message: message,
      help: help, optionNames: file.options.map(\.name))
    return Rule(
      code: file.code.text, name: file.name.text, title: file.title, severity: file.severity,
      platforms: Platform.allCases.filter { platform in kinds.contains { $0.platform == platform } },
      isStrict: file.isStrict, controls: file.controls, check: custom.check(kinds: kinds),
      options: file.options.map { RuleOption(name: $0.name, title: $0.title) }, path: file.file.path,
      page: { [file] in file.page })
  }

  private mutating func complain(_ message: String, at text: WrittenText) {
    problems.append(ConfigurationProblem(file: text.file, range: text.range, message: message))
  }

  private mutating func checkNames() {
    let (code, name) = (file.code, file.name)
    if let category = Rule.categories.first(where: { code.text.hasPrefix($0.prefix) }) {
      complain("codes that start with \(category.prefix) are seatrial's own", at: code)
    }
    if let rule = Rule.named(name.text) {
      complain("the name '\(name.text)' is taken by \(rule.code)", at: name)
    } else if RuleSelector.setsOfRules.contains(name.text) {
      complain("'\(name.text)' means a set of rules", at: name)
    }
  }

  private mutating func subjects(of check: RuleFile.Check) -> [CustomSubject] {
    check.subjects.compactMap { word in
      if let subject = CustomSubject(word.text) { return subject }
      let words = CustomSubject.all.map(\.word)
      let hint =
        nearest(to: word.text, among: words).first.map { "did you mean '\($0)'?" }
        ?? "'for' takes \(words.joined(separator: ", "))"
      complain("there is nothing called '\(word.text)'; \(hint)", at: word)
      return nil
    }
  }

  /// Those of the file; where it names none, all.
  private var platforms: [Platform] {
    let named = file.platforms.compactMap { Platform(rawValue: $0.text) }
    return named.isEmpty ? Platform.allCases : named
  }

  /// The variables that expressions may use.
  private func variables(_ subjects: [CustomSubject], _ kinds: [Resource.Kind], hasItems: Bool) -> [String] {
    let isAboutTasks = kinds.allSatisfy { [.taskDefinition, .service, .taskSet, .runTask].contains($0) }
    let isAboutContainers = subjects.allSatisfy { $0 == .container }
    return ["resource"] + (isAboutContainers ? ["container"] : []) + (isAboutTasks ? ["task"] : [])
      + (hasItems ? ["item"] : []) + (file.options.isEmpty ? [] : ["options"])
  }

  private mutating func path(_ text: WrittenText?) -> FieldPath? {
    guard let text else { return nil }
    if let path = FieldPath(text.text) { return path }
    complain("'\(text.text)' is no way to a field, such as logConfiguration.options", at: text)
    return nil
  }
}

extension RuleFile {
  /// The prose and the examples; what is left out is made of what is there.
  fileprivate var page: RulePage {
    let requirement = check.map { "This has to be true:\n\n```\n\(trimmed($0.requirement.text))\n```" } ?? ""
    return RulePage(
      why: why.isEmpty ? title + "." : why, fix: fix.isEmpty ? requirement : fix, references: references,
      bad: bad.map(\.inPage), good: good.map(\.inPage))
  }

  private func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension RuleFile.Example {
  var inPage: RulePage.Example {
    RulePage.Example(
      title: title, files: files.map { .init(path: $0.path, text: $0.text.text, fixed: $0.fixed) },
      isPortable: isPortable)
  }
}
