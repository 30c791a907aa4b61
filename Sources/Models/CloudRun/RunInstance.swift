import Syntax

extension CloudRunResource {
  /// The container that takes the requests of a service: the one with a port, or the only one; nil when that is open.
  package var ingressContainer: RunContainer? {
    guard kind == .service, knowsAllContainers else { return nil }
    let containers = containers
    if containers.count == 1 { return containers.first }
    guard containers.allSatisfy({ !$0.ports.isUnknown }) else { return nil }
    let exposed = containers.filter { $0.ports.value?.isEmpty == false }
    return exposed.count == 1 ? exposed[0] : nil
  }

  /// Thousandths of a CPU over all containers; nil when a part of it is not known.
  package var totalCPU: Int? {
    total { container in
      container.cpuLimit.value(orDefault: Text("1"))?.literal.flatMap { Quantity($0)?.milli }
    }
  }

  /// Bytes of memory over all containers; nil when a part of it is not known.
  package var totalMemory: Int? {
    total { container in
      container.memoryLimit.value(orDefault: Text("512Mi"))?.literal.flatMap { Quantity($0)?.whole }
    }
  }

  private func total(_ amount: (RunContainer) -> Int?) -> Int? {
    guard knowsAllContainers, !containers.isEmpty else { return nil }
    var sum = 0
    for container in containers {
      guard let part = amount(container), part >= 0, part < Int.max / 16 else { return nil }
      sum += part
    }
    return sum
  }

  /// The kind of GPU that is asked for.
  package var accelerator: Field<String> {
    instanceSpec.field("nodeSelector").field("run.googleapis.com/accelerator").nonEmptyString
  }

  /// Whether a container asks for a GPU.
  package var hasGPU: Bool { containers.contains { $0.hasGPU } }
}

extension RunContainer {
  /// Whether it asks for a GPU.
  package var hasGPU: Bool {
    let count = limits.field("nvidia.com/gpu")
    return count.isPresent && count.string.value != "0"
  }
}
