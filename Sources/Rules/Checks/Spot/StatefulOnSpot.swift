import Models
import Syntax

extension Check {
  static let statefulOnSpot = Check.services { service, findings in
    guard let spot = service.spotItem else { return }
    let task = findings.run.taskDefinition(of: findings.resource)
    guard let signs = StateSign.all(of: findings.resource, running: task),
      let strongest = signs.map(\.weight).max(), strongest > .weak
    else { return }
    // Two signs that each have another explanation hardly have it at once.
    let isCertain = strongest == .strong || Set(signs.filter { $0.weight == .medium }.map(\.message)).count > 1
    let reasons = signs.filter { $0.weight == strongest }.map(\.message)
    let others = signs.count - 1
    findings.report(
      spot.capacityProvider.range,
      "this task keeps state, and Fargate Spot may stop it at two minutes' notice: \(reasons[0])"
        + (others == 0 ? "" : others == 1 ? ", and one more sign" : ", and \(others) more signs"),
      caption: "may be stopped at any time", severity: isCertain ? nil : .warning, labels: signs.map(\.label),
      help:
        "use FARGATE, or keep the data in a managed service; the tag seatrial:stateful=false says that it may be lost")
  }
}
