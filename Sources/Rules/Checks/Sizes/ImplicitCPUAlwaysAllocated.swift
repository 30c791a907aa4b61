import Forms
import Models
import Syntax

extension Check {
  static let implicitCpuAlwaysAllocated = Check([.cloudRunService]) { resource, findings in
    // Config Connector has its own defaults. What the API prints leaves out what is false.
    guard resource.form == .cloudRunV2, !resource.isPrinted else { return }
    for container in resource.written["template"]?["containers"]?.sequence ?? [] {
      guard let entry = container.mapping?.entry("resources"), let resources = entry.value.mapping,
        !resources.isOpen, !resources.entries.isEmpty, resources.entry("cpuIdle") == nil,
        // With a GPU it is what has to be.
        resources["limits"]?.mapping?.entry("nvidia.com/gpu") == nil
      else { continue }
      let title = RunContainer(container).title
      let edit = findings.layout.adding(
        resource.file.bytes[resources.entries[0].keyRange.lower] == 0x22 ? "\"cpuIdle\"" : "cpuIdle", "true",
        to: entry.value)
      findings.report(
        entry.keyRange,
        "resources without cpuIdle keep the CPU of \(title) allocated between requests, and paid for",
        caption: "cpuIdle is missing",
        help: "write cpuIdle: true for CPU during requests alone, or cpuIdle: false if it is meant",
        fixes: edit.map { [Fix("Add cpuIdle: true", .unsafe, [$0])] } ?? [])
    }
  }
}

extension Resource {
  /// Whether it has what only the API prints.
  fileprivate var isPrinted: Bool {
    ["uid", "createTime", "terminalCondition", "observedGeneration"].contains { written.mapping?.entry($0) != nil }
  }
}
