import Models
import Syntax

extension Check {
  /// What volumes are made of, and where they are mounted.
  static var cloudRunStorage: Check {
    .cloudRun { resource, findings in
      for volume in resource.runVolumes { findings.check(volume) }
      for container in resource.containers {
        for mount in container.mounts { findings.check(mount, in: container) }
      }
    }
  }
}

extension Findings {
  fileprivate mutating func check(_ volume: RunVolume) {
    if let first = volume.sources.first, let second = volume.sources.dropFirst().first {
      report(
        second.keyRange, "the volume \(volume.title) is both \(first.key) and \(second.key): it is made of one thing",
        caption: "one too many", labels: [label(first.keyRange, "the other one")], help: "make two volumes of it")
    }
    checkBucket(of: volume)
    checkServer(of: volume)
    for item in volume.secretItems {
      guard case .known(let text, let range) = item.field("path").text, let path = text.literal else { continue }
      if path.hasPrefix("/") {
        report(
          range, "'\(path)' is where a secret goes inside of its volume, and cannot begin with '/'",
          caption: "not relative", severity: .warning,
          help: "write the name of a file; mountPath says where the volume is")
      } else if path.split(on: "/").contains("..") {
        report(range, "'\(path)' leads out of the volume", caption: "has '..'", severity: .warning)
      }
    }
  }

  private mutating func checkBucket(of volume: RunVolume) {
    guard case .known(let text, let range) = volume.bucket else { return }
    let start = text.knownPrefix
    if start.hasPrefix("gs://") {
      let rest = text.literal.map { String($0.dropFirst(5)) }
      let meant = rest.flatMap { $0.contains("/") || $0.isEmpty ? nil : $0 }
      report(
        range, "'\(text.source)' is an address, and bucketName is the name of the bucket alone", caption: "not a name",
        help: meant.map { "write \($0)" } ?? "write the name of the bucket; only-dir in mountOptions chooses a folder",
        fixes: meant.map { [Fix("Write \($0)", .safe, [replacing(range, with: $0)])] } ?? [])
    } else if let name = text.literal, name.contains("/") {
      report(
        range, "'\(name)' is no name of a bucket: it has a '/'", caption: "not a name",
        help: "write the name of the bucket; only-dir in mountOptions chooses a folder")
    }
  }

  private mutating func checkServer(of volume: RunVolume) {
    if case .known(let text, let range) = volume.share, !text.knownPrefix.hasPrefix("/"), !text.knownPrefix.isEmpty {
      report(
        range, "'\(text.source)' is no path that a file server shares: it begins with '/'", caption: "not absolute",
        help: "write /\(text.source)")
    }
    if case .known(let text, let range) = volume.server, let server = text.literal, server.contains("/") {
      report(
        range,
        "'\(server)' is more than a file server: its name or its address belongs here, and what it shares into path",
        caption: "with a path")
    }
  }

  fileprivate mutating func check(_ mount: RunMount, in container: RunContainer) {
    guard case .known(let text, let range) = mount.path else { return }
    let start = text.knownPrefix
    if !start.isEmpty, !start.hasPrefix("/") {
      report(
        range, "'\(text.source)' is no place to mount a volume: a mountPath begins with '/'", caption: "not absolute",
        help: "write the whole path")
    } else if text.pieces.contains(where: { if case .literal(let part) = $0 { part.contains(":") } else { false } }) {
      report(
        range, "'\(text.source)' is no place to mount a volume: a mountPath has no ':'", caption: "has ':'",
        help: "write the path inside of the container alone")
    } else if let path = text.literal,
      let kept = ["/dev", "/proc", "/sys"].first(where: { path == $0 || path.hasPrefix($0 + "/") })
    {
      report(
        range, "nothing can be mounted at '\(path)': \(kept) belongs to the system", caption: "kept by the system",
        help: "write another path")
    }
  }
}
