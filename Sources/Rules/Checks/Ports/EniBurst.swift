import Models
import Syntax

extension Check {
  static let eniBurst = Check.longRunning { service, findings in
    guard case .known(let desired, let range) = service.desiredCount, 100...1_000_000 ~= desired,
      service.runsOnFargate == .yes || service.awsvpc.isKnown
    else { return }
    let percent = findings.resource.isWholeService ? 200 : nil
    let maximum =
      service.isRolling == .yes
      ? service.maximumPercent.value ?? (service.maximumPercent.isAbsent ? percent : nil) : nil
    let peak = maximum.flatMap { 100...10_000 ~= $0 ? desired * $0 / 100 : nil } ?? desired
    let during = peak > desired ? ", and up to \(peak) during a deployment" : ""
    findings.report(
      range, "\(desired) tasks take \(desired) network interfaces and addresses of the subnets\(during)",
      caption: "\(desired) interfaces",
      help: "see that the subnets have as many free addresses, and the region as many network interfaces")
  }
}
