import Forms
import Models
import Syntax

extension Check {
  static let missingExecutionRole = Check.taskDefinitions { task, findings in
    guard task.executionRole.isAbsent else { return }
    let isFargate = findings.runsOnFargate == .yes
    let needs = ExecutionRoleNeed.all(of: task, onFargate: isFargate)
    guard !needs.isEmpty else { return }
    var reasons: [String] = []
    for need in needs where !reasons.contains(need.reason) { reasons.append(need.reason) }

    // An empty value is what some tools write for none.
    let entry = task.node.mapping?.entry("executionRoleArn")
    var labels = needs.prefix(6).map { findings.label($0.range, "\($0.reason) needs the execution role") }
    if needs.contains(where: \.isOfFargate) { labels += findings.fargateLabels }
    findings.report(
      entry?.value.range ?? task.anchor,
      "the task has no execution role, which \(reasons.inWords("and")) \(reasons.count == 1 ? "needs" : "need")",
      caption: entry == nil ? "executionRoleArn is missing" : "empty", labels: labels,
      help: needs.contains(where: \.readsSecret)
        ? "set executionRoleArn to a role with AmazonECSTaskExecutionRolePolicy and the right to read these secrets"
        : "set executionRoleArn to a role with AmazonECSTaskExecutionRolePolicy")
  }
}

/// A field that makes the ECS agent act for the task.
private struct ExecutionRoleNeed {
  /// In words that can be the subject of "needs".
  let reason: String
  let range: SourceRange
  /// Whether on other launch types the container instance would act.
  var isOfFargate = false
  var readsSecret = false

  static func all(of task: TaskDefinition, onFargate isFargate: Bool) -> [ExecutionRoleNeed] {
    task.containers.flatMap { container in
      (isFargate ? ofFargate(container) : []) + ofEveryLaunchType(container)
    }
  }

  private static func ofFargate(_ container: ContainerDefinition) -> [ExecutionRoleNeed] {
    var needs: [ExecutionRoleNeed] = []
    if case .known(let image, let range) = container.imageReference, case .privateECR = image.registry {
      needs.append(.init(reason: "the image in a private ECR registry", range: range, isOfFargate: true))
    }
    if case .known("awslogs", let range) = container.logDriver {
      needs.append(.init(reason: "the log driver awslogs", range: range, isOfFargate: true))
    }
    return needs
  }

  private static func ofEveryLaunchType(_ container: ContainerDefinition) -> [ExecutionRoleNeed] {
    let log = container.node["logConfiguration"]
    let lists: [(entry: Mapping.Entry?, reason: String, readsSecret: Bool)] = [
      (container.node.mapping?.entry("secrets"), "'secrets'", true),
      (log?.mapping?.entry("secretOptions"), "'secretOptions' of the log driver", true),
      (container.node.mapping?.entry("environmentFiles"), "'environmentFiles'", false),
    ]
    var needs: [ExecutionRoleNeed] = []
    for (entry, reason, readsSecret) in lists {
      guard let entry, entry.value.sequence?.isEmpty == false else { continue }
      needs.append(.init(reason: reason, range: entry.keyRange, readsSecret: readsSecret))
    }
    if let credentials = container.node.mapping?.entry("repositoryCredentials"),
      !credentials.value.field("credentialsParameter").nonEmptyString.isAbsent
    {
      needs.append(.init(reason: "'repositoryCredentials'", range: credentials.keyRange, readsSecret: true))
    }
    for specification in container.node.field("credentialSpecs").elements
    where specification.string?.holds(":arn:") == true {
      needs.append(.init(reason: "the gMSA credential specification", range: specification.range, readsSecret: true))
    }
    return needs
  }
}
