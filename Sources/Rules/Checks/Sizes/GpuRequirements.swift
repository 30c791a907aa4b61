import Models
import Syntax

extension Check {
  static let gpuRequirements = Check.cloudRun { resource, findings in
    findings.checkSelector(of: resource)
    guard let container = resource.containers.first(where: \.asksForGPU) else {
      findings.checkWithoutGPU(resource)
      return
    }
    let place = container.gpuLimit.range
    for other in resource.containers where other.asksForGPU && other.node.range != container.node.range {
      findings.report(
        other.gpuLimit.range, "\(other.title) asks for a GPU, too: one container of a \(resource.kind.title) may",
        caption: "the second one", labels: [findings.label(place, "the first one")], help: "remove nvidia.com/gpu")
    }
    if case .known(let count, let range) = container.gpuLimit, count != "1", Quantity(count) != nil {
      findings.report(
        range, "\(container.title) asks for \(count) GPUs: Cloud Run gives one", caption: "must be 1",
        help: "write '1'", fixes: [Fix("Write 1", .unsafe, [findings.replacing(range, with: "1")])])
    }
    if resource.nodeSelector.isAbsent || (resource.nodeSelector.isKnown && resource.accelerator.isAbsent) {
      findings.report(
        place, "\(container.title) asks for a GPU, and nothing says which", caption: "of which kind?",
        help: "add nodeSelector: {\(RunGPU.selector): nvidia-l4} beside containers")
    }
    findings.checkSize(of: container, resource)
    findings.checkSwitches(of: resource, container)
    findings.checkMaximum(of: resource, at: place)
  }
}

extension Findings {
  fileprivate mutating func checkSelector(of resource: CloudRunResource) {
    for entry in resource.nodeSelector.entries where entry.key != RunGPU.selector {
      report(
        entry.keyRange, "Cloud Run knows \(RunGPU.selector) in nodeSelector, and not '\(entry.key)'",
        caption: "not known", severity: .warning,
        help: entry.key.contains("accelerator")
          ? "write \(RunGPU.selector)" : "remove it: Cloud Run places instances itself")
    }
    guard case .known(let name, let range) = resource.accelerator, RunGPU.named(name) == nil,
      Text(standInsIn: name) == nil
    else { return }
    let near = nearest(to: name, among: RunGPU.all.map(\.name)).first
    report(
      range, "'\(name)' is no GPU that Cloud Run was known to have in November 2026",
      caption: "not known", severity: .warning,
      help: near.map { "write \($0)" } ?? "the GPUs are \(RunGPU.all.map(\.name).inWords("and"))")
  }

  /// What is only for a GPU.
  fileprivate mutating func checkWithoutGPU(_ resource: CloudRunResource) {
    guard resource.knowsAllContainers, !resource.hasGPU else { return }
    if case .known(let name, let range) = resource.accelerator {
      report(
        range, "the \(resource.kind.title) chooses a GPU, \(name), and no container asks for one",
        caption: "for nobody",
        help: "add nvidia.com/gpu: '1' to the limits of the container that uses it, or remove the nodeSelector")
    }
    if case .known(let flag, let range) = resource.isZonalRedundancyDisabled {
      report(
        range, "gpu-zonal-redundancy-disabled is '\(flag)', and no container asks for a GPU",
        caption: "only with a GPU",
        help: "remove the annotation, or add nvidia.com/gpu: '1' to the limits of a container")
    }
  }

  fileprivate mutating func checkSize(of container: RunContainer, _ resource: CloudRunResource) {
    // Larger GPUs have sizes of their own, which RES001 knows.
    guard let name = resource.accelerator.value, RunSize.beside(accelerator: name) == nil, let gpu = RunGPU.named(name)
    else { return }
    let labels = [label(resource.accelerator.range, "the GPU")]
    if case .known(let text, let range) = container.cpuLimit, let cpu = text.literal.flatMap({ Quantity($0) })?.milli,
      cpu < gpu.leastCPU
    {
      report(
        range, "\(cpuText(milli: cpu)) are too few beside an \(name): it needs \(cpuText(milli: gpu.leastCPU)) or more",
        caption: "at least \(gpu.leastCPU / 1000)", labels: labels, help: "write '\(gpu.leastCPU / 1000)' or more")
    }
    if case .known(let text, let range) = container.memoryLimit,
      let bytes = text.literal.flatMap({ Quantity($0) })?.whole, bytes < gpu.leastMemory << 20, bytes >= 1 << 20
    {
      report(
        range,
        "\(memoryText(bytes: bytes)) of memory are too few beside an \(name): it needs "
          + "\(memoryText(bytes: gpu.leastMemory << 20)) or more",
        caption: "at least \(gpu.leastMemory >> 10) GiB", labels: labels,
        help: "write \(gpu.leastMemory >> 10)Gi or more")
    }
  }

  fileprivate mutating func checkSwitches(of resource: CloudRunResource, _ container: RunContainer) {
    let labels = [label(container.gpuLimit.range, "the GPU")]
    if case .known("gen1", let range) = resource.executionEnvironment, resource.kind != .job {
      report(
        range, "GPUs need the second generation execution environment, and this is gen1", caption: "without GPUs",
        labels: labels, help: "write gen2, or leave it out",
        fixes: [Fix("Write gen2", .safe, [replacing(range, with: "gen2")])])
    }
    if resource.kind == .service, resource.isThrottled == .yes {
      let isWritten = resource.throttling.isKnown
      report(
        isWritten ? resource.throttling.range : container.gpuLimit.range,
        "a GPU needs CPU that is always allocated"
          + (isWritten ? ", and cpu-throttling is 'true'" : ": run.googleapis.com/cpu-throttling 'false'"),
        caption: isWritten ? "not with a GPU" : "without cpu-throttling: 'false'", severity: isWritten ? nil : .warning,
        labels: isWritten ? labels : [],
        help: "write run.googleapis.com/cpu-throttling: 'false' in the annotations of the template",
        fixes: isWritten ? [Fix("Write 'false'", .safe, [replacing(resource.throttling.range, with: "false")])] : [])
    }
    let redundancy = resource.isZonalRedundancyDisabled
    if resource.kind == .job, redundancy.value(orDefault: false) == false {
      report(
        redundancy.isKnown ? redundancy.range : container.gpuLimit.range,
        "a job with a GPU has to do without zonal redundancy: gpu-zonal-redundancy-disabled must be 'true'",
        caption: redundancy.isKnown ? "must be 'true'" : "with zonal redundancy, the default",
        labels: redundancy.isKnown ? labels : [],
        help: "write run.googleapis.com/gpu-zonal-redundancy-disabled: 'true' in the annotations of the template")
    }
  }

  fileprivate mutating func checkMaximum(of resource: CloudRunResource, at place: SourceRange) {
    guard resource.kind == .service, resource.meansMaximum == .no else { return }
    report(
      place, "no maximum of instances: 100 instances with a GPU each are more than the quota of nearly every project",
      caption: "up to 100 of them", severity: .warning,
      help: "add autoscaling.knative.dev/maxScale to the annotations of the template")
  }
}

extension RunContainer {
  /// Whether it is known to ask for a GPU.
  fileprivate var asksForGPU: Bool { hasGPU && gpuLimit.isKnown }
}
