import Forms
import Models
import Syntax

extension Check {
  /// Looks at an ECS task definition that runs on Fargate, as far as the run says.
  static func fargateTasks(_ body: @escaping @Sendable (TaskDefinition, inout Findings) -> Void) -> Check {
    .taskDefinitions { task, findings in
      guard findings.runsOnFargate == .yes else { return }
      body(task, &findings)
    }
  }
}

extension Findings {
  /// A label for the service that starts the task on Fargate, where the task definition does not say so itself.
  var labelsOfFargateServices: [Label] {
    resource.taskDefinition.requiresFargate == .yes ? [] : fargateLabels
  }
}
