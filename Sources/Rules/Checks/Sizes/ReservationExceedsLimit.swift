import Models
import Syntax

extension Check {
  static let reservationExceedsLimit = Check.containerDefinitions { container, _, findings in
    if case .known(let reserved, let range) = container.memoryReservation,
      case .known(let limit, let place) = container.memory, limit > 0, reserved > limit
    {
      findings.report(
        range,
        "\(container.title) reserves \(reserved) MiB of memory and may use \(limit); "
          + "memoryReservation cannot be more than memory",
        caption: "more than memory", labels: [findings.label(place, "the limit: \(limit) MiB")],
        help: "memoryReservation is what the container usually needs, memory where it is killed: "
          + "write \(limit) at most, or raise memory")
    }
    for (name, field) in [("memory", container.memory), ("memoryReservation", container.memoryReservation)] {
      guard case .known(let amount, let range) = field, 1..<leastMemory ~= amount else { continue }
      // Before 20.10 Docker was content with 4 MiB; on instances it may still be so old.
      let isOldDockers = amount >= leastMemoryOfOldDocker && findings.runsOnFargate != .yes
      findings.report(
        range, "\(container.title) has \(name) \(amount): a container needs \(leastMemory) MiB at least",
        caption: "in MiB", severity: isOldDockers ? .warning : nil,
        help: amount < 4 ? "a bare number counts MiB; 1 GiB is 1024" : "write \(leastMemory) or more")
    }
  }
}

/// MiB; what Docker 20.10 and later give to a container.
///
/// Source, 2026-11-20: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html>.
private let leastMemory = 6
private let leastMemoryOfOldDocker = 4
