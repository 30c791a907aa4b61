import Models
import Syntax

extension Check {
  static let binaryAuthorizationBypass = Check.cloudRun { resource, findings in
    guard let entry = resource.breakglass, !entry.value.isUnresolved, entry.value.scalarText?.isEmpty == false else {
      return
    }
    findings.report(
      entry.keyRange,
      "this \(resource.kind.title) runs whatever Binary Authorization would refuse: breakglass is set",
      caption: "passes the check by",
      help: "remove it: it is for an emergency, and belongs on a command line and not into a file", hidesSource: false)
  }
}
