import Forms
import Models
import Syntax

extension Check {
  static let conflictingDefinitions = Check(kindsWithNames) { resource, findings in
    guard let first = findings.run.earlierNamesake(of: resource), let name = resource.sharedName,
      case let differing = first.node.differences(from: resource.node), !differing.isEmpty
    else { return }
    let place = resource.nameRange
    let shown = differing.prefix(3).map { "'\($0)'" } + (differing.count > 3 ? ["\(differing.count - 3) more"] : [])
    let isHere = first.file.path == resource.file.path
    let line = first.file.position(at: first.nameRange.lower).line
    findings.report(
      place,
      "\(name.title) is defined in \(isHere ? "line \(line)" : first.file.path) too, with another \(shown.inWords("and"))",
      caption: "defined twice", labels: [findings.label(first.nameRange, "the other one", in: first)],
      help: "keep one of them, or give them different names: what is deployed last wins")
  }

  private static let kindsWithNames: [Resource.Kind] = [
    .taskDefinition, .service, .cloudRunService, .cloudRunJob, .cloudRunWorkerPool,
  ]
}

extension Resource {
  fileprivate var nameRange: SourceRange {
    if let cloudRun { return cloudRun.anchor }
    return kind == .taskDefinition ? taskDefinition.anchor : Service(node).anchor
  }
}

extension Node {
  /// The keys at the top of two mappings that do not say the same, in order; what is unknown says anything.
  fileprivate func differences(from other: Node) -> [String] {
    let own = mapping?.entries ?? []
    let others = other.mapping?.entries ?? []
    let missing = others.filter { entry in !entry.value.isNull && !own.contains { $0.key == entry.key } }
    let changed = own.filter { entry in
      guard !entry.value.isNull else { return false }
      return other[entry.key].map { !entry.value.maySay($0) } ?? true
    }
    return (changed + missing).map(\.key)
  }

  private func maySay(_ other: Node) -> Bool {
    switch (value, other.value) {
    case (.unresolved, _), (_, .unresolved): true
    case (.null, .null): true
    case (.mapping, .mapping): differences(from: other).isEmpty
    case (.sequence(let own), .sequence(let others)):
      own.count == others.count && zip(own, others).allSatisfy { $0.maySay($1) }
    default: scalarText != nil && scalarText == other.scalarText
    }
  }
}
