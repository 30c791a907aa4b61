import Syntax

/// A log driver of ECS, and what is known about its options.
///
/// Written 2026-11 from <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html> and from
/// what the service answers (`Log driver awslogs requires options: …`, `Log driver awslogs disallows options: …`).
package struct LogDriver: Sendable {
  package let name: String
  package let runsOnFargate: Bool
  /// What the service wants, as an option or as a secret option.
  package let requiredOptions: [String]
  /// What it wants on Fargate besides.
  package let requiredOnFargate: [String]
  /// Every option that is documented; nil where nobody lists them all.
  package let documentedOptions: [String]?
  /// Options that the service is known to refuse.
  package let refusedOptions: [String]

  private init(
    _ name: String, onFargate: Bool = false, required: [String] = [], requiredOnFargate: [String] = [],
    documented: [String]? = nil, refused: [String] = []
  ) {
    self.name = name
    runsOnFargate = onFargate
    requiredOptions = required
    self.requiredOnFargate = requiredOnFargate
    documentedOptions = documented
    refusedOptions = refused
  }

  /// Nil for a name that the API does not know.
  package init?(named name: String) {
    guard let driver = LogDriver.all.first(where: { $0.name == name }) else { return nil }
    self = driver
  }

  package static let all = [
    LogDriver(
      "awslogs", onFargate: true, required: ["awslogs-group", "awslogs-region"],
      requiredOnFargate: ["awslogs-stream-prefix"],
      documented: [
        "awslogs-group", "awslogs-region", "awslogs-stream-prefix", "awslogs-create-group", "awslogs-datetime-format",
        "awslogs-multiline-pattern", "mode", "max-buffer-size",
      ],
      refused: ["awslogs-stream", "log_key"]),
    LogDriver("splunk", onFargate: true, required: ["splunk-token", "splunk-url"]),
    LogDriver("awsfirelens", onFargate: true),
    LogDriver("fluentd"), LogDriver("gelf"), LogDriver("json-file"), LogDriver("journald"), LogDriver("syslog"),
  ]

  /// What the option `mode` may say.
  package static let modes = ["non-blocking", "blocking"]
  /// When the service made `non-blocking` the mode of a log driver that names none; it was `blocking`.
  package static let dateOfNonBlockingDefault = "2025-06-25"
}

extension LogDriver {
  /// What a log configuration says about one option.
  package enum Setting: Sendable {
    case given
    /// Not there, or an empty string.
    case missing
    /// It may be there.
    case unknown
  }
}

extension ContainerDefinition {
  /// Whether an option of the log driver is set, as an option or as a secret option.
  package func setting(ofLogOption name: String) -> LogDriver.Setting {
    let option = logOptions.field(name)
    if option.isUnknown { return .unknown }
    if option.isKnown, !option.nonEmptyString.isAbsent { return .given }
    let secrets = node.field("logConfiguration").field("secretOptions")
    if secrets.isUnknown { return .unknown }
    let names = logSecretOptions.map { $0.field("name").string }
    if names.contains(where: { $0.value == name }) { return .given }
    return names.contains(where: \.isUnknown) ? .unknown : .missing
  }
}

/// What the agent understands among the `options` of a `firelensConfiguration`.
///
/// Written 2026-11 from <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html> and the
/// sources of the ECS agent.
package enum FireLensOption {
  package static let names = ["enable-ecs-log-metadata", "config-file-type", "config-file-value"]
  /// Where ECS mounts the file that it generates, by the type of the router.
  package static let generatedFiles = [
    "fluentbit": "/fluent-bit/etc/fluent-bit.conf", "fluentd": "/fluentd/etc/fluent.conf",
  ]
  /// Outputs of Fluent Bit and Fluentd that call AWS, in lower case.
  package static let outputsToAWS: [String] = [
    "cloudwatch", "cloudwatch_logs", "firehose", "kinesis", "kinesis_firehose", "kinesis_streams", "s3",
  ]
}

extension String {
  /// Whether Go's `strconv.ParseBool`, with which the agent reads switches, understands it.
  package var isGoBool: Bool {
    ["1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False"].contains(self)
  }
}
