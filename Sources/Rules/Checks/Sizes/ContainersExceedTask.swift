import Models
import Syntax

extension Check {
  static let containersExceedTask = Check.taskDefinitions { task, findings in
    // For Windows containers ECS ignores the size of the task.
    guard task.isWindows == .no else { return }
    findings.checkCPU(of: task)
    findings.checkMemory(of: task)
  }
}

/// What one container takes of the task.
private struct Share {
  let container: ContainerDefinition
  let amount: Int
  let range: SourceRange
}

extension Findings {
  fileprivate mutating func checkCPU(of task: TaskDefinition) {
    guard case .known(let text, let range) = task.cpu, let limit = amount(TaskQuantity(cpu: text)) else { return }
    let shares = task.containers.compactMap { Share($0, $0.cpu) }
    let sum = shares.reduce(0) { $0 + $1.amount }
    guard sum > limit else { return }
    report(
      range, "the containers ask for \(sum) CPU units, \(sum - limit) more than the \(limit) of the task",
      caption: "\(limit) for all containers", labels: labels(shares),
      help:
        "raise the task's cpu to \(sum) at least, or give the containers less; a container without cpu shares the rest")
  }

  fileprivate mutating func checkMemory(of task: TaskDefinition) {
    guard case .known(let text, let range) = task.memory, let limit = amount(TaskQuantity(memory: text)) else { return }
    let tooLarge = task.containers.compactMap { Share($0, $0.memory) }.filter { $0.amount > limit }
    for share in tooLarge {
      report(
        share.range, "\(share.container.title) has memory \(share.amount), more than the \(limit) MiB of the task",
        caption: "more than the task", labels: [label(range, "\(limit) MiB for all containers")],
        help: "write \(limit) at most, or raise the memory of the task")
    }
    guard tooLarge.isEmpty else { return }
    let shares = task.containers.compactMap { container in
      Share(container, container.memoryReservation) ?? Share(container, container.memory)
    }
    let sum = shares.reduce(0) { $0 + $1.amount }
    guard sum > limit else { return }
    // That ECS refuses the sum is documented for none of its messages; that it must fit is.
    report(
      range, "the containers reserve \(sum) MiB of memory, \(sum - limit) more than the \(limit) of the task",
      caption: "\(limit) MiB for all containers", severity: .warning, labels: labels(shares),
      help: "raise the task's memory to \(sum) at least, or reserve less; without memory a container shares all of it")
  }

  /// The amount in a form that ECS reads.
  private func amount(_ quantity: TaskQuantity) -> Int? { quantity.flaw == nil ? quantity.amount : nil }

  private func labels(_ shares: [Share]) -> [Label] {
    shares.map { label($0.range, "\($0.container.title): \($0.amount)") }
  }
}

extension Share {
  /// What is known and more than nothing.
  fileprivate init?(_ container: ContainerDefinition, _ value: Field<Int>) {
    guard case .known(let amount, let range) = value, 1...1_000_000_000 ~= amount else { return nil }
    self.init(container: container, amount: amount, range: range)
  }
}
