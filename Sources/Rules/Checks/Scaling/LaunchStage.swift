import Models
import Syntax

extension Check {
  static let launchStage = Check.cloudRun { resource, findings in
    guard let text = resource.launchStage.value(orDefault: "GA"), let declared = RunLaunchStage(rawValue: text) else {
      return
    }
    for feature in resource.previewFeatures where declared > feature.stage {
      let stage = feature.stage.rawValue
      findings.report(
        feature.range,
        feature.isRefused
          ? "\(feature.title) need the launch stage \(stage), and this \(resource.kind.title) declares \(declared.rawValue)"
          : "\(feature.title) was in preview in November 2026, and this \(resource.kind.title) declares \(declared.rawValue)",
        caption: "needs \(stage)", severity: feature.isRefused ? nil : .note,
        labels: resource.launchStage.isKnown ? [findings.label(resource.launchStage.range, "the stage")] : [],
        help:
          "write run.googleapis.com/launch-stage: \(stage) under metadata.annotations of the \(resource.kind.title)",
        fixes: findings.declaring(stage, in: resource, feature.isRefused ? .safe : .unsafe))
    }
  }
}

extension Findings {
  fileprivate func declaring(_ stage: String, in resource: CloudRunResource, _ safety: Fix.Safety) -> [Fix] {
    if case .known(_, let range) = resource.launchStage { return writing(stage, at: range, safety) }
    guard let annotations = resource.annotations.value,
      let edit = add("run.googleapis.com/launch-stage", "\"\(stage)\"", to: annotations)
    else { return [] }
    return [Fix("Add the launch stage \(stage)", safety, [edit])]
  }
}
