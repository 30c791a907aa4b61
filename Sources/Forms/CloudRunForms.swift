import Models
import Syntax

/// The Cloud Run resource of a Kubernetes-like document.
func cloudRun(_ document: Node, beside documents: [Node], path: String, isNamed: Bool) -> Lowered {
  guard let version = document["apiVersion"]?.string, let kind = document["kind"]?.string else { return Lowered() }
  let group = version.split(separator: "/").first.map(String.init) ?? version
  switch (group, kind) {
  case ("run.googleapis.com", "Job"):
    return Lowered(parts: [Part(kind: .cloudRunJob, form: .cloudRunV1, node: document)])
  case ("run.googleapis.com", "WorkerPool"):
    return Lowered(parts: [Part(kind: .cloudRunWorkerPool, form: .cloudRunV1, node: document)])
  case ("run.googleapis.com", "Service"):
    // A wrong version of a plain Cloud Run service; the schema says which one is right.
    return Lowered(parts: [Part(kind: .cloudRunService, form: .cloudRunV1, node: document)])
  case ("serving.knative.dev", "Service"):
    let evidence = CloudRunEvidence(document, beside: documents, path: path)
    switch evidence.verdict {
    case .cloudRun: return Lowered(parts: [Part(kind: .cloudRunService, form: .cloudRunV1, node: document)])
    case .kubernetes: return Lowered(reasonPassedBy: "a Knative service for Kubernetes: \(evidence.against[0])")
    case .open where isNamed || evidence.pathSpeaksForCloudRun:
      return Lowered(parts: [Part(kind: .cloudRunService, form: .cloudRunV1, node: document)])
    case .open: return Lowered(reasonPassedBy: "a Knative service without a sign of Cloud Run")
    }
  default:
    return Lowered(reasonPassedBy: "Kubernetes \(kind)")
  }
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
    let host = text.split(separator: "/").first.map(String.init) ?? ""
    // `${REGION}-docker.pkg.dev/${PROJECT}/…`
    let isGoogles = image.pieces.contains {
      if case .literal(let part) = $0 { part.holds("docker.pkg.dev/") || part.holds("gcr.io/") } else { false }
    }
    if text.holds("knative") || text.hasPrefix("ko://") || text.hasPrefix("dev.local/") {
      against.append("its image is one of Knative's")
    } else if isGoogles || host.hasSuffix("gcr.io") || host.hasSuffix("docker.pkg.dev") {
      inFavour.append("its image comes from Google's registries")
    } else if host.holds("."), host != "docker.io", image.literal != nil || text.contains("/") {
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
