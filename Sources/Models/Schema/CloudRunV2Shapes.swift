// Made by Scripts/schema.py from run.v2.json revision 20261031.
// 2026-11-23

extension Shape {
  package static let cloudRunV2Service = Shape(
    "Service", .cloudRunV2,
    [
      Member("annotations", .map(.string())),
      Member("binaryAuthorization", .shape({ .cloudRunV2BinaryAuthorization })),
      Member("buildConfig", .shape({ .cloudRunV2BuildConfig })),
      Member("client", .string()),
      Member("clientVersion", .string()),
      Member("conditions", .any, .output),
      Member("createTime", .any, .output),
      Member("creator", .any, .output),
      Member("customAudiences", .list(.string())),
      Member("defaultUriDisabled", .bool),
      Member("deleteTime", .any, .output),
      Member("description", .string()),
      Member("etag", .any, .output),
      Member("expireTime", .any, .output),
      Member(
        "functionalType",
        .enumeration([
          "FUNCTIONAL_TYPE_UNSPECIFIED", "FUNCTIONAL_TYPE_AGENT", "FUNCTIONAL_TYPE_MCP_SERVER",
        ])),
      Member("generation", .any, .output),
      Member("iapEnabled", .bool),
      Member(
        "ingress",
        .enumeration([
          "INGRESS_TRAFFIC_UNSPECIFIED", "INGRESS_TRAFFIC_ALL", "INGRESS_TRAFFIC_INTERNAL_ONLY",
          "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER", "INGRESS_TRAFFIC_NONE",
        ])),
      Member("invokerIamDisabled", .bool),
      Member("labels", .map(.string())),
      Member("lastModifier", .any, .output),
      Member("latestCreatedRevision", .any, .output),
      Member("latestReadyRevision", .any, .output),
      Member("launchStage", .enumeration(["LAUNCH_STAGE_UNSPECIFIED", "ALPHA", "BETA", "GA"])),
      Member("multiRegionSettings", .shape({ .cloudRunV2MultiRegionSettings })),
      Member("name", .string()),
      Member("observedGeneration", .any, .output),
      Member("reconciling", .any, .output),
      Member("satisfiesPzs", .any, .output),
      Member("scaling", .shape({ .cloudRunV2ServiceScaling })),
      Member("sshEnabled", .bool),
      Member("template", .shape({ .cloudRunV2RevisionTemplate }), .required),
      Member("terminalCondition", .any, .output),
      Member("threatDetectionEnabled", .any, .output),
      Member("traffic", .list(.shape({ .cloudRunV2TrafficTarget }))),
      Member("trafficStatuses", .any, .output),
      Member("uid", .any, .output),
      Member("updateTime", .any, .output),
      Member("uri", .any, .output),
      Member("urls", .any, .output),
    ])

  static let cloudRunV2BuildConfig = Shape(
    "BuildConfig", .cloudRunV2,
    [
      Member("baseImage", .string()),
      Member("enableAutomaticUpdates", .bool),
      Member("environmentVariables", .map(.string())),
      Member("functionTarget", .string()),
      Member("imageUri", .string()),
      Member("name", .any, .output),
      Member("serviceAccount", .string()),
      Member("sourceLocation", .string()),
      Member("workerPool", .string()),
    ])

  static let cloudRunV2MultiRegionSettings = Shape(
    "MultiRegionSettings", .cloudRunV2,
    [
      Member("multiRegionId", .string()),
      Member("regions", .list(.string()), .required),
    ])

  static let cloudRunV2ServiceScaling = Shape(
    "ServiceScaling", .cloudRunV2,
    [
      Member("manualInstanceCount", .int32),
      Member("maxInstanceCount", .int32),
      Member("minInstanceCount", .int32),
      Member("scalingMode", .enumeration(["SCALING_MODE_UNSPECIFIED", "AUTOMATIC", "MANUAL"])),
    ])

