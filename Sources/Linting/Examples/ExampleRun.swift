import Forms
import Models
import RuleFiles
import Rules
import Syntax

/// What a rule says about the files of an example.
package struct ExampleRun {
  /// Findings by file, in the order of the files.
  package let findings: [[Diagnostic]]
  package let parsed: [ParsedFile]
  /// The mistakes in the configuration of the example.
  package private(set) var problems: [ConfigurationProblem] = []
  /// What each file was recognised as; nil for the configuration.
  let recognitions: [Recognition?]

  /// The file of an example that configures its run.
  package static let configurationName = ".seatrial.yaml"

  package init(_ files: [RulePage.Example.File], rule: Rule) {
    let parsed = files.map { ParsedFile(reading: SourceFile(path: $0.path, text: $0.text), as: Language(of: $0)) }
    self.parsed = parsed
    let texts = Dictionary(files.map { ($0.path, Array($0.text.utf8)) }, uniquingKeysWith: { $1 })
    // What a person names is never ambiguous.
    let isNamed = rule.name != "ambiguous-platform"
    let recognitions = parsed.map { parsed in
      Recognition(parsed, isNamed: isNamed, neighbours: Neighbours(of: parsed.file.path) { texts[$0] })
    }
    self.recognitions = zip(files, recognitions).map { $0.path == Self.configurationName ? nil : $1 }
    if files.contains(where: { $0.path == Self.configurationName || $0.text.contains("# seatrial:") }) {
      (findings, problems) = Self.configured(files, texts, rule)
      return
    }
    let run = Run(recognitions.flatMap(\.resources))
    findings = zip(parsed, recognitions).map { parsed, recognition in
      var all = parsed.diagnostics.filter { $0.code == rule.code }
      for resource in recognition.resources where rule.check.kinds.contains(resource.kind) {
        var found = Findings(rule: rule, resource: resource, run: run)
        rule.check.body(resource, &found)
        all += found.diagnostics
      }
      return all.inOrderOfPlaces
    }
  }

  /// What the rule says beside all others, where a file of the example configures them.
  private static func configured(
    _ files: [RulePage.Example.File], _ texts: [String: [UInt8]], _ rule: Rule
  ) -> (findings: [[Diagnostic]], problems: [ConfigurationProblem]) {
    var loader = ConfigurationLoader(
      .init(
        read: { path throws(Unreadable) in
          guard let bytes = texts[path] else { throw Unreadable(reason: "there is none") }
          return bytes
        }, identity: { $0 }), rules: rule.path == nil ? [] : [rule])
    let configuration = try? loader.load(configurationName)
    let everything = RuleChoice(select: (try? [RuleSelector("all")]) ?? [])
    let linter = Linter(selection: Selection(choice: everything), today: CivilDate(year: 2026, month: 11, day: 1)) {
      path, _ in texts[path] ?? []
    }
    let report = linter.report(
      on: files.filter { $0.path != configurationName }.map { file in
        Input(
          path: file.path, isExplicit: true,
          configuration: configuration.map { AppliedConfiguration(configuration: $0, path: file.path) })
      })
    let findings = files.map { file in report.findings.filter { $0.code == rule.code && $0.file.path == file.path } }
    return (findings, loader.problems)
  }
}

extension [Diagnostic] {
  fileprivate var inOrderOfPlaces: [Diagnostic] {
    sorted { ($0.range.lower, $0.range.upper) < ($1.range.lower, $1.range.upper) }
  }
}

extension Language {
  /// The language of a file of an example.
  package init(of file: RulePage.Example.File) { self.init(path: file.path, bytes: Array(file.text.utf8)) }
}

extension Resource {
  /// Where findings about something missing point: the value that stands there is not what they are about.
  var anchors: [SourceRange] {
    switch kind {
    case .deploymentFile, .capacityProvider: []
    default: [anchor] + containers.map(\.anchor)
    }
  }
}
