// Made by Scripts/schema.py from botocore 1.43.11, ecs 2014-11-13.
// 2026-11-23

extension Shape {
  package static let ecsRegisterTaskDefinitionRequest = Shape(
    "RegisterTaskDefinitionRequest", .ecs,
    [
      Member("family", .string(length: 1...255, alphabet: .resourceName), .required),
      Member("taskRoleArn", .string()),
      Member("executionRoleArn", .string()),
      Member("networkMode", .enumeration(["bridge", "host", "awsvpc", "none"])),
      Member("containerDefinitions", .list(.shape({ .ecsContainerDefinition }), count: 1...10), .required),
      Member("volumes", .list(.shape({ .ecsVolume }))),
      Member("placementConstraints", .list(.shape({ .ecsTaskDefinitionPlacementConstraint }), count: 0...10)),
      Member("requiresCompatibilities", .list(.enumeration(["EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"]))),
      Member("cpu", .string()),
      Member("memory", .string()),
      Member("tags", .list(.shape({ .ecsTag }), count: 0...50)),
      Member("pidMode", .enumeration(["host", "task"])),
      Member("ipcMode", .enumeration(["host", "task", "none"])),
      Member("proxyConfiguration", .shape({ .ecsProxyConfiguration })),
      Member("inferenceAccelerators", .list(.shape({ .ecsInferenceAccelerator }))),
      Member("ephemeralStorage", .shape({ .ecsEphemeralStorage })),
      Member("runtimePlatform", .shape({ .ecsRuntimePlatform })),
      Member("enableFaultInjection", .bool),
      Member("taskDefinitionArn", .any, .output),
      Member("revision", .any, .output),
      Member("status", .any, .output),
      Member("requiresAttributes", .any, .output),
      Member("compatibilities", .any, .output),
      Member("registeredAt", .any, .output),
      Member("deregisteredAt", .any, .output),
      Member("deleteRequestedAt", .any, .output),
      Member("registeredBy", .any, .output),
    ])

  static let ecsContainerDefinition = Shape(
    "ContainerDefinition", .ecs,
    [
      Member("name", .string(length: 1...255, alphabet: .resourceName), .required),
      Member("image", .string(), .required),
      Member("repositoryCredentials", .shape({ .ecsRepositoryCredentials })),
      Member("cpu", .int32),
      Member("memory", .int32),
      Member("memoryReservation", .int32),
      Member("links", .list(.string())),
      Member("portMappings", .list(.shape({ .ecsPortMapping }))),
      Member("essential", .bool),
      Member("restartPolicy", .shape({ .ecsContainerRestartPolicy })),
      Member("entryPoint", .list(.string())),
      Member("command", .list(.string())),
      Member("environment", .list(.shape({ .ecsKeyValuePair }))),
      Member("environmentFiles", .list(.shape({ .ecsEnvironmentFile }), count: 0...10)),
      Member("mountPoints", .list(.shape({ .ecsMountPoint }))),
      Member("volumesFrom", .list(.shape({ .ecsVolumeFrom }))),
      Member("linuxParameters", .shape({ .ecsLinuxParameters })),
      Member("secrets", .list(.shape({ .ecsSecret }))),
      Member("dependsOn", .list(.shape({ .ecsContainerDependency }))),
      Member("startTimeout", .int32),
      Member("stopTimeout", .int32),
      Member("versionConsistency", .enumeration(["enabled", "disabled"])),
      Member("hostname", .string()),
      Member("user", .string()),
      Member("workingDirectory", .string()),
      Member("disableNetworking", .bool),
      Member("privileged", .bool),
      Member("readonlyRootFilesystem", .bool),
      Member("dnsServers", .list(.string())),
      Member("dnsSearchDomains", .list(.string())),
      Member("extraHosts", .list(.shape({ .ecsHostEntry }))),
      Member("dockerSecurityOptions", .list(.string())),
      Member("interactive", .bool),
      Member("pseudoTerminal", .bool),
      Member("dockerLabels", .map(.string())),
      Member("ulimits", .list(.shape({ .ecsUlimit }))),
      Member("logConfiguration", .shape({ .ecsLogConfiguration })),
      Member("healthCheck", .shape({ .ecsHealthCheck })),
      Member("systemControls", .list(.shape({ .ecsSystemControl }))),
      Member("resourceRequirements", .list(.shape({ .ecsResourceRequirement }))),
      Member("firelensConfiguration", .shape({ .ecsFirelensConfiguration })),
      Member("credentialSpecs", .list(.string(), count: 0...1)),
    ])

  static let ecsRepositoryCredentials = Shape(
    "RepositoryCredentials", .ecs,
    [
      Member("credentialsParameter", .string(), .required)
    ])

