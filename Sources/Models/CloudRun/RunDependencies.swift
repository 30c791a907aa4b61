import Syntax

/// Which containers of an instance wait for which: `run.googleapis.com/container-dependencies`.
///
/// The annotation is text that holds a JSON object; Google's own samples write it as YAML, which is read, too. In the v2
/// API each container has a list of its own.
package struct RunDependencies: Sendable {
  /// A name in the text of the annotation.
  package struct Name: Sendable {
    package let text: String
    /// In the user's file: the name itself where it can be told, else the whole annotation.
    package let range: SourceRange
  }

  package struct Edge: Sendable {
    package let waiting: Name
    package let awaited: Name
  }

  package let edges: [Edge]

  /// The dependencies of a resource; nil when there are none or they are not known.
  package init?(_ resource: CloudRunResource) {
    let own = resource.containers.flatMap(\.dependencies)
    if !own.isEmpty {
      edges = own
      return
    }
    guard
      case .known(let text, let range) = resource.templateAnnotation("run.googleapis.com/container-dependencies"),
      let root = ParsedFile(reading: SourceFile(path: "", text: text), as: .yaml).documents.first, root.mapping != nil
    else { return nil }
    let count = text.utf8.count
    // Between plain quotes, every byte of the value stands for itself.
    let offset = range.count == count ? range.lower : range.count == count + 2 ? range.lower + 1 : nil
    func name(_ text: String, _ inner: SourceRange) -> Name {
      Name(text: text, range: offset.map { SourceRange($0 + inner.lower, $0 + inner.upper) } ?? range)
    }
    var edges: [Edge] = []
    for entry in root.mapping?.entries ?? [] {
      for element in entry.value.sequence ?? [] {
        guard let awaited = element.string else { continue }
        edges.append(Edge(waiting: name(entry.key, entry.keyRange), awaited: name(awaited, element.range)))
      }
    }
    self.edges = edges
  }
}

extension RunContainer {
  /// The containers that it names in `dependsOn`.
  fileprivate var dependencies: [RunDependencies.Edge] {
    guard case .known(let name, let range) = name else { return [] }
    return node.field("dependsOn").elements.compactMap { element in
      element.string.map { awaited in
        RunDependencies.Edge(
          waiting: RunDependencies.Name(text: name, range: range),
          awaited: RunDependencies.Name(text: awaited, range: element.range))
      }
    }
  }
}
