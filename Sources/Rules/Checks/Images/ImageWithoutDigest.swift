import Models
import Syntax

extension Check {
  static let imageWithoutDigest = Check.containers { container, findings in
    // Without a tag, or with `latest`, there is more to say, which others do.
    guard case .known(let image, let range) = container.imageReference, image.problem == nil, image.digest == .absent,
      let tag = image.tag.literal, tag != "latest"
    else { return }
    let resolution = TagResolution(container, in: findings)
    findings.report(
      range, "image '\(image.text.source)' has a tag and no digest, so what it stands for can be replaced",
      caption: "no digest", labels: resolution.labels, help: "append the digest: \(image.text.source)@sha256:…")
  }
}
