import Models
import Syntax

extension Check {
  /// The values of Cloud Run's annotations, as far as it is known what they may be.
  static var annotationValue: Check {
    .cloudRun { resource, findings in
      for (place, node) in resource.placedAnnotations {
        for entry in node.mapping?.entries ?? [] {
          guard let annotation = RunAnnotation.named(entry.key), let value = entry.value.scalarText, !value.isEmpty,
            Text(standInsIn: value) == nil || annotation.grammar.allows(value)
          else { continue }
          findings.check(value, of: annotation, on: place, at: entry.value.range)
        }
      }
    }
  }
}

extension RunAnnotation.Grammar {
  /// Whether a value is one of those that are known to be right.
  fileprivate func allows(_ value: String) -> Bool {
    switch self {
    case .anything: true
    case .flag: ["true", "false"].contains(value.lowercased())
    // How small or large it may be is another rule's.
    case .number: Int(value) != nil
    case .oneOf(let values): values.contains(value)
    }
  }
}

extension Findings {
  fileprivate mutating func check(
    _ value: String, of annotation: RunAnnotation, on place: RunAnnotation.Place, at range: SourceRange
  ) {
    if place == .execution, annotation.key == "run.googleapis.com/execution-environment", value == "gen1" {
      report(
        range, "jobs run in the second generation execution environment only, so '\(value)' is refused",
        caption: "not for jobs", help: "write gen2, or leave it out",
        fixes: [Fix("Write gen2", .safe, [replacing(range, with: "gen2")])])
      return
    }
    guard !annotation.grammar.allows(value) else { return }
    switch annotation.grammar {
    case .anything: return
    case .flag: report(value, of: annotation, ["true", "false"], at: range)
    case .number:
      report(range, "'\(value)' is no value of \(annotation.key): it takes a whole number", caption: "no whole number")
    case .oneOf(let values): report(value, of: annotation, values, at: range)
    }
  }

  private mutating func report(
    _ value: String, of annotation: RunAnnotation, _ values: [String], at range: SourceRange
  ) {
    let allowed = values.map { "'\($0)'" }.inWords("or")
    let near = nearest(to: value, among: values).first
    report(
      range, "'\(value)' is no value of \(annotation.key): it takes \(allowed)",
      caption: "not allowed",
      help: near.map { "write '\($0)'" },
      fixes: near.map { near in
        let isSame = near.lowercased() == value.lowercased()
        return [Fix("Write '\(near)'", isSame ? .safe : .unsafe, [replacing(range, with: near)])]
      } ?? [])
  }
}
