// Made by Scripts/schema.py from run.v1.json revision 20261031.
// 2026-11-23

extension Shape {
  package static let cloudRunV1Service = Shape(
    "Service", .cloudRunV1,
    [
      Member("apiVersion", .string()),
      Member("kind", .string()),
      Member("metadata", .shape({ .cloudRunV1NamedObjectMeta }), .required),
      Member("spec", .shape({ .cloudRunV1ServiceSpec }), .required),
      Member("status", .any, .output),
    ])

  static let cloudRunV1NamedObjectMeta = Shape(
    "ObjectMeta", .cloudRunV1,
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
    "OwnerReference", .cloudRunV1,
    [
      Member("apiVersion", .string()),
      Member("blockOwnerDeletion", .bool),
      Member("controller", .bool),
      Member("kind", .string()),
      Member("name", .string()),
      Member("uid", .string()),
    ])

  static let cloudRunV1ServiceSpec = Shape(
    "ServiceSpec", .cloudRunV1,
    [
      Member("template", .shape({ .cloudRunV1RevisionTemplate }), .required),
      Member("traffic", .list(.shape({ .cloudRunV1TrafficTarget }))),
    ])

  static let cloudRunV1RevisionTemplate = Shape(
    "RevisionTemplate", .cloudRunV1,
    [
      Member("metadata", .shape({ .cloudRunV1ObjectMeta })),
      Member("spec", .shape({ .cloudRunV1RevisionSpec }), .required),
    ])

  static let cloudRunV1ObjectMeta = Shape(
    "ObjectMeta", .cloudRunV1,
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
    "RevisionSpec", .cloudRunV1,
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
    "LocalObjectReference", .cloudRunV1,
    [
      Member("name", .string())
    ])

  static let cloudRunV1TrafficTarget = Shape(
    "TrafficTarget", .cloudRunV1,
    [
      Member("configurationName", .string(), .deprecated),
      Member("latestRevision", .bool),
      Member("percent", .int32),
      Member("revisionName", .string()),
      Member("tag", .string()),
      Member("url", .any, .output),
    ])

  package static let cloudRunV1Job = Shape(
    "Job", .cloudRunV1,
    [
      Member("apiVersion", .string()),
      Member("kind", .string()),
      Member("metadata", .shape({ .cloudRunV1NamedObjectMeta }), .required),
      Member("spec", .shape({ .cloudRunV1JobSpec }), .required),
      Member("status", .any, .output),
    ])

  static let cloudRunV1JobSpec = Shape(
    "JobSpec", .cloudRunV1,
    [
      Member("runExecutionToken", .string()),
      Member("startExecutionToken", .string()),
      Member("template", .shape({ .cloudRunV1ExecutionTemplateSpec }), .required),
    ])

  static let cloudRunV1ExecutionTemplateSpec = Shape(
    "ExecutionTemplateSpec", .cloudRunV1,
    [
      Member("metadata", .shape({ .cloudRunV1ObjectMeta })),
      Member("spec", .shape({ .cloudRunV1ExecutionSpec }), .required),
    ])

  static let cloudRunV1ExecutionSpec = Shape(
    "ExecutionSpec", .cloudRunV1,
    [
      Member("delayExecution", .bool),
      Member("parallelism", .int32),
      Member("taskCount", .int32),
      Member("template", .shape({ .cloudRunV1TaskTemplateSpec }), .required),
    ])

  static let cloudRunV1TaskTemplateSpec = Shape(
    "TaskTemplateSpec", .cloudRunV1,
    [
      Member("spec", .shape({ .cloudRunV1TaskSpec }), .required)
    ])

  static let cloudRunV1TaskSpec = Shape(
    "TaskSpec", .cloudRunV1,
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
    "WorkerPool", .cloudRunV1,
    [
      Member("apiVersion", .string()),
      Member("kind", .string()),
      Member("metadata", .shape({ .cloudRunV1NamedObjectMeta }), .required),
      Member("spec", .shape({ .cloudRunV1WorkerPoolSpec }), .required),
      Member("status", .any, .output),
    ])

  static let cloudRunV1WorkerPoolSpec = Shape(
    "WorkerPoolSpec", .cloudRunV1,
    [
      Member("instanceSplits", .list(.shape({ .cloudRunV1InstanceSplit }))),
      Member("template", .shape({ .cloudRunV1RevisionTemplate }), .required),
    ])

  static let cloudRunV1InstanceSplit = Shape(
    "InstanceSplit", .cloudRunV1,
    [
      Member("latestRevision", .bool),
      Member("percent", .int32),
      Member("revisionName", .string()),
    ])

  package static let cloudRunV1Instance = Shape(
    "Instance", .cloudRunV1,
    [
      Member("apiVersion", .string()),
      Member("kind", .string()),
      Member("metadata", .shape({ .cloudRunV1NamedObjectMeta }), .required),
      Member("spec", .shape({ .cloudRunV1InstanceSpec }), .required),
      Member("status", .any, .output),
    ])

  static let cloudRunV1InstanceSpec = Shape(
    "InstanceSpec", .cloudRunV1,
    [
      Member("containers", .list(.shape({ .cloudRunV1Container }), count: 1...10), .required),
      Member("nodeSelector", .map(.string())),
      Member("restartPolicy", .enumeration(["Always", "OnFailure", "Never"])),
      Member("sandboxes", .shape({ .cloudRunV1SandboxConfiguration })),
      Member("serviceAccountName", .string()),
      Member("volumes", .list(.shape({ .cloudRunV1Volume }))),
    ])
}