  static let ecsPortMapping = Shape(
    "PortMapping", .ecs,
    [
      Member("containerPort", .int32),
      Member("hostPort", .int32),
      Member("protocol", .enumeration(["tcp", "udp"])),
      Member("name", .string()),
      Member("appProtocol", .enumeration(["http", "http2", "grpc"])),
      Member("containerPortRange", .string()),
    ])

  static let ecsContainerRestartPolicy = Shape(
    "ContainerRestartPolicy", .ecs,
    [
      Member("enabled", .bool, .required),
      Member("ignoredExitCodes", .list(.int32, count: 0...50)),
      Member("restartAttemptPeriod", .integer(in: 60...1800)),
    ])

  static let ecsKeyValuePair = Shape(
    "KeyValuePair", .ecs,
    [
      Member("name", .string()),
      Member("value", .string()),
    ])

  static let ecsEnvironmentFile = Shape(
    "EnvironmentFile", .ecs,
    [
      Member("value", .string(), .required),
      Member("type", .enumeration(["s3"]), .required),
    ])

  static let ecsMountPoint = Shape(
    "MountPoint", .ecs,
    [
      Member("sourceVolume", .string()),
      Member("containerPath", .string()),
      Member("readOnly", .bool),
    ])

  static let ecsVolumeFrom = Shape(
    "VolumeFrom", .ecs,
    [
      Member("sourceContainer", .string()),
      Member("readOnly", .bool),
    ])

  static let ecsLinuxParameters = Shape(
    "LinuxParameters", .ecs,
    [
      Member("capabilities", .shape({ .ecsKernelCapabilities })),
      Member("devices", .list(.shape({ .ecsDevice }))),
      Member("initProcessEnabled", .bool),
      Member("sharedMemorySize", .int32),
      Member("tmpfs", .list(.shape({ .ecsTmpfs }))),
      Member("maxSwap", .int32),
      Member("swappiness", .int32),
    ])

  static let ecsKernelCapabilities = Shape(
    "KernelCapabilities", .ecs,
    [
      Member("add", .list(.string())),
      Member("drop", .list(.string())),
    ])

  static let ecsDevice = Shape(
    "Device", .ecs,
    [
      Member("hostPath", .string(), .required),
      Member("containerPath", .string()),
      Member("permissions", .list(.enumeration(["read", "write", "mknod"]))),
    ])

  static let ecsTmpfs = Shape(
    "Tmpfs", .ecs,
    [
      Member("containerPath", .string(), .required),
      Member("size", .int32, .required),
      Member("mountOptions", .list(.string())),
    ])

  static let ecsSecret = Shape(
    "Secret", .ecs,
    [
      Member("name", .string(), .required),
      Member("valueFrom", .string(), .required),
    ])

  static let ecsContainerDependency = Shape(
    "ContainerDependency", .ecs,
    [
      Member("containerName", .string(), .required),
      Member("condition", .enumeration(["START", "COMPLETE", "SUCCESS", "HEALTHY"]), .required),
    ])

  static let ecsHostEntry = Shape(
    "HostEntry", .ecs,
    [
      Member("hostname", .string(), .required),
      Member("ipAddress", .string(), .required),
    ])

  static let ecsUlimit = Shape(
    "Ulimit", .ecs,
    [
      Member(
        "name",
        .enumeration([
          "core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice", "nofile", "nproc", "rss", "rtprio",
          "rttime", "sigpending", "stack",
        ]), .required),
      Member("softLimit", .int32, .required),
      Member("hardLimit", .int32, .required),
    ])

  static let ecsLogConfiguration = Shape(
    "LogConfiguration", .ecs,
    [
      Member(
        "logDriver",
        .enumeration([
          "json-file", "syslog", "journald", "gelf", "fluentd", "awslogs", "splunk", "awsfirelens",
        ]), .required),
      Member("options", .map(.string())),
      Member("secretOptions", .list(.shape({ .ecsSecret }))),
    ])

  static let ecsHealthCheck = Shape(
    "HealthCheck", .ecs,
    [
      Member("command", .list(.string()), .required),
      Member("interval", .int32),
      Member("timeout", .int32),
      Member("retries", .int32),
      Member("startPeriod", .int32),
    ])

  static let ecsSystemControl = Shape(
    "SystemControl", .ecs,
    [
      Member("namespace", .string()),
      Member("value", .string()),
    ])

  static let ecsResourceRequirement = Shape(
    "ResourceRequirement", .ecs,
    [
      Member("value", .string(), .required),
      Member("type", .enumeration(["GPU", "InferenceAccelerator"]), .required),
    ])

  static let ecsFirelensConfiguration = Shape(
    "FirelensConfiguration", .ecs,
    [
      Member("type", .enumeration(["fluentd", "fluentbit"]), .required),
      Member("options", .map(.string())),
    ])

