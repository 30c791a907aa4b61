// Made by Scripts/schema.py from run.v1.json revision 20261031.
// 2026-11-23

extension Shape {
  package static let cloudRunV1Service = Shape(
    "Service", .cloudRun,
    [
      Member("apiVersion", .string()),
      Member("kind", .string()),
      Member("metadata", .shape({ .cloudRunV1NamedObjectMeta }), .required),
      Member("spec", .shape({ .cloudRunV1ServiceSpec }), .required),
      Member("status", .any, .output),
    ])

  static let cloudRunV1NamedObjectMeta = Shape(
    "ObjectMeta", .cloudRun,
    [
      Member("annotations", .map(.string())),
      Member("clusterName", .string()),
      Member("creationTimestamp", .any, .output),
      Member("deletionGracePeriodSeconds", .int32),
      Member("deletionTimestamp", .any, .output),
      Member("finalizers", .list(.string())),
      Member("generateName", .string()),
      Member("generation", .any, .output),
      Member("labels", .map(.string())),
      Member("name", .string(), .required),
      Member("namespace", .string()),
      Member("ownerReferences", .list(.shape({ .cloudRunV1OwnerReference }))),
      Member("resourceVersion", .any, .output),
      Member("selfLink", .any, .output),
      Member("uid", .any, .output),
    ])

  static let cloudRunV1OwnerReference = Shape(
    "OwnerReference", .cloudRun,
    [
      Member("apiVersion", .string()),
      Member("blockOwnerDeletion", .bool),
      Member("controller", .bool),
      Member("kind", .string()),
      Member("name", .string()),
      Member("uid", .string()),
    ])

  static let cloudRunV1ServiceSpec = Shape(
    "ServiceSpec", .cloudRun,
    [
      Member("template", .shape({ .cloudRunV1RevisionTemplate }), .required),
      Member("traffic", .list(.shape({ .cloudRunV1TrafficTarget }))),
    ])

  static let cloudRunV1RevisionTemplate = Shape(
    "RevisionTemplate", .cloudRun,
    [
      Member("metadata", .shape({ .cloudRunV1ObjectMeta })),
      Member("spec", .shape({ .cloudRunV1RevisionSpec }), .required),
    ])

  static let cloudRunV1ObjectMeta = Shape(
    "ObjectMeta", .cloudRun,
    [
      Member("annotations", .map(.string())),
      Member("clusterName", .string()),
      Member("creationTimestamp", .any, .output),
      Member("deletionGracePeriodSeconds", .int32),
      Member("deletionTimestamp", .any, .output),
      Member("finalizers", .list(.string())),
      Member("generateName", .string()),
      Member("generation", .any, .output),
      Member("labels", .map(.string())),
      Member("name", .string()),
      Member("namespace", .string()),
      Member("ownerReferences", .list(.shape({ .cloudRunV1OwnerReference }))),
      Member("resourceVersion", .any, .output),
      Member("selfLink", .any, .output),
      Member("uid", .any, .output),
    ])

  static let cloudRunV1RevisionSpec = Shape(
    "RevisionSpec", .cloudRun,
    [
      Member("containerConcurrency", .int32),
      Member("containers", .list(.shape({ .cloudRunV1Container }), count: 1...10), .required),
      Member("enableServiceLinks", .bool),
      Member("imagePullSecrets", .list(.shape({ .cloudRunV1LocalObjectReference }))),
      Member("nodeSelector", .map(.string())),
      Member("runtimeClassName", .string()),
      Member("sandboxes", .shape({ .cloudRunV1SandboxConfiguration })),
      Member("serviceAccountName", .string()),
      Member("timeoutSeconds", .int32),
      Member("volumes", .list(.shape({ .cloudRunV1Volume }))),
    ])

  static let cloudRunV1LocalObjectReference = Shape(
    "LocalObjectReference", .cloudRun,
    [
      Member("name", .string())
    ])

  static let cloudRunV1TrafficTarget = Shape(
    "TrafficTarget", .cloudRun,
    [
      Member("configurationName", .string(), .deprecated),
      Member("latestRevision", .bool),
      Member("percent", .int32),
      Member("revisionName", .string()),
      Member("tag", .string()),
      Member("url", .any, .output),
    ])

