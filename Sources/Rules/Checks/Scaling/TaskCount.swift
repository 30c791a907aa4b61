import Forms
import Models
import Syntax

extension Check {
  /// The counts of an ECS service.
  static var taskCount: Check {
    Check.longRunning { service, findings in
      if case .known(let count, let range) = service.desiredCount, count < 0 {
        findings.report(
          range, "desiredCount \(count) is below 0", caption: "at least 0",
          help: "write the number of tasks to run; 0 stops them all")
      }
      findings.checkPercentages(of: service)
      findings.checkDaemon(service)
    }
  }
}

extension Findings {
  fileprivate mutating func checkPercentages(of service: Service) {
    if case .known(let percent, let range) = service.minimumHealthyPercent, !(0...100 ~= percent) {
      report(
        range,
        percent < 0
          ? "minimumHealthyPercent \(percent) is below 0"
          : "minimumHealthyPercent \(percent) asks for more healthy tasks than there are; 100 is the most",
        caption: "0 to 100", help: percent < 0 ? "write 0" : "write 100: no task stops before its successor is healthy",
        fixes: writing(percent < 0 ? "0" : "100", at: range))
    }
    // A daemon's is the next one's.
    if case .known(let percent, let range) = service.maximumPercent, percent < 100, service.isDaemon == .no {
      report(
        range, "maximumPercent \(percent) allows fewer tasks than are desired; 100 is the least",
        caption: "at least 100",
        help: "write 200: as many new tasks as there are old ones", fixes: writing("200", at: range))
    }
  }

  /// What counts tasks is not for a service that runs one on each instance.
  fileprivate mutating func checkDaemon(_ service: Service) {
    guard case .known("DAEMON", let daemon) = service.schedulingStrategy, resource.form != .describeServices else {
      return
    }
    let label = label(daemon, "one task on each instance")
    if case .known(let count, _) = service.desiredCount, count >= 0,
      let key = service.node.mapping?.entry("desiredCount")?.keyRange
    {
      report(
        key, "a daemon takes no desiredCount, and this one has \(count): it runs one task on each instance",
        caption: "not for daemons", labels: [label], help: "remove desiredCount",
        fixes: removing("desiredCount", from: service.node, .safe))
    }
    if case .known(let percent, let range) = service.maximumPercent, percent != 100 {
      report(
        range, "maximumPercent of a daemon is 100, and not \(percent): two of its tasks never share an instance",
        caption: "not 100", labels: [label], help: "write 100, or leave it out",
        fixes: writing("100", at: range, .safe))
    }
  }
}
