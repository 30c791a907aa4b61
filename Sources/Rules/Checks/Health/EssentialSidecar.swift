import Models
import Syntax

extension Check {
  static let essentialSidecar = Check.taskDefinitions { task, findings in
    let helpers = task.containers.filter(\.onlyWatches)
    guard task.knowsAllContainers,
      let main = task.containers.first(where: { $0.isEssential == true && !$0.isKnownHelper })
    else { return }
    for helper in helpers where helper.isEssential == true && !task.isWaitedFor(helper, "HEALTHY") {
      let edit =
        helper.node["essential"].map { findings.rewrite($0, as: "false") }
        ?? findings.add("essential", "false", to: helper.node)
      // HLT020 says so of helpers that are not reported here.
      let blinds =
        helper.healthCheck.isAbsent && task.containers.contains { $0.isEssential == true && $0.hasHealthCheck == .yes }
      findings.report(
        helper.essential.isKnown ? helper.essential.range : helper.anchor,
        "\(helper.title) only watches and is essential\(helper.essential.isKnown ? "" : " by default"), so its crash stops "
          + "\(main.title), too\(blinds ? ", and having no health check it leaves that of the task UNKNOWN" : "")",
        caption: "stops the whole task", help: "set \"essential\": false",
        fixes: edit.map { [Fix("Set essential to false", .unsafe, [$0])] } ?? [])
    }
  }
}

extension ContainerDefinition {
  /// Whether it collects metrics, traces or logs, and nothing depends on it while it runs.
  var onlyWatches: Bool {
    firelens.isAbsent && imageReference.value?.isTelemetryAgent == true
  }
}

extension TaskDefinition {
  /// Whether a container waits for this one in a condition.
  func isWaitedFor(_ container: ContainerDefinition, _ condition: String) -> Bool {
    guard let name = container.name.value else { return true }
    return containers.contains { other in
      other.node.field("dependsOn").isUnknown
        || other.dependsOn.contains {
          ($0.containerName.isUnknown || $0.containerName.value == name)
            && ($0.condition.isUnknown || $0.condition.value == condition)
        }
    }
  }
}
