import Forms
import Models
import Syntax

extension Check {
  static let publicIp = Check.services { service, findings in
    guard !findings.resource.isGone, case .known("ENABLED", let range) = service.assignPublicIp else { return }
    let tasks = findings.resource.kind == .runTask ? "the task" : "each task of \(service.title)"
    findings.report(
      range, "\(tasks) gets a public address, and only its security groups stand between it and the internet",
      caption: "public",
      help: "write DISABLED, with subnets that reach the registry and the logs by a NAT gateway or VPC endpoints")
  }
}
