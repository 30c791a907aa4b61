import Forms
import Models
import Syntax

extension Check {
  static let oversizedTask = Check.unusedMemory + .roomForProxy

  /// Memory that no container can ever use, because each has a limit of its own.
  private static var unusedMemory: Check {
    .fargateTasks { task, findings in
      guard task.isWindows == .no, case .known(let text, let range) = task.memory,
        let size = TaskQuantity(memory: text).amount, let limits = task.memoryLimits, limits > 0, limits * 2 <= size,
        let cpu = task.cpu.value.flatMap({ TaskQuantity(cpu: $0).amount }),
        let smaller = FargateSize.of(cpu: cpu)?.memory.first(where: { $0 >= limits }), smaller < size
      else { return }
      findings.report(
        range, "the containers may use \(limits) MiB together, and the task pays for \(size)",
        caption: "\(limits) MiB of it can be used",
        labels: task.containers.map { findings.label($0.memory.range, "\($0.title): \($0.memory.value ?? 0) at most") },
        help: "write \(smaller), or raise or remove the limits of the containers")
    }
  }

  /// Service Connect runs a proxy in each task, which needs its share.
  private static var roomForProxy: Check {
    .longRunning { service, findings in
      guard service.node.field("serviceConnectConfiguration").field("enabled").bool.value == true,
        let key = service.node.mapping?.entry("serviceConnectConfiguration")?.keyRange,
        let other = findings.run.taskDefinition(of: findings.resource)
      else { return }
      let task = other.taskDefinition
      guard let size = task.memory.value.flatMap({ TaskQuantity(memory: $0).amount }),
        let reserved = task.reservedMemory,
        reserved <= size, size - reserved < proxyMemory
      else { return }
      findings.report(
        key,
        "Service Connect adds a proxy to each task, for which \(size - reserved) MiB are left; "
          + "AWS advises \(proxyMemory) at least",
        caption: "a proxy in each task",
        labels: [findings.label(task.memory.range, "the containers reserve \(reserved) of \(size) MiB", in: other)],
        help: "raise the memory of the task, or reserve less in its containers")
    }
  }
}

/// MiB that AWS advises for the proxy of Service Connect, as of 2026-11-20.
///
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html>
private let proxyMemory = 64

extension TaskDefinition {
  /// The sum of the hard limits; nil unless every container is known to have one.
  fileprivate var memoryLimits: Int? { sum { $0.memory.value } }

  /// What the containers are sure to get; nil unless it is known of every container.
  fileprivate var reservedMemory: Int? {
    sum { $0.memoryReservation.isAbsent ? $0.memory.value : $0.memoryReservation.value }
  }

  private func sum(_ amount: (ContainerDefinition) -> Int?) -> Int? {
    guard knowsAllContainers, !containers.isEmpty else { return nil }
    var sum = 0
    for container in containers {
      guard let part = amount(container), 1...1_000_000_000 ~= part else { return nil }
      sum += part
    }
    return sum
  }
}
