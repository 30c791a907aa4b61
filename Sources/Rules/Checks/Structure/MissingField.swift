import Forms
import Models
import Syntax

extension Check {
  static let missingField = Check.structure(.missingFields) { issue, findings in
    guard case .missingField = issue.problem else { return }
    // ecspresso takes the name of the service from its configuration.
    if findings.resource.form == .ecspressoService, issue.path == "serviceName" { return }
    let owner = issue.path.dropLast(issue.field.count + 1)
    findings.report(
      issue.range,
      owner.isEmpty
        ? "the required field '\(issue.field)' is missing from \(issue.shape.title)"
        : "the required field '\(issue.field)' is missing from '\(owner)'",
      caption: "lacks '\(issue.field)'")
  }
}
