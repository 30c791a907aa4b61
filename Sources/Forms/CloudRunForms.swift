import Models
import Syntax

/// The Cloud Run resource of a Kubernetes-like document.
func cloudRun(
  _ document: Node, beside documents: [Node], path: String, isNamed: Bool, neighbours: Neighbours
) -> Lowered {
  guard let version = document["apiVersion"]?.string, let kind = document["kind"]?.string else { return Lowered() }
  let group = version.split(on: "/").first.map(String.init) ?? version
  switch (group, kind) {
  case ("run.googleapis.com", "Job"): return v1(.cloudRunJob, document, path, neighbours)
  case ("run.googleapis.com", "WorkerPool"): return v1(.cloudRunWorkerPool, document, path, neighbours)
  case ("run.googleapis.com", "Instance"): return v1(.cloudRunInstance, document, path, neighbours)
  // A wrong version of a plain Cloud Run service; the schema says which one is right.
  case ("run.googleapis.com", "Service"): return v1(.cloudRunService, document, path, neighbours)
  case ("run.cnrm.cloud.google.com", _): return configConnector(document, kind: kind)
  case ("serving.knative.dev", "Service"):
    let evidence = CloudRunEvidence(document, beside: documents, path: path)
    switch evidence.verdict {
    case .cloudRun: return v1(.cloudRunService, document, path, neighbours)
    case .kubernetes: return Lowered(reasonPassedBy: "a Knative service for Kubernetes: \(evidence.against[0])")
    case .open where isNamed || evidence.pathSpeaksForCloudRun || neighbours.delivery.isToCloudRun:
      return v1(.cloudRunService, document, path, neighbours)
    case .open: return v1(.knativeService, document, path, neighbours)
    }
  case ("skaffold", _): return Lowered(reasonPassedBy: "a configuration of Skaffold")
  case ("deploy.cloud.google.com", _): return Lowered(reasonPassedBy: "a configuration of Cloud Deploy")
  default: return Lowered(reasonPassedBy: "Kubernetes \(kind)")
  }
}

/// A resource of the v1 API, as far as it stands in this document.
private func v1(_ kind: Resource.Kind, _ document: Node, _ path: String, _ neighbours: Neighbours) -> Lowered {
  // A patch leaves fields out on purpose, and kustomize may add them to anything.
  let isPart = isPatch(path) || neighbours.areKustomized
  var node = isPart ? document.opened : document
  if node.namesAnImage { node = node.withImages(of: neighbours.delivery) }
  return Lowered(parts: [Part(kind: kind, form: .cloudRunV1, node: node)])
}

/// Whether the path says that a file is a patch: `patches/limits.yaml`, `api.patch.yaml`.
private func isPatch(_ path: String) -> Bool {
  let parts = path.lowercased().split(on: "/")
  guard let name = parts.last else { return false }
  return parts.dropLast().contains { ["patch", "patches", "overlay", "overlays"].contains($0) }
    || name.split { "._-".contains($0) }.contains { ["patch", "patches"].contains($0) }
}

/// The signs that a Knative service is meant for Cloud Run, or for Knative on Kubernetes: both write the same
/// `apiVersion` and `kind`.
struct CloudRunEvidence {
  enum Verdict { case cloudRun, kubernetes, open }

  /// In words, the strongest first.
  private(set) var inFavour: [String] = []
  private(set) var against: [String] = []
  /// A sign that only one of the two platforms knows.
  private var isDecided: Verdict?
  let pathSpeaksForCloudRun: Bool

  var verdict: Verdict {
    if let isDecided { return isDecided }
    if inFavour.count > against.count { return .cloudRun }
    return against.isEmpty ? .open : .kubernetes
  }

  init(_ service: Node, beside documents: [Node], path: String) {
    let path = path.lowercased()
    pathSpeaksForCloudRun = ["cloudrun", "cloud-run", "cloud_run", "gcloud"].contains { path.holds($0) }
    let metadata = service["metadata"]
    let template = service["spec"]?["template"]
    let keys = [
      metadata?["annotations"], metadata?["labels"], template?["metadata"]?["annotations"],
      template?["metadata"]?["labels"],
    ].flatMap { $0?.mapping?.entries.map(\.key) ?? [] }

    weigh(keys: keys)
    weigh(revision: template?["spec"])
    weigh(namespace: metadata?["namespace"]?.string)
    if documents.contains(where: isOfACluster) {
      against.append("it stands beside other Kubernetes resources")
    }
    if path.holds("knative") || path.holds("kourier") || path.holds("kubernetes") {
      against.append("its path says Kubernetes or Knative")
    }
  }

