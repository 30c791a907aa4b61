// Made by Scripts/schema.py from run.v1.json revision 20261031.
// 2026-11-23

extension Shape {
  package static let cloudRunV1Container = Shape(
    "Container", .cloudRunV1,
    [
      Member("args", .list(.string())),
      Member("command", .list(.string())),
      Member("env", .list(.shape({ .cloudRunV1EnvVar }))),
      Member("envFrom", .list(.shape({ .cloudRunV1EnvFromSource }))),
      Member("image", .string(), .required),
      Member("imagePullPolicy", .enumeration(["Always", "Never", "IfNotPresent"])),
      Member("livenessProbe", .shape({ .cloudRunV1Probe })),
      Member("name", .string()),
      Member("ports", .list(.shape({ .cloudRunV1ContainerPort }))),
      Member("readinessProbe", .shape({ .cloudRunV1Probe })),
      Member("resources", .shape({ .cloudRunV1ResourceRequirements })),
      Member("sandboxLauncher", .bool),
      Member("securityContext", .shape({ .cloudRunV1SecurityContext })),
      Member("startupProbe", .shape({ .cloudRunV1Probe })),
      Member("terminationMessagePath", .string()),
      Member("terminationMessagePolicy", .enumeration(["File", "FallbackToLogsOnError"])),
      Member("volumeMounts", .list(.shape({ .cloudRunV1VolumeMount }))),
      Member("workingDir", .string()),
    ])

  static let cloudRunV1EnvVar = Shape(
    "EnvVar", .cloudRunV1,
    [
      Member("name", .string(), .required),
      Member("value", .string()),
      Member("valueFrom", .shape({ .cloudRunV1EnvVarSource })),
    ])

  static let cloudRunV1EnvVarSource = Shape(
    "EnvVarSource", .cloudRunV1,
    [
      Member("configMapKeyRef", .shape({ .cloudRunV1ConfigMapKeySelector })),
      Member("secretKeyRef", .shape({ .cloudRunV1SecretKeySelector })),
    ])

  static let cloudRunV1ConfigMapKeySelector = Shape(
    "ConfigMapKeySelector", .cloudRunV1,
    [
      Member("key", .string()),
      Member("localObjectReference", .shape({ .cloudRunV1LocalObjectReference }), .deprecated),
      Member("name", .string()),
      Member("optional", .bool),
    ])

  static let cloudRunV1SecretKeySelector = Shape(
    "SecretKeySelector", .cloudRunV1,
    [
      Member("key", .string(), .required),
      Member("localObjectReference", .shape({ .cloudRunV1LocalObjectReference }), .deprecated),
      Member("name", .string(), .required),
      Member("optional", .bool),
    ])

  static let cloudRunV1EnvFromSource = Shape(
    "EnvFromSource", .cloudRunV1,
    [
      Member("configMapRef", .shape({ .cloudRunV1ConfigMapEnvSource })),
      Member("prefix", .string()),
      Member("secretRef", .shape({ .cloudRunV1SecretEnvSource })),
    ])

  static let cloudRunV1ConfigMapEnvSource = Shape(
    "ConfigMapEnvSource", .cloudRunV1,
    [
      Member("localObjectReference", .shape({ .cloudRunV1LocalObjectReference }), .deprecated),
      Member("name", .string()),
      Member("optional", .bool),
    ])

  static let cloudRunV1SecretEnvSource = Shape(
    "SecretEnvSource", .cloudRunV1,
    [
      Member("localObjectReference", .shape({ .cloudRunV1LocalObjectReference }), .deprecated),
      Member("name", .string()),
      Member("optional", .bool),
    ])

  static let cloudRunV1Probe = Shape(
    "Probe", .cloudRunV1,
    [
      Member("exec", .shape({ .cloudRunV1ExecAction })),
      Member("failureThreshold", .int32),
      Member("grpc", .shape({ .cloudRunV1GRPCAction })),
      Member("httpGet", .shape({ .cloudRunV1HTTPGetAction })),
      Member("initialDelaySeconds", .int32),
      Member("periodSeconds", .int32),
      Member("successThreshold", .int32),
      Member("tcpSocket", .shape({ .cloudRunV1TCPSocketAction })),
      Member("timeoutSeconds", .int32),
    ])

  static let cloudRunV1ExecAction = Shape(
    "ExecAction", .cloudRunV1,
    [
      Member("command", .list(.string()))
    ])

  static let cloudRunV1GRPCAction = Shape(
    "GRPCAction", .cloudRunV1,
    [
      Member("port", .int32),
      Member("service", .string()),
    ])

