import Models
import Syntax

// The parts of a template: containers, volumes, shares of the traffic.

extension V2Lowering {
  mutating func container(_ source: Node) -> Node {
    guard source.mapping != nil else { return .unknown(at: source.range) }
    var draft = Draft(from: source)
    draft.take(
      [
        "name", "image", "command", "args", "workingDir", "ports", "volumeMounts", "startupProbe", "livenessProbe",
        "readinessProbe", "sandboxLauncher", "dependsOn",
      ], from: source)
    draft.take("resources", from: source) { resources in
      guard resources.mapping != nil else { return .unknown(at: resources.range) }
      var inner = Draft(from: resources)
      inner.take("limits", from: resources)
      return inner.node
    }
    draft.take("env", from: source) { $0.mapElements { variable($0) } }
    return draft.node
  }

  private mutating func variable(_ source: Node) -> Node {
    guard source.mapping != nil else { return .unknown(at: source.range) }
    var draft = Draft(from: source)
    draft.take(["name", "value"], from: source)
    guard let entry = source.mapping?.entry("valueSource"), !entry.value.isNull else { return draft.node }
    retell(entry.keyRange, "valueFrom", "valueSource")
    guard let reference = entry.value.mapping?.entry("secretKeyRef"), reference.value.mapping != nil else {
      draft.add("valueFrom", .unknown(at: entry.value.range), at: entry.keyRange)
      return draft.node
    }
    var selector = Draft(from: reference.value)
    takeSecret(as: "name", from: reference.value, into: &selector)
    take("version", as: "key", from: reference.value, into: &selector)
    var outer = Draft(from: entry.value)
    outer.add("secretKeyRef", selector.node, at: reference.keyRange)
    draft.add("valueFrom", outer.node, at: entry.keyRange)
    return draft.node
  }

  mutating func volume(_ source: Node) -> Node {
    guard source.mapping != nil else { return .unknown(at: source.range) }
    var draft = Draft(from: source)
    // v1 has an annotation for Cloud SQL, and no volume.
    draft.take(["name", "nfs", "filestore", "cloudSqlInstance"], from: source)
    draft.take("secret", from: source) { secret($0) }
    draft.take("emptyDir", from: source) { emptyDir in
      guard let mapping = emptyDir.mapping else { return .unknown(at: emptyDir.range) }
      var inner = Draft(from: emptyDir)
      inner.take("sizeLimit", from: emptyDir)
      guard let medium = mapping.entry("medium"), !medium.value.isNull else { return inner.node }
      let words = V2Setting.Grammar.words(["MEMORY": "Memory", "DISK": "Disk"])
      if let text = words.telling(medium.value) {
        retell(medium.range)
        let range = medium.value.range
        inner.add(
          "medium", text.value.map { Node(.string($0), range) } ?? .unknown(at: range), at: medium.keyRange)
      }
      return inner.node
    }
    if let bucket = source.mapping?.entry("gcs"), !bucket.value.isNull {
      retell(bucket.keyRange, "csi", "gcs")
      draft.add("csi", gcs(bucket), at: bucket.keyRange)
    }
    return draft.node
  }

  private mutating func secret(_ source: Node) -> Node {
    guard source.mapping != nil else { return .unknown(at: source.range) }
    var draft = Draft(from: source)
    takeSecret(as: "secretName", from: source, into: &draft)
    draft.take("defaultMode", from: source)
    draft.take("items", from: source) { items in
      items.mapElements { item in
        guard item.mapping != nil else { return .unknown(at: item.range) }
        var inner = Draft(from: item)
        inner.take(["path", "mode"], from: item)
        take("version", as: "key", from: item, into: &inner)
        return inner.node
      }
    }
    return draft.node
  }

  private mutating func gcs(_ entry: Mapping.Entry) -> Node {
    let source = entry.value
    guard let mapping = source.mapping else { return .unknown(at: source.range) }
    var draft = Draft(from: source)
    draft.add("driver", Node(.string("gcsfuse.run.googleapis.com"), entry.keyRange), at: entry.keyRange)
    draft.take("readOnly", from: source)
    var attributes = Draft(from: source)
    take("bucket", as: "bucketName", from: source, into: &attributes)
    if let options = mapping.entry("mountOptions"), let text = V2Setting.Grammar.commas.telling(options.value) {
      retell(options.range)
      let place = options.keyRange
      attributes.add(
        "mountOptions", text.value.map { Node(.string($0), place) } ?? .unknown(at: place), at: place)
    }
    draft.add("volumeAttributes", attributes.node, at: entry.keyRange)
    return draft.node
  }

