import Models
import Syntax

extension Check {
  static let implicitResources = Check.cloudRun { resource, findings in
    // What a container with a GPU has without limits is for Cloud Run to choose.
    for container in resource.containers where !container.hasGPU && container.image.isPresent {
      let missing = [
        container.cpuLimit.isAbsent ? "\(RunSize.defaultCPU / 1000) CPU" : nil,
        container.memoryLimit.isAbsent ? "\(RunSize.defaultMemory) MiB of memory" : nil,
      ].compactMap { $0 }
      guard !missing.isEmpty else { continue }
      let names = [container.cpuLimit.isAbsent ? "cpu" : nil, container.memoryLimit.isAbsent ? "memory" : nil]
      findings.report(
        container.anchor,
        "\(container.title) does not limit its \(names.compactMap { $0 }.inWords("or")), and so has \(missing.inWords("and"))",
        caption: "no limits", help: "write what it needs under resources.limits")
    }
  }
}
