import Syntax

/// A kind of GPU that Cloud Run has, and what a container needs to have one.
///
/// Source: gcloud 578.0.0, and what the Admin API answers to `validateOnly` requests, late 2026.
package struct RunGPU: Sendable {
  /// As `nodeSelector` names it.
  package let name: String
  /// Thousandths of a CPU.
  package let leastCPU: Int
  /// MiB.
  package let leastMemory: Int

  package static let all = [
    RunGPU(name: "nvidia-l4", leastCPU: 4000, leastMemory: 16 << 10),
    RunGPU(name: "nvidia-rtx-pro-6000", leastCPU: 20000, leastMemory: 80 << 10),
  ]

  package static func named(_ name: String) -> RunGPU? { all.first { $0.name == name } }

  /// The key of `nodeSelector` that chooses it; Cloud Run has no other.
  package static let selector = "run.googleapis.com/accelerator"
}

extension CloudRunResource {
  /// Whether GPUs are all in one zone, which costs less; absent means that they are not.
  package var isZonalRedundancyDisabled: Field<Bool> {
    templateAnnotations.field("run.googleapis.com/gpu-zonal-redundancy-disabled").bool
  }

  /// `gen1` or `gen2`; absent means that Cloud Run chooses.
  package var executionEnvironment: Field<String> {
    templateAnnotation("run.googleapis.com/execution-environment")
  }

  /// What chooses the machine, by its keys.
  package var nodeSelector: Field<Node> { instanceSpec.field("nodeSelector") }
}

extension RunContainer {
  /// The number of GPUs, as it is written.
  package var gpuLimit: Field<String> { limits.field("nvidia.com/gpu").nonEmptyString }
}