  /// A share of the traffic, or of the instances of a worker pool.
  mutating func share(_ source: Node) -> Node {
    guard let mapping = source.mapping else { return .unknown(at: source.range) }
    var draft = Draft(from: source)
    draft.take(["percent", "tag"], from: source)
    take("revision", as: "revisionName", from: source, into: &draft)
    guard let type = mapping.entry("type"), !type.value.isNull else { return draft.node }
    retell(type.range)
    let isLatest: Bool?
    switch type.value.string {
    case let word? where V2Setting.isUnspecified(word): return draft.node
    case let word? where word.hasSuffix("_TYPE_LATEST"): isLatest = true
    case let word? where word.hasSuffix("_TYPE_REVISION"): isLatest = false
    default: isLatest = nil
    }
    let value = isLatest.map { Node(.bool($0), type.value.range) } ?? .unknown(at: type.value.range)
    draft.add("latestRevision", value, at: type.keyRange)
    return draft.node
  }
}

// What v2 says of containers and volumes, and v1 of the whole.

extension V2Lowering {
  /// `cpuIdle` and `startupCpuBoost` of the containers.
  ///
  /// A container with `resources` has its CPU always unless it says `cpuIdle: true`; without, between requests it has
  /// none. Where containers differ, it is not known what holds for the instance.
  mutating func tellAllocation(of template: Node, into draft: inout Draft) {
    guard let containers = template["containers"]?.sequence else { return }
    var idle: [(flag: Bool?, entry: Mapping.Entry?)] = []
    for container in containers {
      guard let resources = container.mapping?.entry("resources"), !resources.value.isNull else {
        idle.append((container.mapping?.isOpen == false ? true : nil, nil))
        continue
      }
      let mapping = resources.value.mapping
      if let boost = mapping?.entry("startupCpuBoost"), let text = V2Setting.Grammar.flag.telling(boost.value) {
        retell(boost.range)
        let range = boost.value.range
        draft.add(
          "run.googleapis.com/startup-cpu-boost",
          text.value.map { Node(.string($0), range) } ?? .unknown(at: range), at: boost.keyRange)
      }
      if let entry = mapping?.entry("cpuIdle"), !entry.value.isNull {
        if case .bool(let flag) = entry.value.value { idle.append((flag, entry)) } else { idle.append((nil, entry)) }
      } else {
        let key = Mapping.Entry(
          key: "resources", keyRange: resources.keyRange, value: Node(.null, resources.keyRange))
        idle.append((mapping.map { !$0.isOpen } == true ? false : nil, key))
      }
    }
    guard let first = idle.first(where: { $0.entry != nil }), let entry = first.entry else { return }
    let flags = Set(idle.map(\.flag))
    let isKnown = flags.count == 1 && first.flag != nil
    retell(entry.range)
    draft.add(
      "run.googleapis.com/cpu-throttling",
      isKnown
        ? Node(.string(first.flag == true ? "true" : "false"), entry.value.range) : .unknown(at: entry.value.range),
      at: entry.keyRange)
  }

  /// The Cloud SQL instances of the volumes.
  mutating func tellVolumes(of template: Node, into draft: inout Draft) {
    guard let volumes = template["volumes"] else { return }
    guard let elements = volumes.sequence else { return }
    for volume in elements {
      guard let instances = volume["cloudSqlInstance"]?.mapping?.entry("instances"),
        let text = V2Setting.Grammar.commas.telling(instances.value)
      else { continue }
      retell(instances.range)
      // One instance is best pointed at itself.
      let only = instances.value.sequence?.count == 1 ? instances.value.sequence?.first?.range : nil
      let place = only ?? instances.keyRange
      draft.add(
        "run.googleapis.com/cloudsql-instances",
        text.value.map { Node(.string($0), place) } ?? .unknown(at: place), at: instances.keyRange)
    }
  }
}