  static let cloudRunV1HTTPGetAction = Shape(
    "HTTPGetAction", .cloudRunV1,
    [
      Member("host", .string()),
      Member("httpHeaders", .list(.shape({ .cloudRunV1HTTPHeader }))),
      Member("path", .string()),
      Member("port", .int32),
      Member("scheme", .string()),
    ])

  static let cloudRunV1HTTPHeader = Shape(
    "HTTPHeader", .cloudRunV1,
    [
      Member("name", .string(), .required),
      Member("value", .string()),
    ])

  static let cloudRunV1TCPSocketAction = Shape(
    "TCPSocketAction", .cloudRunV1,
    [
      Member("host", .string()),
      Member("port", .int32),
    ])

  static let cloudRunV1ContainerPort = Shape(
    "ContainerPort", .cloudRunV1,
    [
      Member("containerPort", .int32),
      Member("name", .enumeration(["http1", "h2c"])),
      Member("protocol", .enumeration(["TCP"])),
    ])

  static let cloudRunV1ResourceRequirements = Shape(
    "ResourceRequirements", .cloudRunV1,
    [
      Member("limits", .map(.string())),
      Member("requests", .map(.string())),
    ])

  static let cloudRunV1SecurityContext = Shape(
    "SecurityContext", .cloudRunV1,
    [
      Member("runAsUser", .int32)
    ])

  static let cloudRunV1VolumeMount = Shape(
    "VolumeMount", .cloudRunV1,
    [
      Member("mountPath", .string(), .required),
      Member("name", .string(), .required),
      Member("readOnly", .bool),
      Member("subPath", .string()),
    ])

  package static let cloudRunV1SandboxConfiguration = Shape(
    "SandboxConfiguration", .cloudRunV1,
    [
      Member("templates", .list(.shape({ .cloudRunV1SandboxTemplate })), .required)
    ])

  static let cloudRunV1SandboxTemplate = Shape(
    "SandboxTemplate", .cloudRunV1,
    [
      Member("args", .list(.string())),
      Member("command", .list(.string())),
      Member("env", .list(.shape({ .cloudRunV1EnvVar }))),
      Member("image", .string(), .required),
      Member("name", .string(), .required),
      Member("volumeMounts", .list(.shape({ .cloudRunV1VolumeMount }))),
      Member("workingDir", .string()),
    ])

  package static let cloudRunV1Volume = Shape(
    "Volume", .cloudRunV1,
    [
      Member("configMap", .shape({ .cloudRunV1ConfigMapVolumeSource })),
      Member("csi", .shape({ .cloudRunV1CSIVolumeSource })),
      Member("emptyDir", .shape({ .cloudRunV1EmptyDirVolumeSource })),
      Member("filestore", .shape({ .cloudRunV1FilestoreVolumeSource })),
      Member("name", .string(), .required),
      Member("nfs", .shape({ .cloudRunV1NFSVolumeSource })),
      Member("secret", .shape({ .cloudRunV1SecretVolumeSource })),
    ])

  static let cloudRunV1ConfigMapVolumeSource = Shape(
    "ConfigMapVolumeSource", .cloudRunV1,
    [
      Member("defaultMode", .int32),
      Member("items", .list(.shape({ .cloudRunV1KeyToPath }))),
      Member("name", .string()),
      Member("optional", .bool),
    ])

  static let cloudRunV1KeyToPath = Shape(
    "KeyToPath", .cloudRunV1,
    [
      Member("key", .string(), .required),
      Member("mode", .integer(in: 0...511)),
      Member("path", .string(), .required),
    ])

  static let cloudRunV1CSIVolumeSource = Shape(
    "CSIVolumeSource", .cloudRunV1,
    [
      Member("driver", .enumeration(["gcsfuse.run.googleapis.com"]), .required),
      Member("readOnly", .bool),
      Member("volumeAttributes", .map(.string())),
    ])

  static let cloudRunV1EmptyDirVolumeSource = Shape(
    "EmptyDirVolumeSource", .cloudRunV1,
    [
      Member("medium", .enumeration(["Memory", "Disk"])),
      Member("sizeLimit", .string()),
    ])

  static let cloudRunV1FilestoreVolumeSource = Shape(
    "FilestoreVolumeSource", .cloudRunV1,
    [
      Member("volume", .string(), .required)
    ])

  static let cloudRunV1NFSVolumeSource = Shape(
    "NFSVolumeSource", .cloudRunV1,
    [
      Member("path", .string(), .required),
      Member("readOnly", .bool),
      Member("server", .string(), .required),
    ])

  static let cloudRunV1SecretVolumeSource = Shape(
    "SecretVolumeSource", .cloudRunV1,
    [
      Member("defaultMode", .integer(in: 0...511)),
      Member("items", .list(.shape({ .cloudRunV1KeyToPath }))),
      Member("optional", .bool),
      Member("secretName", .string(), .required),
    ])
}
