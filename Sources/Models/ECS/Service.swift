import Syntax

/// A view of an ECS service, a task set, or the input of `run-task`: what says where and how a task runs.
///
/// Reference: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html>
package struct Service: Sendable {
  package let node: Node

  package init(_ node: Node) { self.node = node }

  package var name: Field<String> {
    if case .absent = node.field("serviceName") {
      node.field("service").nonEmptyString
    } else {
      node.field("serviceName").nonEmptyString
    }
  }
  /// `family`, `family:revision`, or an ARN that ends in one.
  package var taskDefinition: Field<Text> { node.field("taskDefinition").text.orAbsentIfEmpty }
  package var cluster: Field<String> { node.field("cluster").nonEmptyString }
  /// `EC2`, `FARGATE`, `EXTERNAL` or `MANAGED_INSTANCES`; `describe` writes an empty string for none.
  package var launchType: Field<String> { node.field("launchType").nonEmptyString }
  package var strategy: CapacityProviderStrategy { CapacityProviderStrategy(node.field("capacityProviderStrategy")) }
  package var platformVersion: Field<String> { node.field("platformVersion").nonEmptyString }
  package var desiredCount: Field<Int> { node.field("desiredCount").integer }
  /// `REPLICA` (the default) or `DAEMON`.
  package var schedulingStrategy: Field<String> { node.field("schedulingStrategy").nonEmptyString }
  /// `ECS` (the default), `CODE_DEPLOY` or `EXTERNAL`.
  package var deploymentController: Field<String> {
    node.field("deploymentController").field("type").nonEmptyString
  }
  /// Whether ECS Exec can run commands in its containers; the default is false.
  package var enableExecuteCommand: Field<Bool> { node.field("enableExecuteCommand").bool }
  package var loadBalancers: [Node] { node.field("loadBalancers").elements }
  package var volumeConfigurations: [Node] { node.field("volumeConfigurations").elements }

  /// The family that `taskDefinition` names; nil when it is absent or not wholly known.
  package var taskDefinitionFamily: String? { taskDefinition.value?.knownFamily }

  /// Whether tasks run on Fargate, by the launch type or the capacity providers.
  package var runsOnFargate: Truth {
    switch launchType {
    case .known(let type, _): return Truth(type.uppercased() == "FARGATE")
    case .unknown: return .unknown
    case .absent: break
    }
    return strategy.runsOnFargate
  }

  /// Where to point when something about the whole service is missing.
  package var anchor: SourceRange {
    (node.mapping?.entry("serviceName") ?? node.mapping?.entry("service"))?.value.range
      ?? node.mapping?.entries.first?.keyRange ?? node.range
  }
}

extension Text {
  /// The family of `family`, `family:3` or `arn:…:task-definition/family:3`, where the family itself is known.
  fileprivate var knownFamily: String? {
    // A revision that is filled in later leaves the family known: `api:${REVISION}`.
    let known = literal ?? knownPrefix
    let name = known.split(on: "/", keepingEmpty: true).last.map(String.init) ?? known
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else {
      return literal == nil || name.isEmpty ? nil : name
    }
    let family = String(name[..<colon])
    return family.isEmpty || family.contains(":") ? nil : family
  }
}

extension Service {
  /// How messages call it: `service 'api'`.
  package var title: String { name.value.map { "service '\($0)'" } ?? "this service" }

  /// Where it says on what its tasks run: the launch type, else the capacity provider strategy.
  package var fargateRange: SourceRange {
    launchType.isKnown
      ? launchType.range : strategy.items.first?.capacityProvider.range ?? strategy.list.range
  }
}
