import Forms
import Models
import Syntax

extension Check {
  static let swappedRoles = Check.taskDefinitions { task, findings in
    guard case .known(let role, let range) = task.taskRole.map({ RoleReference($0) }),
      role.namedPurpose == .execution
    else { return }
    switch task.executionRole.map({ RoleReference($0) }) {
    case .known(let execution, let executionRange) where execution.namedPurpose == .task:
      let file = findings.resource.file
      findings.report(
        range,
        "taskRoleArn is \(role.title) and executionRoleArn is \(execution.title): by their names they are swapped",
        caption: "an execution role by its name",
        labels: [findings.label(executionRange, "a task role by its name")],
        help: "executionRoleArn is what ECS uses to start the task, taskRoleArn is what the application gets",
        fixes: [
          Fix(
            "Exchange the two roles", .unsafe,
            [.init(range, file.text(in: executionRange)), .init(executionRange, file.text(in: range))])
        ])
    case .absent where role.isDefaultExecutionRole && task.node.mapping?.isOpen == false:
      findings.report(
        range,
        "taskRoleArn is \(role.title), by its name the role for executionRoleArn, which is absent",
        caption: "an execution role by its name", severity: .warning,
        help: "executionRoleArn is what ECS uses to start the task, taskRoleArn is what the application gets",
        fixes: executionRoleFix(task, in: findings.resource.file))
    case .known(let execution, let executionRange)
    where role.isDefaultExecutionRole && execution.name != nil && execution.name != role.name:
      findings.report(
        range,
        "taskRoleArn is \(role.title), by its name an execution role",
        caption: "an execution role by its name", severity: .warning,
        labels: [findings.label(executionRange, "the execution role is this one")],
        help: "give the application a role of its own with no more than it needs, or leave taskRoleArn out")
    default: return
    }
  }
}

/// Renames the key, where it is written as in the API.
private func executionRoleFix(_ task: TaskDefinition, in file: SourceFile) -> [Fix] {
  guard task.node.mapping?.entry("executionRoleArn") == nil,
    let key = task.node.mapping?.entry("taskRoleArn")?.keyRange, let name = file.range(of: "taskRoleArn", in: key)
  else { return [] }
  return [Fix("Make it the execution role", .unsafe, [.init(name, "executionRoleArn")])]
}
