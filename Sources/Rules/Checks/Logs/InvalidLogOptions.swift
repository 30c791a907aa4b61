import Forms
import Models
import Syntax

extension Check {
  static let invalidLogOptions = Check.logOptions + .firelensWiring + .firelensOptions

  private static var logOptions: Check {
    .containerDefinitions { container, _, findings in
      guard case .known(let name, let range) = container.logDriver, let driver = LogDriver(named: name) else { return }
      let isFargate = findings.runsOnFargate == .yes
      // A driver that Fargate does not have is OBS003's.
      if isFargate, !driver.runsOnFargate { return }
      let wanted = driver.requiredOptions + (isFargate ? driver.requiredOnFargate : [])
      var missing = wanted.filter { container.setting(ofLogOption: $0) == .missing }
      findings.reportUnknownOptions(of: container, driver, &missing)
      findings.reportMissing(missing, of: container, driver, at: range)
      findings.reportValues(of: container, driver)
    }
  }
}

extension Findings {
  fileprivate mutating func reportMissing(
    _ missing: [String], of container: ContainerDefinition, _ driver: LogDriver, at range: SourceRange
  ) {
    guard !missing.isEmpty else { return }
    let isOfFargate = missing.allSatisfy(driver.requiredOnFargate.contains)
    let tail =
      isOfFargate ? ", which Fargate requires" : ", without which ECS refuses the task definition"
    let prefix = container.name.value ?? "ecs"
    let help =
      switch missing {
      case ["awslogs-stream-prefix"]:
        "add \"awslogs-stream-prefix\": \"\(prefix)\"; the streams are then called \(prefix)/CONTAINER/TASK"
      case ["splunk-token"]: "add it to secretOptions, so that the token is not written here"
      default: "add \(missing.inWords("and")) to the options"
      }
    report(
      range, "\(container.title) logs with \(driver.name), but its options lack \(missing.inWords("and"))\(tail)",
      caption: "\(missing.inWords("and")) missing", labels: isOfFargate ? fargateLabels : [], help: help,
      fixes: missing == ["awslogs-stream-prefix"] ? streamPrefixFix(container) : [])
  }

  fileprivate func streamPrefixFix(_ container: ContainerDefinition) -> [Fix] {
    guard let name = container.name.value, let options = container.logOptions.value,
      let last = options.mapping?.entries.last, options.mapping?.entry("awslogs-stream-prefix") == nil,
      name.utf8.allSatisfy({ $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") })
    else { return [] }
    let isQuoted = resource.file.bytes[last.keyRange.lower] == UInt8(ascii: "\"")
    let key = isQuoted ? "\"awslogs-stream-prefix\"" : "awslogs-stream-prefix"
    guard let edit = layout.adding(key, "\"\(name)\"", to: options) else { return [] }
    return [Fix("Add awslogs-stream-prefix \"\(name)\"", .unsafe, [edit])]
  }

  /// Takes from `missing` what was only misspelt.
  fileprivate mutating func reportUnknownOptions(
    of container: ContainerDefinition, _ driver: LogDriver, _ missing: inout [String]
  ) {
    guard let documented = driver.documentedOptions else { return }
    let entries = container.logOptions.entries
    for entry in entries where !documented.contains(entry.key) && entry.key.isPlainOption {
      let open = documented.filter { option in !entries.contains { $0.key == option } }
      let near = nearest(to: entry.key, among: open) + open.filter { $0.hasPrefix(entry.key + "-") }
      if let meant = near.first, missing.contains(meant) {
        missing.removeAll { $0 == meant }
        report(
          entry.keyRange,
          "'\(entry.key)' is no option of \(driver.name), so the required \(meant) is missing in \(container.title)",
          caption: "unknown option", help: "write \(meant)",
          fixes: [Fix("Write '\(meant)'", near.count == 1 ? .safe : .unsafe, [replacing(entry.keyRange, with: meant)])])
      } else if driver.refusedOptions.contains(entry.key) {
        report(
          entry.keyRange, "ECS refuses the option '\(entry.key)' for the log driver \(driver.name)", caption: "refused",
          help: near.first.map { "write \($0)" } ?? "leave it out")
      } else {
        report(
          entry.keyRange, "'\(entry.key)' is no option that ECS documents for the log driver \(driver.name)",
          caption: "not documented", severity: .warning,
          help: near.first.map { "did you mean \($0)?" } ?? "it takes \(documented.inWords("or"))",
          fixes: near.first.map { [Fix("Write '\($0)'", .unsafe, [replacing(entry.keyRange, with: $0)])] } ?? [])
      }
    }
  }

  fileprivate mutating func reportValues(of container: ContainerDefinition, _ driver: LogDriver) {
    guard driver.name != "awsfirelens" else { return }
    let mode = container.logOptions.field("mode").nonEmptyString
    if case .known(let value, let range) = mode, !LogDriver.modes.contains(value) {
      report(
        range, "'\(value)' is no mode of a log driver: it is \(LogDriver.modes.map { "'\($0)'" }.inWords("or"))",
        caption: "no such mode", help: nearest(to: value, among: LogDriver.modes).first.map { "write \($0)" })
    }
    let buffer = container.logOptions.value?.mapping?.entry("max-buffer-size")
    if case .known("blocking", let range) = mode, let buffer, !buffer.value.isNull {
      report(
        buffer.keyRange, "max-buffer-size has no meaning in the mode 'blocking', which has no buffer",
        caption: "without effect", severity: .warning, labels: [label(range, "the mode")],
        help: "leave it out, or write \"mode\": \"non-blocking\"")
    }
    guard driver.name == "awslogs" else { return }
    let create = container.logOptions.field("awslogs-create-group").nonEmptyString
    if case .known(let value, let range) = create, !value.isGoBool {
      report(
        range, "awslogs-create-group is 'true' or 'false', not '\(value)'", caption: "neither true nor false",
        severity: .warning, help: "write \"true\" to have the log group made")
    }
    let format = container.logOptions.field("awslogs-datetime-format").nonEmptyString
    let pattern = container.logOptions.field("awslogs-multiline-pattern").nonEmptyString
    if case .known(_, let range) = pattern, case .known(_, let other) = format {
      report(
        range,
        "\(container.title) has both awslogs-multiline-pattern and awslogs-datetime-format, of which one is taken",
        caption: "one of two", labels: [label(other, "the other one")], help: "keep one of them")
    }
  }
}

extension String {
  /// Whether nothing in it is filled in later.
  fileprivate var isPlainOption: Bool {
    !utf8.contains { "$<>{}% ".utf8.contains($0) }
  }
}
