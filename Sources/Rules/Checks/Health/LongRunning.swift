import Forms
import Models
import Syntax

extension TaskDefinition {
  /// Whether it is known to be made to run until it is stopped.
  ///
  /// What starts it says so. Where nothing in the run starts it, a port says so: what ends by itself serves nobody.
  func isLongRunning(startedBy starters: [Resource]) -> Bool {
    if starters.isEmpty {
      return containers.contains { !$0.portMappings.isEmpty }
        && !containers.contains { $0.isEssential == true && $0.endsByItself }
    }
    return starters.contains { $0.kind != .runTask }
  }

  /// Whether others start when it has ended.
  func endsFirst(_ container: ContainerDefinition) -> Bool {
    guard let name = container.name.value else { return false }
    return containers.contains { other in
      other.dependsOn.contains { dependency in
        dependency.containerName.value == name && ["SUCCESS", "COMPLETE"].contains(dependency.condition.value)
      }
    }
  }
}

extension ContainerDefinition {
  /// Whether it is a well-known agent, proxy or log router: by its image, or by its own name where that is not known.
  var isKnownHelper: Bool {
    if firelens.isPresent { return true }
    if let image = imageReference.value, image.name != nil { return image.isKnownSidecar }
    return name.value.map { ImageReference($0).isKnownSidecar } ?? false
  }

  /// Whether the last thing that its command does is to exit: `sh -c "…; exit 0"`.
  fileprivate var endsByItself: Bool {
    guard let script = node.field("command").elements.last?.string else { return false }
    let last = script.split { ";&\n".contains($0) }.last?.drop { $0 == " " } ?? ""
    return last == "exit" || last.hasPrefix("exit ")
  }
}
