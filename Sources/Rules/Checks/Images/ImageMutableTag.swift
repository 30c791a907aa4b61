import Models
import Syntax

extension Check {
  static let imageMutableTag = Check.containers { container, findings in
    guard case .known(let image, let range) = container.imageReference else { return }
    guard let tag = image.tag.literal, let reason = image.floatingTagReason else { return }
    let resolution = TagResolution(container, in: findings)
    findings.report(
      range, "tag '\(tag)' of image '\(image.text.source)' does not stay with one image, \(reason)",
      caption: reason, labels: resolution.labels, help: resolution.help)
  }
}
