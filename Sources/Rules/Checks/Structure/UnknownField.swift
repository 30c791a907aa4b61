import Forms
import Models
import Syntax

extension Check {
  static let unknownField = Check.structure { issue, findings in
    guard case .unknownField(let near) = issue.problem else { return }
    let isSetAtCreation =
      issue.shape.name == Shape.ecsUpdateServiceRequest.name
      && Shape.ecsCreateServiceRequest.member(issue.field) != nil
    if isSetAtCreation {
      findings.report(
        issue.range, "'\(issue.field)' can be set only when a service is created, not when it is updated",
        caption: "not in an update")
      return
    }
    let likely = near.first { $0.isAbsent }
    findings.report(
      issue.range, "unknown field '\(issue.field)' in \(issue.shape.title)", caption: "no such field",
      severity: findings.resource.form == .containerDefinitions ? .warning : nil,
      help: likely.map { "write '\($0.name)'" } ?? near.first.map { "'\($0.name)' is there already" }
        ?? findings.resource.shape?.whereabouts(of: issue.field),
      fixes: likely.map { [findings.renaming(issue, to: $0, isOnly: near.count == 1)] } ?? [])
  }
}

extension Shape {
  /// Where a field belongs that stands somewhere else; nil when it would help nobody.
  fileprivate func whereabouts(of field: String) -> String? {
    let titles = holders(of: field).map(\.title)
    guard (1...3).contains(titles.count) else { return nil }
    return "'\(field)' is a field of \(titles.inWords("or"))"
  }
}

extension Findings {
  fileprivate func renaming(
    _ issue: StructuralIssue, to suggestion: StructuralIssue.Suggestion, isOnly: Bool
  ) -> Fix {
    Fix(
      "Rename it to '\(suggestion.name)'", isOnly && suggestion.takesValue ? .safe : .unsafe,
      [replacing(issue.range, with: suggestion.name)])
  }
}
