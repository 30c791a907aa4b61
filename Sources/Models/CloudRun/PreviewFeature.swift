import Syntax

/// A feature of Cloud Run that is refused unless the resource declares a launch stage.
package struct PreviewFeature: Sendable {
  /// How messages call it.
  package let title: String
  /// Where it is asked for.
  package let range: SourceRange
  /// The most stable stage that has it.
  package let stage: RunLaunchStage
  /// Whether the API was seen to refuse it; otherwise gcloud has it in preview only.
  package let isRefused: Bool
}

/// The stages that Cloud Run knows, the least stable first.
package enum RunLaunchStage: String, Sendable, Comparable, CaseIterable {
  case alpha = "ALPHA"
  case beta = "BETA"
  case generalAvailability = "GA"

  package static func < (left: RunLaunchStage, right: RunLaunchStage) -> Bool { left.rank < right.rank }
  private var rank: Int { RunLaunchStage.allCases.firstIndex(of: self) ?? 0 }
}

extension CloudRunResource {
  /// The features in preview that this resource asks for.
  ///
  /// Sources: the API's answer "The feature 'Instant sandboxes' is not supported in the declared launch stage … should be
  /// specified at least as BETA", seen in 2026; gcloud 578.0.0, which has the others in preview only,
  /// read on 2026-11-20.
  package var previewFeatures: [PreviewFeature] {
    var features: [PreviewFeature] = []
    if let entry = instanceSpec.value?.mapping?.entry("sandboxes"), !entry.value.isNull {
      features.append(PreviewFeature(title: "sandboxes", range: entry.keyRange, stage: .beta, isRefused: true))
    }
    for field in [annotations, templateAnnotations] {
      for entry in field.entries {
        guard let stage = PreviewFeature.stage(ofAnnotation: entry.key) else { continue }
        features.append(PreviewFeature(title: entry.key, range: entry.keyRange, stage: stage, isRefused: false))
      }
    }
    return features
  }
}

extension PreviewFeature {
  fileprivate static func stage(ofAnnotation key: String) -> RunLaunchStage? {
    switch key {
    case "run.googleapis.com/ambient-networking", "run.googleapis.com/identity",
      "run.googleapis.com/identity-certificate-enabled", "run.googleapis.com/identity-type",
      "run.googleapis.com/mesh", "run.googleapis.com/mesh-dataplane", "run.googleapis.com/overflow-scaling":
      .beta
    default: nil
    }
  }
}
