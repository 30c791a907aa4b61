// Made by Scripts/schema.py from run.v2.json revision 20261031.
// 2026-11-23

extension Shape {
  package static let cloudRunV2Container = Shape(
    "Container", .cloudRunV2,
    [
      Member("args", .list(.string())),
      Member("baseImageUri", .string()),
      Member("buildConfig", .shape({ .cloudRunV2BuildConfiguration })),
      Member("buildInfo", .any, .output),
      Member("command", .list(.string())),
      Member("dependsOn", .list(.string())),
      Member("env", .list(.shape({ .cloudRunV2EnvVar }))),
      Member("image", .string(), .required),
      Member("livenessProbe", .shape({ .cloudRunV2Probe })),
      Member("name", .string()),
      Member("ports", .list(.shape({ .cloudRunV2ContainerPort }))),
      Member("readinessProbe", .shape({ .cloudRunV2Probe })),
      Member("resources", .shape({ .cloudRunV2ResourceRequirements })),
      Member("sandboxLauncher", .bool),
      Member("sourceCode", .shape({ .cloudRunV2SourceCode })),
      Member("startupProbe", .shape({ .cloudRunV2Probe })),
      Member("volumeMounts", .list(.shape({ .cloudRunV2VolumeMount }))),
      Member("workingDir", .string()),
    ])

  static let cloudRunV2BuildConfiguration = Shape(
    "BuildConfiguration", .cloudRunV2,
    [
      Member("buildpacksBuild", .shape({ .cloudRunV2BuildConfigurationBuildpacksBuild })),
      Member("dockerBuild", .any),
      Member("imageRepositoryUri", .string(), .required),
      Member("serviceAccount", .string()),
      Member("tags", .list(.string())),
      Member("workerConfiguration", .shape({ .cloudRunV2WorkerConfiguration })),
    ])

  static let cloudRunV2BuildConfigurationBuildpacksBuild = Shape(
    "BuildConfigurationBuildpacksBuild", .cloudRunV2,
    [
      Member("buildBaseImageUri", .string()),
      Member("cacheImageUri", .string()),
      Member("environmentVariables", .map(.string())),
    ])

  static let cloudRunV2WorkerConfiguration = Shape(
    "WorkerConfiguration", .cloudRunV2,
    [
      Member("cloudBuildWorkerConfiguration", .shape({ .cloudRunV2CloudBuildWorkerConfiguration }))
    ])

  static let cloudRunV2CloudBuildWorkerConfiguration = Shape(
    "CloudBuildWorkerConfiguration", .cloudRunV2,
    [
      Member("machineType", .string()),
      Member("workerPool", .string()),
    ])

  static let cloudRunV2EnvVar = Shape(
    "EnvVar", .cloudRunV2,
    [
      Member("name", .string(), .required),
      Member("value", .string()),
      Member("valueSource", .shape({ .cloudRunV2EnvVarSource })),
    ])

  static let cloudRunV2EnvVarSource = Shape(
    "EnvVarSource", .cloudRunV2,
    [
      Member("secretKeyRef", .shape({ .cloudRunV2SecretKeySelector }))
    ])

  static let cloudRunV2SecretKeySelector = Shape(
    "SecretKeySelector", .cloudRunV2,
    [
      Member("secret", .string(), .required),
      Member("version", .string()),
    ])

  static let cloudRunV2Probe = Shape(
    "Probe", .cloudRunV2,
    [
      Member("failureThreshold", .int32),
      Member("grpc", .shape({ .cloudRunV2GRPCAction })),
      Member("httpGet", .shape({ .cloudRunV2HTTPGetAction })),
      Member("initialDelaySeconds", .int32),
      Member("periodSeconds", .int32),
      Member("tcpSocket", .shape({ .cloudRunV2TCPSocketAction })),
      Member("timeoutSeconds", .int32),
    ])

  static let cloudRunV2GRPCAction = Shape(
    "GRPCAction", .cloudRunV2,
    [
      Member("port", .int32),
      Member("service", .string()),
    ])

  static let cloudRunV2HTTPGetAction = Shape(
    "HTTPGetAction", .cloudRunV2,
    [
      Member("httpHeaders", .list(.shape({ .cloudRunV2HTTPHeader }))),
      Member("path", .string()),
      Member("port", .int32),
    ])

  static let cloudRunV2HTTPHeader = Shape(
    "HTTPHeader", .cloudRunV2,
    [
      Member("name", .string(), .required),
      Member("value", .string()),
    ])

  static let cloudRunV2TCPSocketAction = Shape(
    "TCPSocketAction", .cloudRunV2,
    [
      Member("port", .int32)
    ])

  static let cloudRunV2ContainerPort = Shape(
    "ContainerPort", .cloudRunV2,
    [
      Member("containerPort", .int32, .required),
      Member("name", .enumeration(["http1", "h2c"])),
    ])

  static let cloudRunV2ResourceRequirements = Shape(
    "ResourceRequirements", .cloudRunV2,
    [
      Member("cpuIdle", .bool),
      Member("limits", .map(.string())),
      Member("startupCpuBoost", .bool),
    ])

