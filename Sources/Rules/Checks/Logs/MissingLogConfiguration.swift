import Models
import Syntax

extension Check {
  static let missingLogConfiguration = Check.taskDefinitions { task, findings in
    let isFargate = findings.runsOnFargate
    for container in task.containers where container.node.field("logConfiguration").isAbsent {
      let isHelper =
        container.firelens.isPresent || container.imageReference.value?.isKnownSidecar ?? false
      let consequence =
        switch isFargate {
        case .yes: "on Fargate everything it prints is lost"
        case .no:
          "what it prints goes wherever the container instance sends logs by default, often to a file that ends with it"
        case .unknown: "what it prints is lost on Fargate, and elsewhere goes to the container instance's default"
        }
      findings.report(
        container.anchor, "\(container.title) has no logConfiguration: \(consequence)", caption: "no log configuration",
        severity: isFargate == .yes && !isHelper ? nil : .note, labels: findings.labelsOfFargateServices,
        help: "add a logConfiguration, such as the driver awslogs with awslogs-group, awslogs-region and "
          + "awslogs-stream-prefix")
    }
  }
}
