import Models
import Syntax

extension Check {
  /// The `cpu` and `memory` of a task on Fargate are one of the pairs that it has.
  static var fargateSize: Check {
    .fargateTasks { task, findings in
      guard case .known(let cpu, let cpuRange) = task.cpu else { return }
      let quantity = TaskQuantity(cpu: cpu)
      guard quantity.flaw == nil else { return }
      guard let units = quantity.amount, let size = FargateSize.of(cpu: units) else {
        findings.reportUnknownCPU(cpu, units: quantity.amount, task, at: cpuRange)
        return
      }
      if task.isWindows == .yes, !size.isForWindows {
        findings.reportCPUForWindows(size, task, at: cpuRange)
        return
      }
      guard case .known(let memory, let memoryRange) = task.memory else { return }
      let amount = TaskQuantity(memory: memory)
      if amount.flaw == nil, amount.amount.map({ !size.memory.contains($0) }) ?? true {
        findings.reportMemory(memory, amount.amount, size, task, at: memoryRange)
      }
    }
  }
}

extension Findings {
  fileprivate mutating func reportUnknownCPU(_ cpu: String, units: Int?, _ task: TaskDefinition, at range: SourceRange)
  {
    if let units, units > FargateSize.largestCPU {
      report(
        range,
        "cpu '\(cpu)' is beyond the largest Fargate size that seatrial knows, \(FargateSize.largestCPU) CPU units",
        caption: "not a size known in November 2026", severity: .warning, labels: labelsOfFargateServices,
        help: "check that Fargate has this size by now")
      return
    }
    let meant = units.flatMap { $0 <= 32 ? FargateSize.of(cpu: $0 * 1024) : nil }
    let near = units.map { nearestCPU(to: $0, isWindows: task.isWindows == .yes) } ?? []
    let help =
      meant.map { "a bare number counts CPU units; \(cpu) vCPU are \($0.cpu)" }
      ?? (near.isEmpty ? "Fargate has \(allCPU)" : "the nearest are \(near.map(String.init).inWords("and"))")
    report(
      range, "Fargate has no task size with cpu '\(cpu)'; it has \(allCPU) CPU units", caption: "not a Fargate size",
      labels: labelsOfFargateServices, help: help,
      fixes: meant.map { fixes(task, cpu: $0.cpu) } ?? [])
  }

  fileprivate mutating func reportCPUForWindows(_ size: FargateSize, _ task: TaskDefinition, at range: SourceRange) {
    let sizes = FargateSize.all.filter(\.isForWindows).map { String($0.cpu) }.inWords("or")
    report(
      range, "Windows containers cannot have \(size.cpu) CPU units on Fargate; they can have \(sizes)",
      caption: "for Linux only",
      labels: [label(task.operatingSystemFamily.range, "Windows")] + labelsOfFargateServices,
      help: "write \(sizes)")
  }

  fileprivate mutating func reportMemory(
    _ memory: String, _ amount: Int?, _ size: FargateSize, _ task: TaskDefinition, at range: SourceRange
  ) {
    let enough = amount.flatMap { amount in size.memory.first { $0 >= amount } }
    let larger = amount.flatMap { FargateSize.smallest(cpu: size.cpu, memory: $0) }
    // The newest size may have grown since the table was made.
    let mayBeNewer = size.cpu == FargateSize.largestCPU
    var help = "with \(size.cpu) CPU units write \(size.memoryInWords)"
    var fixes: [Fix] = []
    if let enough {
      fixes = self.fixes(task, memory: enough)
      help = "the next size up is \(enough)"
    } else if let larger {
      fixes = self.fixes(task, cpu: larger.cpu, memory: larger.memory == amount ? nil : larger.memory)
      help = "\(help), or raise cpu to \(larger.cpu) and write \(larger.memory)"
    }
    report(
      range,
      "memory '\(memory)' does not go with \(size.cpu) CPU units on Fargate, which take \(size.memoryInWords)",
      caption: "not with \(size.cpu) CPU units", severity: mayBeNewer ? .warning : nil,
      labels: [label(task.cpu.range, "\(size.cpu) CPU units")] + labelsOfFargateServices, help: help, fixes: fixes)
  }

  private func fixes(_ task: TaskDefinition, cpu: Int? = nil, memory: Int? = nil) -> [Fix] {
    var edits: [Fix.Edit] = []
    var parts: [String] = []
    if let cpu, let node = task.node["cpu"] {
      edits.append(rewrite(node, as: String(cpu)))
      parts.append("cpu to \(cpu)")
    }
    if let memory, let node = task.node["memory"] {
      edits.append(rewrite(node, as: String(memory)))
      parts.append("memory to \(memory)")
    }
    return edits.isEmpty ? [] : [Fix("Set \(parts.inWords("and"))", .unsafe, edits)]
  }
}

private let allCPU = FargateSize.all.map { String($0.cpu) }.inWords("or")

/// The sizes just below and just above a number of CPU units.
private func nearestCPU(to units: Int, isWindows: Bool) -> [Int] {
  let sizes = FargateSize.all.filter { $0.isForWindows || !isWindows }.map(\.cpu)
  return [sizes.last { $0 < units }, sizes.first { $0 > units }].compactMap { $0 }
}
