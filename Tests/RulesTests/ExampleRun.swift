import Forms
import Linting
import Models
import Rules
import Syntax
import Testing

/// What a rule says about the files of an example.
struct ExampleRun {
  /// Findings by file, in the order of the files.
  let findings: [[Diagnostic]]
  let parsed: [ParsedFile]

  init(_ files: [RulePage.Example.File], rule: Rule) {
    parsed = files.map { ParsedFile(reading: SourceFile(path: $0.path, text: $0.text), as: language(of: $0.path)) }
    if files.contains(where: { $0.path == configurationName || $0.text.contains("# seatrial:") }) {
      findings = Self.configured(files, rule)
      return
    }
    let texts = Dictionary(files.map { ($0.path, Array($0.text.utf8)) }, uniquingKeysWith: { $1 })
    // What a person names is never ambiguous.
    let isNamed = rule.name != "ambiguous-platform"
    let recognitions = parsed.map { parsed in
      Recognition(parsed, isNamed: isNamed, neighbours: Neighbours(of: parsed.file.path) { texts[$0] })
    }
    let run = Run(recognitions.flatMap(\.resources))
    findings = zip(parsed, recognitions).map { parsed, recognition in
      var all = parsed.diagnostics.filter { $0.code == rule.code }
      for resource in recognition.resources where rule.check.kinds.contains(resource.kind) {
        var found = Findings(rule: rule, resource: resource, run: run)
        rule.check.body(resource, &found)
        all += found.diagnostics
      }
      return all.sorted { ($0.range.lower, $0.range.upper) < ($1.range.lower, $1.range.upper) }
    }
  }
}

/// The file of an example that configures its run.
let configurationName = ".seatrial.yaml"

extension ExampleRun {
  /// What the rule says beside all others, where a file of the example configures them.
  private static func configured(_ files: [RulePage.Example.File], _ rule: Rule) -> [[Diagnostic]] {
    let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, Array($0.text.utf8)) })
    var loader = ConfigurationLoader(
      .init(
        read: { path throws(Unreadable) in
          guard let bytes = texts[path] else { throw Unreadable(reason: "there is none") }
          return bytes
        }, identity: { $0 }))
    let configuration = try? loader.load(configurationName)
    #expect(loader.problems.isEmpty, "\(loader.problems.map(\.text))")
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
    return files.map { file in report.findings.filter { $0.code == rule.code && $0.file.path == file.path } }
  }
}

extension Resource {
  /// Where findings about something missing point: the value that stands there is not what they are about.
  var anchors: [SourceRange] {
    switch kind {
    case .taskDefinition:
      let task = TaskDefinition(node)
      return [task.anchor] + task.containers.map(\.anchor)
    case .deploymentFile, .capacityProvider: return []
    case .cluster: return [Cluster(node).anchor]
    case .service, .taskSet, .runTask: return [Service(node).anchor]
    case .cloudRunService: return CloudRunResource(.service, node).anchors
    case .cloudRunJob: return CloudRunResource(.job, node).anchors
    case .cloudRunWorkerPool: return CloudRunResource(.workerPool, node).anchors
    case .cloudRunInstance, .knativeService: return [CloudRunResource(.service, node).anchor]
    }
  }
}

extension CloudRunResource {
  fileprivate var anchors: [SourceRange] { [anchor] + containers.map(\.anchor) }
}

func language(of path: String) -> Language {
  path.hasSuffix(".json") ? .json : .yaml
}
