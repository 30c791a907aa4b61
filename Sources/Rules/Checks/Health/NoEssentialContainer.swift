import Models
import Syntax

extension Check {
  static let noEssentialContainer = Check.taskDefinitions { task, findings in
    let containers = task.containers
    guard task.knowsAllContainers, let first = containers.first else { return }
    guard containers.allSatisfy({ $0.isEssential == false }) else { return }
    findings.report(
      first.essential.range, "no container of this task is essential, so ECS refuses the task definition",
      caption: "every container says false",
      labels: containers.dropFirst().map { findings.label($0.essential.range, "\($0.title) is not essential either") },
      help: "set essential to true, or leave it out, on the container that does the work",
      fixes: containers.count == 1
        ? first.node["essential"].map { [Fix("Write true", .safe, [findings.rewrite($0, as: "true")])] } ?? [] : [])
  }
}
