import Models
import Syntax

extension Check {
  /// The containers that others wait for exist, and nobody waits for itself.
  static var cloudRunDependency: Check {
    .cloudRun { resource, findings in
      guard let dependencies = RunDependencies(resource) else { return }
      let isComplete = resource.knowsAllContainers && resource.containers.allSatisfy { !$0.name.isUnknown }
      let known = Set(resource.containers.compactMap(\.name.value))
      if isComplete { findings.reportStrangers(in: dependencies, known) }
      findings.reportCycles(in: dependencies)
    }
  }
}

extension Findings {
  fileprivate mutating func reportStrangers(in dependencies: RunDependencies, _ known: Set<String>) {
    var seen: Set<String> = []
    for name in dependencies.edges.flatMap({ [$0.waiting, $0.awaited] }) where !known.contains(name.text) {
      guard seen.insert(name.text).inserted else { continue }
      let near = nearest(to: name.text, among: known.sorted()).first
      report(
        name.range, "container-dependencies names '\(name.text)', and no container has that name",
        caption: "no such container",
        help: near.map { "write \($0)" }
          ?? (known.isEmpty ? "give the containers names" : "the containers are \(known.sorted().inWords("and"))"))
    }
  }

  fileprivate mutating func reportCycles(in dependencies: RunDependencies) {
    var reported: Set<String> = []
    for edge in dependencies.edges where !reported.contains(edge.waiting.text) {
      guard let circle = circle(from: edge, in: dependencies.edges) else { continue }
      reported.formUnion(circle.map(\.waiting.text))
      if circle.count == 1 {
        report(
          edge.awaited.range, "container '\(edge.awaited.text)' waits for itself, so it never starts",
          caption: "itself", help: "leave it out")
        continue
      }
      let names = circle.map { "'\($0.waiting.text)'" } + ["'\(edge.waiting.text)'"]
      report(
        edge.awaited.range,
        "these containers wait for each other in a circle, so none of them starts: "
          + names.joined(separator: " waits for "),
        caption: "waited for by '\(edge.waiting.text)'",
        labels: circle.dropFirst().filter { $0.awaited.range != edge.awaited.range }.map {
          label($0.awaited.range, "waited for by '\($0.waiting.text)'")
        },
        help: "take one of them out")
    }
  }
}

/// The edges that lead from an edge back to where it starts, itself first; nil when none do.
private func circle(from start: RunDependencies.Edge, in edges: [RunDependencies.Edge]) -> [RunDependencies.Edge]? {
  var ways = [start.awaited.text: [start]]
  var queue = [start.awaited.text]
  while let name = queue.popLast() {
    let way = ways[name] ?? []
    if name == start.waiting.text { return way }
    for edge in edges where edge.waiting.text == name && ways[edge.awaited.text] == nil {
      ways[edge.awaited.text] = way + [edge]
      queue.append(edge.awaited.text)
    }
  }
  return nil
}
