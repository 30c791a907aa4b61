import Forms
import Models
import Syntax

extension Check {
  static let missingNetworkConfiguration = Check.services { service, findings in
    let resource = findings.resource
    let isWhole = resource.isWholeService || resource.kind != .service
    // ECS itself has let pass what it describes; task sets have their own network where something else deploys them.
    guard isWhole, resource.form != .describeServices,
      resource.kind != .service
        || service.deploymentController.value(orDefault: "ECS").map({ $0 != "EXTERNAL" }) == true,
      let reason = findings.reasonForAwsvpc(of: service)
    else { return }
    let subnets = service.awsvpc.field("subnets")
    switch subnets {
    case .unknown: return
    case .known(let list, let range):
      guard list.sequence?.isEmpty == true else { return }
      findings.report(
        range, "\(service.title) has no subnet to run in; \(reason.message)", caption: "empty",
        labels: [reason.label], help: "list the subnets for its tasks, best in several zones")
    case .absent:
      // Without subnets in awsvpcConfiguration a required field is missing, which is SCH003's.
      guard service.awsvpc.isAbsent else { return }
      findings.report(
        service.anchor, "\(service.title) has no networkConfiguration; \(reason.message)",
        caption: "in which subnets?", labels: [reason.label],
        help: "write networkConfiguration.awsvpcConfiguration with subnets and securityGroups")
    }
  }
}

extension Findings {
  /// Why tasks of this service have interfaces of their own in the VPC; nil where that is not known, or not so.
  fileprivate func reasonForAwsvpc(of service: Service) -> (message: String, label: Label)? {
    if service.runsOnFargate == .yes {
      return ("tasks on Fargate have interfaces of their own in the VPC", label(service.fargateRange, "on Fargate"))
    }
    guard let other = run.taskDefinition(of: resource),
      case .known("awsvpc", let range) = other.taskDefinition.networkMode
    else { return nil }
    return (
      "tasks of the network mode awsvpc have interfaces of their own in the VPC", label(range, "awsvpc", in: other)
    )
  }
}
