import Forms
import Models
import Syntax

extension Check {
  /// What ECS refuses of a capacity provider, or what does nothing in it.
  static var capacityProviders: Check {
    Check([.capacityProvider]) { resource, findings in
      if case .known(let name, let range) = resource.node.field("name").string,
        let prefix = ["aws", "ecs", "fargate"].first(where: { name.lowercased().hasPrefix($0) })
      {
        findings.report(
          range, "the name '\(name)' begins with '\(prefix)', and such names are AWS's own", caption: "not yours",
          help: "write another name")
      }
      let group = resource.node.field("autoScalingGroupProvider")
      let scaling = group.field("managedScaling")
      if case .known(let least, let range) = scaling.field("minimumScalingStepSize").integer,
        case .known(let most, let place) = scaling.field("maximumScalingStepSize").integer, least > most
      {
        findings.report(
          range, "minimumScalingStepSize \(least) is more than maximumScalingStepSize \(most)",
          caption: "more than the most", labels: [findings.label(place, "the most")], help: "write \(most) at most")
      }
      guard case .known("ENABLED", let range) = group.field("managedTerminationProtection").string,
        scaling.isAbsent || scaling.field("status").string.value == "DISABLED"
      else { return }
      findings.report(
        range, "managedTerminationProtection works with managed scaling alone, which is off", caption: "does nothing",
        labels: scaling.field("status").isKnown ? [findings.label(scaling.field("status").range, "off")] : [],
        help: "write \"managedScaling\": { \"status\": \"ENABLED\" }, or DISABLED here")
    }
  }
}