  static let cloudRunV2SourceCode = Shape(
    "SourceCode", .cloudRunV2,
    [
      Member("cloudStorageSource", .shape({ .cloudRunV2CloudStorageSource })),
      Member("inlinedSource", .shape({ .cloudRunV2InlinedSource })),
    ])

  static let cloudRunV2CloudStorageSource = Shape(
    "CloudStorageSource", .cloudRunV2,
    [
      Member("bucket", .string(), .required),
      Member("generation", .int64Text),
      Member("object", .string(), .required),
    ])

  static let cloudRunV2InlinedSource = Shape(
    "InlinedSource", .cloudRunV2,
    [
      Member("sources", .list(.shape({ .cloudRunV2SourceFile })), .required)
    ])

  static let cloudRunV2SourceFile = Shape(
    "SourceFile", .cloudRunV2,
    [
      Member("content", .string(), .required),
      Member("filename", .string(), .required),
    ])

  static let cloudRunV2VolumeMount = Shape(
    "VolumeMount", .cloudRunV2,
    [
      Member("mountPath", .string()),
      Member("name", .string(), .required),
      Member("subPath", .string()),
    ])

  package static let cloudRunV2SandboxConfiguration = Shape(
    "SandboxConfiguration", .cloudRunV2,
    [
      Member("templates", .list(.shape({ .cloudRunV2SandboxTemplate })), .required)
    ])

  static let cloudRunV2SandboxTemplate = Shape(
    "SandboxTemplate", .cloudRunV2,
    [
      Member("args", .list(.string())),
      Member("command", .list(.string())),
      Member("env", .list(.shape({ .cloudRunV2EnvVar }))),
      Member("image", .string(), .required),
      Member("name", .string(), .required),
      Member("volumeMounts", .list(.shape({ .cloudRunV2VolumeMount }))),
      Member("workingDir", .string()),
    ])

  package static let cloudRunV2Volume = Shape(
    "Volume", .cloudRunV2,
    [
      Member("cloudSqlInstance", .shape({ .cloudRunV2CloudSqlInstance })),
      Member("emptyDir", .shape({ .cloudRunV2EmptyDirVolumeSource })),
      Member("filestore", .shape({ .cloudRunV2FilestoreVolumeSource })),
      Member("gcs", .shape({ .cloudRunV2GCSVolumeSource })),
      Member("name", .string(), .required),
      Member("nfs", .shape({ .cloudRunV2NFSVolumeSource })),
      Member("secret", .shape({ .cloudRunV2SecretVolumeSource })),
    ])

  static let cloudRunV2CloudSqlInstance = Shape(
    "CloudSqlInstance", .cloudRunV2,
    [
      Member("instances", .list(.string()))
    ])

  static let cloudRunV2EmptyDirVolumeSource = Shape(
    "EmptyDirVolumeSource", .cloudRunV2,
    [
      Member("medium", .enumeration(["MEDIUM_UNSPECIFIED", "MEMORY", "DISK"])),
      Member("sizeLimit", .string()),
    ])

  static let cloudRunV2FilestoreVolumeSource = Shape(
    "FilestoreVolumeSource", .cloudRunV2,
    [
      Member("volume", .string(), .required)
    ])

  static let cloudRunV2GCSVolumeSource = Shape(
    "GCSVolumeSource", .cloudRunV2,
    [
      Member("bucket", .string(), .required),
      Member("mountOptions", .list(.string())),
      Member("readOnly", .bool),
    ])

  static let cloudRunV2NFSVolumeSource = Shape(
    "NFSVolumeSource", .cloudRunV2,
    [
      Member("path", .string(), .required),
      Member("readOnly", .bool),
      Member("server", .string(), .required),
    ])

  static let cloudRunV2SecretVolumeSource = Shape(
    "SecretVolumeSource", .cloudRunV2,
    [
      Member("defaultMode", .integer(in: 0...511)),
      Member("items", .list(.shape({ .cloudRunV2VersionToPath }))),
      Member("secret", .string(), .required),
    ])

  static let cloudRunV2VersionToPath = Shape(
    "VersionToPath", .cloudRunV2,
    [
      Member("mode", .integer(in: 0...511)),
      Member("path", .string(), .required),
      Member("version", .string()),
    ])

  package static let cloudRunV2VpcAccess = Shape(
    "VpcAccess", .cloudRunV2,
    [
      Member("connector", .string()),
      Member("egress", .enumeration(["VPC_EGRESS_UNSPECIFIED", "ALL_TRAFFIC", "PRIVATE_RANGES_ONLY"])),
      Member("networkInterfaces", .list(.shape({ .cloudRunV2NetworkInterface }))),
    ])

  static let cloudRunV2NetworkInterface = Shape(
    "NetworkInterface", .cloudRunV2,
    [
      Member("network", .string()),
      Member("subnetwork", .string()),
      Member("tags", .list(.string())),
    ])

  package static let cloudRunV2BinaryAuthorization = Shape(
    "BinaryAuthorization", .cloudRunV2,
    [
      Member("breakglassJustification", .string()),
      Member("policy", .string()),
      Member("useDefault", .bool),
    ])
}
