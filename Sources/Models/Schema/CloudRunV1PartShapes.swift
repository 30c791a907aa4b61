// Made by Scripts/schema.py from run.v1.json revision 20261031.
// 2026-11-23

extension Shape {
  package static let cloudRunV1Container = Shape(
    "Container", .cloudRun,
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
    "EnvVar", .cloudRun,
    [
      Member("name", .string(), .required),
      Member("value", .string()),
      Member("valueFrom", .shape({ .cloudRunV1EnvVarSource })),
    ])

  static let cloudRunV1EnvVarSource = Shape(
    "EnvVarSource", .cloudRun,
    [
      Member("configMapKeyRef", .shape({ .cloudRunV1ConfigMapKeySelector })),
      Member("secretKeyRef", .shape({ .cloudRunV1SecretKeySelector })),
    ])

  static let cloudRunV1ConfigMapKeySelector = Shape(
    "ConfigMapKeySelector", .cloudRun,
    [
      Member("key", .string()),
      Member("localObjectReference", .shape({ .cloudRunV1LocalObjectReference }), .deprecated),
      Member("name", .string()),
      Member("optional", .bool),
    ])

  static let cloudRunV1SecretKeySelector = Shape(
    "SecretKeySelector", .cloudRun,
    [
      Member("key", .string(), .required),
      Member("localObjectReference", .shape({ .cloudRunV1LocalObjectReference }), .deprecated),
      Member("name", .string(), .required),
      Member("optional", .bool),
    ])

  static let cloudRunV1EnvFromSource = Shape(
    "EnvFromSource", .cloudRun,
    [
      Member("configMapRef", .shape({ .cloudRunV1ConfigMapEnvSource })),
      Member("prefix", .string()),
      Member("secretRef", .shape({ .cloudRunV1SecretEnvSource })),
    ])

  static let cloudRunV1ConfigMapEnvSource = Shape(
    "ConfigMapEnvSource", .cloudRun,
    [
      Member("localObjectReference", .shape({ .cloudRunV1LocalObjectReference }), .deprecated),
      Member("name", .string()),
      Member("optional", .bool),
    ])

  static let cloudRunV1SecretEnvSource = Shape(
    "SecretEnvSource", .cloudRun,
    [
      Member("localObjectReference", .shape({ .cloudRunV1LocalObjectReference }), .deprecated),
      Member("name", .string()),
      Member("optional", .bool),
    ])

  static let cloudRunV1Probe = Shape(
    "Probe", .cloudRun,
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
    "ExecAction", .cloudRun,
    [
      Member("command", .list(.string()))
    ])

  static let cloudRunV1GRPCAction = Shape(
    "GRPCAction", .cloudRun,
    [
      Member("port", .int32),
      Member("service", .string()),
    ])

  static let cloudRunV1HTTPGetAction = Shape(
    "HTTPGetAction", .cloudRun,
    [
      Member("host", .string()),
      Member("httpHeaders", .list(.shape({ .cloudRunV1HTTPHeader }))),
      Member("path", .string()),
      Member("port", .int32),
      Member("scheme", .string()),
    ])

  static let cloudRunV1HTTPHeader = Shape(
    "HTTPHeader", .cloudRun,
    [
      Member("name", .string(), .required),
      Member("value", .string()),
    ])

  static let cloudRunV1TCPSocketAction = Shape(
    "TCPSocketAction", .cloudRun,
    [
      Member("host", .string()),
      Member("port", .int32),
    ])

  static let cloudRunV1ContainerPort = Shape(
    "ContainerPort", .cloudRun,
    [
      Member("containerPort", .int32),
      Member("name", .enumeration(["http1", "h2c"])),
      Member("protocol", .enumeration(["TCP"])),
    ])

  static let cloudRunV1ResourceRequirements = Shape(
    "ResourceRequirements", .cloudRun,
    [
      Member("limits", .map(.string())),
      Member("requests", .map(.string())),
    ])

  static let cloudRunV1SecurityContext = Shape(
    "SecurityContext", .cloudRun,
    [
      Member("runAsUser", .int32)
    ])

  static let cloudRunV1VolumeMount = Shape(
    "VolumeMount", .cloudRun,
    [
      Member("mountPath", .string(), .required),
      Member("name", .string(), .required),
      Member("readOnly", .bool),
      Member("subPath", .string()),
    ])

  package static let cloudRunV1SandboxConfiguration = Shape(
    "SandboxConfiguration", .cloudRun,
    [
      Member("templates", .list(.shape({ .cloudRunV1SandboxTemplate })), .required)
    ])

  static let cloudRunV1SandboxTemplate = Shape(
    "SandboxTemplate", .cloudRun,
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
    "Volume", .cloudRun,
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
    "ConfigMapVolumeSource", .cloudRun,
    [
      Member("defaultMode", .int32),
      Member("items", .list(.shape({ .cloudRunV1KeyToPath }))),
      Member("name", .string()),
      Member("optional", .bool),
    ])

  static let cloudRunV1KeyToPath = Shape(
    "KeyToPath", .cloudRun,
    [
      Member("key", .string(), .required),
      Member("mode", .integer(in: 0...511)),
      Member("path", .string(), .required),
    ])

  static let cloudRunV1CSIVolumeSource = Shape(
    "CSIVolumeSource", .cloudRun,
    [
      Member("driver", .enumeration(["gcsfuse.run.googleapis.com"]), .required),
      Member("readOnly", .bool),
      Member("volumeAttributes", .map(.string())),
    ])

  static let cloudRunV1EmptyDirVolumeSource = Shape(
    "EmptyDirVolumeSource", .cloudRun,
    [
      Member("medium", .enumeration(["Memory", "Disk"])),
      Member("sizeLimit", .string()),
    ])

  static let cloudRunV1FilestoreVolumeSource = Shape(
    "FilestoreVolumeSource", .cloudRun,
    [
      Member("volume", .string(), .required)
    ])

  static let cloudRunV1NFSVolumeSource = Shape(
    "NFSVolumeSource", .cloudRun,
    [
      Member("path", .string(), .required),
      Member("readOnly", .bool),
      Member("server", .string(), .required),
    ])

  static let cloudRunV1SecretVolumeSource = Shape(
    "SecretVolumeSource", .cloudRun,
    [
      Member("defaultMode", .integer(in: 0...511)),
      Member("items", .list(.shape({ .cloudRunV1KeyToPath }))),
      Member("optional", .bool),
      Member("secretName", .string(), .required),
    ])
}
