import Syntax

/// How tasks are shared out among capacity providers: of a service, a task set or a run, or the default of a cluster.
///
/// Reference: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html>
package struct CapacityProviderStrategy: Sendable {
  /// At most 20 items; an empty list is an absent one.
  package let list: Field<[Node]>

  package init(_ field: Field<Node>) {
    if case .known(let items, let range) = field.list, items.isEmpty {
      list = .absent(from: range)
    } else {
      list = field.list
    }
  }

  package var items: [CapacityProviderStrategyItem] {
    (list.value ?? []).filter { $0.mapping != nil }.map { CapacityProviderStrategyItem($0) }
  }

  /// Whether it names a capacity provider of Fargate.
  package var runsOnFargate: Truth {
    guard let items = list.value else { return .unknown }
    let providers = items.map { $0["capacityProvider"]?.string }
    if providers.contains(where: { $0 == "FARGATE" || $0 == "FARGATE_SPOT" }) { return .yes }
    return providers.allSatisfy { $0 != nil } ? .no : .unknown
  }

  /// Whether it names Fargate Spot.
  package var usesSpot: Bool { items.contains { $0.isSpot } }

  /// The item that puts tasks on Fargate Spot; nil when none is known to.
  package var spotItem: CapacityProviderStrategyItem? {
    let items = items
    return items.first { $0.isSpot && (items.count == 1 ? $0.receivesTasks != .unknown : $0.receivesTasks == .yes) }
  }

  /// Whether tasks go to Fargate Spot and nowhere else.
  package var runsOnSpotAlone: Bool {
    guard isWhollyReadable, spotItem != nil else { return false }
    return items.allSatisfy { $0.isSpot || ($0.capacityProvider.isKnown && $0.receivesTasks == .no) }
  }

  /// Whether it is there and each of its items is a mapping.
  package var isWhollyReadable: Bool { list.value?.allSatisfy { $0.mapping != nil } ?? false }
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

  package var isSpot: Bool { capacityProvider.value == "FARGATE_SPOT" }

  /// Whether the strategy sends any tasks to this provider: it has a base, or a weight above 0.
  package var receivesTasks: Truth {
    guard let base = base.value(orDefault: 0), let weight = weight.value(orDefault: 0) else { return .unknown }
    return Truth(base > 0 || weight > 0)
  }
}
