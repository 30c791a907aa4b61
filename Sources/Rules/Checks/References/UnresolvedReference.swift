import Forms
import Models
import Syntax

extension Check {
  static let unresolvedReference = Check.services { service, findings in
    // Only the task definition that the service is known to name is held against it.
    guard !findings.resource.isGone, let other = findings.run.taskDefinition(of: findings.resource) else { return }
    let task = other.taskDefinition
    findings.checkLaunchType(of: service, task, in: other)
    findings.checkNetworkMode(of: service, task, in: other)
    findings.checkVolumes(of: service, task, in: other)
    findings.checkPortNames(of: service, task, in: other)
    for override in service.node.field("overrides").field("containerOverrides").elements {
      guard case .known(let name, let range) = override.field("name").nonEmptyString else { continue }
      _ = findings.container(name, at: range, of: task, in: other, "an override is for")
    }
    for registry in service.node.field("serviceRegistries").elements {
      guard case .known(let name, let range) = ServiceTarget(registry).containerName else { continue }
      _ = findings.container(name, at: range, of: task, in: other, "the service registry names")
    }
  }
}

extension Findings {
  fileprivate mutating func checkLaunchType(of service: Service, _ task: TaskDefinition, in other: Resource) {
    if case .known("EXTERNAL", let range) = service.launchType, case .known("awsvpc", let mode) = task.networkMode {
      report(
        range, "the task has the network mode awsvpc, which external instances do not support",
        caption: "not with awsvpc", labels: [label(mode, "network mode", in: other)],
        help: "write networkMode bridge or host in the task definition")
    }
    guard service.runsOnFargate == .yes, task.requiresFargate == .no,
      case .known(let list, let range) = task.requiresCompatibilities, !list.isEmpty
    else { return }
    let listed = list.compactMap(\.string).map { "'\($0)'" }.inWords("and")
    // ECS finds out by itself what else a task could run on; what cannot, it refuses.
    let couldRun =
      task.networkMode.isUnknown || task.networkMode.value == "awsvpc"
      ? !task.cpu.isAbsent && !task.memory.isAbsent : false
    let place = list.count == 1 ? list[0].range : range
    report(
      service.fargateRange, "the service runs on Fargate; its task definition is made for \(listed) alone",
      caption: "Fargate", severity: couldRun ? .warning : nil,
      labels: [label(place, "no FARGATE here", in: other)], help: "add FARGATE to requiresCompatibilities")
  }

  fileprivate mutating func checkNetworkMode(of service: Service, _ task: TaskDefinition, in other: Resource) {
    // On Fargate the network mode is what is wrong: NET001.
    guard service.awsvpc.isKnown, service.runsOnFargate != .yes, run.runsOnFargate(other) == .no,
      let mode = task.networkMode.value(orDefault: "bridge"), ["bridge", "host", "none"].contains(mode),
      let key = service.node.mapping?.entry("networkConfiguration")?.keyRange
    else { return }
    let place = task.networkMode.isKnown ? task.networkMode.range : task.anchor
    report(
      key, "networkConfiguration is for the network mode awsvpc; the task has '\(mode)'", caption: "only for awsvpc",
      labels: [label(place, task.networkMode.isKnown ? "network mode" : "bridge is the default", in: other)],
      help: "remove it, or write \"networkMode\": \"awsvpc\" in the task definition")
  }

  fileprivate mutating func checkVolumes(of service: Service, _ task: TaskDefinition, in other: Resource) {
    guard task.knowsAllVolumes, task.volumes.allSatisfy(\.name.isKnown) else { return }
    for configuration in service.volumeConfigurations {
      guard case .known(let name, let range) = configuration.field("name").nonEmptyString else { continue }
      guard let volume = task.volumes.first(where: { $0.name.value == name }) else {
        report(
          range, "volume '\(name)' is not in the task definition", caption: "no such volume",
          labels: [label(task.anchor, "this task definition", in: other)],
          help: "add { \"name\": \"\(name)\", \"configuredAtLaunch\": true } to its volumes, and mount it")
        continue
      }
      guard volume.configuredAtLaunch.value(orDefault: false) == false else { continue }
      report(
        range, "volume '\(name)' is not left to the service by the task definition", caption: "not configuredAtLaunch",
        labels: [label(volume.name.range, "without configuredAtLaunch", in: other)],
        help: "write \"configuredAtLaunch\": true in the volume of the task definition")
    }
  }

  fileprivate mutating func checkPortNames(of service: Service, _ task: TaskDefinition, in other: Resource) {
    let connect = service.node.field("serviceConnectConfiguration")
    let mappings = task.containers.flatMap(\.portMappings)
    guard connect.field("enabled").bool.value == true, task.knowsAllContainers,
      task.containers.allSatisfy({ $0.hasKnownPortMappings }), mappings.allSatisfy({ !$0.name.isUnknown })
    else { return }
    let names = mappings.compactMap(\.name.value)
    for entry in connect.field("services").elements {
      guard case .known(let name, let range) = entry.field("portName").nonEmptyString, !names.contains(name) else {
        continue
      }
      let place = mappings.first.map { $0.name.isKnown ? $0.name.range : $0.containerPort.range } ?? task.anchor
      report(
        range, "no port mapping of the task definition has the name '\(name)'", caption: "no such port",
        labels: [label(place, names.isEmpty ? "no name here" : "a named port", in: other)],
        help: names.isEmpty
          ? "write \"name\": \"\(name)\" in the port mapping" : "write \(names.inWords("or")), or name the port so",
        fixes: nearest(to: name, among: names).first.map { writing($0, at: range) } ?? [])
    }
  }
}

extension ContainerDefinition {
  /// Whether every port mapping is seen.
  fileprivate var hasKnownPortMappings: Bool {
    switch node.field("portMappings") {
    case .absent: true
    case .unknown: false
    case .known(let list, _): list.sequence?.allSatisfy { $0.mapping != nil } ?? false
    }
  }
}
