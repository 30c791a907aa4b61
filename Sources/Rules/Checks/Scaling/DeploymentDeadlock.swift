import Models
import Syntax

extension Check {
  static let deploymentDeadlock = Check.longRunning { service, findings in
    guard service.isRolling == .yes, service.isDaemon != .unknown else { return }
    if service.minimumHealthyPercent.value == 100, case .known(100, let range) = service.maximumPercent {
      findings.report(
        range,
        "minimumHealthyPercent and maximumPercent are both 100: a deployment can neither stop a task nor start one",
        caption: "no room",
        labels: [findings.label(service.minimumHealthyPercent.range, "no task may stop before another one runs")],
        help: service.isDaemon == .yes ? "write minimumHealthyPercent 0" : "write maximumPercent 200",
        fixes: service.isDaemon == .yes
          ? findings.writing("0", at: service.minimumHealthyPercent.range) : findings.writing("200", at: range))
    } else if service.isDaemon == .no {
      findings.checkRoom(of: service)
    }
  }
}

extension Findings {
  /// Whether the whole numbers that the percentages come to leave room for one task.
  fileprivate mutating func checkRoom(of service: Service) {
    let isWhole = resource.isWholeService
    guard case .known(let desired, let desiredRange) = service.desiredCount, 1...1_000_000 ~= desired,
      let minimum = isWhole ? service.minimumHealthyPercent.value(orDefault: 100) : service.minimumHealthyPercent.value,
      let maximum = isWhole ? service.maximumPercent.value(orDefault: 200) : service.maximumPercent.value,
      0...100 ~= minimum, 100...10_000 ~= maximum
    else { return }
    let kept = (desired * minimum + 99) / 100
    let allowed = desired * maximum / 100
    guard allowed <= kept, service.maximumPercent.isKnown || service.minimumHealthyPercent.isKnown else { return }
    let place = service.maximumPercent.isKnown ? service.maximumPercent.range : service.minimumHealthyPercent.range
    var labels = [label(desiredRange, "of \(desired)")]
    if service.maximumPercent.isKnown, case .known(_, let range) = service.minimumHealthyPercent {
      labels.append(label(range, "\(kept) must go on running"))
    }
    report(
      place,
      "with desiredCount \(desired) at least \(kept) must run (\(minimum) % rounded up) and at most \(allowed) may "
        + "(\(maximum) % rounded down): a deployment can neither stop a task nor start one",
      caption: "no room for one task", labels: labels,
      help: "write maximumPercent 200, or minimumHealthyPercent 0 where a short outage is harmless",
      fixes: service.maximumPercent.isKnown ? writing("200", at: place) : [])
  }
}
