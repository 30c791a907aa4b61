import RuleFiles
import Rules
import Syntax

/// What one configuration file says by itself.
struct ConfigurationContents {
  /// A file to extend, and where it is named.
  struct Base {
    let path: String
    let range: SourceRange
  }

  var layers: [Configuration.Layer] = []
  var failOn: FailureLevel?
  var exclude: [String] = []
  var suppressions: [ConfiguredSuppression] = []
  var requiresReason: Bool?
}

/// Reads one configuration file; every mistake in it is kept, with its place.
///
/// First what other files it names: only these say which rules there are.
struct ConfigurationReader {
  let file: SourceFile
  /// Nil where there is nothing, or nothing that can be read.
  private let section: Section?
  /// What it extends.
  let bases: [ConfigurationContents.Base]
  /// Where it has rules of its own.
  let customRules: [ConfigurationContents.Base]
  private(set) var problems: [ConfigurationProblem]
  private var rules: [Rule] = []
  /// Whether `rules` are all that it may name.
  private var knowsAllRules = true

  init(_ file: SourceFile) {
    self.file = file
    let parsed = ParsedFile(reading: file, as: .yaml)
    var problems = parsed.diagnostics.map { ConfigurationProblem(file: file, range: $0.range, message: $0.message) }
    guard problems.isEmpty, let root = parsed.documents.first, !root.isNull else {
      (section, bases, customRules, self.problems) = (nil, [], [], problems)
      return
    }
    if parsed.documents.count > 1 {
      problems.append(
        ConfigurationProblem(
          file: file, range: parsed.documents[1].range,
          message: "a configuration is one document; this is the second one"))
    }
    let section = Section(file: file, node: root, title: "a configuration")
    self.section = section
    bases = section.texts("extends", &problems).map { .init(path: $0.text, range: $0.range) }
    customRules = section.texts("custom-rules", &problems).map { .init(path: $0.text, range: $0.range) }
    self.problems = problems
  }

  /// Everything else that the file says.
  ///
  /// - Parameters:
  ///   - rules: the rules that it may name.
  ///   - isComplete: whether there are no others; where a rule file holds a mistake, nobody knows.
  /// - Returns: what the file says.
  mutating func read(knowing rules: [Rule], isComplete: Bool) -> ConfigurationContents {
    self.rules = rules
    knowsAllRules = isComplete
    var contents = ConfigurationContents()
    guard let section else { return contents }
    section.allowOnly(
      [
        "extends", "fail-on", "select", "ignore", "exclude", "rules", "overrides", "suppressions", "require-reason",
        "variables", "custom-rules",
      ], &problems)
    guard section.node.mapping != nil else { return contents }
    contents.failOn = section.word("fail-on", &problems)
    contents.exclude = patterns("exclude", of: section)
    contents.requiresReason = section.bool("require-reason", &problems)
    contents.layers = [layer(section, paths: nil)]
    for override in section.sections("overrides", &problems) {
      override.allowOnly(["paths", "select", "ignore", "rules", "variables"], &problems)
      guard override.node.mapping != nil else { continue }
      if override.node["paths"] == nil { complain("an entry of 'overrides' needs 'paths'", at: override.start) }
      contents.layers.append(layer(override, paths: PathPatterns(patterns("paths", of: override))))
    }
    for entry in section.sections("suppressions", &problems) {
      if let suppression = suppression(entry) { contents.suppressions.append(suppression) }
    }
    return contents
  }

  private mutating func complain(_ message: String, at range: SourceRange) {
    problems.append(ConfigurationProblem(file: file, range: range, message: message))
  }

  private mutating func layer(_ section: Section, paths: PathPatterns?) -> Configuration.Layer {
    let choice = RuleChoice(
      select: selectors("select", of: section).map(\.selector),
      ignore: selectors("ignore", of: section).map(\.selector),
      adds: paths != nil)
    let (severities, options) = settings(of: section)
    return Configuration.Layer(
      paths: paths, choice: choice, severities: severities, options: options, variables: variables(of: section))
  }

