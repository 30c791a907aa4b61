import Forms
import Models
import Syntax

extension Check {
  static let imageUntagged = Check.containers { container, findings in
    guard case .known(let image, let range) = container.imageReference else { return }
    guard image.isUntagged, image.problem == nil else { return }
    if findings.resource.kind.platform == .cloudRun, image.mayBeArtifactName { return }
    let resolution = TagResolution(container, in: findings)
    findings.report(
      range, "image '\(image.text.source)' has no tag, which means latest: \(resolution.consequence)",
      caption: "no tag, no digest", labels: resolution.labels, help: resolution.help)
  }
}
