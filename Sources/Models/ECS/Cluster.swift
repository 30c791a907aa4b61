import Syntax

/// A view of an ECS cluster.
///
/// Reference: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html>
package struct Cluster: Sendable {
  package let node: Node

  package init(_ node: Node) { self.node = node }

  package var name: Field<String> {
    let name = node.field("clusterName").nonEmptyString
    return name.isAbsent ? node.field("cluster").nonEmptyString : name
  }
  /// The names of the capacity providers that its services can use.
  package var capacityProviders: Field<[Node]> { node.field("capacityProviders").list }
  /// Where tasks go whose service names neither a launch type nor a strategy.
  package var defaultStrategy: CapacityProviderStrategy {
    CapacityProviderStrategy(node.field("defaultCapacityProviderStrategy"))
  }
  package var executeCommand: Field<Node> { node.field("configuration").field("executeCommandConfiguration") }

  /// `enabled`, `enhanced` or `disabled`.
  package var containerInsights: Field<String> {
    let settings = node.field("settings")
    guard let list = settings.list.value else {
      return settings.isAbsent ? .absent(from: anchor) : .unknown(at: anchor)
    }
    for setting in list where setting["name"]?.string == "containerInsights" {
      return setting.field("value").nonEmptyString
    }
    return list.allSatisfy { $0["name"]?.string != nil } ? .absent(from: anchor) : .unknown(at: anchor)
  }

  /// How messages call it: `cluster 'prod'`.
  package var title: String { name.value.map { "cluster '\($0)'" } ?? "this cluster" }

  /// Where to point when something about the whole cluster is missing.
  package var anchor: SourceRange {
    (node.mapping?.entry("clusterName") ?? node.mapping?.entry("cluster"))?.value.range
      ?? node.mapping?.entries.first?.keyRange ?? node.range
  }
}
