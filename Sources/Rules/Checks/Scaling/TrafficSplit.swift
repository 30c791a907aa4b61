import Forms
import Models
import Syntax

extension Check {
  static let trafficSplit = Check.cloudRun([.service, .workerPool]) { resource, findings in
    guard let (key, targets) = resource.trafficTargets else { return }
    for target in targets { findings.check(target, of: resource) }
    findings.checkSum(of: targets, under: key, noun: resource.kind == .service ? "traffic" : "instances")
  }
}

extension Findings {
  fileprivate mutating func check(_ target: RunTrafficTarget, of resource: CloudRunResource) {
    if case .known(let percent, let range) = target.percent, !(0...100).contains(percent) {
      report(range, "percent is \(percent): it must be 0 to 100", caption: "out of range")
    }
    if let entry = target.node.mapping?.entry("configurationName"), entry.value.scalarText?.isEmpty == false {
      report(
        entry.keyRange, "Cloud Run does not support 'configurationName'", caption: "not supported",
        help: "write latestRevision: true, or a revisionName")
    }
    checkRevision(of: target, resource)
    if case .known(let tag, let range) = target.tag, let fault = flaw(of: tag) {
      report(
        range, "the tag '\(tag)' \(fault): it becomes a part of a host name", caption: "no tag", severity: .warning,
        help: "use lower-case letters, digits and hyphens, and begin with a letter",
        fixes: flaw(of: tag.lowercased()) == nil ? writing(tag.lowercased(), at: range) : [])
    }
  }

  private mutating func checkRevision(of target: RunTrafficTarget, _ resource: CloudRunResource) {
    guard case .known(let name, let range) = target.revisionName else {
      if case .known(false, let range) = target.latestRevision, target.revisionName.isAbsent {
        report(
          range, "this share goes nowhere: latestRevision is false and there is no revisionName",
          caption: "and no revisionName", help: "write latestRevision: true, or add a revisionName")
      }
      return
    }
    if resource.kind == .service, self.resource.form == .cloudRunV2, target.latestRevision.isAbsent {
      // The v2 API: a revision if and only if the type says so.
      report(
        range, "'\(name)' needs the type TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION beside it, and this share has none",
        caption: "no type", help: "add type: TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION to the share")
    }
    if case .known(true, let latest) = target.latestRevision {
      report(
        range, "'\(name)' and latestRevision: true exclude each other", caption: "one of the two",
        labels: [label(latest, "the latest revision")], help: "keep one of them")
    } else if let owner = resource.name.value, Text(placeholdersIn: owner) == nil, Text(standInsIn: name) == nil,
      !name.hasPrefix(owner + "-")
    {
      report(
        range, "'\(name)' cannot be a revision of '\(owner)': their names begin with '\(owner)-'",
        caption: "another \(resource.kind.title)'s", labels: [label(resource.name.range, "the \(resource.kind.title)")],
        help: name.uppercased() == "LATEST" ? "write latestRevision: true instead" : nil)
    }
  }

  fileprivate mutating func checkSum(of targets: [RunTrafficTarget], under key: SourceRange, noun: String) {
    var sum = 0
    for target in targets {
      guard let percent = target.percent.value(orDefault: 0), (0...100).contains(percent) else { return }
      sum += percent
    }
    guard sum != 100 else { return }
    let known = targets.filter(\.percent.isKnown)
    if targets.count == 1, let only = known.first {
      report(
        only.percent.range, "\(sum) percent of the \(noun) is assigned: the shares must add up to 100",
        caption: "the only share", help: "write 100",
        fixes: [Fix("Write 100", .safe, [replacing(only.percent.range, with: "100")])])
      return
    }
    report(
      key, "\(sum) percent of the \(noun) is assigned: the shares must add up to 100", caption: "\(sum) together",
      labels: known.map { label($0.percent.range, "\($0.percent.value ?? 0)") },
      help: known.isEmpty ? "add percent: 100" : nil)
  }
}

/// What makes a tag unfit for a host name, nil when nothing does.
private func flaw(of tag: String) -> String? {
  let bytes = Array(tag.utf8)
  let isPlain = bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  if !isPlain { return tag.lowercased() == tag ? "has a character that no host name has" : "has upper-case letters" }
  guard let first = bytes.first, (0x61...0x7A).contains(first) else { return "does not begin with a letter" }
  return bytes.last == 0x2D ? "ends with a hyphen" : nil
}
