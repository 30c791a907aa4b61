import Models
import Syntax

extension Check {
  /// The numbers of instances of a Cloud Run service or worker pool.
  static var cloudRunInstanceCount: Check {
    .cloudRun([.service, .workerPool]) { resource, findings in
      for scaling in [resource.revisionScaling, resource.serviceScaling] { findings.check(scaling) }
      findings.checkManualCount(of: resource)
    }
  }
}

extension Findings {
  fileprivate mutating func check(_ scaling: RunScaling) {
    for (count, name) in [(scaling.minimum, "minimum"), (scaling.maximum, "maximum")] {
      guard case .known(let number, let range) = count, number < 0 else { continue }
      report(range, "the \(name) of \(scaling.title) is \(number) instances: it is at least 0", caption: "below 0")
    }
    guard case .known(let minimum, let range) = scaling.minimum, case .known(let maximum, let other) = scaling.maximum,
      minimum > maximum, maximum > 0
    else { return }
    report(
      range, "the minimum of \(scaling.title), \(minimum) instances, is more than the maximum, \(maximum)",
      caption: "more than the maximum", labels: [label(other, "the maximum")],
      help: "write \(maximum) or less, or raise the maximum to \(minimum)")
  }

  fileprivate mutating func checkManualCount(of resource: CloudRunResource) {
    guard case .known(let count, let range) = resource.manualInstanceCount else { return }
    if count < 0 {
      report(range, "manualInstanceCount is \(count): it is at least 0", caption: "below 0")
    } else if resource.kind == .service, resource.scalingMode.value(orDefault: "automatic") == "automatic" {
      report(
        range, "manualInstanceCount \(count) needs manual scaling, and this service scales by itself",
        caption: "only with scalingMode: manual",
        labels: resource.scalingMode.isKnown ? [label(resource.scalingMode.range, "scales by itself")] : [],
        help: "add run.googleapis.com/scalingMode: manual beside it, or remove manualInstanceCount")
    }
  }
}
