import Models
import Syntax

extension Check {
  /// What Cloud Run takes of variables, arguments and commands.
  static var cloudRunVariable: Check {
    .cloudRun { resource, findings in
      findings.checkTotals(of: resource)
      for container in resource.containers {
        for variable in container.environment { findings.check(variable, of: container) }
        findings.checkCommand(of: container)
      }
    }
  }
}

/// Over all containers together.
///
/// Source: what the API answers, late 2026: "limit on EnvVars across all containers".
private let mostEntries = 1000
/// Bytes.
private let longestValue = 32768

extension Findings {
  fileprivate mutating func checkTotals(of resource: CloudRunResource) {
    for (name, title) in [("env", "variables"), ("args", "arguments")] {
      let entries = resource.containers.compactMap { $0.node.mapping?.entry(name) }
      let count = entries.reduce(0) { $0 + ($1.value.sequence?.count ?? 0) }
      guard count > mostEntries, let last = entries.last else { continue }
      report(
        last.keyRange,
        "\(count) \(title) over all containers are more than the \(mostEntries) that Cloud Run takes",
        caption: "\(count) together")
    }
  }

  fileprivate mutating func check(_ variable: EnvironmentVariable, of container: RunContainer) {
    if case .known(let name, let range) = variable.name {
      if name.contains("=") {
        report(
          range, "'\(name.prefix { $0 != "=" })=…' is no name of a variable: it has '='", caption: "has '='",
          help: "write the part behind '=' as the value", hidesSource: true)
      } else if name.hasPrefix("X_GOOGLE_") {
        report(
          range, "variables that begin with X_GOOGLE_ are Google's own", caption: "kept by Google", severity: .warning,
          help: "choose another name")
      }
    }
    guard case .known(let text, let range) = variable.value else { return }
    if let value = text.literal, value.utf8.count > longestValue {
      report(
        range, "the value of a variable has \(value.utf8.count) bytes, and \(longestValue) are the most",
        caption: "too long", help: "put it into a file: a secret, or a part of the image", hidesSource: true)
    }
    guard text.source != "", case .known(let source, _) = variable.valueFrom, let name = variable.name.value,
      let key = variable.node.mapping?.entry("valueFrom")?.keyRange, source.mapping != nil
    else { return }
    report(
      key, "'\(name)' has a value and a valueFrom: Cloud Run takes one of them", caption: "one too many",
      labels: [], help: "keep valueFrom for a secret, else the value")
  }

  fileprivate mutating func checkCommand(of container: RunContainer) {
    if let first = container.node.field("command").elements.first, first.string == "" {
      report(
        first.range, "the command of \(container.title) begins with an empty word, so there is no program to run",
        caption: "no program", severity: .warning, help: "write the program, or leave command out for the image's own")
    }
    if case .known(let text, let range) = container.node.field("workingDir").text.orAbsentIfEmpty,
      !text.knownPrefix.isEmpty, !text.knownPrefix.hasPrefix("/")
    {
      report(
        range, "the workingDir '\(text.source)' is not an absolute path", caption: "not absolute", severity: .warning,
        help: "write the whole path")
    }
  }
}
