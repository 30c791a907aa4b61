import Forms
import Models
import Syntax

extension Check {
  /// Fields that are missing by what another one says.
  static var relatedNeeds: Check { .needsOfServices + .volumeNeeds }

  private static var needsOfServices: Check {
    .longRunning { service, findings in
      for strategy in service.node.field("placementStrategy").elements {
        guard case .known("binpack", let range) = strategy.field("type").string,
          strategy.field("field").nonEmptyString.isAbsent
        else { continue }
        findings.report(
          range, "the placement strategy 'binpack' needs a field, cpu or memory", caption: "by what?",
          help: "add \"field\": \"memory\"")
      }
      guard findings.resource.isWholeService, findings.resource.form != .describeServices,
        case .known("CODE_DEPLOY", let range) = service.deploymentController
      else { return }
      let targets = service.node.field("loadBalancers")
      guard targets.isAbsent || targets.list.value?.isEmpty == true else { return }
      findings.report(
        range,
        "the deployment controller CODE_DEPLOY shifts the requests of a load balancer, and this service has none",
        caption: "no loadBalancers", help: "add loadBalancers with a targetGroupArn, or write ECS")
    }
  }
}
