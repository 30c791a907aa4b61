import Forms
import Models
import Syntax

extension Check {
  static let spotWithoutOnDemandBase = Check.services { service, findings in
    // The only task of a service is SPT006's.
    guard findings.resource.kind != .runTask, let spot = findings.spotUse, spot.strategy.runsOnSpotAlone,
      service.desiredCount.value != 1
    else { return }
    let idle = spot.strategy.items.filter { !$0.isSpot }
    findings.report(
      spot, by: service,
      "every task of this service is on Fargate Spot; when Spot is short there are none, since nothing falls back to FARGATE",
      caption: "no task is safe here",
      labels: idle.map {
        findings.label($0.capacityProvider.range, "receives no tasks: its base and its weight are 0", in: spot.holder)
      },
      help:
        "put { \"capacityProvider\": \"FARGATE\", \"base\": 1, \"weight\": 1 } beside it, for as many tasks as must not stop"
    )
  }
}