  private mutating func selectors(
    _ key: String, of section: Section
  ) -> [(selector: RuleSelector, text: String, range: SourceRange)] {
    var selectors: [(selector: RuleSelector, text: String, range: SourceRange)] = []
    for (text, range) in section.texts(key, &problems) {
      do throws(UnknownSelector) {
        selectors.append((try RuleSelector(text, among: rules), text, range))
      } catch {
        if knowsAllRules { complain("unknown rule '\(text)'" + hint(error.suggestions), at: range) }
      }
    }
    return selectors
  }

  private func hint(_ suggestions: [String]) -> String {
    suggestions.first.map { "; did you mean '\($0)'?" } ?? "; 'seatrial rules' lists them"
  }

  /// Patterns for paths; one that starts with a slash begins where the configuration is.
  private mutating func patterns(_ key: String, of section: Section) -> [String] {
    section.texts(key, &problems).compactMap { text, range in
      if PathPatterns([text]).isEmpty {
        complain("'\(text)' is no pattern for paths", at: range)
        return nil
      }
      return text
    }
  }

  private mutating func settings(
    of section: Section
  ) -> (severities: [String: Severity], options: [String: [String: [String]]]) {
    var severities: [String: Severity] = [:]
    var options: [String: [String: [String]]] = [:]
    guard let settings = section.section("rules") else { return (severities, options) }
    guard let mapping = settings.node.mapping else {
      settings.allowOnly([], &problems)
      return (severities, options)
    }
    for entry in mapping.entries {
      guard let rule = rules.named(entry.key) else {
        let near = suggestedSelectors(for: entry.key, among: rules).filter { rules.named($0) != nil }
        if knowsAllRules { complain("unknown rule '\(entry.key)'" + hint(near), at: entry.keyRange) }
        continue
      }
      let settings = Section(file: file, node: entry.value, title: "'\(entry.key)'")
      settings.allowOnly(["severity"] + rule.options.map(\.name), &problems)
      if let severity: Severity = settings.word("severity", &problems) { severities[rule.code] = severity }
      for option in rule.options where settings.node[option.name] != nil {
        options[rule.code, default: [:]][option.name] = settings.texts(option.name, &problems).map(\.text)
      }
    }
    return (severities, options)
  }

  private mutating func variables(of section: Section) -> Variables {
    guard let variables = section.section("variables") else { return Variables([:]) }
    guard let mapping = variables.node.mapping else {
      variables.allowOnly([], &problems)
      return Variables([:])
    }
    var values: [String: Variables.Value] = [:]
    for entry in mapping.entries {
      if let text = section.scalar(entry.value) {
        values[entry.key] = Variables.Value(text: text, file: file, range: entry.value.range)
      } else {
        complain("the variable '\(entry.key)' takes a single value", at: entry.value.range)
      }
    }
    return Variables(values)
  }

  private mutating func suppression(_ section: Section) -> ConfiguredSuppression? {
    section.allowOnly(["rule", "path", "at", "reason", "until"], &problems)
    guard section.node.mapping != nil else { return nil }
    for key in ["rule", "path"] where section.node[key] == nil {
      complain("an entry of 'suppressions' needs '\(key)'", at: section.start)
    }
    let rules = selectors("rule", of: section)
    let paths = patterns("path", of: section)
    var place: FieldPath?
    if let (text, range) = section.text("at", &problems) {
      place = FieldPath(text)
      if place == nil { complain("'\(text)' is no way to a field, such as containerDefinitions[web].image", at: range) }
    }
    let until = section.text("until", &problems)
    if let until, CivilDate(until.text) == nil {
      complain("'\(until.text)' is no date; write one like 2027-03-31", at: until.range)
    }
    let reason = section.text("reason", &problems)?.text
    guard let first = rules.first, !paths.isEmpty else { return nil }
    return ConfiguredSuppression(
      rules: rules.map(\.selector), ruleNames: rules.map(\.text).joined(separator: ", "), paths: PathPatterns(paths),
      place: place, reason: reason.flatMap { $0.isEmpty ? nil : $0 }, until: until.flatMap { CivilDate($0.text) },
      file: file, range: first.range, untilRange: until?.range)
  }
}
