import Models
import Syntax

extension Check {
  static let imageMutableTag = Check.containers { container, findings in
    guard case .known(let image, let range) = container.imageReference else { return }
    guard let tag = image.tag.literal, image.digest == .absent, !findings.lists(tag, in: "fixed-tags") else { return }
    let configured = findings.lists(tag, in: "tags") ? "the configuration says that it moves" : nil
    guard let reason = configured ?? image.floatingTagReason else { return }
    let resolution = TagResolution(container, in: findings)
    findings.report(
      range, "tag '\(tag)' of image '\(image.text.source)' does not stay with one image, \(reason)",
      caption: reason, labels: resolution.labels, help: resolution.help)
  }
}

extension Findings {
  /// Whether a pattern of an option matches a tag.
  fileprivate func lists(_ tag: String, in name: String) -> Bool {
    option(name).contains { Wildcard($0).matches(tag) }
  }
}
