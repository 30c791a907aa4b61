import Forms
import Models
import Syntax

extension Check {
  static let misplacedAnnotation = Check.annotationOfV1 + .reservedMetadata

  private static var annotationOfV1: Check {
    .cloudRun { resource, findings in findings.checkPlaces(of: resource) }
  }

  /// What is an annotation in v1 is a field in v2, which takes no annotation of the platform's.
  private static var reservedMetadata: Check {
    Check([.cloudRunService, .cloudRunJob, .cloudRunWorkerPool]) { resource, findings in
      for entry in resource.reservedMetadata {
        let field = resource.field(insteadOf: entry.key)
        let isKnown = RunAnnotation.named(entry.key) != nil
        findings.report(
          entry.keyRange,
          "the v2 API refuses \(entry.key): only the platform may write labels and annotations that begin like this",
          caption: isKnown ? "for the v1 API" : "not here", help: field.map { "write \($0) instead" } ?? "remove it")
      }
    }
  }
}

extension Findings {
  fileprivate mutating func checkPlaces(of resource: CloudRunResource) {
    guard self.resource.form == .cloudRunV1 else { return }
    var creates = true
    for (place, node) in resource.placedAnnotations {
      for entry in node.mapping?.entries ?? [] where !entry.value.isNull {
        guard let annotation = RunAnnotation.named(entry.key), !annotation.places.contains(place) else { continue }
        let target = annotation.places(in: resource.kind).first
        var edits: [Fix.Edit]?
        if let target {
          edits = moving(entry.key, from: node, to: target, of: resource, creates: &creates)
        }
        report(annotation, entry, at: place, target, resource, edits)
      }
    }
  }
}

extension Findings {
  fileprivate mutating func report(
    _ annotation: RunAnnotation, _ entry: Mapping.Entry, at place: RunAnnotation.Place, _ target: RunAnnotation.Place?,
    _ resource: CloudRunResource, _ edits: [Fix.Edit]?
  ) {
    guard let target else {
      let owners = annotation.places.map(\.owner).inWords("or")
      report(
        entry.keyRange, "a \(resource.kind.title) takes no \(entry.key): it is an annotation of \(owners)",
        caption: "not here", help: "remove it")
      return
    }
    // The same name exists for the other level, with another prefix.
    let twin = "autoscaling.knative.dev/" + (entry.key.split(on: "/").last ?? "")
    let isTwin = place == .revision && twin != entry.key && RunAnnotation.named(twin) != nil
    report(
      entry.keyRange, "\(entry.key) belongs to \(target.title), and Cloud Run refuses it on \(place.title)",
      caption: "on \(place.title)",
      help: "move it to \(target.path)" + (isTwin ? ", or write \(twin) here" : ""),
      fixes: edits.map { [Fix("Move it to \(target.path)", isTwin ? .unsafe : .safe, $0)] } ?? [])
  }

  /// Moves an annotation to where it belongs, and makes the place where there is none yet, if `creates` allows it: two
  /// fixes must not make the same place.
  fileprivate func moving(
    _ key: String, from node: Node, to target: RunAnnotation.Place, of resource: CloudRunResource, creates: inout Bool
  ) -> [Fix.Edit]? {
    let field = target.isTemplate ? resource.templateAnnotations : resource.annotations
    if case .known(let place, _) = field { return layout.moving(key, from: node, to: place) }
    guard creates, field.isAbsent, target.isTemplate, case .known(let template, _) = resource.template,
      let edits = layout.moving(key, from: node, toNew: ["metadata", "annotations"], in: template)
    else { return nil }
    creates = false
    return edits
  }
}