  static let cloudRunV2RevisionTemplate = Shape(
    "RevisionTemplate", .cloudRunV2,
    [
      Member("ambientNetworking", .shape({ .cloudRunV2AmbientNetworking })),
      Member("annotations", .map(.string())),
      Member("client", .string()),
      Member("clientVersion", .string()),
      Member("containers", .list(.shape({ .cloudRunV2Container }), count: 1...10), .required),
      Member("encryptionKey", .string()),
      Member(
        "encryptionKeyRevocationAction",
        .enumeration([
          "ENCRYPTION_KEY_REVOCATION_ACTION_UNSPECIFIED", "PREVENT_NEW", "SHUTDOWN",
        ])),
      Member("encryptionKeyShutdownDuration", .duration),
      Member(
        "executionEnvironment",
        .enumeration([
          "EXECUTION_ENVIRONMENT_UNSPECIFIED", "EXECUTION_ENVIRONMENT_GEN1", "EXECUTION_ENVIRONMENT_GEN2",
        ])),
      Member("gpuZonalRedundancyDisabled", .bool),
      Member("healthCheckDisabled", .bool),
      Member("labels", .map(.string())),
      Member("maxInstanceRequestConcurrency", .int32),
      Member("nodeSelector", .shape({ .cloudRunV2NodeSelector })),
      Member("revision", .string()),
      Member("sandboxes", .shape({ .cloudRunV2SandboxConfiguration })),
      Member("scaling", .shape({ .cloudRunV2RevisionScaling })),
      Member("serviceAccount", .string()),
      Member("serviceMesh", .shape({ .cloudRunV2ServiceMesh })),
      Member("sessionAffinity", .bool),
      Member("timeout", .duration),
      Member("volumes", .list(.shape({ .cloudRunV2Volume }))),
      Member("vpcAccess", .shape({ .cloudRunV2VpcAccess })),
      Member("workloadIdentityConfig", .shape({ .cloudRunV2WorkloadIdentityConfig })),
    ])

  static let cloudRunV2AmbientNetworking = Shape(
    "AmbientNetworking", .cloudRunV2,
    [
      Member(
        "ambientScope",
        .enumeration([
          "AMBIENT_SCOPE_UNSPECIFIED", "AMBIENT_SCOPE_REGIONAL", "AMBIENT_SCOPE_GLOBAL",
        ])),
      Member("enabled", .bool),
    ])

  static let cloudRunV2NodeSelector = Shape(
    "NodeSelector", .cloudRunV2,
    [
      Member("accelerator", .string(), .required)
    ])

  static let cloudRunV2RevisionScaling = Shape(
    "RevisionScaling", .cloudRunV2,
    [
      Member("concurrencyUtilization", .number),
      Member("cpuUtilization", .number),
      Member("maxInstanceCount", .int32),
      Member("minInstanceCount", .int32),
    ])

  static let cloudRunV2ServiceMesh = Shape(
    "ServiceMesh", .cloudRunV2,
    [
      Member("mesh", .string())
    ])

  static let cloudRunV2WorkloadIdentityConfig = Shape(
    "WorkloadIdentityConfig", .cloudRunV2,
    [
      Member("identity", .string()),
      Member("identityCertificateEnabled", .bool),
      Member(
        "identityType",
        .enumeration([
          "IDENTITY_TYPE_UNSPECIFIED", "IDENTITY_TYPE_SERVICE_ACCOUNT", "IDENTITY_TYPE_AGENT_IDENTITY",
        ])),
    ])

  static let cloudRunV2TrafficTarget = Shape(
    "TrafficTarget", .cloudRunV2,
    [
      Member("percent", .int32),
      Member("revision", .string()),
      Member("tag", .string()),
      Member(
        "type",
        .enumeration([
          "TRAFFIC_TARGET_ALLOCATION_TYPE_UNSPECIFIED", "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST",
          "TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION",
        ])),
    ])

  package static let cloudRunV2Job = Shape(
    "Job", .cloudRunV2,
    [
      Member("annotations", .map(.string())),
      Member("binaryAuthorization", .shape({ .cloudRunV2BinaryAuthorization })),
      Member("client", .string()),
      Member("clientVersion", .string()),
      Member("conditions", .any, .output),
      Member("createTime", .any, .output),
      Member("creator", .any, .output),
      Member("deleteTime", .any, .output),
      Member("etag", .any, .output),
      Member("executionCount", .any, .output),
      Member("expireTime", .any, .output),
      Member(
        "functionalType",
        .enumeration([
          "FUNCTIONAL_TYPE_UNSPECIFIED", "FUNCTIONAL_TYPE_AGENT", "FUNCTIONAL_TYPE_MCP_SERVER",
        ])),
      Member("generation", .any, .output),
      Member("labels", .map(.string())),
      Member("lastModifier", .any, .output),
      Member("latestCreatedExecution", .any, .output),
      Member("launchStage", .enumeration(["LAUNCH_STAGE_UNSPECIFIED", "ALPHA", "BETA", "GA"])),
      Member("name", .string()),
      Member("observedGeneration", .any, .output),
      Member("reconciling", .any, .output),
      Member("runExecutionToken", .string()),
      Member("satisfiesPzs", .any, .output),
      Member("startExecutionToken", .string()),
      Member("template", .shape({ .cloudRunV2ExecutionTemplate }), .required),
      Member("terminalCondition", .any, .output),
      Member("uid", .any, .output),
      Member("updateTime", .any, .output),
    ])

