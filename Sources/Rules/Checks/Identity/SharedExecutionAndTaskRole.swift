import Models
import Syntax

extension Check {
  static let sharedExecutionAndTaskRole = Check.taskDefinitions { task, findings in
    guard case .known(let execution, let executionRange) = task.executionRole.map({ RoleReference($0) }),
      case .known(let role, let range) = task.taskRole.map({ RoleReference($0) }), execution.isSame(as: role)
    else { return }
    findings.report(
      range,
      "\(role.title) is both task role and execution role, so the application can read every secret of the agent",
      caption: "the same role",
      labels: [findings.label(executionRange, "used by the ECS agent to start the task")],
      help:
        "give the application a role of its own, or no taskRoleArn if it calls no AWS API")
  }
}

extension RoleReference {
  /// How messages call it: `role 'ecsTaskRole'`.
  var title: String { "role '\(name ?? text.source)'" }
}
