import Forms
import Models
import Syntax

extension Check {
  static let kubernetesJobShape = Check([.cloudRunJob]) { resource, findings in
    var shallow: [StructuralIssue] = []
    for issue in resource.structuralIssues {
      guard case .kubernetesField(let field) = issue.problem, case .jobShape = field.concern else { continue }
      if issue.shape.name == "ExecutionSpec", fieldsOfTasks.contains(issue.field) {
        shallow.append(issue)
      } else {
        findings.report(
          issue.range, "a Cloud Run job has no '\(issue.field)' here, where a Kubernetes job may have it",
          caption: "not here", help: field.replacement,
          fixes: field.replacement?.hasPrefix("remove it") == true ? findings.removing(keyAt: issue.range) : [])
      }
    }
    guard let main = shallow.first(where: { $0.field == "containers" }) ?? shallow.first else { return }
    findings.report(
      main.range, "'\(main.field)' stands one level too high: a Cloud Run job nests a task in an execution",
      caption: "this is the execution",
      labels: shallow.filter { $0.range != main.range }.map { findings.label($0.range, "and this") },
      help: "put it into spec.template.spec.template.spec")
  }
}

private let fieldsOfTasks: Set = [
  "containers", "maxRetries", "nodeSelector", "serviceAccountName", "timeoutSeconds", "volumes",
]
