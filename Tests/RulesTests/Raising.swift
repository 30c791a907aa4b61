import Forms
import Linting
import Models
import Rules
import Syntax

/// Says in the v2 API what a document says in v1, independently of what lowers it back.
///
/// Only for what both can say: anything else makes it nil.
struct Raising {
  private var isPossible = true
  private let nowhere = SourceRange(0, 0)

  static func text(of document: Node) -> String? {
    var raising = Raising()
    let node = raising.resource(document)
    return raising.isPossible ? node.asYAML : nil
  }

  private typealias Fields = [(String, Node)]

  private mutating func resource(_ document: Node) -> Node {
    let metadata = document["metadata"]
    let spec = document["spec"]
    var fields: Fields = []
    only(["apiVersion", "kind", "metadata", "spec"], in: document)
    only(["name", "annotations", "labels"], in: metadata)
    only(["template", "traffic", "instanceSplits"], in: spec)
    let isJob = document["kind"]?.string == "Job"
    let isPool = document["kind"]?.string == "WorkerPool"
    let collection = isJob ? "jobs" : isPool ? "workerPools" : "services"
    fields.append(("launchStage", string("GA")))
    if let name = metadata?["name"] {
      fields.append(("name", string("projects/acme/locations/europe-west1/\(collection)/\(name.scalarText ?? "")")))
    }
    if let labels = metadata?["labels"] {
      if labels.mapping?.entries.contains(where: { $0.key.contains("googleapis.com/") }) ?? true { isPossible = false }
      fields.append(("labels", labels))
    }
    for entry in metadata?["annotations"]?.mapping?.entries ?? [] { fields += own(entry) }
    if let template = spec?["template"] {
      fields.append(("template", isJob ? execution(template) : revision(template, isService: !isPool)))
    }
    for (name, words) in [("traffic", "TRAFFIC_TARGET"), ("instanceSplits", "INSTANCE_SPLIT")] {
      guard let shares = spec?[name] else { continue }
      fields.append((name, list(shares) { raising, share in raising.share(share, words + "_ALLOCATION_TYPE_") }))
    }
    return mapping(fields)
  }

  /// An annotation of the resource itself.
  private mutating func own(_ entry: Mapping.Entry) -> Fields {
    let words = [
      "all": "INGRESS_TRAFFIC_ALL", "internal": "INGRESS_TRAFFIC_INTERNAL_ONLY",
      "internal-and-cloud-load-balancing": "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER",
    ]
    switch entry.key {
    case "run.googleapis.com/ingress": return [("ingress", string(words[entry.value.string ?? ""] ?? refused()))]
    case "run.googleapis.com/launch-stage" where entry.value.string == "GA": return []
    case "run.googleapis.com/invoker-iam-disabled": return [("invokerIamDisabled", flag(entry.value))]
    case "run.googleapis.com/minScale": return [("scaling", mapping([("minInstanceCount", integer(entry.value))]))]
    case "run.googleapis.com/maxScale": return [("scaling", mapping([("maxInstanceCount", integer(entry.value))]))]
    default:
      isPossible = false
      return []
    }
  }

  private mutating func revision(_ template: Node, isService: Bool) -> Node {
    only(["metadata", "spec"], in: template)
    only(["annotations", "name", "labels"], in: template["metadata"])
    var fields: Fields = []
    var scaling: Fields = []
    var container: Fields = isService ? [("cpuIdle", Node(.bool(true), nowhere))] : []
    if let name = template["metadata"]?["name"] { fields.append(("revision", name)) }
    if let labels = template["metadata"]?["labels"] { fields.append(("labels", labels)) }
    for entry in template["metadata"]?["annotations"]?.mapping?.entries ?? [] {
      switch entry.key {
      case "autoscaling.knative.dev/minScale": scaling.append(("minInstanceCount", integer(entry.value)))
      case "autoscaling.knative.dev/maxScale": scaling.append(("maxInstanceCount", integer(entry.value)))
      case "run.googleapis.com/cpu-throttling": container = [("cpuIdle", flag(entry.value))]
      case "run.googleapis.com/startup-cpu-boost": container.append(("startupCpuBoost", flag(entry.value)))
      case "run.googleapis.com/sessionAffinity": fields.append(("sessionAffinity", flag(entry.value)))
      case "run.googleapis.com/health-check-disabled": fields.append(("healthCheckDisabled", flag(entry.value)))
      default: fields += ofInstance(entry)
      }
    }
    if !scaling.isEmpty { fields.append(("scaling", mapping(scaling))) }
    return mapping(fields + instance(template["spec"], container))
  }

