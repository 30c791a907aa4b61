import Forms
import Models
import Syntax

extension Check {
  static let imageLatestTag = Check.containers { container, findings in
    guard case .known(let image, let range) = container.imageReference else { return }
    guard image.tag.literal == "latest", image.digest == .absent else { return }
    let resolution = TagResolution(container, in: findings)
    findings.report(
      range, "image '\(image.text.source)' is whatever was pushed last, so \(resolution.consequence)",
      caption: "the tag latest names no version", labels: resolution.labels, help: resolution.help)
  }
}

/// When a platform looks up what a tag stands for.
struct TagResolution {
  /// What follows from it, in words that end a sentence.
  let consequence: String
  let labels: [Findings.Label]

  init(_ container: Container, in findings: Findings) {
    if findings.resource.kind.platform == .cloudRun {
      consequence = "deploying the same file again can start other code"
      labels = []
      return
    }
    let consistency = container.node.field("versionConsistency").nonEmptyString
    if consistency.value == "disabled" {
      consequence = "two tasks of one deployment can run different code"
      labels = [findings.label(consistency.range, "every start of a task looks the tag up anew")]
    } else {
      consequence = "this revision can start other code at its next deployment"
      labels = []
    }
  }

  var help: String { "write a version, such as :1.4.2, or a digest, @sha256:…" }
}
