import Syntax

/// The `efsVolumeConfiguration` of a volume.
///
/// Reference: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html>
package struct EFSVolume: Sendable {
  package let node: Node
  /// Where `efsVolumeConfiguration` stands.
  package let keyRange: SourceRange

  /// `ENABLED` or `DISABLED`, which is the default.
  package var transitEncryption: Field<String> { node.field("transitEncryption").nonEmptyString }
  package var transitEncryptionPort: Field<Int> { node.field("transitEncryptionPort").integer }
  package var accessPoint: Field<Text> {
    node.field("authorizationConfig").field("accessPointId").text.orAbsentIfEmpty
  }
  /// `ENABLED` or `DISABLED`, which is the default.
  package var iam: Field<String> { node.field("authorizationConfig").field("iam").nonEmptyString }
}

extension TaskVolume {
  /// Nil where the volume is another one, or what is written there is no mapping.
  package var efsVolume: EFSVolume? {
    guard let entry = node.mapping?.entry("efsVolumeConfiguration"), let mapping = entry.value.mapping,
      !mapping.entries.isEmpty
    else { return nil }
    return EFSVolume(node: entry.value, keyRange: entry.keyRange)
  }
}
