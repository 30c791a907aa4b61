import Forms
import Models
import Syntax

extension Check {
  /// Whether the containers that log with `awsfirelens` have one log router that can take what they print.
  static var firelensWiring: Check {
    .taskDefinitions { task, findings in
      let routers = task.containers.filter { $0.firelens.isPresent }
      let senders = task.containers.filter { $0.logDriver.value == "awsfirelens" }
      if routers.isEmpty, findings.seesAllContainers(of: task) {
        for sender in senders {
          findings.report(
            sender.logDriver.range,
            "\(sender.title) logs with awsfirelens, but no container of the task has a firelensConfiguration",
            caption: "no log router",
            help: "add a container with \"firelensConfiguration\": { \"type\": \"fluentbit\" }")
        }
      }
      findings.reportFurtherRouters(routers)
      for router in routers {
        findings.reportOwnLog(of: router)
        findings.reportWaiting(router, for: senders)
      }
    }
  }

  /// Whether a log router's own options are ones that the agent understands.
  static var firelensOptions: Check {
    .containerDefinitions { container, _, findings in
      let options = container.firelens.field("options")
      for entry in options.entries where !FireLensOption.names.contains(entry.key) {
        let near = nearest(to: entry.key, among: FireLensOption.names).first
        findings.report(
          entry.keyRange, "'\(entry.key)' is no option of a firelensConfiguration, and has no effect",
          caption: "unknown option", severity: .warning,
          help: near.map { "write \($0)" }
            ?? "it takes \(FireLensOption.names.inWords("or")); options of a destination stand with the log driver")
      }
      let metadata = options.field("enable-ecs-log-metadata").nonEmptyString
      if case .known(let value, let range) = metadata, !value.isGoBool {
        findings.report(
          range, "enable-ecs-log-metadata is 'true' or 'false': '\(value)' has no effect", caption: "not understood",
          severity: .warning, help: "write \"false\" to leave the names of cluster and task out, else nothing")
      }
      findings.reportConfigurationFile(of: container, options)
    }
  }
}

extension Findings {
  /// Of a container that stands alone in its file, nobody knows the siblings.
  fileprivate func seesAllContainers(of task: TaskDefinition) -> Bool {
    task.knowsAllContainers && (resource.form != .containerDefinitions || task.containers.count > 1)
  }

  fileprivate mutating func reportFurtherRouters(_ routers: [ContainerDefinition]) {
    guard let first = routers.first else { return }
    for router in routers.dropFirst() {
      guard let key = router.node.mapping?.entry("firelensConfiguration")?.keyRange,
        let firstKey = first.node.mapping?.entry("firelensConfiguration")?.keyRange
      else { continue }
      report(
        key, "\(router.title) is a second log router, and a task can have one", caption: "second log router",
        labels: [label(firstKey, "the first one")], help: "route all logs in one container")
    }
  }

  fileprivate mutating func reportOwnLog(of router: ContainerDefinition) {
    guard case .known("awsfirelens", let range) = router.logDriver else { return }
    report(
      range,
      "the log router \(router.title) sends its own log to itself: what it says about its failures is lost with them",
      caption: "sends to itself", severity: .warning, help: "write awslogs for the log of the router")
  }

  /// ECS starts the router before its senders, unless the router has to wait itself.
  fileprivate mutating func reportWaiting(_ router: ContainerDefinition, for senders: [ContainerDefinition]) {
    for dependency in router.dependsOn {
      guard case .known(let name, let range) = dependency.containerName,
        let sender = senders.first(where: { $0.name.value == name }), name != router.name.value,
        !sender.dependsOn.contains(where: { $0.containerName.value == router.name.value })
      else { continue }
      report(
        range, "the log router waits for '\(name)', which sends it its log: it prints before anybody listens",
        caption: "starts too late", severity: .warning,
        labels: [label(sender.logDriver.range, "logs through the router")],
        help: "let the router start first: remove this, and let '\(name)' depend on the router")
    }
  }

  fileprivate mutating func reportConfigurationFile(of router: ContainerDefinition, _ options: Field<Node>) {
    let type = options.field("config-file-type").nonEmptyString
    let value = options.field("config-file-value").nonEmptyString
    if case .known(let type, let range) = type {
      guard ["s3", "file"].contains(type) else {
        report(
          range, "'\(type)' is no config-file-type: it is 's3' or 'file'", caption: "no such type", help: "write file")
        return
      }
      if value.isAbsent {
        report(
          range, "\(router.title) names a config-file-type and no config-file-value, so its task cannot start",
          caption: "of which file?", help: "add config-file-value with the path or the ARN of the file")
      }
    }
    guard case .known(let file, let range) = value else { return }
    switch type {
    case .known("s3", let typeRange) where !file.hasPrefix("arn:"):
      report(
        range, "'\(file)' is no ARN of an object in S3, which config-file-type 's3' wants", caption: "no ARN",
        labels: [label(typeRange, "from S3")], help: "write arn:aws:s3:::BUCKET/KEY, or config-file-type \"file\"")
    case .known("file", let typeRange) where file.hasPrefix("arn:"):
      report(
        range, "'\(file)' is an ARN, and config-file-type 'file' wants a path in the container", caption: "no path",
        labels: [label(typeRange, "from the container")], help: "write the path, or config-file-type \"s3\"")
    case .known("file", _) where FireLensOption.generatedFiles.values.contains(file):
      report(
        range, "'\(file)' is where ECS puts the configuration that it generates, over the file of the image",
        caption: "taken by ECS", help: "give the file another path, such as /fluent-bit/etc/extra.conf")
    case .absent:
      report(
        range, "config-file-value without config-file-type has no effect", caption: "without effect",
        severity: .warning, help: "add \"config-file-type\": \"file\"")
    default: return
    }
  }
}
