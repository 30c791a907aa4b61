import Forms
import Models
import Syntax

extension Check {
  static let execConflict = Check.services { service, findings in
    guard case .known(true, let range) = service.enableExecuteCommand else { return }
    let task = findings.run.taskDefinition(of: findings.resource)
    if let version = service.versionWithoutExec(running: task) {
      findings.report(
        range, "ECS Exec is on, but platform version \(version.text) does not have it: it came with 1.4.0",
        caption: "does not work", labels: [findings.label(version.range, "too old")],
        help: "write LATEST, or leave platformVersion out", fixes: findings.writing("LATEST", at: version.range),
        hidesSource: false)
    }
    guard let task else { return }
    let view = task.taskDefinition
    for container in view.containers where container.refusesExec {
      let label = Findings.Label(
        file: task.file, range: container.readonlyRootFilesystem.range, message: "the agent of ECS Exec cannot write")
      findings.report(
        range, "ECS Exec is on, but it does not work in \(container.title), whose root file system is read-only",
        caption: "does not work there", labels: [label],
        help: "switch ECS Exec off, or mount volumes at \(execPaths.joined(separator: ", "))", hidesSource: false)
    }
    if case .known("task", let pidRange) = view.pidMode, view.containers.count > 1 {
      let label = Findings.Label(file: task.file, range: pidRange, message: "all containers share their processes")
      findings.report(
        range,
        "ECS Exec is on, but with pidMode 'task' it works in one of the \(view.containers.count) containers only",
        caption: "works in one container", labels: [label],
        help: "leave pidMode out, unless a container has to see the others' processes", hidesSource: false)
    }
  }
}

/// Where the agent of ECS Exec writes.
private let execPaths = ["/managed-agents", "/var/lib/amazon/ssm", "/var/log/amazon/ssm"]

extension ContainerDefinition {
  /// Whether its root file system is read-only, and nothing writable is mounted where the agent of ECS Exec writes.
  fileprivate var refusesExec: Bool {
    guard readonlyRootFilesystem.value == true else { return false }
    let mounts = node.field("mountPoints")
    guard !mounts.isUnknown else { return false }
    return !mounts.elements.contains { mount in
      guard let path = mount.field("containerPath").string.value else { return true }
      return execPaths.contains { $0 == path || $0.hasPrefix(path.hasSuffix("/") ? path : path + "/") }
    }
  }
}

extension Service {
  /// The platform version, where it is one for Linux that is older than ECS Exec.
  fileprivate func versionWithoutExec(running task: Resource?) -> (text: String, range: SourceRange)? {
    guard case .known(let version, let range) = platformVersion, runsOnFargate == .yes else { return nil }
    if ["1.1.0", "1.2.0", "1.3.0"].contains(version) { return (version, range) }
    // The first one for Windows has it.
    guard version == "1.0.0", let task, task.taskDefinition.isWindows == .no else { return nil }
    return (version, range)
  }
}
