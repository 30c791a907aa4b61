import Syntax

/// A field of the v2 API that is an annotation in the v1 API.
struct V2Setting: Sendable {
  /// How its value is told in the text of an annotation.
  enum Grammar: Sendable {
    case text, flag, number
    /// Words of an enumeration, by those of v2.
    case words([String: String])
    /// A list of strings as JSON, or with commas between.
    case json, commas
    /// `"7200s"` as `2`.
    case hours
    /// `true` as a word, `false` as nothing.
    case mark(String)
  }

  /// From the mapping that the settings are in.
  let path: [String]
  let annotation: String
  let grammar: Grammar

  init(_ path: String, _ annotation: String, _ grammar: Grammar) {
    self.path = path.split(on: ".").map(String.init)
    self.annotation = annotation.contains("/") ? annotation : "run.googleapis.com/" + annotation
    self.grammar = grammar
  }

  // Sources: the discovery documents `run` v1 and v2, revision 20261031.

  /// Of a service, job or worker pool itself.
  static let ofResource = [
    V2Setting(
      "ingress", "ingress",
      .words([
        "INGRESS_TRAFFIC_ALL": "all", "INGRESS_TRAFFIC_INTERNAL_ONLY": "internal",
        "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER": "internal-and-cloud-load-balancing",
      ])),
    V2Setting("launchStage", "launch-stage", .words(["ALPHA": "ALPHA", "BETA": "BETA", "GA": "GA"])),
    V2Setting("description", "description", .text),
    V2Setting("binaryAuthorization.useDefault", "binary-authorization", .mark("default")),
    V2Setting("binaryAuthorization.policy", "binary-authorization", .text),
    V2Setting("binaryAuthorization.breakglassJustification", "binary-authorization-breakglass", .text),
    V2Setting("customAudiences", "custom-audiences", .json),
    V2Setting("iapEnabled", "iap-enabled", .flag),
    V2Setting("invokerIamDisabled", "invoker-iam-disabled", .flag),
    V2Setting("defaultUriDisabled", "default-url-disabled", .flag),
    V2Setting("sshEnabled", "ssh-enabled", .flag),
    V2Setting("scaling.minInstanceCount", "minScale", .number),
    V2Setting("scaling.maxInstanceCount", "maxScale", .number),
    V2Setting("scaling.scalingMode", "scalingMode", .words(["AUTOMATIC": "automatic", "MANUAL": "manual"])),
    V2Setting("scaling.manualInstanceCount", "manualInstanceCount", .number),
  ]

  /// Of the template of a service or worker pool.
  static let ofRevision =
    ofInstance + [
      V2Setting("scaling.minInstanceCount", "autoscaling.knative.dev/minScale", .number),
      V2Setting("scaling.maxInstanceCount", "autoscaling.knative.dev/maxScale", .number),
      V2Setting("scaling.cpuUtilization", "scaling-cpu-target", .number),
      V2Setting("scaling.concurrencyUtilization", "scaling-concurrency-target", .number),
      V2Setting("sessionAffinity", "sessionAffinity", .flag),
      V2Setting("healthCheckDisabled", "health-check-disabled", .flag),
      V2Setting("serviceMesh.mesh", "mesh", .text),
      V2Setting(
        "encryptionKeyRevocationAction", "post-key-revocation-action-type",
        .words(["PREVENT_NEW": "prevent-new", "SHUTDOWN": "shut-down"])),
      V2Setting("encryptionKeyShutdownDuration", "encryption-key-shutdown-hours", .hours),
    ]

  /// Of what says how instances run: that template, or the task of a job.
  static let ofInstance = [
    V2Setting(
      "executionEnvironment", "execution-environment",
      .words(["EXECUTION_ENVIRONMENT_GEN1": "gen1", "EXECUTION_ENVIRONMENT_GEN2": "gen2"])),
    V2Setting("vpcAccess.connector", "vpc-access-connector", .text),
    V2Setting(
      "vpcAccess.egress", "vpc-access-egress",
      .words(["ALL_TRAFFIC": "all-traffic", "PRIVATE_RANGES_ONLY": "private-ranges-only"])),
    V2Setting("vpcAccess.networkInterfaces", "network-interfaces", .json),
    V2Setting("encryptionKey", "encryption-key", .text),
    V2Setting("gpuZonalRedundancyDisabled", "gpu-zonal-redundancy-disabled", .flag),
  ]
}

extension V2Setting {
  /// What the API calls a value that is as good as none.
  static func isUnspecified(_ word: String) -> Bool { word.hasSuffix("_UNSPECIFIED") }
}
