import Forms
import Models
import Syntax

extension Check {
  /// Where the output of ECS Exec goes is said twice in a cluster, and ECS wants both to agree.
  static var clusterFields: Check {
    Check([.cluster]) { resource, findings in
      let exec = Cluster(resource.node).executeCommand
      guard let node = exec.value, exec.field("logConfiguration").isKnown,
        let key = node.mapping?.entry("logConfiguration")?.keyRange,
        let logging = exec.field("logging").nonEmptyString.value(orDefault: "DEFAULT"),
        ["NONE", "DEFAULT"].contains(logging)
      else { return }
      let place = exec.field("logging").isKnown ? [findings.label(exec.field("logging").range, "not OVERRIDE")] : []
      findings.report(
        key, "logConfiguration goes with logging 'OVERRIDE', and this cluster has '\(logging)'",
        caption: "not with \(logging)", labels: place, help: "write \"logging\": \"OVERRIDE\", or remove it")
    }
  }

  /// `OVERRIDE` asks for a place of its own.
  static var clusterLogConfiguration: Check {
    Check([.cluster]) { resource, findings in
      let exec = Cluster(resource.node).executeCommand
      guard case .known("OVERRIDE", let range) = exec.field("logging").string, exec.field("logConfiguration").isAbsent
      else { return }
      findings.report(
        range, "logging 'OVERRIDE' needs a logConfiguration beside it, and there is none", caption: "where to?",
        help: "add logConfiguration with cloudWatchLogGroupName or s3BucketName, or write DEFAULT")
    }
  }
}
