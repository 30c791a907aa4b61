import Models
import Syntax

extension Check {
  static let runtimePlatform = Check.taskDefinitions { task, findings in
    if task.isWindows == .yes, case .known("ARM64", let range) = task.cpuArchitecture {
      findings.report(
        range, "Windows containers do not run on ARM64, only on X86_64", caption: "not with Windows",
        labels: [findings.label(task.operatingSystemFamily.range, "Windows")], help: "write X86_64, or leave it out")
    }
    if findings.runsOnFargate == .yes, case .known(let family, let range) = task.operatingSystemFamily,
      WindowsRelease.notOnFargate.contains(family)
    {
      findings.report(
        range, "Fargate does not run \(family), which is for EC2 instances alone", caption: "not on Fargate",
        labels: findings.fargateLabels, help: "write WINDOWS_SERVER_2022_CORE or WINDOWS_SERVER_2019_CORE")
    }
    findings.checkArchitectureOfImages(task)
  }
}

extension Findings {
  /// An image whose name says for which processor it was built.
  fileprivate mutating func checkArchitectureOfImages(_ task: TaskDefinition) {
    // Elsewhere the instances decide.
    guard runsOnFargate == .yes, let architecture = task.cpuArchitecture.value(orDefault: "X86_64") else { return }
    for container in task.containers {
      guard case .known(let image, let range) = container.imageReference,
        let built = image.namedArchitecture, built != architecture, ["X86_64", "ARM64"].contains(architecture)
      else { continue }
      let statement =
        task.cpuArchitecture.isKnown
        ? label(task.cpuArchitecture.range, "the task runs on \(architecture)")
        : label(task.anchor, "no cpuArchitecture: X86_64 is the default")
      report(
        range,
        "the image of \(container.title) is built for \(built) by its name, and the task runs on \(architecture)",
        caption: "for \(built)", severity: .warning, labels: [statement],
        help: "write \"runtimePlatform\": { \"cpuArchitecture\": \"\(built)\" }, or the image for \(architecture)")
    }
  }
}
