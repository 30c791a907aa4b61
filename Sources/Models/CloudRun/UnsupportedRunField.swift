import Syntax

/// A field that the v1 API of Cloud Run has for the sake of Knative, and does not support.
///
/// Source: the discovery document of `run` v1, revision 20261031 ("Not supported by Cloud Run").
package struct UnsupportedRunField: Sendable {
  package let name: String
  package let keyRange: SourceRange
  /// What to do instead, as an instruction.
  package let replacement: String
  /// Whether it is known to be read over where it stands, or may be.
  package let isIgnored: Bool
}

extension CloudRunResource {
  /// The fields of this resource that the API has and does not support.
  ///
  /// What is empty or off asks for nothing, and is left out.
  package var unsupportedFields: [UnsupportedRunField] {
    var search = Search()
    let spec = instanceSpec
    search.look(
      for: "imagePullSecrets", in: spec.value, "grant the Cloud Run service agent the right to read the registry")
    search.look(for: "enableServiceLinks", in: spec.value, "remove it: there are no service links")
    for volume in volumes {
      search.look(
        for: "configMap", in: volume, "keep the file in Secret Manager and mount it with secret, or put it in the image"
      )
    }
    for container in containers { search.look(in: container) }
    return search.found
  }
}

private struct Search {
  private(set) var found: [UnsupportedRunField] = []

  mutating func look(in container: RunContainer) {
    look(
      for: "envFrom", in: container.node, "list the variables in env, those with secrets with valueFrom.secretKeyRef")
    look(
      for: "securityContext", in: container.node, "set USER in the image; every instance is a sandbox of its own")
    for variable in container.environment {
      look(
        for: "configMapKeyRef", in: variable.valueFrom.value,
        "write the value, or keep it in Secret Manager and use secretKeyRef")
    }
    for probe in container.probes {
      let request = probe.node["httpGet"]
      look(for: "host", in: request, "remove it: the probe asks the container itself", isIgnored: true)
      if request?["scheme"]?.string?.uppercased() != "HTTP" {
        look(for: "scheme", in: request, "remove it: probes speak plain HTTP", isIgnored: true)
      }
      look(for: "host", in: probe.node["tcpSocket"], "remove it: the probe asks the container itself", isIgnored: true)
    }
  }

  mutating func look(for name: String, in node: Node?, _ replacement: String, isIgnored: Bool = false) {
    guard let entry = node?.mapping?.entry(name), !entry.value.isEmptyOrOff else { return }
    found.append(
      UnsupportedRunField(name: name, keyRange: entry.keyRange, replacement: replacement, isIgnored: isIgnored))
  }
}

extension Node {
  fileprivate var isEmptyOrOff: Bool {
    switch value {
    case .null, .bool(false), .string("false"), .string(""): true
    case .sequence(let elements): elements.isEmpty
    case .mapping(let mapping): mapping.entries.isEmpty && !mapping.isOpen
    default: false
    }
  }
}
