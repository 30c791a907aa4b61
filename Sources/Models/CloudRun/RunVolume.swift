import Syntax

/// A volume of a Cloud Run resource.
package struct RunVolume: Sendable {
  package let node: Node

  package init(_ node: Node) { self.node = node }

  package var name: Field<String> { node.field("name").nonEmptyString }
  /// How messages call it: `'cache'`, or nothing.
  package var title: String { name.value.map { "'\($0)'" } ?? "without a name" }

  package var emptyDir: Field<Node> { node.field("emptyDir") }
  package var secret: Field<Node> { node.field("secret") }
  package var cloudStorage: Field<Node> { node.field("csi") }
  package var nfs: Field<Node> { node.field("nfs") }

  /// Whether what is written into it is memory of the instance.
  package var isInMemory: Bool {
    guard emptyDir.isKnown else { return false }
    let medium = emptyDir.field("medium").nonEmptyString
    return medium.isAbsent || medium.value?.lowercased() == "memory"
  }

  /// Bytes as a Kubernetes quantity.
  package var sizeLimit: Field<Text> { emptyDir.field("sizeLimit").text.orAbsentIfEmpty }

  /// Where it says what it is made of: the key of each source.
  package var sources: [Mapping.Entry] {
    (node.mapping?.entries ?? []).filter { RunVolume.sourceNames.contains($0.key) && !$0.value.isNull }
  }

  package var bucket: Field<Text> {
    cloudStorage.field("volumeAttributes").field("bucketName").text.orAbsentIfEmpty
  }
  package var server: Field<Text> { nfs.field("server").text.orAbsentIfEmpty }
  /// What the server shares.
  package var share: Field<Text> { nfs.field("path").text.orAbsentIfEmpty }
  /// The versions of a secret, each with the file that holds it.
  package var secretItems: [Node] { secret.field("items").elements.filter { $0.mapping != nil } }
  /// Whether nothing can be written into it.
  package var isReadOnly: Field<Bool> {
    cloudStorage.isKnown ? cloudStorage.field("readOnly").bool : nfs.field("readOnly").bool
  }
  /// Whether it is Cloud Storage or a file server, which only the second generation can mount.
  package var isRemote: Bool { cloudStorage.isKnown || nfs.isKnown }

  /// `configMap` is Kubernetes' own.
  private static let sourceNames: Set = ["secret", "emptyDir", "csi", "nfs", "filestore", "configMap"]
}

extension CloudRunResource {
  package var runVolumes: [RunVolume] { volumes.filter { $0.mapping != nil }.map { RunVolume($0) } }
}

/// A place in a container at which a volume stands.
package struct RunMount: Sendable {
  package let node: Node

  package init(_ node: Node) { self.node = node }

  package var volume: Field<String> { node.field("name").nonEmptyString }
  package var path: Field<Text> { node.field("mountPath").text.orAbsentIfEmpty }
  package var isReadOnly: Field<Bool> { node.field("readOnly").bool }
}

extension RunContainer {
  package var mounts: [RunMount] { volumeMounts.filter { $0.mapping != nil }.map { RunMount($0) } }
}
