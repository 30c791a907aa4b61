import Models
import Syntax

extension Check {
  static let addedCapabilities = Check.containerDefinitions { container, task, findings in
    // What Fargate refuses is SCH006's; a privileged container has them all, which SEC003 says.
    guard findings.runsOnFargate != .yes, container.privileged.value != true else { return }
    for node in container.addedCapabilities {
      guard let text = node.string, let capability = Capability(text) else { continue }
      let isOwnNetwork = capability.isOfNetwork && task.networkMode.value == "awsvpc"
      let consequence = capability.reach.map { ": it may \($0)" } ?? ", which Docker gives to no container by itself"
      findings.report(
        node.range, "\(container.title) adds the capability '\(text)'\(consequence)",
        caption: "beyond what Docker gives", severity: capability.reach == nil || isOwnNetwork ? .note : nil,
        help: capability.name == "ALL"
          ? "name the one capability that the program needs" : "leave it out unless the program needs it",
        hidesSource: false)
    }
  }
}