  package static let cloudRunV1Job = Shape(
    "Job", .cloudRun,
    [
      Member("apiVersion", .string()),
      Member("kind", .string()),
      Member("metadata", .shape({ .cloudRunV1NamedObjectMeta }), .required),
      Member("spec", .shape({ .cloudRunV1JobSpec }), .required),
      Member("status", .any, .output),
    ])

  static let cloudRunV1JobSpec = Shape(
    "JobSpec", .cloudRun,
    [
      Member("runExecutionToken", .string()),
      Member("startExecutionToken", .string()),
      Member("template", .shape({ .cloudRunV1ExecutionTemplateSpec }), .required),
    ])

  static let cloudRunV1ExecutionTemplateSpec = Shape(
    "ExecutionTemplateSpec", .cloudRun,
    [
      Member("metadata", .shape({ .cloudRunV1ObjectMeta })),
      Member("spec", .shape({ .cloudRunV1ExecutionSpec }), .required),
    ])

  static let cloudRunV1ExecutionSpec = Shape(
    "ExecutionSpec", .cloudRun,
    [
      Member("delayExecution", .bool),
      Member("parallelism", .int32),
      Member("taskCount", .int32),
      Member("template", .shape({ .cloudRunV1TaskTemplateSpec }), .required),
    ])

  static let cloudRunV1TaskTemplateSpec = Shape(
    "TaskTemplateSpec", .cloudRun,
    [
      Member("spec", .shape({ .cloudRunV1TaskSpec }), .required)
    ])

  static let cloudRunV1TaskSpec = Shape(
    "TaskSpec", .cloudRun,
    [
      Member("containers", .list(.shape({ .cloudRunV1Container }), count: 1...10), .required),
      Member("maxRetries", .int32),
      Member("nodeSelector", .map(.string())),
      Member("sandboxes", .shape({ .cloudRunV1SandboxConfiguration })),
      Member("serviceAccountName", .string()),
      Member("timeoutSeconds", .int64Text),
      Member("volumes", .list(.shape({ .cloudRunV1Volume }))),
    ])

  package static let cloudRunV1WorkerPool = Shape(
    "WorkerPool", .cloudRun,
    [
      Member("apiVersion", .string()),
      Member("kind", .string()),
      Member("metadata", .shape({ .cloudRunV1NamedObjectMeta }), .required),
      Member("spec", .shape({ .cloudRunV1WorkerPoolSpec }), .required),
      Member("status", .any, .output),
    ])

  static let cloudRunV1WorkerPoolSpec = Shape(
    "WorkerPoolSpec", .cloudRun,
    [
      Member("instanceSplits", .list(.shape({ .cloudRunV1InstanceSplit }))),
      Member("template", .shape({ .cloudRunV1RevisionTemplate }), .required),
    ])

  static let cloudRunV1InstanceSplit = Shape(
    "InstanceSplit", .cloudRun,
    [
      Member("latestRevision", .bool),
      Member("percent", .int32),
      Member("revisionName", .string()),
    ])

  package static let cloudRunV1Instance = Shape(
    "Instance", .cloudRun,
    [
      Member("apiVersion", .string()),
      Member("kind", .string()),
      Member("metadata", .shape({ .cloudRunV1NamedObjectMeta }), .required),
      Member("spec", .shape({ .cloudRunV1InstanceSpec }), .required),
      Member("status", .any, .output),
    ])

  static let cloudRunV1InstanceSpec = Shape(
    "InstanceSpec", .cloudRun,
    [
      Member("containers", .list(.shape({ .cloudRunV1Container }), count: 1...10), .required),
      Member("nodeSelector", .map(.string())),
      Member("restartPolicy", .enumeration(["Always", "OnFailure", "Never"])),
      Member("sandboxes", .shape({ .cloudRunV1SandboxConfiguration })),
      Member("serviceAccountName", .string()),
      Member("volumes", .list(.shape({ .cloudRunV1Volume }))),
    ])
}
