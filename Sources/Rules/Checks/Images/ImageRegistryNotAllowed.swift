import Models
import Syntax

extension Check {
  static let imageRegistryNotAllowed = Check.containers { container, findings in
    let allowed = findings.option("registries")
    guard !allowed.isEmpty, case .known(let image, let range) = container.imageReference, image.problem == nil else {
      return
    }
    guard !allowed.contains(where: { ImagePattern($0).mayMean(image) }) else { return }
    let shown = allowed.prefix(3).map { "'\($0)'" } + (allowed.count > 3 ? ["\(allowed.count - 3) more"] : [])
    findings.report(
      range, "image '\(image.text.source)' comes from a registry that the configuration does not allow",
      caption: "not an allowed registry", help: "allowed are \(shown.inWords("and")); push a copy of the image there")
  }
}
