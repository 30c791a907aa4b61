import Models
import Syntax

/// The ECS clusters of a mapping and what they run on: the input of `create-cluster`, `put-cluster-capacity-providers`
/// and `create-capacity-provider`, and what `describe-clusters` prints.
func clusters(_ node: Node, _ mapping: Mapping) -> [Part] {
  if let described = mapping["clusters"]?.sequence {
    return described.filter { $0["clusterArn"] != nil && $0["clusterName"] != nil }.map {
      Part(kind: .cluster, form: .describeClusters, node: $0)
    }
  }
  if let described = mapping["cluster"], described["clusterArn"] != nil {
    return [Part(kind: .cluster, form: .describeClusters, node: described)]
  }
  if mapping["capacityProviders"]?.sequence != nil, mapping["defaultCapacityProviderStrategy"]?.sequence != nil,
    mapping["cluster"] != nil
  {
    return [Part(kind: .cluster, form: .putClusterCapacityProviders, node: node)]
  }
  if mapping["name"] != nil, mapping["capacityProviderArn"] == nil,
    mapping["autoScalingGroupProvider"]?.mapping != nil || mapping["managedInstancesProvider"]?.mapping != nil
  {
    return [Part(kind: .capacityProvider, form: .createCapacityProvider, node: node)]
  }
  let hasSettings =
    mapping["capacityProviders"]?.sequence != nil || mapping["defaultCapacityProviderStrategy"]?.sequence != nil
    || mapping["settings"]?.sequence?.contains { $0["name"]?.string == "containerInsights" } == true
    || mapping["configuration"]?["executeCommandConfiguration"] != nil || mapping["serviceConnectDefaults"] != nil
  guard mapping["clusterName"] != nil, hasSettings else { return [] }
  return [
    Part(kind: .cluster, form: mapping["clusterArn"] == nil ? .createCluster : .describeClusters, node: node)
  ]
}
