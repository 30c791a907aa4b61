import Models
import Syntax

extension Check {
  static let partialHealth = Check.taskDefinitions { task, findings in
    let starters = findings.run.services(of: findings.resource)
    if task.knowsAllContainers, task.isLongRunning(startedBy: starters) { findings.reportUncheckedHelpers(in: task) }
    for container in task.containers where task.knowsAllContainers { findings.reportIdleCheck(of: container, in: task) }
  }
}

extension Findings {
  /// Essential helpers without a check; of other containers HLT001 speaks.
  fileprivate mutating func reportUncheckedHelpers(in task: TaskDefinition) {
    guard let checked = task.containers.first(where: { $0.isEssential == true && $0.hasHealthCheck == .yes }),
      let key = checked.node.mapping?.entry("healthCheck")?.keyRange
    else { return }
    for container in task.containers where container.isEssential == true && container.hasHealthCheck == .no {
      // A log router is essential so that no logs are lost, and AWS's own examples give it no check; of what only watches
      // HLT014 speaks.
      guard container.isKnownHelper || container.healthCheck.isKnown, container.firelens.isAbsent,
        !container.onlyWatches, !task.endsFirst(container)
      else { continue }
      let check = container.healthCheck.value.map { HealthCheck($0).command.range }
      report(
        check ?? container.anchor,
        "\(container.title) is essential and has no health check, so the health of the whole task stays UNKNOWN, whatever "
          + "that of \(checked.title) says",
        caption: "never HEALTHY", labels: [label(key, "counts for nothing as long as all is well")],
        help: "give it a health check as well, or set \"essential\": false")
    }
  }

  /// A check whose answer nobody looks at.
  fileprivate mutating func reportIdleCheck(of container: ContainerDefinition, in task: TaskDefinition) {
    guard container.isEssential == false, container.hasHealthCheck == .yes, container.name.isKnown,
      !task.isWaitedFor(container, "HEALTHY"), let key = container.node.mapping?.entry("healthCheck")?.keyRange
    else { return }
    report(
      key,
      "the health check of \(container.title) changes nothing: it is not essential, and no container waits for it to be "
        + "HEALTHY",
      caption: "nobody looks at it", labels: [label(container.essential.range, "not essential")],
      help: "make it essential, or let another container depend on it with HEALTHY, or leave the check out")
  }
}
