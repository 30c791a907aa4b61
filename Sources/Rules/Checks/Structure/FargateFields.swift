import Models
import Syntax

extension Check {
  /// What a task definition must not use on Fargate; every field, since ECS itself names one at a time.
  static var fargateFields: Check {
    .fargateTasks { task, findings in
      let labels = findings.labelsOfFargateServices
      for field in UnsupportedField.ofFargateTasks {
        findings.report(field, in: task.node, of: "this task", unsupportedBy: "Fargate", labels)
      }
      for volume in task.volumes {
        let title = volume.name.value.map { "volume '\($0)'" } ?? "this volume"
        for field in UnsupportedField.ofFargateVolumes {
          findings.report(field, in: volume.node, of: title, unsupportedBy: "Fargate", labels)
        }
      }
      for container in task.containers {
        for field in UnsupportedField.ofFargateContainers + UnsupportedField.ofAwsvpcContainers {
          findings.report(field, in: container.node, of: container.title, unsupportedBy: "Fargate", labels)
        }
        findings.reportCapabilities(of: container, labels)
        findings.reportGPU(of: container, labels)
      }
    }
  }

  /// What a container must not use under the network mode `awsvpc`, where the task does not run on Fargate.
  static var awsvpcFields: Check {
    .taskDefinitions { task, findings in
      guard findings.runsOnFargate != .yes, case .known("awsvpc", let range) = task.networkMode else { return }
      for container in task.containers {
        for field in UnsupportedField.ofAwsvpcContainers {
          findings.report(
            field, in: container.node, of: container.title, unsupportedBy: "the network mode awsvpc",
            [findings.label(range, "network mode")])
        }
      }
    }
  }

  /// What a service must not use on Fargate.
  static var fargateServiceFields: Check {
    .services { service, findings in
      guard service.runsOnFargate == .yes else { return }
      let label = findings.label(service.fargateRange, "runs on Fargate")
      for field in UnsupportedField.ofFargateServices {
        findings.report(field, in: service.node, of: "this service", unsupportedBy: "Fargate", [label])
      }
      // On Fargate Spot a daemon is SPT005's.
      if case .known("DAEMON", let range) = service.schedulingStrategy, !service.strategy.usesSpot {
        findings.report(
          range, "this service has schedulingStrategy 'DAEMON', which Fargate does not support",
          caption: "not on Fargate",
          labels: [label], help: "a daemon runs once on each container instance, of which there are none: write REPLICA"
        )
      }
      for volume in service.volumeConfigurations {
        if case .known("standard", let range) = volume.field("managedEBSVolume").field("volumeType").string {
          findings.report(
            range, "a volume of this service has the type 'standard' (magnetic), which Fargate does not support",
            caption: "not on Fargate", labels: [label], help: "write gp3")
        }
      }
    }
  }
}

extension Findings {
  /// Reports a field where it is used in a way that a place does not take.
  mutating func report(
    _ field: UnsupportedField, in node: Node, of title: String, unsupportedBy place: String, _ labels: [Label]
  ) {
    guard let range = field.place(in: node) else { return }
    let what =
      switch field.use {
      case .value(let value): "\(field.name) '\(value)'"
      case .yes: "\(field.name): true"
      case .notEmpty, .positive, .number: field.name
      }
    report(
      range, "\(title) has \(what), which \(place) does not support", caption: "not supported", labels: labels,
      help: field.instead, fixes: removal(of: field, from: node))
  }

  /// Not for a field that would do with another value.
  private func removal(of field: UnsupportedField, from node: Node) -> [Fix] {
    if case .value = field.use { return [] }
    guard let parent = field.parent(in: node), let key = field.path.last, let edit = layout.removing(key, from: parent)
    else { return [] }
    return [Fix("Remove \(field.name)", .unsafe, [edit])]
  }

  fileprivate mutating func reportCapabilities(of container: ContainerDefinition, _ labels: [Label]) {
    for capability in container.node.field("linuxParameters").field("capabilities").field("add").elements {
      // The guide spells the one that is allowed with its prefix, the API without it.
      guard let name = capability.string, !["", "SYS_PTRACE", "CAP_SYS_PTRACE"].contains(name.uppercased()) else {
        continue
      }
      report(
        capability.range, "\(container.title) adds the capability '\(name)'; Fargate lets SYS_PTRACE alone be added",
        caption: "not on Fargate", labels: labels, help: "remove it, or run the task on EC2")
    }
  }

  fileprivate mutating func reportGPU(of container: ContainerDefinition, _ labels: [Label]) {
    for requirement in container.node.field("resourceRequirements").elements {
      guard case .known("GPU", let range) = requirement.field("type").string else { continue }
      report(
        range, "\(container.title) requires a GPU, which Fargate does not have", caption: "not on Fargate",
        labels: labels, help: "run the task on EC2")
    }
  }
}
