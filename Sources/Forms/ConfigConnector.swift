import Models
import Syntax

/// A Cloud Run resource of Config Connector: the fields of the v2 API under `spec`, with references to other resources.
///
/// Reference: <https://cloud.google.com/config-connector/docs/reference/resource-docs/run/runservice>
func configConnector(_ document: Node, kind: String) -> Lowered {
  guard let kind = ["RunService": Resource.Kind.cloudRunService, "RunJob": .cloudRunJob][kind] else {
    return Lowered(reasonPassedBy: "\(kind) of Config Connector")
  }
  var draft = Draft(from: document)
  draft.take("name", from: document["metadata"] ?? document)
  for entry in document["spec"]?.withoutReferences.mapping?.entries ?? [] {
    draft.add(entry.key, entry.value, at: entry.keyRange)
  }
  // What it leaves out has defaults of Config Connector's own, or is kept as it is in the cloud.
  return Lowered(parts: [V2Lowering.part(kind, draft.node.opened, writtenAs: document, .configConnector)])
}

extension Node {
  /// The tree with what references say: `serviceAccountRef: {external: …}` as `serviceAccount: …`.
  fileprivate var withoutReferences: Node {
    switch value {
    case .mapping(let mapping):
      let entries = mapping.entries.map { entry in
        if entry.key.hasSuffix("Ref"), entry.key != "secretKeyRef" {
          return Mapping.Entry(
            key: String(entry.key.dropLast("Ref".count)), keyRange: entry.keyRange, value: entry.value.referent)
        }
        let value = entry.key == "instances" ? entry.value.mapElements(\.referent) : entry.value.withoutReferences
        return Mapping.Entry(key: entry.key, keyRange: entry.keyRange, value: value)
      }
      return Node(.mapping(Mapping(entries, isOpen: mapping.isOpen)), range)
    case .sequence(let elements): return Node(.sequence(elements.map(\.withoutReferences)), range)
    case .null, .bool, .integer, .number, .string, .unresolved: return self
    }
  }

  /// What a reference says by itself; what another resource of the cluster says is not known.
  private var referent: Node { self["external"] ?? .unknown(at: range) }
}
