import Syntax

/// A view of an ECS container definition.
///
/// Reference: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html>
package struct ContainerDefinition: Sendable {
  package let node: Node
  package let image: Field<Text>
  /// The image, taken apart; absent when it is empty.
  package let imageReference: Field<ImageReference>

  package init(_ node: Node) {
    self.node = node
    image = node.field("image").text
    imageReference = image.orAbsentIfEmpty.map { ImageReference($0) }
  }

  package var name: Field<String> { node.field("name").string }
  /// CPU units; 0 is the same as none.
  package var cpu: Field<Int> { node.field("cpu").integer }
  /// Hard limit, MiB.
  package var memory: Field<Int> { node.field("memory").integer }
  /// Soft limit, MiB.
  package var memoryReservation: Field<Int> { node.field("memoryReservation").integer }
  /// Whether the task stops when this container does; the default is true.
  package var essential: Field<Bool> { node.field("essential").bool }
  package var portMappings: [PortMapping] {
    node.field("portMappings").elements.filter { $0.mapping != nil }.map { PortMapping($0) }
  }
  package var healthCheck: Field<Node> { node.field("healthCheck") }
  package var dependsOn: [ContainerDependency] {
    node.field("dependsOn").elements.filter { $0.mapping != nil }.map { ContainerDependency($0) }
  }
  /// The words of `entryPoint` and `command` that are known.
  package var commandWords: [String] {
    ["entryPoint", "command"].flatMap { node.field($0).elements }.compactMap(\.scalarText)
  }
  package var mountPoints: [Node] { node.field("mountPoints").elements }
  package var environment: [EnvironmentVariable] {
    node.field("environment").elements.map { EnvironmentVariable($0) }
  }
  package var secrets: [Node] { node.field("secrets").elements }
  package var logDriver: Field<String> { node.field("logConfiguration").field("logDriver").nonEmptyString }
  package var logOptions: Field<Node> { node.field("logConfiguration").field("options") }
  package var logSecretOptions: [Node] { node.field("logConfiguration").field("secretOptions").elements }
  package var firelens: Field<Node> { node.field("firelensConfiguration") }
  /// Seconds.
  package var startTimeout: Field<Int> { node.field("startTimeout").integer }
  /// Seconds; on Fargate 2 to 120, default 30.
  package var stopTimeout: Field<Int> { node.field("stopTimeout").integer }

  /// Seconds that Fargate accepts for both timeouts.
  ///
  /// Source: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html>, 2026-11-20.
  package static let fargateTimeouts = 2...120
  /// Seconds to stop where `stopTimeout` says nothing, on Fargate; on EC2 the agent may be set to another number.
  package static let defaultStopTimeout = 30

  /// Whether the task stops when this container does; nil when that is not known.
  package var isEssential: Bool? { essential.value(orDefault: true) }

  /// How messages call it: `container 'web'`.
  package var title: String { name.value.map { "container '\($0)'" } ?? "this container" }

  /// Where to point when something is missing in it: its name, or its first key.
  package var anchor: SourceRange {
    node.mapping?.entry("name")?.value.range ?? node.mapping?.entries.first?.keyRange ?? node.range
  }
}

/// A port mapping of an ECS container.
package struct PortMapping: Sendable {
  package let node: Node

  package init(_ node: Node) { self.node = node }

  package var containerPort: Field<Int> { node.field("containerPort").integer }
  package var hostPort: Field<Int> { node.field("hostPort").integer }
  /// `tcp` (the default) or `udp`.
  package var transport: Field<String> { node.field("protocol").nonEmptyString }
  package var name: Field<String> { node.field("name").nonEmptyString }
  /// `8000-8010`.
  package var containerPortRange: Field<String> { node.field("containerPortRange").nonEmptyString }
}

/// What an ECS container waits for.
package struct ContainerDependency: Sendable {
  package let node: Node

  package init(_ node: Node) { self.node = node }

  package var containerName: Field<String> { node.field("containerName").string }
  /// `START`, `COMPLETE`, `SUCCESS` or `HEALTHY`.
  package var condition: Field<String> { node.field("condition").string }
}

/// One entry of `environment` (ECS) or `env` (Cloud Run).
package struct EnvironmentVariable: Sendable {
  package let node: Node

  package init(_ node: Node) { self.node = node }

  package var name: Field<String> { node.field("name").string }
  package var value: Field<Text> { node.field("value").text }
  /// Cloud Run: where else the value comes from.
  package var valueFrom: Field<Node> { node.field("valueFrom") }
}
