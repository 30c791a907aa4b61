import Syntax

/// A view of a Cloud Run service, job or worker pool in the shape of the v1 API.
///
/// Reference: <https://docs.cloud.google.com/run/docs/reference/yaml/v1>
package struct CloudRunResource: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case service = "Service"
    case job = "Job"
    case workerPool = "WorkerPool"

    /// How messages call it.
    package var title: String {
      switch self {
      case .service: "service"
      case .job: "job"
      case .workerPool: "worker pool"
      }
    }
  }

  package let kind: Kind
  package let node: Node
  /// The revision template (service, worker pool) or the execution template (job).
  package let template: Field<Node>
  /// What holds the containers: the revision's spec, or the spec of a job's task template.
  package let instanceSpec: Field<Node>
  package let containers: [RunContainer]

  package init(_ kind: Kind, _ node: Node) {
    self.kind = kind
    self.node = node
    template = node.field("spec").field("template")
    instanceSpec = (kind == .job ? template.field("spec").field("template") : template).field("spec")
    containers = Self.containers(of: instanceSpec)
  }

  /// The containers of whatever says how instances run.
  package static func containers(of spec: Field<Node>) -> [RunContainer] {
    spec.field("containers").elements.filter { $0.mapping != nil }.map { RunContainer($0) }
  }

  package var name: Field<String> { node.field("metadata").field("name").string }
  /// The project, by its name or its number; absent means that of the client.
  package var namespace: Field<String> { node.field("metadata").field("namespace").nonEmptyString }
  /// The annotations of the service, job or worker pool itself.
  package var annotations: Field<Node> { node.field("metadata").field("annotations") }
  package var labels: Field<Node> { node.field("metadata").field("labels") }

  /// The annotations of the revision or the execution.
  package var templateAnnotations: Field<Node> { template.field("metadata").field("annotations") }

  /// Whether `containers` are all there are.
  package var knowsAllContainers: Bool {
    guard let elements = instanceSpec.field("containers").list.value else { return false }
    return elements.allSatisfy { $0.mapping != nil }
  }

  package var volumes: [Node] { instanceSpec.field("volumes").elements }
  package var serviceAccount: Field<Text> { instanceSpec.field("serviceAccountName").text.orAbsentIfEmpty }
  /// Requests an instance takes at once, 0 to 1000; 0 or absent means 80, or 1 below one CPU.
  package var containerConcurrency: Field<Int> { instanceSpec.field("containerConcurrency").integer }
  package var traffic: Field<[Node]> { node.field("spec").field("traffic").list }

  /// A value of the template's annotations: of the revision or the execution.
  package func templateAnnotation(_ key: String) -> Field<String> { templateAnnotations.field(key).string }

  /// A value of the resource's own annotations.
  package func annotation(_ key: String) -> Field<String> { annotations.field(key).string }

  /// Where to point when something about the whole resource is missing: its name, or its kind.
  package var anchor: SourceRange {
    node["metadata"]?.mapping?.entry("name")?.value.range ?? node.mapping?.entry("kind")?.value.range
      ?? node.mapping?.entries.first?.keyRange ?? node.range
  }
}

/// A view of a container of a Cloud Run resource, v1 API.
package struct RunContainer: Sendable {
  package let node: Node
  package let image: Field<Text>
  /// The image, taken apart; absent when it is empty.
  package let imageReference: Field<ImageReference>

  package init(_ node: Node) {
    self.node = node
    image = node.field("image").text
    imageReference = image.orAbsentIfEmpty.map { ImageReference($0) }
  }

  package var name: Field<String> { node.field("name").nonEmptyString }
  package var environment: [EnvironmentVariable] { node.field("env").elements.map { EnvironmentVariable($0) } }
  package var ports: Field<[Node]> { node.field("ports").list }
  package var limits: Field<Node> { node.field("resources").field("limits") }
  /// CPUs as a Kubernetes quantity: `1`, `0.5`, `500m`; absent means 1.
  package var cpuLimit: Field<Text> { limits.field("cpu").text }
  /// Bytes as a Kubernetes quantity: `512Mi`; absent means 512 MiB.
  package var memoryLimit: Field<Text> { limits.field("memory").text }
  /// Where requests come in when `ports` says nothing.
  package static let defaultPort = 8080
  package var volumeMounts: [Node] { node.field("volumeMounts").elements }
  package var startupProbe: Field<Node> { node.field("startupProbe") }
  package var livenessProbe: Field<Node> { node.field("livenessProbe") }
  package var readinessProbe: Field<Node> { node.field("readinessProbe") }

  /// How messages call it: `container 'web'`.
  package var title: String { name.value.map { "container '\($0)'" } ?? "this container" }

  /// Where to point when something is missing in it: its name, its image, or its first key.
  package var anchor: SourceRange {
    guard let mapping = node.mapping else { return node.range }
    return (mapping.entry("name") ?? mapping.entry("image"))?.value.range ?? mapping.entries.first?.keyRange
      ?? node.range
  }
}