  private mutating func weigh(keys: [String]) {
    let cluster = keys.first { key in
      key.hasPrefix("networking.knative.dev/") || key.hasPrefix("features.knative.dev/")
        || key.hasPrefix("queue.sidecar.serving.knative.dev/") || key.hasPrefix("serving.knative.dev/visibility")
        || (key.hasPrefix("autoscaling.knative.dev/") && !cloudRunScalingKeys.contains(key))
    }
    if let cluster { against.append("it has '\(cluster)'") }
    let google = keys.first { $0.hasPrefix("run.googleapis.com/") || $0 == "cloud.googleapis.com/location" }
    if google != nil { isDecided = .cloudRun }
  }

  private mutating func weigh(revision spec: Node?) {
    guard let spec else { return }
    if spec["nodeSelector"]?.mapping?.entry("run.googleapis.com/accelerator") != nil { isDecided = .cloudRun }
    if let account = spec["serviceAccountName"] {
      if account.text?.knownSuffix.hasSuffix("gserviceaccount.com") == true {
        isDecided = .cloudRun
      } else if let name = account.string, !name.contains("@") {
        against.append("its service account is one of a cluster")
      }
    }
    for field in ["imagePullSecrets", "initContainers", "affinity", "tolerations", "hostNetwork"]
    where spec.mapping?.entry(field) != nil {
      against.append("it has '\(field)'")
    }
    for volume in spec["volumes"]?.sequence ?? [] {
      if volume["csi"]?["driver"]?.string == "gcsfuse.run.googleapis.com" { isDecided = .cloudRun }
      for source in ["configMap", "persistentVolumeClaim", "projected"] where volume[source] != nil {
        against.append("it has a volume of a cluster (\(source))")
      }
    }
    for container in spec["containers"]?.sequence ?? [] { weigh(container: container) }
  }

  private mutating func weigh(container: Node) {
    for field in ["envFrom", "securityContext"] where container.mapping?.entry(field) != nil {
      against.append("it has '\(field)'")
    }
    for variable in container["env"]?.sequence ?? [] {
      if let key = variable["valueFrom"]?["secretKeyRef"]?["key"]?.scalarText {
        let isVersion = key == "latest" || (!key.isEmpty && key.utf8.allSatisfy { (0x30...0x39).contains($0) })
        if isVersion { inFavour.append("a secret's key is a version") } else { against.append("a secret has a key") }
      }
      if variable["valueFrom"]?["configMapKeyRef"] != nil { against.append("it reads a config map") }
    }
    if let image = container["image"]?.text { weigh(image: image) }
  }

  private mutating func weigh(image: Text) {
    let text = image.knownPrefix
    let host = text.split(on: "/").first.map(String.init) ?? ""
    // `${REGION}-docker.pkg.dev/${PROJECT}/…`
    let isGoogles = image.pieces.contains {
      if case .literal(let part) = $0 { part.holds("docker.pkg.dev/") || part.holds("gcr.io/") } else { false }
    }
    if text.holds("knative") || text.hasPrefix("ko://") || text.hasPrefix("dev.local/") {
      against.append("its image is one of Knative's")
    } else if isGoogles || host.hasSuffix("gcr.io") || host.hasSuffix("docker.pkg.dev") {
      inFavour.append("its image comes from Google's registries")
    } else if host.holds("."), host != "docker.io", text.contains("/") {
      against.append("its image comes from \(host)")
    }
  }

  private mutating func weigh(namespace: String?) {
    guard let namespace else { return }
    if !namespace.isEmpty, namespace.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      inFavour.append("its namespace is a project number")
    } else if namespace == "default" || namespace.holds("knative") {
      against.append("its namespace is '\(namespace)'")
    }
  }
}

/// The autoscaling annotations that Cloud Run takes; Knative has many more.
private let cloudRunScalingKeys = ["autoscaling.knative.dev/minScale", "autoscaling.knative.dev/maxScale"]

extension Node {
  /// A string with its unknown parts.
  fileprivate var text: Text? {
    if case .unresolved(let text) = value { text } else { string.map { Text($0) } }
  }
}

private func isOfACluster(_ document: Node) -> Bool {
  guard let version = document["apiVersion"]?.string, let kind = document["kind"]?.string else { return false }
  let groups = [
    "serving.knative.dev/", "run.googleapis.com/", "domains.cloudrun.com/", "skaffold/", "deploy.cloud.google.com/",
  ]
  return !groups.contains { version.hasPrefix($0) } || (version.hasPrefix("serving.knative.dev/") && kind != "Service")
}
