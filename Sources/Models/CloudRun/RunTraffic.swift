import Syntax

/// Where a share of the requests or instances goes.
package struct RunTrafficTarget: Sendable {
  package let node: Node

  package init(_ node: Node) { self.node = node }

  /// 0 to 100; absent means 0.
  package var percent: Field<Int> { node.field("percent").integer }
  package var latestRevision: Field<Bool> { node.field("latestRevision").bool }
  package var revisionName: Field<String> { node.field("revisionName").nonEmptyString }
  package var tag: Field<String> { node.field("tag").nonEmptyString }
}

extension CloudRunResource {
  /// The shares of a service's requests or a worker pool's instances, with the key they stand under.
  ///
  /// Nil when there are none, or not all are known.
  package var trafficTargets: (key: SourceRange, targets: [RunTrafficTarget])? {
    let name = kind == .service ? "traffic" : "instanceSplits"
    guard let entry = node["spec"]?.mapping?.entry(name), let nodes = entry.value.sequence, !nodes.isEmpty,
      nodes.allSatisfy({ $0.mapping != nil })
    else { return nil }
    return (entry.keyRange, nodes.map { RunTrafficTarget($0) })
  }
}
