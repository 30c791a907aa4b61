import Forms
import Models
import Syntax

extension Check {
  static let unknownField = Check.structure(.unknownFields) { issue, findings in
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
    let help = likely.map { "write '\($0.name)'" } ?? near.first.map { "'\($0.name)' is there already" }
    findings.report(
      issue.range, "unknown field '\(issue.field)' in \(issue.shape.title)", caption: "no such field",
      help: help, fixes: likely.map { [findings.renaming(issue, to: $0, isOnly: near.count == 1)] } ?? [])
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