  static let cloudRunV2ExecutionTemplate = Shape(
    "ExecutionTemplate", .cloudRunV2,
    [
      Member("annotations", .map(.string())),
      Member("client", .string()),
      Member("clientVersion", .string()),
      Member("delayExecution", .bool),
      Member("labels", .map(.string())),
      Member("parallelism", .int32),
      Member("taskCount", .int32),
      Member("template", .shape({ .cloudRunV2TaskTemplate }), .required),
    ])

  static let cloudRunV2TaskTemplate = Shape(
    "TaskTemplate", .cloudRunV2,
    [
      Member("containers", .list(.shape({ .cloudRunV2Container }), count: 1...10), .required),
      Member("encryptionKey", .string()),
      Member(
        "executionEnvironment",
        .enumeration([
          "EXECUTION_ENVIRONMENT_UNSPECIFIED", "EXECUTION_ENVIRONMENT_GEN1", "EXECUTION_ENVIRONMENT_GEN2",
        ])),
      Member("gpuZonalRedundancyDisabled", .bool),
      Member("maxRetries", .int32),
      Member("nodeSelector", .shape({ .cloudRunV2NodeSelector })),
      Member("sandboxes", .shape({ .cloudRunV2SandboxConfiguration })),
      Member("serviceAccount", .string()),
      Member("timeout", .duration),
      Member("volumes", .list(.shape({ .cloudRunV2Volume }))),
      Member("vpcAccess", .shape({ .cloudRunV2VpcAccess })),
      Member("workloadIdentityConfig", .shape({ .cloudRunV2WorkloadIdentityConfig })),
    ])

  package static let cloudRunV2WorkerPool = Shape(
    "WorkerPool", .cloudRunV2,
    [
      Member("annotations", .map(.string())),
      Member("binaryAuthorization", .shape({ .cloudRunV2BinaryAuthorization })),
      Member("client", .string()),
      Member("clientVersion", .string()),
      Member("conditions", .any, .output),
      Member("createTime", .any, .output),
      Member("creator", .any, .output),
      Member("customAudiences", .list(.string()), .deprecated),
      Member("deleteTime", .any, .output),
      Member("description", .string()),
      Member("etag", .any, .output),
      Member("expireTime", .any, .output),
      Member("generation", .any, .output),
      Member("instanceSplitStatuses", .any, .output),
      Member("instanceSplits", .list(.shape({ .cloudRunV2InstanceSplit }))),
      Member("labels", .map(.string())),
      Member("lastModifier", .any, .output),
      Member("latestCreatedRevision", .any, .output),
      Member("latestReadyRevision", .any, .output),
      Member("launchStage", .enumeration(["LAUNCH_STAGE_UNSPECIFIED", "ALPHA", "BETA", "GA"])),
      Member("name", .string()),
      Member("observedGeneration", .any, .output),
      Member("reconciling", .any, .output),
      Member("satisfiesPzs", .any, .output),
      Member("scaling", .shape({ .cloudRunV2WorkerPoolScaling })),
      Member("template", .shape({ .cloudRunV2WorkerPoolRevisionTemplate }), .required),
      Member("terminalCondition", .any, .output),
      Member("threatDetectionEnabled", .any, .output),
      Member("uid", .any, .output),
      Member("updateTime", .any, .output),
    ])

  static let cloudRunV2InstanceSplit = Shape(
    "InstanceSplit", .cloudRunV2,
    [
      Member("percent", .int32),
      Member("revision", .string()),
      Member(
        "type",
        .enumeration([
          "INSTANCE_SPLIT_ALLOCATION_TYPE_UNSPECIFIED", "INSTANCE_SPLIT_ALLOCATION_TYPE_LATEST",
          "INSTANCE_SPLIT_ALLOCATION_TYPE_REVISION",
        ])),
    ])

