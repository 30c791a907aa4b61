import Models
import Syntax

extension Check {
  /// What a Cloud Run configuration may say, and what does not do what Kubernetes does with it.
  static var ineffectiveField: Check {
    .cloudRun { resource, findings in
      for container in resource.containers {
        findings.checkMounts(of: container, in: resource)
        findings.checkReferences(in: container)
        findings.checkAmounts(of: container)
      }
      findings.checkGeneration(of: resource)
    }
  }
}

extension Findings {
  fileprivate mutating func checkMounts(of container: RunContainer, in resource: CloudRunResource) {
    for mount in container.mounts {
      guard let name = mount.volume.value,
        let volume = resource.runVolumes.first(where: { $0.name.value == name })
      else { continue }
      if volume.secret.isKnown, let entry = mount.node.mapping?.entry("subPath"),
        entry.value.scalarText?.isEmpty == false
      {
        report(
          entry.keyRange, "Cloud Run does not support 'subPath' for a volume that is a secret",
          caption: "not supported",
          help: "remove it, and name the file in items of the volume")
      }
      // Secrets cannot be written anyway.
      if volume.isRemote, case .known(true, _) = mount.isReadOnly, volume.isReadOnly.value(orDefault: false) == false,
        let key = mount.node.mapping?.entry("readOnly")?.keyRange
      {
        report(
          key, "Cloud Run does not read 'readOnly' of a mount, so \(container.title) can write into '\(name)'",
          caption: "not read", severity: .warning, labels: [label(volume.name.range, "the volume")],
          help: "write readOnly: true in the volume, beside its \(volume.cloudStorage.isKnown ? "driver" : "server")")
      }
    }
  }

  /// Cloud Run limits three things, and reserves two.
  fileprivate mutating func checkAmounts(of container: RunContainer) {
    for (name, known) in [("limits", ["cpu", "memory", "nvidia.com/gpu"]), ("requests", ["cpu", "memory"])] {
      for entry in container.node.field("resources").field(name).entries
      where !known.contains(entry.key) && !entry.value.isNull {
        let isDisk = entry.key == "ephemeral-storage"
        report(
          entry.keyRange,
          "Cloud Run has no '\(entry.key)' among the \(name) of a container: it has \(known.inWords("and"))",
          caption: "not on Cloud Run", severity: name == "requests" ? .warning : nil,
          help: isDisk
            ? "remove it: files are memory, unless they are in a volume"
            : nearest(to: entry.key, among: known).first.map { "write \($0)" } ?? "remove it")
      }
    }
  }

  /// Kubernetes puts in the value of another variable for `$(NAME)`, Cloud Run does not.
  fileprivate mutating func checkReferences(in container: RunContainer) {
    let values = container.environment.compactMap { $0.node["value"] }
    let words = ["command", "args"].flatMap { container.node.field($0).elements }
    for node in values + words {
      guard case .unresolved(let text) = node.value else { continue }
      let names = container.environment.compactMap { $0.name.value }
      let reference = text.holes.first { $0.hasPrefix("$(") && names.contains(String($0.dropFirst(2).dropLast())) }
      guard let reference else { continue }
      report(
        node.range, "Cloud Run does not put in the variable for \(reference)", caption: "stays as it is",
        severity: .warning,
        help:
          "write the value, or let a shell put it in: sh -c 'exec program \"$\(reference.dropFirst(2).dropLast())\"'")
      return
    }
  }

  fileprivate mutating func checkGeneration(of resource: CloudRunResource) {
    guard case .known("gen1", let range) = resource.executionEnvironment, resource.kind != .job,
      let volume = resource.runVolumes.first(where: \.isRemote)
    else { return }
    let kind = volume.cloudStorage.isKnown ? "Cloud Storage" : "a file server"
    report(
      range, "the volume \(volume.title) is on \(kind), which only the second generation can mount, and this is gen1",
      caption: "cannot mount it", severity: .warning, labels: [label(volume.name.range, "the volume")],
      help: "write gen2, or leave it out", fixes: [Fix("Write gen2", .safe, [replacing(range, with: "gen2")])])
  }
}
