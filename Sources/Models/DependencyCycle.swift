import Syntax

/// Containers that wait for each other in a circle.
package struct DependencyCycle: Sendable {
  /// One container that waits for another.
  package struct Edge: Sendable {
    package let from: String
    package let to: String
    /// Where the other one is named.
    package let range: SourceRange

    package init(from: String, to: String, range: SourceRange) {
      self.from = from
      self.to = to
      self.range = range
    }
  }

  /// In order, each from where the one before leads.
  ///
  /// The last leads to where the first starts. Never empty.
  package let edges: [Edge]

  /// One circle for each group of containers that wait for each other; it starts where the text has its first edge.
  ///
  /// The time it takes grows with the number of edges, not with the number of circles.
  package static func all(in edges: [Edge]) -> [DependencyCycle] {
    guard !edges.isEmpty else { return [] }
    var search = Search(edges)
    for edge in edges { search.visit(edge.from) }
    return search.found
  }

  private struct Search {
    let edgesFrom: [String: [Edge]]
    var finished: Set<String> = []
    var found: [DependencyCycle] = []

    init(_ edges: [Edge]) { edgesFrom = Dictionary(grouping: edges, by: \.from) }

    /// Walks in depth from a container, without recursion; a way back onto the path is a circle.
    mutating func visit(_ start: String) {
      guard !finished.contains(start) else { return }
      var path: [Edge] = []
      var positions = [start: 0]
      var rests = [edgesFrom[start, default: []][...]]
      while var rest = rests.popLast() {
        guard let edge = rest.popFirst() else {
          let name = path.popLast()?.to ?? start
          positions[name] = nil
          finished.insert(name)
          continue
        }
        rests.append(rest)
        if let position = positions[edge.to] {
          found.append(DependencyCycle(edges: path[position...] + [edge]))
        } else if !finished.contains(edge.to) {
          path.append(edge)
          positions[edge.to] = path.count
          rests.append(edgesFrom[edge.to, default: []][...])
        }
      }
    }
  }
}
