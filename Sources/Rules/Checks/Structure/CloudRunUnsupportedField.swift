import Forms
import Models
import Syntax

extension Check {
  /// What Kubernetes has and Cloud Run has not.
  static var kubernetesField: Check {
    Check([.cloudRunService, .cloudRunJob, .cloudRunWorkerPool, .cloudRunInstance]) { resource, findings in
      for issue in resource.structuralIssues {
        guard case .kubernetesField(let field) = issue.problem else { continue }
        // What is about jobs has a rule of its own there.
        if case .jobShape = field.concern, resource.kind == .cloudRunJob { continue }
        findings.report(issue, field)
      }
      guard let view = resource.cloudRun else { return }
      for unsupported in view.unsupportedFields { findings.report(unsupported) }
    }
  }
}

extension Findings {
  fileprivate mutating func report(_ issue: StructuralIssue, _ field: KubernetesField) {
    let fixes: [Fix]
    var message = "Kubernetes has '\(issue.field)' here, Cloud Run does not"
    if case .renamed(let name) = field.concern {
      fixes = [Fix("Write \(name)", .unsafe, [replacing(issue.range, with: name)])]
      message += ": it is called \(name)"
    } else {
      fixes = field.replacement?.hasPrefix("remove it") == true ? removing(keyAt: issue.range) : []
    }
    report(issue.range, message, caption: "not on Cloud Run", help: field.replacement, fixes: fixes)
  }

  fileprivate mutating func report(_ field: UnsupportedRunField) {
    report(
      field.keyRange, "Cloud Run does not support '\(field.name)'", caption: "not supported",
      severity: field.isIgnored ? .warning : nil, help: field.replacement,
      fixes: field.replacement.hasPrefix("remove it")
        ? removing(keyAt: field.keyRange, field.isIgnored ? .safe : .unsafe) : [])
  }
}
