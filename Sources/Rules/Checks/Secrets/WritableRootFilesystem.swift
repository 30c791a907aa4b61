import Forms
import Models
import Syntax

extension Check {
  static let writableRootFilesystem = Check.containerDefinitions { container, task, findings in
    guard task.isWindows == .no else { return }
    // ECS Exec has to write there.
    let starters = findings.run.services(of: findings.resource)
    if starters.contains(where: { Service($0.node).enableExecuteCommand.value == true }) { return }
    let help = "add \"readonlyRootFilesystem\": true, and mount a volume where the program writes, such as /tmp"
    switch container.readonlyRootFilesystem {
    case .known(false, let range):
      findings.report(
        range, "\(container.title) can write to its root file system", caption: "writable", help: help,
        hidesSource: false)
    case .absent:
      findings.report(
        container.anchor, "\(container.title) can write to its root file system: readonlyRootFilesystem is not set",
        caption: "writable", help: help, hidesSource: false)
    default: return
    }
  }
}
