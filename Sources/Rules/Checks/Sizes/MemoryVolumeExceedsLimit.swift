import Models
import Syntax

extension Check {
  static let memoryVolumeExceedsLimit = Check.cloudRun { resource, findings in
    guard let total = resource.totalMemory else { return }
    for volume in resource.runVolumes {
      guard volume.isInMemory, case .known(let text, let range) = volume.sizeLimit, let literal = text.literal,
        let bytes = Quantity(literal)?.whole, bytes >= total
      else { continue }
      findings.report(
        range,
        "the volume \(volume.title) may take \(memoryText(bytes: bytes)) of the memory, of which there "
          + "\(total == 1 << 30 ? "is" : "are") \(memoryText(bytes: total)) in total",
        caption: "all of the memory",
        labels: resource.containers.filter(\.memoryLimit.isKnown).map {
          findings.label($0.memoryLimit.range, "the memory")
        },
        help: "write less than \(memoryText(bytes: total)), or raise the memory limit: files in it are memory")
    }
  }
}
