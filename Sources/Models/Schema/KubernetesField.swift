/// A field that Kubernetes has at this place and Cloud Run does not.
///
/// Read on 2026-11-23: not in the discovery document `run` v1, revision 20261031; the replacements are from Cloud Run's
/// documentation of services, jobs and the container contract.
package struct KubernetesField: Sendable {
  package enum Concern: Sendable {
    /// Cloud Run has nothing of the kind in this place.
    case unsupported
    /// It belongs to a `batch/v1` job, or one level deeper in a Cloud Run job.
    case jobShape
    /// An old name of a field that Cloud Run has.
    case renamed(to: String)
  }

  package let concern: Concern
  /// What to do instead, as an instruction; nil when there is nothing.
  package let replacement: String?

  /// The field of a Cloud Run shape, nil when Kubernetes has none of that name there.
  package static func named(_ name: String, in shape: Shape) -> KubernetesField? {
    guard shape.api == .cloudRunV1 else { return nil }
    switch shape.name {
    case "RevisionSpec", "InstanceSpec": return podFields[name]
    case "TaskSpec": return podFields[name] ?? jobFields[name] ?? executionFields[name]
    case "JobSpec": return jobFields[name] ?? executionFields[name]
    case "ExecutionSpec": return jobFields[name] ?? podFields[name] ?? taskFields[name]
    case "Container": return containerFields[name]
    case "ContainerPort": return portFields[name]
    case "EnvVarSource": return variableSources[name]
    case "Probe": return probeFields[name]
    case "Volume": return volumeSources[name]
    case "VolumeMount": return mountFields[name]
    default: return nil
    }
  }

  private static func unsupported(_ replacement: String? = nil) -> KubernetesField {
    KubernetesField(concern: .unsupported, replacement: replacement)
  }

  private static func job(_ replacement: String?) -> KubernetesField {
    KubernetesField(concern: .jobShape, replacement: replacement)
  }

  private static let placement = "remove it: Cloud Run places instances itself"
  private static let isolation = "remove it: every instance is a sandbox of its own"

  private static let podFields: [String: KubernetesField] = [
    "activeDeadlineSeconds": job("use timeoutSeconds, the limit for each attempt of a task"),
    "affinity": unsupported(placement),
    "automountServiceAccountToken": unsupported("remove it: there is no Kubernetes API to call"),
    "dnsConfig": unsupported(),
    "dnsPolicy": unsupported(),
    "enableServiceLinks": unsupported("remove it: there are no service links"),
    "ephemeralContainers": unsupported(),
    "hostAliases": unsupported(),
    "hostIPC": unsupported(isolation),
    "hostNetwork": unsupported(isolation),
    "hostPID": unsupported(isolation),
    "hostname": unsupported(),
    "imagePullSecrets": unsupported("grant the service agent the right to read the registry"),
    "initContainers": unsupported(
      "use a sidecar with a startup probe, and run.googleapis.com/container-dependencies to order the start"),
    "nodeName": unsupported(placement),
    "priorityClassName": unsupported(),
    "restartPolicy": unsupported("remove it: services restart by themselves, jobs have maxRetries"),
    "schedulerName": unsupported(placement),
    "securityContext": unsupported("set USER in the image"),
    "serviceAccount": KubernetesField(
      concern: .renamed(to: "serviceAccountName"), replacement: "write serviceAccountName"),
    "shareProcessNamespace": unsupported(isolation),
    "terminationGracePeriodSeconds": unsupported("remove it: it is always 10 seconds"),
    "tolerations": unsupported(placement),
    "topologySpreadConstraints": unsupported(placement),
  ]

  private static let jobFields: [String: KubernetesField] = [
    "activeDeadlineSeconds": job("use timeoutSeconds of the task, the limit for each attempt"),
    "backoffLimit": job("use maxRetries of the task"),
    "completionMode": job("remove it: every task has its CLOUD_RUN_TASK_INDEX"),
    "completions": job("use taskCount of the execution"),
    "manualSelector": job("remove it"),
    "podFailurePolicy": job("use maxRetries of the task"),
    "schedule": job("let Cloud Scheduler run the job"),
    "selector": job("remove it"),
    "suspend": job("remove it: a job runs when it is executed"),
    "ttlSecondsAfterFinished": job("remove it: Cloud Run tidies up executions"),
  ]

  /// What belongs to the execution, found in the job or the task.
  private static let executionFields: [String: KubernetesField] = [
    "parallelism": job("put it into the execution: spec.template.spec"),
    "taskCount": job("put it into the execution: spec.template.spec"),
  ]

  private static let deeper = "a job nests one level deeper: spec.template.spec.template.spec"

  /// What belongs to the task, found in the execution that holds it.
  private static let taskFields: [String: KubernetesField] = [
    "containers": job(deeper),
    "maxRetries": job(deeper),
    "nodeSelector": job(deeper),
    "serviceAccountName": job(deeper),
    "timeoutSeconds": job(deeper),
    "volumes": job(deeper),
  ]

  private static let containerFields: [String: KubernetesField] = [
    "lifecycle": unsupported("handle SIGTERM in the process; there is no hook before the stop"),
    "resizePolicy": unsupported(),
    "restartPolicy": unsupported("list the container among the others; a startup probe orders the start"),
    "stdin": unsupported(),
    "stdinOnce": unsupported(),
    "tty": unsupported(),
    "volumeDevices": unsupported(),
  ]

  private static let portFields: [String: KubernetesField] = [
    "hostIP": unsupported("remove it: there is no host to reach"),
    "hostPort": unsupported("remove it: requests arrive at containerPort"),
  ]

  private static let variableSources: [String: KubernetesField] = [
    "fieldRef": unsupported("read K_SERVICE, K_REVISION or the metadata server"),
    "resourceFieldRef": unsupported("write the number as a value"),
  ]

  private static let probeFields: [String: KubernetesField] = [
    "terminationGracePeriodSeconds": unsupported("remove it: it is always 10 seconds")
  ]

  private static let volumeSources: [String: KubernetesField] = [
    "downwardAPI": unsupported("read K_SERVICE, K_REVISION or the metadata server"),
    "ephemeral": unsupported("use emptyDir"),
    "gcePersistentDisk": unsupported("use nfs, or csi with the driver gcsfuse.run.googleapis.com"),
    "hostPath": unsupported("use emptyDir, nfs, or csi with the driver gcsfuse.run.googleapis.com"),
    "persistentVolumeClaim": unsupported("use nfs, or csi with the driver gcsfuse.run.googleapis.com"),
    "projected": unsupported("mount each secret as a volume of its own"),
  ]

  private static let mountFields: [String: KubernetesField] = [
    "mountPropagation": unsupported(),
    "subPathExpr": unsupported("write the path"),
  ]
}
