import Forms
import Models
import Syntax

extension Check {
  static let statefulOnSpot = Check.services { service, findings in
    guard let spot = findings.spotUse else { return }
    let task = findings.run.taskDefinition(of: findings.resource)
    guard let signs = StateSign.all(of: findings.resource, running: task, marks: StateMarks(findings)),
      let strongest = signs.map(\.weight).max(), strongest > .weak
    else { return }
    // Two signs that each have another explanation hardly have it at once.
    let isCertain = strongest == .strong || Set(signs.filter { $0.weight == .medium }.map(\.message)).count > 1
    // What runs once, and what takes jobs from a queue, is made to be stopped between them.
    let isForgiving = strongest < .strong && (findings.resource.kind == .runTask || task?.takesJobs == true)
    let severity: Severity = isCertain ? (isForgiving ? .warning : .error) : (isForgiving ? .note : .warning)
    let reasons = signs.filter { $0.weight == strongest }.map(\.message)
    let others = signs.count - 1
    findings.report(
      spot, by: service,
      "this task keeps state, and Fargate Spot may stop it at two minutes' notice: \(reasons[0])"
        + (others == 0 ? "" : others == 1 ? ", and one more sign" : ", and \(others) more signs"),
      caption: "may be stopped at any time", severity: severity, labels: signs.map(\.label),
      help:
        "use FARGATE, or keep the data in a managed service; the tag seatrial:stateful=false says that it may be lost")
  }
}

extension Resource {
  /// Whether an essential container of this task definition takes jobs from a queue.
  fileprivate var takesJobs: Bool {
    taskDefinition.containers.contains { $0.isEssential == true && queueWorker(in: $0.commandWords) != nil }
  }
}
