import Forms
import Models
import Syntax

extension Check {
  static let wrongType = Check.structure { issue, findings in
    guard case .wrongType(let mismatch) = issue.problem else { return }
    let repair = mismatch.repair.flatMap { findings.repairing(issue, $0) }
    let tolerance = mismatch.tolerance.map { "\($0), other clients refuse it" }
    let help = [repair?.help, tolerance].compactMap { $0 }.joined(separator: "; ")
    findings.report(
      issue.range,
      "\(issue.place) must be \(mismatch.wanted.description), found \(findings.described(issue, mismatch))",
      caption: "not \(mismatch.wanted.description)", severity: mismatch.tolerance == nil ? nil : .warning,
      help: help.isEmpty ? nil : help, fixes: repair.map { [$0.fix] } ?? [])
  }
}

extension StructuralIssue {
  /// The value, by the name of what it stands in: one name may want another type at another level.
  fileprivate var place: String {
    switch part {
    case .whole: "'\(field)' of \(shape.title)"
    case .element: "every element of '\(field)'"
    case .entry(let key): "'\(key)' in '\(field)'"
    }
  }
}

extension Findings {
  /// What stands there, with its text where that is short and no secret: values of variables and commands may be.
  fileprivate func described(_ issue: StructuralIssue, _ mismatch: StructuralIssue.WrongType) -> String {
    let text = resource.file.text(in: issue.range)
    guard issue.field != "value", text.utf8.count <= 40 else { return mismatch.found.description }
    switch (mismatch.found, mismatch.wanted) {
    case (.list, _), (.mapping, _), (.string, .list), (.string, .map): return mismatch.found.description
    default: return "\(mismatch.found.description): \(text)"
    }
  }

  fileprivate func repairing(_ issue: StructuralIssue, _ repair: StructuralIssue.Repair) -> (help: String, fix: Fix)? {
    let text = resource.file.text(in: issue.range)
    switch repair {
    case .quote:
      guard isPlain(issue.range) else { return nil }
      return ("put it between quotes", Fix("Put it between quotes", .safe, [Fix.Edit(issue.range, "\"\(text)\"")]))
    case .replace(let replacement):
      return (
        "write \(replacement)", Fix("Write \(replacement)", .safe, [Fix.Edit(issue.range, replacement)])
      )
    case .wrapInList:
      guard !text.contains("\n"), !isPlain(issue.range) || !text.contains(where: { ",[]{}#:".contains($0) }) else {
        return nil
      }
      return ("make it a list", Fix("Make it a list", .unsafe, [Fix.Edit(issue.range, "[\(text)]")]))
    }
  }
}
