import Models
import Syntax

extension Check {
  static let missingTaskSize = Check.fargateTasks { task, findings in
    let missing = [("cpu", task.cpu), ("memory", task.memory)].filter { $0.1.isAbsent }.map(\.0)
    guard !missing.isEmpty else { return }
    let inContainers = task.containers.contains { $0.cpu.isPresent || $0.memory.isPresent }
    findings.report(
      task.anchor,
      "this task has no \(missing.inWords("and")) of its own, which Fargate requires"
        + (inContainers ? "; what its containers ask for does not count" : ""),
      caption: "no task-level \(missing.inWords("and"))", labels: findings.fargateLabels,
      help: help(task, missing: missing))
  }
}

/// The smallest size that holds what the containers ask for, as fields to write.
private func help(_ task: TaskDefinition, missing: [String]) -> String {
  let cpu =
    task.cpu.value.map { TaskQuantity(cpu: $0).amount } ?? task.containers.reduce(0) { $0 + ($1.cpu.value ?? 0) }
  let memory =
    task.memory.value.map { TaskQuantity(memory: $0).amount }
    ?? task.containers.reduce(0) { $0 + ($1.memoryReservation.value ?? $1.memory.value ?? 0) }
  guard let cpu, let memory, let size = FargateSize.smallest(cpu: cpu, memory: memory) else {
    return "add \(missing.inWords("and")) beside containerDefinitions"
  }
  let fields = missing.map { "\"\($0)\": \"\($0 == "cpu" ? size.cpu : size.memory)\"" }
  return "add \(fields.inWords("and")) beside containerDefinitions, or a larger size"
}