  private mutating func execution(_ template: Node) -> Node {
    only(["metadata", "spec"], in: template)
    only(["annotations", "labels"], in: template["metadata"])
    only(["taskCount", "parallelism", "template"], in: template["spec"])
    only(["spec"], in: template["spec"]?["template"])
    var task: Fields = []
    for entry in template["metadata"]?["annotations"]?.mapping?.entries ?? [] { task += ofInstance(entry) }
    task += instance(template["spec"]?["template"]?["spec"], [])
    var fields: Fields = [("template", mapping(task))]
    for name in ["taskCount", "parallelism"] {
      if let count = template["spec"]?[name] { fields.append((name, count)) }
    }
    return mapping(fields)
  }

  /// An annotation of a revision or of an execution.
  private mutating func ofInstance(_ entry: Mapping.Entry) -> Fields {
    switch (entry.key, entry.value.string) {
    case ("run.googleapis.com/execution-environment", "gen1"):
      return [("executionEnvironment", string("EXECUTION_ENVIRONMENT_GEN1"))]
    case ("run.googleapis.com/execution-environment", "gen2"):
      return [("executionEnvironment", string("EXECUTION_ENVIRONMENT_GEN2"))]
    case ("run.googleapis.com/vpc-access-connector", _):
      return [("vpcAccess", mapping([("connector", entry.value)]))]
    case ("run.googleapis.com/gpu-zonal-redundancy-disabled", _):
      return [("gpuZonalRedundancyDisabled", flag(entry.value))]
    default:
      isPossible = false
      return []
    }
  }

  private mutating func instance(_ spec: Node?, _ resources: Fields) -> Fields {
    var fields: Fields = []
    for entry in spec?.mapping?.entries ?? [] {
      switch entry.key {
      case "containers": fields.append(("containers", list(entry.value) { $0.container($1, resources) }))
      case "volumes": fields.append(("volumes", list(entry.value) { $0.volume($1) }))
      case "serviceAccountName": fields.append(("serviceAccount", entry.value))
      case "containerConcurrency": fields.append(("maxInstanceRequestConcurrency", entry.value))
      case "timeoutSeconds":
        guard case .integer(let seconds) = entry.value.value else {
          isPossible = false
          continue
        }
        fields.append(("timeout", string("\(seconds)s")))
      case "maxRetries": fields.append(("maxRetries", entry.value))
      case "nodeSelector":
        only(["run.googleapis.com/accelerator"], in: entry.value)
        let kind = entry.value["run.googleapis.com/accelerator"]
        fields.append(("nodeSelector", mapping(kind.map { [("accelerator", $0)] } ?? [])))
      default: isPossible = false
      }
    }
    return fields
  }

  private mutating func container(_ source: Node, _ settings: Fields) -> Node {
    var fields: Fields = []
    for entry in source.mapping?.entries ?? [] {
      switch entry.key {
      case "name", "image", "command", "args", "workingDir", "volumeMounts": fields.append((entry.key, entry.value))
      case "ports":
        for port in entry.value.sequence ?? [] { only(["containerPort", "name"], in: port) }
        fields.append((entry.key, entry.value))
      case "startupProbe", "livenessProbe", "readinessProbe":
        only(
          [
            "httpGet", "tcpSocket", "grpc", "initialDelaySeconds", "periodSeconds", "timeoutSeconds",
            "failureThreshold",
          ], in: entry.value)
        only(["path", "port", "httpHeaders"], in: entry.value["httpGet"])
        fields.append((entry.key, entry.value))
      case "env":
        fields.append(("env", list(entry.value) { $0.variable($1) }))
      case "resources":
        only(["limits"], in: entry.value)
        let limits = entry.value["limits"].map { [("limits", $0)] } ?? []
        fields.append(("resources", mapping(limits + settings)))
      default: isPossible = false
      }
    }
    // What v1 says of the whole needs resources here.
    if source["resources"] == nil, settings.contains(where: { $0.1.scalarText == "false" || $0.0 != "cpuIdle" }) {
      fields.append(("resources", mapping(settings)))
    }
    return mapping(fields)
  }

