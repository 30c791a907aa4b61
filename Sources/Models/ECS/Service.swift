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
  package var capacityProviderStrategy: Field<[Node]> {
    let list = node.field("capacityProviderStrategy").list
    if case .known(let items, let range) = list, items.isEmpty { return .absent(from: range) }
    return list
  }
  package var strategyItems: [CapacityProviderStrategyItem] {
    (capacityProviderStrategy.value ?? []).filter { $0.mapping != nil }.map { CapacityProviderStrategyItem($0) }
  }
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
    guard let items = capacityProviderStrategy.value else { return .unknown }
    let providers = items.map { $0["capacityProvider"]?.string }
    if providers.contains(where: { $0 == "FARGATE" || $0 == "FARGATE_SPOT" }) { return .yes }
    return providers.allSatisfy { $0 != nil } ? .no : .unknown
  }

  /// Where to point when something about the whole service is missing.
  package var anchor: SourceRange {
    (node.mapping?.entry("serviceName") ?? node.mapping?.entry("service"))?.value.range
      ?? node.mapping?.entries.first?.keyRange ?? node.range
  }
}

/// One item of a capacity provider strategy.
package struct CapacityProviderStrategyItem: Sendable {
  package let node: Node

  package init(_ node: Node) { self.node = node }

  package var capacityProvider: Field<String> { node.field("capacityProvider").string }
  /// 0 to 1000; the API's default is 0.
  package var weight: Field<Int> { node.field("weight").integer }
  /// Tasks that go to this provider before any weight counts; default 0.
  package var base: Field<Int> { node.field("base").integer }
}

extension Text {
  /// The family of `family`, `family:3` or `arn:…:task-definition/family:3`, where the family itself is known.
  fileprivate var knownFamily: String? {
    // A revision that is filled in later leaves the family known: `api:${REVISION}`.
    let known = literal ?? knownPrefix
    let name = known.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? known
    guard let colon = name.lastIndex(of: ":") else { return literal == nil || name.isEmpty ? nil : name }
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
      ? launchType.range : strategyItems.first?.capacityProvider.range ?? capacityProviderStrategy.range
  }

  /// Whether its strategy names Fargate Spot.
  package var usesSpot: Bool { strategyItems.contains { $0.isSpot } }

  /// The item of the strategy that puts tasks on Fargate Spot; nil when none is known to.
  package var spotItem: CapacityProviderStrategyItem? {
    strategyItems.first {
      $0.isSpot && (strategyItems.count == 1 ? $0.receivesTasks != .unknown : $0.receivesTasks == .yes)
    }
  }

  /// Whether tasks go to Fargate Spot and nowhere else.
  package var runsOnSpotAlone: Bool {
    guard let items = capacityProviderStrategy.value, items.count == strategyItems.count, spotItem != nil else {
      return false
    }
    return strategyItems.allSatisfy { $0.isSpot || ($0.capacityProvider.isKnown && $0.receivesTasks == .no) }
  }
}

extension CapacityProviderStrategyItem {
  package var isSpot: Bool { capacityProvider.value == "FARGATE_SPOT" }

  /// Whether the strategy sends any tasks to this provider: it has a base, or a weight above 0.
  package var receivesTasks: Truth {
    guard let base = base.value(orDefault: 0), let weight = weight.value(orDefault: 0) else { return .unknown }
    return Truth(base > 0 || weight > 0)
  }
}
