import Forms
import Models
import Syntax

extension Check {
  static let unencryptedVolumeTransit = Check.taskDefinitions { task, findings in
    for volume in task.volumes {
      guard let efs = volume.efsVolume, efs.isUnencrypted else { continue }
      let title = volume.name.value.map { "volume '\($0)'" } ?? "this volume"
      let needs = efs.encryptionNeeds
      let message =
        if let need = needs.first {
          "\(title) has \(need.field) and no transit encryption, which \(need.field) requires"
        } else {
          "\(title) sends its files to and from EFS unencrypted"
        }
      findings.report(
        efs.transitEncryption.isKnown ? efs.transitEncryption.range : efs.keyRange, message,
        caption: efs.transitEncryption.isKnown ? "" : "transitEncryption is off",
        severity: needs.isEmpty ? nil : .error,
        labels: needs.map { findings.label($0.range, "requires transit encryption") },
        help: "write \"transitEncryption\": \"ENABLED\"",
        fixes: findings.encryptionFix(efs, !needs.isEmpty ? .safe : .unsafe), hidesSource: false)
    }
  }
}

extension EFSVolume {
  fileprivate var isUnencrypted: Bool {
    switch transitEncryption {
    case .known(let value, _): value.uppercased() == "DISABLED"
    case .unknown: false
    case .absent: true
    }
  }

  /// What is refused without transit encryption.
  fileprivate var encryptionNeeds: [(field: String, range: SourceRange)] {
    var needs: [(field: String, range: SourceRange)] = []
    if case .known(let value, let range) = iam, value.uppercased() == "ENABLED" {
      needs.append(("IAM authorization", range))
    }
    if accessPoint.isPresent { needs.append(("an access point", accessPoint.range)) }
    if case .known(_, let range) = transitEncryptionPort { needs.append(("transitEncryptionPort", range)) }
    return needs
  }
}

extension Findings {
  fileprivate func encryptionFix(_ efs: EFSVolume, _ safety: Fix.Safety) -> [Fix] {
    if let node = efs.node["transitEncryption"] {
      return [Fix("Write ENABLED", safety, [rewrite(node, as: "ENABLED")])]
    }
    guard let last = efs.node.mapping?.entries.last, efs.node.mapping?.entry("transitEncryption") == nil else {
      return []
    }
    let isQuoted = resource.file.bytes[last.keyRange.lower] == UInt8(ascii: "\"")
    let (key, value) = isQuoted ? ("\"transitEncryption\"", "\"ENABLED\"") : ("transitEncryption", "ENABLED")
    guard let edit = layout.adding(key, value, to: efs.node) else { return [] }
    return [Fix("Add transitEncryption ENABLED", safety, [edit])]
  }
}
