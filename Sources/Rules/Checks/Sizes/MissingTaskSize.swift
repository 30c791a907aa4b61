import Models
import Syntax

extension Check {
  static let missingTaskSize = Check.fargateTasks { task, findings in
    let missing = [("cpu", task.cpu), ("memory", task.memory)].filter { $0.1.isAbsent }.map(\.0)
    guard !missing.isEmpty else { return }
    let inContainers = task.containers.contains { $0.cpu.isPresent || $0.memory.isPresent }
    let size = task.smallestSize
    let fields = missing.map { "\"\($0)\": \"\($0 == "cpu" ? size?.cpu ?? 0 : size?.memory ?? 0)\"" }
    findings.report(
      task.anchor,
      "this task has no \(missing.inWords("and")) of its own, which Fargate requires"
        + (inContainers ? "; what its containers ask for does not count" : ""),
      caption: "no task-level \(missing.inWords("and"))", labels: findings.fargateLabels,
      help: "add \((size == nil ? missing : fields).inWords("and")) beside containerDefinitions"
        + (size == nil ? "" : ", or a larger size"),
      fixes: size.flatMap { findings.fix(task, missing: missing, size: $0) }.map { [$0] } ?? [])
  }
}

extension TaskDefinition {
  /// The smallest size of Fargate that holds what the containers ask for and goes with what the task has.
  fileprivate var smallestSize: (cpu: Int, memory: Int)? {
    let shares = containers.map { (cpu: $0.cpu.value ?? 0, memory: $0.memoryReservation.value ?? $0.memory.value ?? 0) }
    guard shares.allSatisfy({ 0...1_000_000 ~= $0.cpu && 0...1_000_000 ~= $0.memory }) else { return nil }
    let cpu = cpu.value.map { TaskQuantity(cpu: $0).amount } ?? shares.reduce(0) { $0 + $1.cpu }
    let memory = memory.value.map { TaskQuantity(memory: $0).amount } ?? shares.reduce(0) { $0 + $1.memory }
    guard let cpu, let memory, let size = FargateSize.smallest(cpu: cpu, memory: memory) else { return nil }
    // What the task has stays as it is.
    if self.cpu.isPresent, size.cpu != cpu { return nil }
    if self.memory.isPresent, size.memory != memory { return nil }
    return size
  }
}

extension Findings {
  fileprivate func fix(_ task: TaskDefinition, missing: [String], size: (cpu: Int, memory: Int)) -> Fix? {
    var edits: [Fix.Edit] = []
    for field in missing {
      let value = "\"\(field == "cpu" ? size.cpu : size.memory)\""
      // What is written as null is filled in.
      if let written = task.node.mapping?.entry(field)?.value {
        edits.append(Fix.Edit(written.range, written.range.isEmpty ? " " + value : value))
      } else if let edit = add(field, value, to: task.node) {
        edits.append(edit)
      } else {
        return nil
      }
    }
    if edits.count == 2, edits[0].range == edits[1].range {
      edits = [Fix.Edit(edits[0].range, edits[0].replacement + edits[1].replacement)]
    }
    return Fix("Add the smallest size that holds the containers", .unsafe, edits)
  }
}
