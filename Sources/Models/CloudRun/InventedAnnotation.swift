import Syntax

/// What people write for an annotation that Cloud Run does not have, and what does what they meant.
///
/// Collected from files in public repositories, 2026.
package struct InventedAnnotation: Sendable {
  /// The annotation that they meant, nil when something else does it.
  package let annotation: String?
  /// What to do, as an instruction.
  package let advice: String

  /// The meaning of a key that is none of Cloud Run's; nil when it is not known.
  package init?(_ key: String) {
    let parts = key.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    let isKnative = parts[0] == "autoscaling.knative.dev"
    if let advice = isKnative ? InventedAnnotation.knative[parts[1]] : InventedAnnotation.fields[parts[1]] {
      (annotation, self.advice) = (nil, advice)
    } else if let meant = InventedAnnotation.names[folded(parts[1])] ?? InventedAnnotation.spelling[folded(parts[1])] {
      (annotation, advice) = (meant, "write \(meant)")
    } else {
      return nil
    }
  }

  /// Whether Knative has an annotation of this name that Cloud Run has not.
  package static func isOfKnative(_ key: String) -> Bool {
    let prefix = "autoscaling.knative.dev/"
    return key.hasPrefix(prefix) && knative[String(key.dropFirst(prefix.count))] != nil
  }

  /// The known keys by their names without hyphens and in lower case.
  private static let spelling = Dictionary(
    RunAnnotation.keys.map { (folded($0.split(on: "/").last.map(String.init) ?? $0), $0) },
    // The scale of a revision is what is meant by far the most.
    uniquingKeysWith: { $0.hasPrefix("autoscaling.") ? $0 : $1 })

  private static let names = [
    "maxinstances": "autoscaling.knative.dev/maxScale",
    "mininstances": "autoscaling.knative.dev/minScale",
    "cpuboost": "run.googleapis.com/startup-cpu-boost",
    "startupboost": "run.googleapis.com/startup-cpu-boost",
    "vpcconnector": "run.googleapis.com/vpc-access-connector",
    "vpcegress": "run.googleapis.com/vpc-access-egress",
    "cloudsqlinstance": "run.googleapis.com/cloudsql-instances",
    "dependencies": "run.googleapis.com/container-dependencies",
  ]

  /// Names under `run.googleapis.com/` that are fields, or something of another kind.
  private static let fields = [
    "accelerator": "set nodeSelector: run.googleapis.com/accelerator in the spec of the template",
    "allow-unauthenticated": "grant roles/run.invoker to allUsers, which is no part of this file",
    "concurrency": "set containerConcurrency in the spec of the template",
    "container-concurrency": "set containerConcurrency in the spec of the template",
    "cpu": "set resources.limits.cpu of the container",
    "cpu-allocation": "write run.googleapis.com/cpu-throttling: 'false' for CPU that is always allocated",
    "cpu-always-allocated": "write run.googleapis.com/cpu-throttling: 'false'",
    "cpu-limit": "set resources.limits.cpu of the container",
    "gpu": "set resources.limits of the container to nvidia.com/gpu: '1', and nodeSelector to the kind of GPU",
    "gpu-type": "set nodeSelector: run.googleapis.com/accelerator in the spec of the template",
    "gpu-zonal-redundancy": "write run.googleapis.com/gpu-zonal-redundancy-disabled, which says the reverse",
    "memory": "set resources.limits.memory of the container",
    "memory-limit": "set resources.limits.memory of the container",
    "port": "set ports[0].containerPort of the container",
    "service-account": "set serviceAccountName in the spec of the template",
    "timeout": "set timeoutSeconds in the spec of the template",
    "timeout-seconds": "set timeoutSeconds in the spec of the template",
    "timeoutSeconds": "set timeoutSeconds in the spec of the template",
  ]

  /// Names under `autoscaling.knative.dev/` that Knative on Kubernetes has.
  private static let knative: [String: String] = {
    let scaling = "remove it: Cloud Run scales by requests and CPU by itself"
    var advice = [
      "target": "set containerConcurrency in the spec of the template",
      "class": scaling,
      "metric": scaling,
    ]
    for name in [
      "activation-scale", "activationScale", "algorithm", "initial-scale", "initialScale", "panic-threshold-percentage",
      "panic-window-percentage", "panicThresholdPercentage", "panicWindowPercentage", "scale-down-delay",
      "scale-to-zero-pod-retention-period", "scaleDownDelay", "scaleToZeroPodRetentionPeriod", "target-burst-capacity",
      "target-utilization-percentage", "targetBurstCapacity", "targetUtilizationPercentage", "window",
    ] { advice[name] = scaling }
    return advice
  }()
}

private func folded(_ name: String) -> String { name.lowercased().filter { $0 != "-" && $0 != "_" } }
