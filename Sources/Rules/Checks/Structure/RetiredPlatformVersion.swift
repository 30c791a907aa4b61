import Forms
import Models
import Syntax

extension Check {
  /// A version of the Fargate platform on which nothing starts.
  static var retiredPlatformVersion: Check {
    .services { service, findings in
      // With the launch type EC2 there is no version at all, which is SCH006's.
      guard !findings.resource.isGone, service.runsOnFargate != .no,
        case .known(let version, let range) = service.platformVersion
      else { return }
      guard PlatformVersion.isWellFormed(version) else {
        findings.report(
          range, "'\(version)' is no platform version, which is \(PlatformVersion.latest) or like 1.4.0",
          caption: "no version", help: "write LATEST, or leave platformVersion out",
          fixes: findings.writing("LATEST", at: range, version.uppercased() == "LATEST" ? .safe : .unsafe))
        return
      }
      let task = findings.run.taskDefinition(of: findings.resource)
      let isWindows = task?.taskDefinition.isWindows ?? .unknown
      if isWindows == .yes {
        findings.checkWindows(version, at: range, task)
      } else if PlatformVersion.retiredForLinux.contains(version),
        version != PlatformVersion.currentForWindows || isWindows == .no
      {
        findings.report(
          range,
          "platform version \(version) is retired: since \(PlatformVersion.dateOfRetirement) no task starts on a "
            + "version for Linux before \(PlatformVersion.currentForLinux)",
          caption: "retired", help: "write LATEST, or leave platformVersion out",
          fixes: findings.writing("LATEST", at: range))
      }
    }
  }
}

extension Findings {
  fileprivate mutating func checkWindows(_ version: String, at range: SourceRange, _ task: Resource?) {
    guard PlatformVersion.retiredForLinux.contains(version) || version == PlatformVersion.currentForLinux,
      version != PlatformVersion.currentForWindows
    else { return }
    let labels = task.map { label($0.taskDefinition.operatingSystemFamily.range, "Windows", in: $0) }
    report(
      range, "platform version \(version) is one for Linux; for Windows there is \(PlatformVersion.currentForWindows)",
      caption: "for Linux", labels: labels.map { [$0] } ?? [], help: "write LATEST, or leave platformVersion out",
      fixes: writing("LATEST", at: range))
  }
}
