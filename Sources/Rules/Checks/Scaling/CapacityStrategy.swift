import Forms
import Models
import Syntax

extension Check {
  static let capacityStrategy = Check.strategiesOfServices + .strategiesOfClusters + .capacityProviders

  private static var strategiesOfServices: Check {
    .services { service, findings in
      findings.checkStrategy(service.strategy, "capacityProviderStrategy", of: service.node)
    }
  }

  private static var strategiesOfClusters: Check {
    Check([.cluster]) { resource, findings in
      let cluster = Cluster(resource.node)
      findings.checkStrategy(cluster.defaultStrategy, "defaultCapacityProviderStrategy", of: cluster.node)
      findings.checkAssociation(of: cluster)
    }
  }
}

extension Findings {
  fileprivate mutating func checkStrategy(_ strategy: CapacityProviderStrategy, _ name: String, of node: Node) {
    let items = strategy.items
    checkBases(items)
    checkProviders(items)
    guard let elements = strategy.list.value, let key = node.mapping?.entry(name)?.keyRange else { return }
    if elements.count > 20 {
      report(
        key, "a strategy has at most 20 capacity providers; this one has \(elements.count)", caption: "more than 20",
        help: "leave out the providers that need no tasks")
    }
    guard items.count > 1, items.count == elements.count,
      items.allSatisfy({ $0.weight.value(orDefault: 0) == 0 })
    else { return }
    report(
      key, "none of the \(items.count) capacity providers has a weight above 0, so no task can be placed",
      caption: "every weight is 0",
      labels: items.prefix(4).map {
        label(
          $0.weight.isKnown ? $0.weight.range : $0.capacityProvider.range,
          $0.weight.isKnown ? "weight 0" : "no weight: 0 is the default of the API")
      },
      help: "give a weight to each provider that is to take tasks")
  }

  /// A default strategy uses what the cluster has.
  fileprivate mutating func checkAssociation(of cluster: Cluster) {
    guard case .known(let elements, let place) = cluster.capacityProviders else { return }
    let names = elements.compactMap(\.string)
    guard names.count == elements.count else { return }
    for item in cluster.defaultStrategy.items {
      guard case .known(let name, let range) = item.capacityProvider, !names.contains(name) else { continue }
      let key = cluster.node.mapping?.entry("capacityProviders")?.keyRange ?? place
      report(
        range, "'\(name)' is not among the capacityProviders of \(cluster.title)", caption: "not associated",
        labels: [label(key, names.isEmpty ? "none" : names.inWords("and"))], help: "add it to capacityProviders")
    }
  }
}

extension Findings {
  fileprivate mutating func checkBases(_ items: [CapacityProviderStrategyItem]) {
    let based = items.compactMap { item -> (base: Int, range: SourceRange, provider: String)? in
      guard case .known(let base, let range) = item.base, base > 0 else { return nil }
      return (base, range, item.capacityProvider.value.map { "'\($0)'" } ?? "this provider")
    }
    guard let first = based.first else { return }
    for other in based.dropFirst() {
      report(
        other.range,
        "\(other.provider) has base \(other.base), and \(first.provider) has base \(first.base): one provider of a "
          + "strategy can have a base",
        caption: "a second base", labels: [label(first.range, "the first base")],
        help: "keep the base of the provider that must never be without a task, and remove the others")
    }
  }

  fileprivate mutating func checkProviders(_ items: [CapacityProviderStrategyItem]) {
    for item in items {
      guard case .known(let name, let range) = item.capacityProvider, !fargate.contains(name),
        let meant = fargate.first(where: { $0 == name.asProviderName })
      else { continue }
      report(
        range, "'\(name)' is no capacity provider; '\(meant)' is, and no other name may begin with fargate",
        caption: "no such provider", help: "write \(meant)")
    }
    guard let first = items.first(where: { fargate.contains($0.capacityProvider.value ?? "") }),
      let provider = first.capacityProvider.value
    else { return }
    for item in items {
      guard case .known(let name, let range) = item.capacityProvider, !name.isEmpty,
        !name.uppercased().hasPrefix("FARGATE")
      else { continue }
      report(
        range, "'\(name)' is not of Fargate and stands beside '\(provider)'; a strategy has one kind or the other",
        caption: "not of Fargate", labels: [label(first.capacityProvider.range, "of Fargate")],
        help: "make two services, one on Fargate and one on the other providers")
    }
  }
}

/// The names that AWS gives, as of 2026-11.
private let fargate = ["FARGATE", "FARGATE_SPOT"]

extension String {
  /// How AWS writes such a name: in capitals, with `_`.
  fileprivate var asProviderName: String { String(uppercased().map { $0 == "-" ? "_" : $0 }) }
}
