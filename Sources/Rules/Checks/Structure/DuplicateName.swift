import Forms
import Models
import Syntax

extension Check {
  static let duplicateName = Check.namesOfTasks + .namesOfCloudRun + .nestedMount

  private static var namesOfTasks: Check {
    .taskDefinitions { task, findings in
      findings.reportDuplicates(
        task.containers.map(\.name), { "the task has two containers called '\($0)', and ECS wants unique names" })
      findings.reportDuplicates(
        task.volumes.map(\.name), { "the task has two volumes called '\($0)', so what a container mounts is open" },
        severity: .warning)
      findings.reportDuplicates(
        task.containers.flatMap(\.portMappings).map(\.name),
        { "two port mappings of the task are called '\($0)', and ECS wants unique names" })
      findings.reportDuplicates(
        task.node.field("tags").elements.map { $0.field("key").string },
        { "the task definition has two tags '\($0)', and ECS wants unique keys" })
      for container in task.containers { findings.reportDuplicates(in: container) }
    }
  }

  private static var namesOfCloudRun: Check {
    .cloudRun { resource, findings in
      let title = resource.kind.title
      findings.reportDuplicates(
        resource.containers.map(\.name),
        { "the \(title) has two containers called '\($0)', and Cloud Run wants unique names" })
      findings.reportDuplicates(
        resource.volumes.map { $0.field("name").string },
        { "the \(title) has two volumes called '\($0)', and Cloud Run wants unique names" })
      findings.reportDuplicates(
        (resource.traffic.value ?? []).map { $0.field("tag").nonEmptyString },
        { "the tag '\($0)' stands at two targets of the traffic, and Cloud Run wants it at one" })
      for container in resource.containers {
        findings.reportDuplicateVariables(container)
        findings.reportDuplicates(
          container.volumeMounts.map { $0.field("mountPath").string.map(withoutTrailingSlash) },
          { "\(container.title) mounts two volumes at '\($0)'" }, severity: .warning)
      }
    }
  }
}

extension Findings {
  /// Reports each name that stood before.
  fileprivate mutating func reportDuplicates(
    _ names: [Field<String>], _ message: (String) -> String, severity: Severity? = nil, help: String? = nil
  ) {
    guard names.compactMap(\.value).hasRepetition else { return }
    var firsts: [String: SourceRange] = [:]
    for case .known(let name, let range) in names where !name.isEmpty {
      guard let first = firsts[name] else {
        firsts[name] = range
        continue
      }
      report(
        range, message(name), caption: "used twice", severity: severity, labels: [label(first, "the first one")],
        help: help ?? "rename one, or remove one")
    }
  }

  /// ECS: variables, secrets, and what both set.
  fileprivate mutating func reportDuplicates(in container: ContainerDefinition) {
    reportDuplicateVariables(container.environment, in: container.title, of: container.node)
    let secrets = container.secrets.map { $0.field("name").string }
    reportDuplicates(
      secrets, { "\(container.title) has two secrets called '\($0)', and ECS wants unique names" })
    reportSecretVariables(in: container, secrets)
    reportDuplicates(
      container.mountPoints.map { $0.field("containerPath").nonEmptyString.map(withoutTrailingSlash) },
      { "\(container.title) mounts two volumes at '\($0)'" }, severity: .warning)
  }

  private mutating func reportSecretVariables(in container: ContainerDefinition, _ secrets: [Field<String>]) {
    let names = container.environment.map(\.name)
    guard (names + secrets).compactMap(\.value).hasRepetition else { return }
    var variables: [String: SourceRange] = [:]
    for case .known(let name, let range) in names where variables[name] == nil { variables[name] = range }
    for case .known(let name, let range) in secrets {
      guard !name.isEmpty, let variable = variables[name] else { continue }
      report(
        range, "'\(name)' of \(container.title) is both a secret and a variable, and ECS takes only one of them",
        caption: "a secret", labels: [label(variable, "a variable of the same name")],
        help: "remove the variable, so that the secret is used")
    }
  }

  /// ECS: which of two values wins is not said, so it is a warning.
  private mutating func reportDuplicateVariables(
    _ variables: [EnvironmentVariable], in container: String, of node: Node
  ) {
    for pair in duplicates(among: variables) {
      let isSame = pair.first.value.value?.literal != nil && pair.first.value.value == pair.second.value.value
      report(
        pair.second.name.range,
        isSame
          ? "\(container) sets the variable '\(pair.name)' twice, to the same value"
          : "\(container) sets the variable '\(pair.name)' twice, and ECS does not say which value wins",
        caption: "set twice", severity: isSame ? .note : .warning,
        labels: [label(pair.first.name.range, "the first one")], help: "remove one",
        fixes: isSame ? removing(pair.second, from: node["environment"], .safe) : [])
    }
  }

  /// Takes a variable out of its list.
  private func removing(_ variable: EnvironmentVariable, from list: Node?, _ safety: Fix.Safety) -> [Fix] {
    guard let list, let index = list.sequence?.firstIndex(where: { $0.range.contains(variable.name.range) }),
      let edit = layout.removing(elementAt: index, of: list)
    else { return [] }
    return [Fix("Remove the second '\(variable.name.value ?? "")'", safety, [edit])]
  }

  /// Cloud Run: the last of two literals wins; beside a secret a second entry is refused.
  fileprivate mutating func reportDuplicateVariables(_ container: RunContainer) {
    for pair in duplicates(among: container.environment) {
      let hasSecret = pair.first.valueFrom.isPresent || pair.second.valueFrom.isPresent
      let isSame = pair.first.value.value?.literal != nil && pair.first.value.value == pair.second.value.value
      let consequence =
        hasSecret
        ? "and Cloud Run refuses a second entry beside a secret"
        : isSame ? "to the same value" : "and the last one wins"
      report(
        pair.second.name.range, "\(container.title) sets the variable '\(pair.name)' twice, \(consequence)",
        caption: "set twice", severity: hasSecret ? .error : isSame ? .note : .warning,
        labels: [label(pair.first.name.range, "the first one")], help: "remove one",
        fixes: isSame && !hasSecret ? removing(pair.second, from: container.node["env"], .safe) : [])
    }
  }

  private func duplicates(
    among variables: [EnvironmentVariable]
  ) -> [(name: String, first: EnvironmentVariable, second: EnvironmentVariable)] {
    guard variables.compactMap(\.name.value).hasRepetition else { return [] }
    var firsts: [String: EnvironmentVariable] = [:]
    var pairs: [(name: String, first: EnvironmentVariable, second: EnvironmentVariable)] = []
    for variable in variables {
      guard let name = variable.name.value, !name.isEmpty else { continue }
      if let first = firsts[name] { pairs.append((name, first, variable)) } else { firsts[name] = variable }
    }
    return pairs
  }
}

extension [String] {
  /// Whether two are the same: costs less than a table of the first places, which a file without mistakes has no use for.
  fileprivate var hasRepetition: Bool {
    guard count > 1 else { return false }
    let sorted = self.sorted()
    return sorted.indices.dropFirst().contains { sorted[$0] == sorted[$0 - 1] }
  }
}

private func withoutTrailingSlash(_ path: String) -> String {
  path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
}
