import Forms
import Models
import Syntax

/// That the tasks of a service go to Fargate Spot: by its own strategy, else by the default one of its cluster.
struct SpotUse {
  let item: CapacityProviderStrategyItem
  let strategy: CapacityProviderStrategy
  /// Whose strategy it is.
  let holder: Resource

  /// - Returns: nil when no tasks are known to go there.
  init?(of service: Resource, in run: Run) {
    let (strategy, holder) = run.strategy(of: service)
    guard let item = strategy.spotItem else { return nil }
    (self.item, self.strategy, self.holder) = (item, strategy, holder)
  }

  var isOfCluster: Bool { holder.kind == .cluster }

  /// The place that names Fargate Spot, in the file of its holder.
  func label(_ message: String) -> Diagnostic.Label {
    Diagnostic.Label(file: holder.file, range: item.capacityProvider.range, message: message)
  }
}

extension Findings {
  /// How tasks of the service under the check come to Fargate Spot; nil when none is known to.
  var spotUse: SpotUse? { SpotUse(of: resource, in: run) }

  /// Reports on the use of Spot: at the service's strategy, or at the service with a label at its cluster's.
  mutating func report(
    _ use: SpotUse, by service: Service, _ message: String, caption: String, severity: Severity? = nil,
    labels: [Label], help: String
  ) {
    guard use.isOfCluster else {
      return report(
        use.item.capacityProvider.range, message, caption: caption, severity: severity, labels: labels, help: help)
    }
    let title = Cluster(use.holder.node).title
    report(
      service.anchor, message, caption: "placed by the default strategy of \(title)", severity: severity,
      labels: [use.label("\(caption): the default of \(title)")] + labels, help: help)
  }
}
