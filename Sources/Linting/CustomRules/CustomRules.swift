import RuleFiles
import Rules
import Syntax

/// The rules of the user's own that configurations name.
struct CustomRules {
  private let files: ConfigurationLoader.FileAccess
  private let given: [Rule]
  /// By the identity of the configuration, with those of what it extends; without those that have none.
  private var rules: [String: [Rule]] = [:]
  /// By the identity of the rule file; nil where it holds a mistake.
  private var read: [String: Rule?] = [:]

  /// The identities of configurations that name a rule file with a mistake, or extend one that does.
  private var incomplete: Set<String> = []

  init(_ files: ConfigurationLoader.FileAccess, given: [Rule]) {
    self.files = files
    self.given = given
  }

  /// Those of a configuration, ordered by code.
  subscript(configuration: String) -> [Rule] { rules.isEmpty ? given : rules[configuration] ?? given }

  /// Whether every rule of a configuration could be read.
  func knowsAll(of configuration: String) -> Bool { !incomplete.contains(configuration) }

  /// All of them, each code once.
  var all: [Rule] {
    if rules.isEmpty { return given }
    var all: [String: Rule] = [:]
    for rule in rules.sorted(by: { $0.key < $1.key }).flatMap(\.value) where all[rule.code] == nil {
      all[rule.code] = rule
    }
    return all.values.sorted { $0.code < $1.code }
  }

  /// Reads the rule files that a configuration names.
  ///
  /// - Parameters:
  ///   - paths: the directories and files, and where they are named.
  ///   - file: the configuration.
  ///   - identity: its identity.
  ///   - path: its path.
  ///   - bases: the identities of what it extends.
  ///   - problems: gets every mistake in the rule files and in their paths.
  mutating func add(
    _ paths: [ConfigurationContents.Base], of file: SourceFile, identity: String, at path: String, bases: [String],
    problems: inout [ConfigurationProblem]
  ) {
    guard !paths.isEmpty || !rules.isEmpty || !incomplete.isEmpty else { return }
    let count = problems.count
    var all = given
    func add(_ rule: Rule, _ problems: inout [ConfigurationProblem], at range: SourceRange) {
      if all.contains(where: { $0 === rule }) { return }
      for other in all where other.code == rule.code || other.name == rule.name {
        let what = other.code == rule.code ? "code \(rule.code)" : "name '\(rule.name)'"
        let message = "the \(what) is taken twice, by \(other.path ?? "") and by \(rule.path ?? "")"
        return problems.append(ConfigurationProblem(file: file, range: range, message: message))
      }
      all.append(rule)
    }
    for rule in bases.flatMap({ rules[$0] ?? [] }) { add(rule, &problems, at: SourceRange(0, 0)) }
    for place in paths {
      for rule in read(place, of: file, at: path, &problems) { add(rule, &problems, at: place.range) }
    }
    if problems.count > count || bases.contains(where: incomplete.contains) { incomplete.insert(identity) }
    if !all.isEmpty { rules[identity] = all.sorted { $0.code < $1.code } }
  }

  private mutating func read(
    _ place: ConfigurationContents.Base, of file: SourceFile, at path: String,
    _ problems: inout [ConfigurationProblem]
  ) -> [Rule] {
    func complain(_ message: String) {
      problems.append(ConfigurationProblem(file: file, range: place.range, message: message))
    }
    if place.path.contains("://") {
      complain("'custom-rules' takes directories and files: nothing is fetched from the network")
      return []
    }
    var found: [Rule] = []
    var current = path.resolving(place.path)
    do throws(Unreadable) {
      let paths = try files.ruleFiles(current)
      if paths.isEmpty { complain("there is no rule file (*.yaml) in '\(place.path)'") }
      for path in paths {
        current = path
        let identity = files.identity(path)
        if read[identity] == nil {
          let source = SourceFile(path: path, bytes: try files.read(path))
          read[identity] = .some(customRule(source, problems: &problems)?.rule)
        }
        if let rule = read[identity] ?? nil { found.append(rule) }
      }
    } catch {
      complain("cannot read '\(current)': \(error.reason)")
    }
    return found
  }
}
