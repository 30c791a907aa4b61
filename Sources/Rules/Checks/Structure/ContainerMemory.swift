import Models
import Syntax

extension Check {
  /// On instances a container says how much memory it wants, unless the task does.
  static var containerMemory: Check {
    .containerDefinitions { container, task, findings in
      guard task.memory.isAbsent, findings.runsOnFargate == .no, task.requires("MANAGED_INSTANCES") == .no,
        container.memory.isAbsent, container.memoryReservation.isAbsent
      else { return }
      findings.report(
        container.anchor,
        "\(container.title) has neither memory nor memoryReservation, and the task has no memory either",
        caption: "how much memory?",
        help: "give the container memory, the MiB at which it is killed, or memoryReservation, or the task its memory")
    }
  }
}
