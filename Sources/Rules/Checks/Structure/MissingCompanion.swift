import Models
import Syntax

extension Check {
  /// What Cloud Run wants beside something else.
  static var missingCompanion: Check {
    .cloudRun { resource, findings in
      findings.checkKeyOfEncryption(of: resource)
      for volume in resource.runVolumes { findings.checkCompleteness(of: volume) }
    }
  }
}

extension Findings {
  fileprivate mutating func checkKeyOfEncryption(of resource: CloudRunResource) {
    let prefix = "run.googleapis.com/"
    let annotations = resource.templateAnnotations
    let action = annotations.field(prefix + "post-key-revocation-action-type")
    let hours = annotations.field(prefix + "encryption-key-shutdown-hours")
    guard annotations.isKnown else { return }
    if resource.encryptionKey.isAbsent {
      for (field, name) in [(action, "post-key-revocation-action-type"), (hours, "encryption-key-shutdown-hours")]
      where field.string.value?.isEmpty == false {
        report(
          field.range, "\(name) says what happens without a key, and no key is named", caption: "without a key",
          help: "add run.googleapis.com/encryption-key, or remove this")
      }
    } else if hours.string.value?.isEmpty == false, let chosen = action.string.value(orDefault: "prevent-new"),
      chosen != "shut-down", Text(standInsIn: chosen) == nil
    {
      report(
        hours.range, "encryption-key-shutdown-hours is for instances that are shut down, and they are not",
        caption: "nothing is shut down", labels: action.isKnown ? [label(action.range, "they are kept")] : [],
        help: "write run.googleapis.com/post-key-revocation-action-type: shut-down, or remove this")
    }
  }

  fileprivate mutating func checkCompleteness(of volume: RunVolume) {
    if case .known(let csi, let range) = volume.cloudStorage, volume.bucket.isAbsent,
      csi.field("driver").string.value == "gcsfuse.run.googleapis.com"
    {
      report(
        volume.node.mapping?.entry("csi")?.keyRange ?? range,
        "the volume \(volume.title) is in Cloud Storage, and names no bucket", caption: "lacks 'bucketName'",
        help: "add volumeAttributes: {bucketName: NAME}")
    }
    guard volume.node.mapping?.isOpen == false, let entries = volume.node.mapping?.entries,
      entries.allSatisfy({ $0.key == "name" })
    else { return }
    report(
      volume.name.isKnown ? volume.name.range : volume.node.range,
      "the volume \(volume.title) is made of nothing", caption: "lacks a source",
      help: "add emptyDir, secret, csi or nfs")
  }
}
