import Models
import Syntax

extension Check {
  static let sharedExecutionAndTaskRole = Check.taskDefinitions { task, findings in
    guard case .known(let execution, let executionRange) = task.executionRole.map({ RoleReference($0) }),
      case .known(let role, let range) = task.taskRole.map({ RoleReference($0) }), execution.isSame(as: role)
    else { return }
    findings.report(
      range,
      "\(role.title) is both the task role and the execution role, so the application may pull images and read "
        + "every secret that the agent may",
      caption: "the same role",
      labels: [findings.label(executionRange, "the execution role, which the ECS agent uses to start the task")],
      help:
        "give the application a role of its own with no more than it needs, or no taskRoleArn if it calls no AWS API")
  }
}

extension RoleReference {
  /// How messages call it: `role 'ecsTaskRole'`.
  var title: String { "role '\(name ?? text.source)'" }
}
