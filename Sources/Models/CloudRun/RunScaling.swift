import Syntax

/// How many instances there may be.
package struct RunScaling: Sendable {
  /// What it limits: `a revision`, `the service`.
  package let title: String
  package let minimum: Field<Int>
  package let maximum: Field<Int>
}

extension CloudRunResource {
  /// The limits of each revision; a job has none.
  package var revisionScaling: RunScaling {
    RunScaling(
      title: "a revision", minimum: templateAnnotations.field("autoscaling.knative.dev/minScale").integer,
      maximum: templateAnnotations.field("autoscaling.knative.dev/maxScale").integer)
  }

  /// The limits over all revisions that take requests.
  package var serviceScaling: RunScaling {
    RunScaling(
      title: "the \(kind.title)", minimum: annotations.field("run.googleapis.com/minScale").integer,
      maximum: annotations.field("run.googleapis.com/maxScale").integer)
  }

  /// Whether a maximum stands somewhere, be it in the wrong place or under a wrong name; unknown when it may.
  package var meansMaximum: Truth {
    if scalingMode.value(orDefault: "automatic") != "automatic" { return .yes }
    var truth = Truth.no
    for field in [annotations, templateAnnotations] {
      if field.isUnknown || field.value?.mapping?.isOpen == true { truth = .unknown }
      for entry in field.entries where !entry.value.isNull {
        let name = entry.key.lowercased().filter { $0 != "-" }
        if name.hasSuffix("/maxscale") || name.hasSuffix("/maxinstances") { return .yes }
      }
    }
    return truth
  }

  /// `automatic` or `manual`; absent means automatic.
  package var scalingMode: Field<String> { annotation("run.googleapis.com/scalingMode").map { $0.lowercased() } }
  /// The number of instances where somebody chose it by hand.
  package var manualInstanceCount: Field<Int> { annotations.field("run.googleapis.com/manualInstanceCount").integer }

  /// Whether an instance is kept while there is nothing to do; unknown when a part of it is.
  package var keepsInstances: Truth {
    let counts = [revisionScaling.minimum, serviceScaling.minimum, manualInstanceCount]
    if counts.contains(where: { ($0.value ?? 0) > 0 }) { return .yes }
    return counts.contains(where: \.isUnknown) ? .unknown : .no
  }

  /// Whether instances have their CPU only while they handle requests; that is so unless it is switched off.
  package var isThrottled: Truth {
    guard kind == .service else { return .no }
    switch templateAnnotation("run.googleapis.com/cpu-throttling") {
    case .known(let text, _): return text.lowercased() == "true" ? .yes : text.lowercased() == "false" ? .no : .unknown
    case .absent: return .yes
    case .unknown: return .unknown
    }
  }

  /// Where it is said whether instances have their CPU only while they handle requests.
  package var throttling: Field<String> { templateAnnotation("run.googleapis.com/cpu-throttling") }
}

extension CloudRunResource {
  /// The name of the revision that a deploy makes; absent means that Cloud Run chooses one.
  package var revisionName: Field<Text> {
    guard kind != .job else { return .absent(from: anchor) }
    return template.field("metadata").field("name").text.orAbsentIfEmpty
  }

  /// Seconds for the answer to a request; absent means 300.
  package var requestTimeout: Field<Int> {
    kind == .job ? .absent(from: anchor) : template.field("spec").field("timeoutSeconds").integer
  }

  /// `ALPHA`, `BETA` or `GA`; absent means `GA`.
  package var launchStage: Field<String> { annotation("run.googleapis.com/launch-stage") }
}

extension CloudRunResource {
  /// Whether containers have more CPU while they start; absent means no.
  package var startupBoost: Field<Bool> { templateAnnotations.field("run.googleapis.com/startup-cpu-boost").bool }
}
