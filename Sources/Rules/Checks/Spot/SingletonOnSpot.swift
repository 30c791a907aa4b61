import Models
import Syntax

extension Check {
  static let singletonOnSpot = Check.longRunning { service, findings in
    guard case .known(1, let range) = service.desiredCount, let spot = findings.spotUse,
      spot.strategy.isWhollyReadable, spot.strategy.items.allSatisfy({ $0.isSpot || $0.isIdleOrShares })
    else { return }
    let alone = spot.strategy.runsOnSpotAlone || (spot.item.base.value ?? 0) > 0
    findings.report(
      range,
      "the only task of \(service.title) \(alone ? "runs" : "may run") on Fargate Spot, and while it is stopped there is none",
      caption: "one task", labels: [spot.label("may be stopped at any time")],
      help: "put { \"capacityProvider\": \"FARGATE\", \"base\": 1 } into the strategy, or run two tasks")
  }
}

extension CapacityProviderStrategyItem {
  /// Whether it is another provider that is known to have no base, so that nothing keeps the only task on it.
  fileprivate var isIdleOrShares: Bool {
    capacityProvider.isKnown && base.value(orDefault: 0) == 0 && weight.value(orDefault: 0) != nil
  }
}
