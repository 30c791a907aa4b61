import Syntax

/// A view of an ECS task definition: `RegisterTaskDefinitionRequest`, or the `taskDefinition` that `describe` prints.
///
/// Reference: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html>
package struct TaskDefinition: Sendable {
  package let node: Node
  package let containers: [ContainerDefinition]

  package init(_ node: Node) {
    self.node = node
    containers =
      node.field("containerDefinitions").elements.filter { $0.mapping != nil }.map { ContainerDefinition($0) }
  }

  package var family: Field<String> { node.field("family").string }
  package var taskRole: Field<Text> { node.field("taskRoleArn").text.orAbsentIfEmpty }
  package var executionRole: Field<Text> { node.field("executionRoleArn").text.orAbsentIfEmpty }
  /// `bridge`, `host`, `awsvpc` or `none`; absent means `bridge`.
  package var networkMode: Field<String> { node.field("networkMode").nonEmptyString }
  /// For the whole task: CPU units, or `1 vCPU`.
  package var cpu: Field<String> { node.field("cpu").nonEmptyString }
  /// For the whole task: MiB, or `1 GB`.
  package var memory: Field<String> { node.field("memory").nonEmptyString }
  package var requiresCompatibilities: Field<[Node]> { node.field("requiresCompatibilities").list }
  /// `X86_64` (the default) or `ARM64`.
  package var cpuArchitecture: Field<String> { node.field("runtimePlatform").field("cpuArchitecture").nonEmptyString }
  /// `LINUX` (the default) or a Windows release.
  package var operatingSystemFamily: Field<String> {
    node.field("runtimePlatform").field("operatingSystemFamily").nonEmptyString
  }

  /// Whether `containers` are all there are.
  package var knowsAllContainers: Bool {
    guard let elements = node.field("containerDefinitions").list.value else { return false }
    return elements.allSatisfy { $0.mapping != nil }
  }

  package var volumes: [TaskVolume] {
    node.field("volumes").elements.filter { $0.mapping != nil }.map { TaskVolume($0) }
  }

  /// Whether `volumes` are all there are.
  package var knowsAllVolumes: Bool {
    switch node.field("volumes") {
    case .known(let list, _): list.sequence?.allSatisfy { $0.mapping != nil } ?? false
    case .absent: true
    case .unknown: false
    }
  }

  /// Whether it says that it runs on Fargate.
  ///
  /// Absent `requiresCompatibilities` is validated as EC2 alone: `no`.
  package var requiresFargate: Truth { requires("FARGATE") }

  /// Whether `requiresCompatibilities` lists a launch type.
  package func requires(_ launchType: String) -> Truth {
    switch requiresCompatibilities {
    case .known(let elements, _):
      if elements.contains(where: { $0.string?.uppercased() == launchType }) { return .yes }
      return elements.allSatisfy { $0.string != nil } ? .no : .unknown
    case .unknown: return .unknown
    case .absent: return .no
    }
  }

  /// Whether its containers are Windows containers.
  package var isWindows: Truth {
    switch operatingSystemFamily {
    case .known(let family, _): Truth(family.uppercased().hasPrefix("WINDOWS"))
    case .unknown: .unknown
    case .absent: .no
    }
  }

  /// The value of a tag, nil when there is no such tag with a known value.
  package func tag(_ key: String) -> String? {
    node.field("tags").elements.first { $0["key"]?.string == key }?["value"]?.string
  }

  /// Where to point when something about the whole task definition is missing: its family, or its first bytes.
  package var anchor: SourceRange {
    node.mapping?.entry("family")?.value.range ?? node.mapping?.entries.first?.keyRange ?? node.range
  }
}

/// A volume of a task definition.
///
/// Reference: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html>
package struct TaskVolume: Sendable {
  package let node: Node

  package init(_ node: Node) { self.node = node }

  package var name: Field<String> { node.field("name").string }
  package var efs: Field<Node> { node.field("efsVolumeConfiguration") }
  package var fsx: Field<Node> { node.field("fsxWindowsFileServerVolumeConfiguration") }
  package var s3Files: Field<Node> { node.field("s3filesVolumeConfiguration") }
  package var docker: Field<Node> { node.field("dockerVolumeConfiguration") }
  package var hostSourcePath: Field<String> { node.field("host").field("sourcePath").nonEmptyString }
  /// Whether the service or the `run-task` call gives the volume: a managed EBS volume.
  package var configuredAtLaunch: Field<Bool> { node.field("configuredAtLaunch").bool }
}

extension Field where Value == Text {
  /// `describe` and some editors write `""` for what is not set.
  package var orAbsentIfEmpty: Field<Text> {
    if case .known(let text, let range) = self, text.literal == "" { .absent(from: range) } else { self }
  }
}
