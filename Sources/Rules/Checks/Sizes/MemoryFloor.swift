import Models
import Syntax

extension Check {
  static let memoryFloor = Check.cloudRun { resource, findings in
    guard let total = resource.totalMemory, total >= 1 << 20, total < InstanceFloor.memory else { return }
    let demands = resource.demands
    // Short of it only by the units: that is a slip in the quantity.
    guard !demands.isEmpty, !resource.isShortByUnits else { return }
    let limits = resource.containers.filter { $0.memoryLimit.isKnown }
    guard let first = limits.first else { return }
    let remedies = demands.compactMap(\.remedy)
    let isRemedied = remedies.count == demands.count
    findings.report(
      first.memoryLimit.range,
      "less than 512 MiB of memory in total (\(memoryText(bytes: total))) is not possible with \(demands.inWords)",
      caption: limits.count == 1 ? "less than 512 MiB" : "\(memoryText(bytes: total)) over all containers",
      labels: limits.dropFirst().map { findings.label($0.memoryLimit.range, "and this") }
        + findings.labels(demands, "512 MiB"),
      help: "write 512Mi" + (isRemedied ? ", or " + remedies.joined(separator: " and ") : ""),
      fixes: limits.count == 1
        ? [Fix("Give it 512Mi", .unsafe, [findings.replacing(first.memoryLimit.range, with: "512Mi")])] : [])
  }
}

enum InstanceFloor {
  /// Bytes.
  static let memory = 512 << 20
}

extension CloudRunResource {
  /// Whether the memory would reach the floor if `M` and `G` were `Mi` and `Gi`.
  var isShortByUnits: Bool {
    let limits = containers.map { container -> (text: String, isDecimal: Bool)? in
      guard let text = container.memoryLimit.value(orDefault: Text("512Mi"))?.literal else { return nil }
      return (text, Quantity(text)?.isDecimalUnit == true)
    }
    guard limits.contains(where: { $0?.isDecimal == true }) else { return false }
    var sum = 0
    for case let limit? in limits {
      let quantity = Quantity(limit.text)
      sum += (quantity?.readAsBinary(limit.text) ?? quantity)?.whole ?? 0
    }
    return sum >= InstanceFloor.memory
  }
}
