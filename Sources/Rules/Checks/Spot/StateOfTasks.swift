import Forms
import Models
import Syntax

extension Check {
  /// A database of an ECS task whose data goes with the task.
  static var stateOfTasks: Check {
    .taskDefinitions { task, findings in
      let starters = findings.run.services(of: findings.resource)
      guard starters.isEmpty || starters.contains(where: { $0.kind != .runTask }),
        ([findings.resource] + starters).allSatisfy({ !$0.saysStateless }), task.knowsAllContainers
      else { return }
      for container in task.containers where !task.endsFirst(container) {
        if let software = container.statefulServer, let mount = task.keptMount(of: container), !mount.isKept {
          findings.report(
            software.range,
            "\(container.title) runs \(software.name), \(software.kind), and \(mount.title): its data ends with the task, "
              + "as at every deployment",
            caption: "keeps no data",
            labels: mount.range.map { [findings.label($0, "lasts as long as the task")] } ?? [],
            help:
              "keep the data in a managed service or on EFS; the tag seatrial:stateful=false says that it may be lost")
        }
        findings.reportLocalDatabase(of: Container(container), "the task") { path in
          task.keeps(path, of: container)
        }
      }
    }
  }
}

extension ContainerDefinition {
  /// The software in its image that keeps data which is more than a copy; nil when it runs none.
  fileprivate var statefulServer: (name: String, kind: String, range: SourceRange)? {
    guard case .known(let image, let range) = imageReference, runsServer else { return nil }
    guard let software = image.statefulSoftware(running: commandWords), software.keepsOriginals, let name = image.name
    else { return nil }
    return (name, software.kind, range)
  }
}

extension TaskDefinition {
  /// What the mounts of a container say of its data; nil when they are not all known.
  fileprivate func keptMount(
    of container: ContainerDefinition
  ) -> (isKept: Bool, title: String, range: SourceRange?)? {
    guard !container.node.field("mountPoints").isUnknown, knowsAllVolumes,
      container.node.field("volumesFrom").elements.isEmpty, !container.node.field("volumesFrom").isUnknown
    else { return nil }
    let mounts = container.mountPoints.filter { $0.field("readOnly").bool.value(orDefault: false) != true }
    guard mounts.allSatisfy({ $0.field("sourceVolume").string.isKnown }) else { return nil }
    if mounts.contains(where: isDurable) { return (true, "", nil) }
    let range = mounts.first?.field("sourceVolume").range
    return (false, range == nil ? "mounts no volume" : "mounts no volume that outlives it", range)
  }

  /// Whether a mount is of a volume that is there without the task, as far as is known.
  fileprivate func isDurable(_ mount: Node) -> Bool {
    guard let volume = volumes.first(where: { $0.name.value == mount.field("sourceVolume").string.value }) else {
      return true
    }
    return volume.efs.isPresent || volume.fsx.isPresent || volume.s3Files.isPresent || volume.docker.isPresent
      || volume.hostSourcePath.isPresent || volume.configuredAtLaunch.value(orDefault: false) != false
  }

  /// Whether a file at a path may be kept: it lies in a durable volume, or where it lies is not known.
  fileprivate func keeps(_ database: LocalDatabase, of container: ContainerDefinition) -> Bool {
    guard !container.node.field("mountPoints").isUnknown, knowsAllVolumes,
      container.node.field("volumesFrom").elements.isEmpty
    else { return true }
    return container.mountPoints.contains { mount in
      guard isDurable(mount) else { return false }
      guard let path = mount.field("containerPath").string.value, database.path.hasPrefix("/") else { return true }
      return database.lies(in: path)
    }
  }
}

extension Resource {
  /// Whether a tag says that it keeps no state that matters, or may say so.
  fileprivate var saysStateless: Bool { statefulTag.map { $0.value != true } ?? false }
}

extension Container {
  /// Whether something says that files are copied away as they change, as Litestream does.
  fileprivate var replicates: Bool {
    let texts =
      ["command", "args", "entryPoint"].flatMap { node.field($0).elements }.compactMap { $0.scalarText }
      + environment.compactMap { $0.name.value } + [image.value?.source ?? ""]
    return texts.map { $0.lowercased() }.contains { text in
      ["litestream", "litefs", "turso"].contains { text.holds($0) }
    }
  }
}

extension Findings {
  /// Reports variables that name a database in a file which is not kept.
  mutating func reportLocalDatabase(
    of container: Container, _ owner: String, unless isKept: (LocalDatabase) -> Bool
  ) {
    for variable in container.environment {
      guard let name = variable.name.value, case .known(let value, let range) = variable.value,
        let text = value.literal,
        let database = LocalDatabase(variable: name, text), !isKept(database),
        !resource.containers.contains(where: \.replicates)
      else { continue }
      report(
        range,
        "\(name) of \(container.title) puts a \(database.kind) database into the file '\(database.path)', which ends with "
          + owner,
        caption: "on no volume that is kept",
        help: "use a database server, or put the file on a volume that outlives \(owner)")
    }
  }
}
