import Forms
import Models
import Syntax

extension Check {
  static let hostNamespace = Check.taskDefinitions { task, findings in
    // On Fargate they are refused, which SCH006 and NET001 say.
    guard findings.runsOnFargate != .yes else { return }
    let isAgent = task.isAgentOfInstance(startedBy: findings)
    for share in HostShare.all(of: task) {
      findings.report(
        share.range, "\(share.field) 'host': the containers \(share.consequence)", caption: "shared with the instance",
        severity: isAgent ? .note : nil, help: share.help, hidesSource: false)
    }
  }
}

/// Something that a task shares with its container instance.
private struct HostShare {
  let field: String
  let range: SourceRange
  let consequence: String
  let help: String

  static func all(of task: TaskDefinition) -> [HostShare] {
    let candidates: [(field: String, mode: Field<String>, consequence: String, help: String)] = [
      (
        "pidMode", task.pidMode, "see every process of the instance, and can send signals to those of their user",
        "leave it out, or write \"task\" to share processes within the task"
      ),
      (
        "ipcMode", task.ipcMode, "share the memory segments and queues of the instance",
        "leave it out, or write \"task\" to share memory within the task"
      ),
      (
        "networkMode", task.networkMode,
        "have the interfaces and ports of the instance, and reach whatever listens there for itself alone",
        "write \"awsvpc\", which gives the task an interface and security groups of its own"
      ),
    ]
    return candidates.compactMap { candidate in
      guard case .known("host", let range) = candidate.mode else { return nil }
      return HostShare(
        field: candidate.field, range: range, consequence: candidate.consequence, help: candidate.help)
    }
  }
}

extension TaskDefinition {
  /// Whether it is there to look after the instance: it runs on each one, or is made of well-known agents alone.
  fileprivate func isAgentOfInstance(startedBy findings: Findings) -> Bool {
    let services = findings.run.services(of: findings.resource).map { Service($0.node) }
    if services.contains(where: { $0.schedulingStrategy.value == "DAEMON" }) { return true }
    return !containers.isEmpty
      && containers.allSatisfy { container in
        container.imageReference.value?.isKnownSidecar ?? false
      }
  }
}
