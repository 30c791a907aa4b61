import Forms
import Models
import Syntax

extension Check {
  static let danglingName = Check.namesInTasks + .namesInCloudRun

  private static var namesInTasks: Check {
    .taskDefinitions { task, findings in
      if task.knowsAllVolumes, let volumes = known(task.volumes.map { $0.name }) {
        for container in task.containers {
          for mount in container.mountPoints {
            findings.reportStranger(
              mount.field("sourceVolume"), among: volumes,
              { "\(container.title) mounts the volume '\($0)', which the task does not define" }, kind: "volume")
          }
        }
      }
      findings.checkLaunchVolumes(of: task)
      // A file with a single container may be a part of a list whose other parts stand elsewhere.
      let isPart = findings.resource.form == .containerDefinitions && task.containers.count < 2
      guard !isPart, task.knowsAllContainers, let names = known(task.containers.map { $0.name }) else { return }
      for container in task.containers {
        for source in container.node.field("volumesFrom").elements {
          findings.reportStranger(
            source.field("sourceContainer"), among: names,
            { "\(container.title) takes volumes from the container '\($0)', which the task does not have" },
            kind: "container")
        }
      }
      findings.reportStranger(
        task.node.field("proxyConfiguration").field("containerName"), among: names,
        { "the proxy is the container '\($0)', which the task does not have" }, kind: "container")
    }
  }

  private static var namesInCloudRun: Check {
    .cloudRun { resource, findings in
      if resource.knowsAllVolumes, let volumes = known(resource.volumes.map { $0.field("name").string }) {
        for container in resource.containers {
          for mount in container.volumeMounts {
            findings.reportStranger(
              mount.field("name"), among: volumes,
              { "\(container.title) mounts the volume '\($0)', which the \(resource.kind.title) does not define" },
              kind: "volume")
          }
        }
      }
    }
  }

  /// The names when all are known.
  private static func known(_ names: [Field<String>]) -> [String]? {
    let values = names.compactMap { $0.value }
    return values.count == names.count ? values : nil
  }
}

extension CloudRunResource {
  /// Whether `volumes` are all there are.
  fileprivate var knowsAllVolumes: Bool {
    switch instanceSpec.field("volumes") {
    case .known(let list, _): list.sequence?.allSatisfy { $0.mapping != nil } ?? false
    case .absent: instanceSpec.isKnown
    case .unknown: false
    }
  }
}

extension Findings {
  /// Reports a name that is not among those that are defined.
  fileprivate mutating func reportStranger(
    _ field: Field<Node>, among names: [String], _ message: (String) -> String, kind: String
  ) {
    guard case .known(let name, let range) = field.string, !name.isEmpty, !names.contains(name) else { return }
    let near = nearest(to: name, among: names)
    let fix = field.value.flatMap { node in
      near.count == 1 ? Fix("Write '\(near[0])'", .unsafe, [rewrite(node, as: near[0])]) : nil
    }
    report(
      range, message(name), caption: "no such \(kind)",
      help: near.first.map { "did you mean '\($0)'?" }
        ?? choice(of: kind, among: names),
      fixes: fix.map { [$0] } ?? [])
  }

  /// ECS takes volumes that nobody mounts, except those that the service brings along.
  fileprivate mutating func checkLaunchVolumes(of task: TaskDefinition) {
    guard task.knowsAllContainers, resource.form != .containerDefinitions else { return }
    let mounts = task.containers.map { $0.node.field("mountPoints") }
    guard mounts.allSatisfy({ !$0.isUnknown }) else { return }
    let mounted = mounts.flatMap { $0.elements }.map { $0.field("sourceVolume").string }
    guard mounted.allSatisfy({ $0.isKnown }) else { return }
    for volume in task.volumes where volume.configuredAtLaunch.value == true {
      guard case .known(let name, let range) = volume.name, !mounted.contains(where: { $0.value == name }) else {
        continue
      }
      report(
        range, "no container mounts the volume '\(name)', which is configured at launch, and ECS wants it mounted",
        caption: "not mounted", help: "add it to the mountPoints of a container, or remove it")
    }
  }
}

/// What can be written instead.
private func choice(of kind: String, among names: [String]) -> String {
  switch names.count {
  case 0: "define a \(kind) of that name, or remove this"
  case 1: "the only \(kind) is '\(names[0])'"
  default: "the \(kind)s are \(names.sorted().inWords("and"))"
  }
}
