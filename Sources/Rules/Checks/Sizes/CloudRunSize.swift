import Models
import Syntax

extension Check {
  /// The CPU and memory limits of each container are a pair that Cloud Run has.
  static var cloudRunSize: Check {
    .cloudRun { resource, findings in
      for container in resource.containers {
        let sizes = resource.sizes(for: container)
        let cpu = container.cpuLimit.understood { $0.literal.flatMap { Quantity($0) } }
        if case .known(let quantity, let range) = cpu, !sizes.contains(where: { $0.cpu.contains(quantity.milli) }) {
          findings.reportCPU(quantity, of: container, sizes, at: range)
          continue
        }
        // What a GPU has without limits is for Cloud Run to choose.
        guard !container.hasGPU || cpu.isKnown else { continue }
        guard let milli = cpu.map(\.milli).value(orDefault: RunSize.defaultCPU),
          let size = sizes.first(where: { $0.cpu.contains(milli) })
        else { continue }
        findings.checkMemory(of: container, milli, size, sizes)
      }
    }
  }
}

extension CloudRunResource {
  /// The sizes that a container may have, the smallest first.
  fileprivate func sizes(for container: RunContainer) -> [RunSize] {
    guard container.hasGPU, let kind = accelerator.value else { return RunSize.standard }
    return RunSize.beside(accelerator: kind) ?? RunSize.standard
  }
}

extension Findings {
  fileprivate mutating func reportCPU(
    _ cpu: Quantity, of container: RunContainer, _ sizes: [RunSize], at range: SourceRange
  ) {
    let text = container.cpuLimit.value?.literal ?? ""
    let largest = sizes.last?.cpu.upperBound ?? 0
    let list = sizes.inWords
    if container.hasGPU, cpu.milli > largest {
      report(
        range, "\(text) is beyond the CPUs that seatrial knows beside this GPU: \(list)",
        caption: "not a size known in November 2026", severity: .warning, help: "check that Cloud Run has it by now")
      return
    }
    // `1000` for 1000m is the usual slip.
    let meant = cpu.milli / 1000
    let isThousandths =
      cpu.unit.isEmpty && cpu.milli % 1000 == 0 && meant >= 80 && sizes.contains { $0.cpu.contains(meant) }
    let below = sizes.last { $0.cpu.upperBound < cpu.milli }.map { cpuText(milli: $0.cpu.upperBound) }
    let above = sizes.first { $0.cpu.lowerBound > cpu.milli }.map { cpuText(milli: $0.cpu.lowerBound) }
    let near = [below, above].compactMap { $0 }
    let amount = cpu.unit.isEmpty || cpu.unit == "m" ? text : "\(text), \(cpuText(milli: cpu.milli)),"
    report(
      range, "\(amount) is no size that a container can have: Cloud Run takes \(list) CPUs", caption: "no such size",
      help: isThousandths
        ? "write \(meant)m, thousandths of a CPU; a bare number counts whole ones"
        : near.isEmpty ? nil : "the nearest are \(near.joined(separator: " and "))",
      fixes: isThousandths ? [Fix("Write \(meant)m", .unsafe, [replacing(range, with: "\(meant)m")])] : [])
  }

  fileprivate mutating func checkMemory(
    of container: RunContainer, _ milli: Int, _ size: RunSize, _ sizes: [RunSize]
  ) {
    guard case .known(let text, let range) = container.memoryLimit else {
      if container.memoryLimit.isAbsent, !container.hasGPU { checkDefaultMemory(of: container, milli, size) }
      return
    }
    // Less than a MiB is a slip in the unit.
    guard let literal = text.literal, let memory = Quantity(literal), memory.whole >= 1 << 20 else { return }
    let isLarge = memory.whole > size.memory.upperBound << 20
    guard isLarge || memory.whole < size.memory.lowerBound << 20 else { return }
    let least = quantity(size.memory.lowerBound)
    let larger = sizes.first { $0.cpu.lowerBound > milli && $0.memory.upperBound << 20 >= memory.whole }
    let raise = larger.map { "raise cpu to \(cpuText(milli: $0.cpu.lowerBound)), or " } ?? ""
    let units = memory.isDecimalUnit ? "; M and G count in 1000s, Mi and Gi in 1024s" : ""
    let cpu = cpuText(milli: milli)
    let amount = memoryText(bytes: memory.whole)
    report(
      range,
      "\(memory.isDecimalUnit ? "\(literal) (\(amount))" : amount) of memory is too \(isLarge ? "much" : "little") for "
        + "\(cpu)\(container.cpuLimit.isAbsent ? ", the default" : ""): Cloud Run takes \(size.memoryInWords) there",
      caption: "not with \(cpu)",
      labels: container.cpuLimit.isKnown ? [label(container.cpuLimit.range, cpu)] : [],
      help: isLarge ? "\(raise)write \(quantity(size.memory.upperBound)) or less" : "write \(least) or more\(units)",
      fixes: isLarge ? [] : [Fix("Write \(least)", .unsafe, [replacing(range, with: least)])])
  }

  private mutating func checkDefaultMemory(of container: RunContainer, _ milli: Int, _ size: RunSize) {
    guard size.memory.lowerBound > RunSize.defaultMemory else { return }
    report(
      container.cpuLimit.range,
      "\(cpuText(milli: milli)) need at least \(memoryText(bytes: size.memory.lowerBound << 20)) of memory, and "
        + "without a limit there are \(RunSize.defaultMemory) MiB",
      caption: "takes \(size.memoryInWords)",
      help: "add memory: \(quantity(size.memory.lowerBound)), or more, beside it")
  }
}

extension RunSize {
  fileprivate var memoryInWords: String {
    "\(memoryText(bytes: memory.lowerBound << 20)) to \(memoryText(bytes: memory.upperBound << 20))"
  }
}

/// MiB as a quantity: `2Gi`, `128Mi`.
private func quantity(_ mebibytes: Int) -> String {
  mebibytes % 1024 == 0 ? "\(mebibytes >> 10)Gi" : "\(mebibytes)Mi"
}

extension [RunSize] {
  /// `0.08 to 1, 2, 4, 6 or 8`.
  fileprivate var inWords: String {
    let whole = filter { $0.cpu.count == 1 }.map { String($0.cpu.lowerBound / 1000) }
    let list = whole.dropLast().joined(separator: ", ") + (whole.count > 1 ? " or " : "") + (whole.last ?? "")
    return first?.cpu.count == 1 ? list : "0.08 to " + list
  }
}