  static let ecsVolume = Shape(
    "Volume", .ecs,
    [
      Member("name", .string(length: 1...255, alphabet: .resourceName)),
      Member("host", .shape({ .ecsHostVolumeProperties })),
      Member("dockerVolumeConfiguration", .shape({ .ecsDockerVolumeConfiguration })),
      Member("efsVolumeConfiguration", .shape({ .ecsEFSVolumeConfiguration })),
      Member("s3filesVolumeConfiguration", .shape({ .ecsS3FilesVolumeConfiguration })),
      Member("fsxWindowsFileServerVolumeConfiguration", .shape({ .ecsFSxWindowsFileServerVolumeConfiguration })),
      Member("configuredAtLaunch", .bool),
    ])

  static let ecsHostVolumeProperties = Shape(
    "HostVolumeProperties", .ecs,
    [
      Member("sourcePath", .string())
    ])

  static let ecsDockerVolumeConfiguration = Shape(
    "DockerVolumeConfiguration", .ecs,
    [
      Member("scope", .enumeration(["task", "shared"])),
      Member("autoprovision", .bool),
      Member("driver", .string()),
      Member("driverOpts", .map(.string())),
      Member("labels", .map(.string())),
    ])

  static let ecsEFSVolumeConfiguration = Shape(
    "EFSVolumeConfiguration", .ecs,
    [
      Member("fileSystemId", .string(), .required),
      Member("rootDirectory", .string()),
      Member("transitEncryption", .enumeration(["ENABLED", "DISABLED"])),
      Member("transitEncryptionPort", .int32),
      Member("authorizationConfig", .shape({ .ecsEFSAuthorizationConfig })),
    ])

  static let ecsEFSAuthorizationConfig = Shape(
    "EFSAuthorizationConfig", .ecs,
    [
      Member("accessPointId", .string()),
      Member("iam", .enumeration(["ENABLED", "DISABLED"])),
    ])

  static let ecsS3FilesVolumeConfiguration = Shape(
    "S3FilesVolumeConfiguration", .ecs,
    [
      Member("fileSystemArn", .string(), .required),
      Member("rootDirectory", .string()),
      Member("transitEncryptionPort", .int32),
      Member("accessPointArn", .string()),
    ])

  static let ecsFSxWindowsFileServerVolumeConfiguration = Shape(
    "FSxWindowsFileServerVolumeConfiguration", .ecs,
    [
      Member("fileSystemId", .string(), .required),
      Member("rootDirectory", .string(), .required),
      Member("authorizationConfig", .shape({ .ecsFSxWindowsFileServerAuthorizationConfig }), .required),
    ])

  static let ecsFSxWindowsFileServerAuthorizationConfig = Shape(
    "FSxWindowsFileServerAuthorizationConfig", .ecs,
    [
      Member("credentialsParameter", .string(), .required),
      Member("domain", .string(), .required),
    ])

  static let ecsTaskDefinitionPlacementConstraint = Shape(
    "TaskDefinitionPlacementConstraint", .ecs,
    [
      Member("type", .enumeration(["memberOf"])),
      Member("expression", .string()),
    ])

  static let ecsTag = Shape(
    "Tag", .ecs,
    [
      Member("key", .string(length: 1...128, alphabet: Alphabet("\\p{L}\\p{Z}\\p{N}_.:/=+\\-@"))),
      Member("value", .string(length: 0...256, alphabet: Alphabet("\\p{L}\\p{Z}\\p{N}_.:/=+\\-@"))),
    ])

  static let ecsProxyConfiguration = Shape(
    "ProxyConfiguration", .ecs,
    [
      Member("type", .enumeration(["APPMESH"])),
      Member("containerName", .string(), .required),
      Member("properties", .list(.shape({ .ecsKeyValuePair }))),
    ])

  static let ecsInferenceAccelerator = Shape(
    "InferenceAccelerator", .ecs,
    [
      Member("deviceName", .string(), .required),
      Member("deviceType", .string(), .required),
    ])

  static let ecsEphemeralStorage = Shape(
    "EphemeralStorage", .ecs,
    [
      Member("sizeInGiB", .int32, .required)
    ])

  static let ecsRuntimePlatform = Shape(
    "RuntimePlatform", .ecs,
    [
      Member("cpuArchitecture", .enumeration(["X86_64", "ARM64"])),
      Member(
        "operatingSystemFamily",
        .enumeration([
          "WINDOWS_SERVER_2019_FULL", "WINDOWS_SERVER_2019_CORE", "WINDOWS_SERVER_2016_FULL",
          "WINDOWS_SERVER_2004_CORE", "WINDOWS_SERVER_2022_CORE", "WINDOWS_SERVER_2022_FULL",
          "WINDOWS_SERVER_2025_CORE", "WINDOWS_SERVER_2025_FULL", "WINDOWS_SERVER_20H2_CORE", "LINUX",
        ])),
    ])
}
