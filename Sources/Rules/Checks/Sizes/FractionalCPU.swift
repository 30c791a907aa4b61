import Models
import Syntax

extension Check {
  static let fractionalCpu = Check.cloudRun { resource, findings in
    guard let total = resource.totalCPU, total > 0, total < 1000 else { return }
    var demands = resource.demands
    if resource.kind == .service, case .known(let concurrency, let range) = resource.containerConcurrency,
      concurrency > 1
    {
      demands.append(
        InstanceDemand(
          range: range, title: "more than one request at a time (containerConcurrency \(concurrency))",
          remedy: "set containerConcurrency to 1"))
    }
    guard !demands.isEmpty else { return }
    let limits = resource.containers.filter { $0.cpuLimit.isKnown }
    guard let first = limits.first else { return }
    let remedies = demands.compactMap(\.remedy)
    let isRemedied = remedies.count == demands.count
    findings.report(
      first.cpuLimit.range,
      "less than 1 CPU in total (\(cpuText(milli: total))) is not possible with \(demands.inWords)",
      caption: limits.count == 1 ? "less than 1 CPU" : "\(cpuText(milli: total)) over all containers",
      labels: limits.dropFirst().map { findings.label($0.cpuLimit.range, "and this") }
        + findings.labels(demands, "a whole CPU"),
      help: "write '1'" + (isRemedied ? ", or " + remedies.joined(separator: " and ") : ""),
      fixes: limits.count == 1
        ? [Fix("Give it 1 CPU", .unsafe, [findings.replacing(first.cpuLimit.range, with: "1")])] : [])
  }
}
