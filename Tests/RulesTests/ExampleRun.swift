import Forms
import Models
import Rules
import Syntax

/// What a rule says about the files of an example.
struct ExampleRun {
  /// Findings by file, in the order of the files.
  let findings: [[Diagnostic]]
  let parsed: [ParsedFile]

  init(_ files: [RulePage.Example.File], rule: Rule) {
    parsed = files.map { ParsedFile(reading: SourceFile(path: $0.path, text: $0.text), as: language(of: $0.path)) }
    let recognitions = parsed.map { Recognition($0, isNamed: true) }
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

extension Resource {
  /// Where findings about something missing point: the value that stands there is not what they are about.
  var anchors: [SourceRange] {
    switch kind {
    case .taskDefinition:
      let task = TaskDefinition(node)
      return [task.anchor] + task.containers.map(\.anchor)
    case .service, .taskSet, .runTask: return [Service(node).anchor]
    case .cloudRunService: return CloudRunResource(.service, node).anchors
    case .cloudRunJob: return CloudRunResource(.job, node).anchors
    case .cloudRunWorkerPool: return CloudRunResource(.workerPool, node).anchors
    }
  }
}

extension CloudRunResource {
  fileprivate var anchors: [SourceRange] { [anchor] + containers.map(\.anchor) }
}

func language(of path: String) -> Language {
  path.hasSuffix(".json") ? .json : .yaml
}
