import Models
import Syntax

extension Check {
  static let regionMismatch = Check.taskDefinitions { task, findings in
    let statements = task.containers.flatMap(statements)
    let told = statements.filter { $0.kind != .image }
    // One slip makes two regions; a task that names more reaches into them on purpose.
    guard let first = told.first, told.namesAtMostTwoRegions, case let partition = partition(ofRegion: first.region),
      told.allSatisfy({ Models.partition(ofRegion: $0.region) == partition })
    else { return }
    let accounts = accounts(of: task)
    // Where the task runs is what most of its logs and secrets say; with as many for each of two, one of them is wrong.
    let common = told.mostCommonRegion
    let home = common ?? first
    for statement in statements {
      let isElsewhere =
        statement.kind == .image
        // Registries of others, AWS among them, are where they are.
        ? common != nil && statement.account.map(accounts.contains) == true && statement.region != home.region
        : statement.region != home.region
      if isElsewhere { findings.report(statement, against: home) }
    }
  }
}

/// A region that a task definition names.
private struct RegionStatement {
  enum Kind { case image, log, secret }

  let kind: Kind
  let region: String
  let range: SourceRange
  let subject: String
  /// Of the registry that an image comes from.
  var account: String?
}

/// The accounts that the task's roles and secrets belong to.
private func accounts(of task: TaskDefinition) -> [String] {
  let roles = [task.executionRole, task.taskRole].compactMap { $0.value }
  let secrets = task.containers.flatMap { $0.secrets }.compactMap { $0.field("valueFrom").text.value }
  return (roles + secrets).compactMap { ARN($0)?.account.literal }
}

private func statements(_ container: ContainerDefinition) -> [RegionStatement] {
  var found: [RegionStatement] = []
  if case .known(let image, let range) = container.imageReference,
    case .privateECR(let account?, let region?)? = image.registry
  {
    found.append(
      RegionStatement(
        kind: .image, region: region, range: range, subject: "the image of \(container.title) comes from",
        account: account))
  }
  if container.logDriver.value == "awslogs",
    case .known(let region, let range) = container.logOptions.field("awslogs-region").nonEmptyString,
    region.split(on: "-").count >= 3
  {
    found.append(
      RegionStatement(kind: .log, region: region, range: range, subject: "the log of \(container.title) goes to"))
  }
  for secret in container.secrets + container.logSecretOptions {
    guard case .known(let text, let range) = secret.field("valueFrom").text, let arn = ARN(text),
      ["secretsmanager", "ssm"].contains(arn.service.literal), let region = arn.region.literal,
      region.split(on: "-").count >= 3
    else { continue }
    let name = secret.field("name").string.value.map { "the secret '\($0)'" } ?? "a secret"
    found.append(
      RegionStatement(
        kind: .secret, region: region, range: range, subject: "\(name) of \(container.title) comes from"))
  }
  return found
}

extension [RegionStatement] {
  fileprivate var namesAtMostTwoRegions: Bool {
    guard let first, let second = self.first(where: { $0.region != first.region }) else { return true }
    return allSatisfy { $0.region == first.region || $0.region == second.region }
  }

  /// The first statement of the region that is named more often than each other one.
  fileprivate var mostCommonRegion: RegionStatement? {
    // Nearly always there is one region, and nothing to count.
    guard let first, contains(where: { $0.region != first.region }) else { return first }
    var counts: [String: Int] = [:]
    for statement in self { counts[statement.region, default: 0] += 1 }
    guard let most = counts.values.max() else { return nil }
    let common = counts.filter { $0.value == most }
    return common.count == 1 ? self.first { $0.region == common.first?.key } : nil
  }
}

extension Findings {
  fileprivate mutating func report(_ statement: RegionStatement, against home: RegionStatement) {
    report(
      statement.range, "\(statement.subject) \(statement.region), while \(home.subject) \(home.region)",
      caption: "another region", severity: statement.kind == .image ? .note : nil,
      labels: [label(home.range, home.region)],
      help: statement.kind == .image
        ? "see whether that is meant: pulling from another region is slow and paid for"
        : "write \(home.region), unless the task is meant to reach into \(statement.region)")
  }
}
