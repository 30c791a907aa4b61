import Forms
import Models
import Syntax

extension Check {
  static let missingTaskRole = Check.taskDefinitions { task, findings in
    guard task.taskRole.isAbsent else { return }
    let starters = findings.run.services(of: findings.resource)
    // A run may bring a role of its own.
    if starters.contains(where: { $0.node.field("overrides").field("taskRoleArn").isPresent }) { return }
    var needs = TaskRoleNeed.all(ofVolumesIn: task)
    // On instances of one's own, all but volumes may use the role of the instance.
    if findings.runsOnFargate == .yes { needs += TaskRoleNeed.all(ofContainersIn: task) }
    let execs = findings.runsOnFargate == .yes ? starters.compactMap(execLabel) : []
    var reasons = execs.isEmpty ? [] : ["ECS Exec"]
    for need in needs where !reasons.contains(need.reason) { reasons.append(need.reason) }
    guard !reasons.isEmpty else { return }

    // An empty value is what some tools write for none.
    let entry = task.node.mapping?.entry("taskRoleArn")
    let labels = needs.prefix(6).map { findings.label($0.range, "\($0.reason) needs the task role") }
    findings.report(
      entry?.value.range ?? task.anchor,
      "the task has no task role, with which \(reasons.inWords("and")) \(reasons.count == 1 ? "calls" : "call") AWS",
      caption: entry == nil ? "taskRoleArn is missing" : "empty", labels: labels + execs,
      help: "set taskRoleArn to a role with the rights for it; the execution role does not count here")
  }
}

/// Where a service or a run switches ECS Exec on; nil when it does not.
private func execLabel(_ starter: Resource) -> Diagnostic.Label? {
  guard case .known(true, let range) = Service(starter.node).enableExecuteCommand else { return nil }
  return Diagnostic.Label(file: starter.file, range: range, message: "ECS Exec needs the task role")
}

/// Something that acts with the task role.
private struct TaskRoleNeed {
  /// In words that can be the subject of "calls AWS".
  let reason: String
  let range: SourceRange

  static func all(ofVolumesIn task: TaskDefinition) -> [TaskRoleNeed] {
    task.volumes.compactMap { volume in
      if case .known(let value, let range) = volume.efsVolume?.iam, value.uppercased() == "ENABLED" {
        return TaskRoleNeed(reason: "the EFS volume with IAM authorization", range: range)
      }
      guard let entry = volume.node.mapping?.entry("s3filesVolumeConfiguration"),
        entry.value.mapping?.entries.isEmpty == false
      else { return nil }
      return TaskRoleNeed(reason: "the S3 Files volume", range: entry.keyRange)
    }
  }

  static func all(ofContainersIn task: TaskDefinition) -> [TaskRoleNeed] {
    let routers = task.containers.filter(\.firelens.isPresent)
    let routersHaveKeys = routers.contains(where: \.bringsCredentials)
    return task.containers.flatMap { container in
      var needs: [TaskRoleNeed] = []
      if let agent = container.imageReference.value?.awsAgentTitle, !container.bringsCredentials,
        !container.isConfiguredElsewhere
      {
        needs.append(TaskRoleNeed(reason: agent, range: container.image.range))
      }
      if !routersHaveKeys, container.logDriver.value == "awsfirelens", let range = container.awsDestination {
        needs.append(TaskRoleNeed(reason: "the log router", range: range))
      }
      return needs
    }
  }
}

extension ContainerDefinition {
  /// Whether its environment may give it credentials of its own.
  fileprivate var bringsCredentials: Bool {
    let names: Set = ["AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_WEB_IDENTITY_TOKEN_FILE"]
    let given = environment.map(\.name) + secrets.map { $0.field("name").string }
    return given.contains { $0.isUnknown || names.contains($0.value ?? "") }
      || node.field("environment").isUnknown || node.field("environmentFiles").isPresent
  }

  /// Whether it is a collector with a configuration of its own, which may send to other places than AWS.
  fileprivate var isConfiguredElsewhere: Bool {
    guard imageReference.value?.name == "aws-otel-collector" else { return false }
    let given = environment.map(\.name) + secrets.map { $0.field("name").string }
    return given.contains { $0.value == "AOT_CONFIG_CONTENT" } || node.field("command").isPresent
      || node.field("entryPoint").isPresent
  }

  /// Where its log options name a destination in AWS; nil where they name another one, or none.
  fileprivate var awsDestination: SourceRange? {
    for key in ["Name", "name", "@type"] {
      guard case .known(let plugin, let range) = logOptions.field(key).string else { continue }
      return FireLensOption.outputsToAWS.contains(plugin.lowercased()) ? range : nil
    }
    return nil
  }
}
