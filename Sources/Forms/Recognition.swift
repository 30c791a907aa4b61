import Models
import Syntax

/// What a file turned out to hold.
package struct Recognition: Sendable {
  package let resources: [Resource]
  /// Why the file is passed by; nil when it is ours.
  package let reasonPassedBy: String?

  package init(resources: [Resource], reasonPassedBy: String?) {
    self.resources = resources
    self.reasonPassedBy = reasonPassedBy
  }
}

extension Recognition {
  /// Finds the resources in the documents of a file, by their shape.
  ///
  /// - Parameters:
  ///   - parsed: the file.
  ///   - isNamed: whether a person named this very file, which decides what the text leaves open.
  ///   - neighbours: the files beside it.
  package init(_ parsed: ParsedFile, isNamed: Bool = false, neighbours: Neighbours = .none) {
    var resources: [Resource] = []
    var reason: String?
    for document in parsed.documents {
      let lowered = lower(document, of: parsed, isNamed: isNamed, neighbours)
      reason = reason ?? lowered.reasonPassedBy
      for part in lowered.parts {
        resources.append(
          Resource(
            kind: part.kind, form: part.form, node: part.node, written: part.written, retold: part.retold,
            file: parsed.file, index: resources.count))
      }
    }
    // Of a broken file the readable part may be too little to recognise anything; then its words decide.
    if resources.isEmpty, parsed.diagnostics.contains(where: { ["SYN001", "SYN003"].contains($0.code) }),
      telltales.occur(in: parsed.file.bytes.readAsASCII) || (isNamed && hints.occur(in: parsed.file.bytes.readAsASCII))
    {
      self.init(resources: [], reasonPassedBy: nil)
      return
    }
    self.init(
      resources: resources, reasonPassedBy: resources.isEmpty ? reason ?? "not a deployment configuration" : nil)
  }
}

/// A resource before it has its place in the file.
struct Part {
  let kind: Resource.Kind
  let form: Form
  let node: Node
  /// What the user wrote, where that is another tree.
  var written: Node?
  var retold: [Resource.Retold] = []
}

/// The resources of one document.
struct Lowered {
  var parts: [Part] = []
  var reasonPassedBy: String?
}

private func lower(
  _ document: Node, of parsed: ParsedFile, isNamed: Bool, _ neighbours: Neighbours
) -> Lowered {
  switch document.value {
  case .sequence(let elements):
    if let part = containerDefinitions(elements, in: document) ?? imageDefinitions(elements, in: document) {
      return Lowered(parts: [part])
    }
    return lower(objects: elements, of: parsed, isNamed: isNamed, neighbours)
  case .mapping(let mapping):
    if mapping["apiVersion"] != nil, let kind = mapping["kind"] {
      if kind.string == "List", let items = mapping["items"]?.sequence {
        return lower(objects: items, of: parsed, isNamed: isNamed, neighbours)
      }
      return cloudRun(
        parsed.withDeployParameters(document), beside: parsed.documents, path: parsed.file.path, isNamed: isNamed,
        neighbours: neighbours)
    }
    let parts = ecs(document, mapping)
    if parts.isEmpty, case let clusters = clusters(document, mapping), !clusters.isEmpty {
      return Lowered(parts: clusters)
    }
    if parts.isEmpty, let part = cloudRunV2(document, mapping) { return Lowered(parts: [part]) }
    return Lowered(parts: parts.isEmpty ? appSpec(mapping, in: document) + workflow(mapping, in: document) : parts)
  default:
    return Lowered()
  }
}

/// What `gcloud run services list --format=json` prints, and what a list of Kubernetes objects holds.
private func lower(
  objects: [Node], of parsed: ParsedFile, isNamed: Bool, _ neighbours: Neighbours
) -> Lowered {
  var lowered = Lowered()
  // A list within a list is none.
  for object in objects where object["apiVersion"] != nil && object["kind"] != nil && object["items"] == nil {
    let one = lower(object, of: parsed, isNamed: isNamed, neighbours)
    lowered.parts += one.parts
    lowered.reasonPassedBy = lowered.reasonPassedBy ?? one.reasonPassedBy
  }
  return lowered
}

/// Whether the bytes hold a word that every file of a known form holds.
///
/// Most files of a repository do not.
package func mayHoldResources(_ bytes: [UInt8]) -> Bool {
  markers.occur(in: bytes.readAsASCII)
}

/// Whether every document of a YAML text is an object as Kubernetes has them, and none of an API of Cloud Run.
///
/// Of what stands in repositories this is what looks most like us, so that a walk does well not to read it whole. False
/// where that is not certain: each document needs a line that begins with `apiVersion:`.
package func holdsForeignObjectsAlone(_ bytes: [UInt8]) -> Bool {
  var holdsObjects = false
  var isObject = false
  var isEmpty = true
  var start = 0
  while start < bytes.count {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if separator.start(bytes, at: start) {
      guard isObject || isEmpty else { return false }
      (isObject, isEmpty) = (false, true)
    } else if apiVersion.start(bytes, at: start) {
      (isObject, holdsObjects) = (true, true)
    } else if isEmpty, let first = bytes[start..<end].first(where: { $0 > 0x20 }) {
      isEmpty = first == UInt8(ascii: "#")
    }
    start = end + 1
  }
  return holdsObjects && (isObject || isEmpty) && !ownMarkers.occur(in: bytes)
}

private let separator = ByteMarkers(["---"])
private let apiVersion = ByteMarkers(["apiVersion:"])

extension [UInt8] {
  /// Without its NUL bytes, UTF-16 reads like ASCII.
  ///
  /// The readers then say that they do not take it.
  fileprivate var readAsASCII: [UInt8] {
    let isUTF16 = starts(with: [0xFF, 0xFE]) || starts(with: [0xFE, 0xFF])
    return isUTF16 ? filter { $0 != 0 } : self
  }
}

/// A form without one of these does not exist: adding a form means adding its word.
private let markers = ByteMarkers(ownWords + ["\"image\"", "image:"])

/// Those that Kubernetes does not have as well.
private let ownMarkers = ByteMarkers(ownWords)

private let ownWords = [
  "containerDefinitions", "taskDefinition", "desiredCount", "capacityProviderStrategy", "deploymentConfiguration",
  "awsvpcConfiguration", "serving.knative.dev", "run.googleapis.com", "LoadBalancerInfo", "clusterName",
  "defaultCapacityProviderStrategy", "autoScalingGroupProvider", "instanceLaunchTemplate", "\"imageUri\"",
  "amazon-ecs-render-task-definition", "run.cnrm.cloud.google.com",
]

/// Words that stand in hardly any other file.
private let telltales = ByteMarkers(["\"containerDefinitions\"", "run.googleapis.com/"])

/// Words that say enough when somebody named the file.
private let hints = ByteMarkers(["containerDefinitions", "\"taskDefinition\"", "serving.knative.dev/"])
