import Models
import Syntax

extension Check {
  static let rootUser = Check.containerDefinitions { container, task, findings in
    // Windows containers have no such field.
    guard task.isWindows == .no else { return }
    if container.isRoot {
      findings.report(
        container.user.range, "\(container.title) runs as root", caption: "root",
        help: "write a user without rights, such as \"1000:1000\"", hidesSource: false)
    } else if container.user.isAbsent {
      findings.report(
        container.anchor, "\(container.title) names no user, so it runs as root unless its image says otherwise",
        caption: "no user", help: "add \"user\": \"1000:1000\", or the user that the image has for it",
        hidesSource: false)
    }
  }
}