  private mutating func variable(_ source: Node) -> Node {
    only(["name", "value", "valueFrom"], in: source)
    var fields = ["name", "value"].compactMap { name in source[name].map { (name, $0) } }
    if let reference = source["valueFrom"] {
      only(["secretKeyRef"], in: reference)
      only(["name", "key"], in: reference["secretKeyRef"])
      refusePath(reference["secretKeyRef"]?["name"])
      let selector = [("secret", "name"), ("version", "key")].compactMap { new, old in
        reference["secretKeyRef"]?[old].map { (new, $0) }
      }
      fields.append(("valueSource", mapping([("secretKeyRef", mapping(selector))])))
    }
    return mapping(fields)
  }

  private mutating func volume(_ source: Node) -> Node {
    only(["name", "secret", "csi", "nfs", "emptyDir"], in: source)
    var fields: Fields = source["name"].map { [("name", $0)] } ?? []
    if let secret = source["secret"] {
      only(["secretName"], in: secret)
      refusePath(secret["secretName"])
      fields.append(("secret", mapping(secret["secretName"].map { [("secret", $0)] } ?? [])))
    }
    if let csi = source["csi"] {
      only(["driver", "volumeAttributes"], in: csi)
      only(["bucketName"], in: csi["volumeAttributes"])
      fields.append(("gcs", mapping(csi["volumeAttributes"]?["bucketName"].map { [("bucket", $0)] } ?? [])))
    }
    if let nfs = source["nfs"] { fields.append(("nfs", nfs)) }
    if let directory = source["emptyDir"] {
      only(["sizeLimit", "medium"], in: directory)
      var inner: Fields = directory["sizeLimit"].map { [("sizeLimit", $0)] } ?? []
      if let medium = directory["medium"] { inner.append(("medium", string(medium.string?.uppercased() ?? refused()))) }
      fields.append(("emptyDir", mapping(inner)))
    }
    return mapping(fields)
  }

  private mutating func share(_ source: Node, _ prefix: String) -> Node {
    only(["percent", "tag", "revisionName", "latestRevision"], in: source)
    var fields = ["percent", "tag"].compactMap { name in source[name].map { (name, $0) } }
    if let name = source["revisionName"] { fields.append(("revision", name)) }
    let isLatest = source["latestRevision"]?.scalarText == "true"
    fields.append(("type", string(prefix + (isLatest ? "LATEST" : "REVISION"))))
    return mapping(fields)
  }
}

extension Raising {
  private mutating func only(_ names: [String], in node: Node?) {
    guard let node else { return }
    guard let entries = node.mapping?.entries else {
      isPossible = false
      return
    }
    if entries.contains(where: { !names.contains($0.key) && !$0.value.isNull }) { isPossible = false }
  }

  /// The full name of a secret is right in v2, and not in v1.
  private mutating func refusePath(_ name: Node?) {
    if name?.scalarText?.contains("/") == true { isPossible = false }
  }

  private mutating func refused() -> String {
    isPossible = false
    return ""
  }

  private mutating func list(_ node: Node, _ change: (inout Raising, Node) -> Node) -> Node {
    guard let elements = node.sequence else {
      isPossible = false
      return node
    }
    return Node(.sequence(elements.map { change(&self, $0) }), nowhere)
  }

  private mutating func flag(_ node: Node) -> Node {
    guard let text = node.scalarText, ["true", "false"].contains(text) else {
      isPossible = false
      return node
    }
    return Node(.bool(text == "true"), nowhere)
  }

  private mutating func integer(_ node: Node) -> Node {
    guard let number = node.scalarText.flatMap({ Int($0) }) else {
      isPossible = false
      return node
    }
    return Node(.integer(number), nowhere)
  }

  private func string(_ text: String) -> Node { Node(.string(text), nowhere) }

  private func mapping(_ fields: [(String, Node)]) -> Node {
    Node(.mapping(Mapping(fields.map { Mapping.Entry(key: $0.0, keyRange: nowhere, value: $0.1) })), nowhere)
  }
}
