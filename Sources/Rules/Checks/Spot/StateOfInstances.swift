import Models
import Syntax

extension Check {
  /// A database of a Cloud Run instance whose data goes with the instance.
  static var stateOfInstances: Check {
    .cloudRun([.service, .workerPool]) { resource, findings in
      guard resource.knowsAllContainers, !resource.instanceSpec.field("volumes").isUnknown else { return }
      for container in resource.containers {
        guard !container.node.field("volumeMounts").isUnknown else { continue }
        let mounts = resource.durableMounts(of: container)
        if case .known(let image, let range) = container.imageReference, let software = image.statefulSoftware,
          software.keepsOriginals, let name = image.name, mounts.isEmpty, container.runsServer
        {
          findings.report(
            range,
            "\(container.title) runs \(name), \(software.kind), whose data ends with the instance, and every instance has "
              + "its own",
            caption: "keeps no data", help: "keep the data in a managed service, such as Cloud SQL")
        }
        findings.reportLocalDatabase(of: Container(container), "the instance") { database in
          mounts.contains { path in path.map { !database.path.hasPrefix("/") || database.lies(in: $0) } ?? true }
        }
      }
    }
  }
}

extension CloudRunResource {
  /// Where a container mounts volumes that are there without the instance; nil for one that may be anywhere.
  fileprivate func durableMounts(of container: RunContainer) -> [String?] {
    container.volumeMounts.compactMap { mount in
      let volume = volumes.first { $0["name"]?.string == mount.field("name").string.value }
      // Files in memory, and secrets, which are read-only.
      if let volume, volume.field("emptyDir").isPresent || volume.field("secret").isPresent { return nil }
      return .some(mount.field("mountPath").string.value)
    }
  }
}

extension RunContainer {
  fileprivate var runsServer: Bool {
    runsServerOf(["command", "args"].flatMap { node.field($0).elements }.compactMap(\.string))
  }
}
