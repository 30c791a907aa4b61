import Forms
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

func language(of path: String) -> Language {
  path.hasSuffix(".json") ? .json : .yaml
}
