import Forms
import Models
import Syntax

extension Check {
  static let unknownAnnotation = Check.cloudRun { resource, findings in
    guard findings.resource.form == .cloudRunV1 else { return }
    for (_, node) in resource.placedAnnotations {
      for entry in node.mapping?.entries ?? [] where !entry.value.isNull && isRestricted(entry.key) {
        guard RunAnnotation.named(entry.key) == nil else { continue }
        findings.report(entry, in: node)
      }
    }
    for entry in resource.labels.entries where entry.key == "cloud.google.com/location" {
      let meant = "cloud.googleapis.com/location"
      findings.report(
        entry.keyRange, "the label \(entry.key) means nothing: the region is in \(meant)", caption: "not read",
        severity: .warning, help: "write \(meant)",
        fixes: [Fix("Write \(meant)", .safe, [findings.replacing(entry.keyRange, with: meant)])])
    }
  }
}

/// Whether only Cloud Run's own annotations may begin like this.
private func isRestricted(_ key: String) -> Bool {
  key.hasPrefix("run.googleapis.com/") || key.hasPrefix("autoscaling.knative.dev/")
}

extension Findings {
  fileprivate mutating func report(_ entry: Mapping.Entry, in node: Node) {
    if let invented = InventedAnnotation(entry.key) {
      let isKnative = InventedAnnotation.isOfKnative(entry.key)
      let meant = invented.annotation.flatMap { node.mapping?.entry($0) == nil ? $0 : nil }
      report(
        entry.keyRange,
        isKnative
          ? "Knative on Kubernetes has the annotation \(entry.key), Cloud Run does not"
          : "Cloud Run has no annotation \(entry.key)",
        caption: "no such annotation", severity: isKnative ? .warning : nil, help: invented.advice,
        fixes: meant.map { [Fix("Write \($0)", .safe, [replacing(entry.keyRange, with: $0)])] } ?? [])
      return
    }
    // What all names begin with says nothing about how near they are.
    let prefix = String(entry.key.prefix { $0 != "/" }) + "/"
    let known = RunAnnotation.keys.filter { $0.hasPrefix(prefix) && RunAnnotation.successor(of: $0) == nil }.sorted()
    let near = nearest(
      to: String(entry.key.dropFirst(prefix.count)), among: known.map { String($0.dropFirst(prefix.count)) }
    ).map { prefix + $0 }
    let meant = near.first.flatMap { node.mapping?.entry($0) == nil ? $0 : nil }
    report(
      entry.keyRange,
      "Cloud Run has no annotation \(entry.key)"
        + (near.isEmpty ? " that seatrial knows, and keeps this prefix to itself" : ""),
      caption: "no such annotation", severity: near.isEmpty ? .warning : nil, help: meant.map { "write \($0)" },
      fixes: meant.map { meant in
        [Fix("Write \(meant)", near.count == 1 ? .safe : .unsafe, [replacing(entry.keyRange, with: meant)])]
      } ?? [])
  }
}