  static let cloudRunV2WorkerPoolScaling = Shape(
    "WorkerPoolScaling", .cloudRunV2,
    [
      Member("manualInstanceCount", .int32)
    ])

  static let cloudRunV2WorkerPoolRevisionTemplate = Shape(
    "WorkerPoolRevisionTemplate", .cloudRunV2,
    [
      Member("annotations", .map(.string())),
      Member("client", .string()),
      Member("clientVersion", .string()),
      Member("containers", .list(.shape({ .cloudRunV2Container }), count: 1...10), .required),
      Member("encryptionKey", .string()),
      Member(
        "encryptionKeyRevocationAction",
        .enumeration([
          "ENCRYPTION_KEY_REVOCATION_ACTION_UNSPECIFIED", "PREVENT_NEW", "SHUTDOWN",
        ])),
      Member("encryptionKeyShutdownDuration", .duration),
      Member("gpuZonalRedundancyDisabled", .bool),
      Member("labels", .map(.string())),
      Member("nodeSelector", .shape({ .cloudRunV2NodeSelector })),
      Member("revision", .string()),
      Member("sandboxes", .shape({ .cloudRunV2SandboxConfiguration })),
      Member("serviceAccount", .string()),
      Member("serviceMesh", .shape({ .cloudRunV2ServiceMesh })),
      Member("volumes", .list(.shape({ .cloudRunV2Volume }))),
      Member("vpcAccess", .shape({ .cloudRunV2VpcAccess })),
    ])

  package static let cloudRunV2Instance = Shape(
    "Instance", .cloudRunV2,
    [
      Member("annotations", .map(.string())),
      Member("binaryAuthorization", .shape({ .cloudRunV2BinaryAuthorization })),
      Member("client", .string()),
      Member("clientVersion", .string()),
      Member("conditions", .any, .output),
      Member("containerStatuses", .any, .output),
      Member("containers", .list(.shape({ .cloudRunV2Container }), count: 1...10), .required),
      Member("createTime", .any, .output),
      Member("creator", .any, .output),
      Member("defaultUriDisabled", .bool),
      Member("deleteTime", .any, .output),
      Member("description", .string()),
      Member("encryptionKey", .string()),
      Member(
        "encryptionKeyRevocationAction",
        .enumeration([
          "ENCRYPTION_KEY_REVOCATION_ACTION_UNSPECIFIED", "PREVENT_NEW", "SHUTDOWN",
        ])),
      Member("encryptionKeyShutdownDuration", .duration),
      Member("etag", .any, .output),
      Member("expireTime", .any, .output),
      Member("generation", .any, .output),
      Member("gpuZonalRedundancyDisabled", .bool),
      Member("iapEnabled", .bool),
      Member(
        "ingress",
        .enumeration([
          "INGRESS_TRAFFIC_UNSPECIFIED", "INGRESS_TRAFFIC_ALL", "INGRESS_TRAFFIC_INTERNAL_ONLY",
          "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER", "INGRESS_TRAFFIC_NONE",
        ])),
      Member("invokerIamDisabled", .bool),
      Member("labels", .map(.string())),
      Member("lastModifier", .any, .output),
      Member("launchStage", .enumeration(["LAUNCH_STAGE_UNSPECIFIED", "ALPHA", "BETA", "GA"])),
      Member("logUri", .any, .output),
      Member("name", .string()),
      Member("nodeSelector", .shape({ .cloudRunV2NodeSelector })),
      Member("observedGeneration", .any, .output),
      Member("reconciling", .any, .output),
      Member("restartPolicy", .enumeration(["RESTART_POLICY_UNSPECIFIED", "ALWAYS", "ON_FAILURE", "NEVER"])),
      Member("sandboxes", .shape({ .cloudRunV2SandboxConfiguration })),
      Member("satisfiesPzs", .any, .output),
      Member("serviceAccount", .string()),
      Member("sshEnabled", .bool),
      Member("terminalCondition", .any, .output),
      Member("uid", .any, .output),
      Member("updateTime", .any, .output),
      Member("urls", .any, .output),
      Member("volumes", .list(.shape({ .cloudRunV2Volume }))),
      Member("vpcAccess", .shape({ .cloudRunV2VpcAccess })),
    ])
}
