import Models
import Syntax

extension Check {
  static let stopTimeoutRange = Check.fargateTasks { task, findings in
    for container in task.containers {
      findings.check(container.stopTimeout, "stopTimeout", of: container)
      findings.check(container.startTimeout, "startTimeout", of: container)
    }
  }
}

extension Findings {
  fileprivate mutating func check(_ field: Field<Int>, _ name: String, of container: ContainerDefinition) {
    let allowed = ContainerDefinition.fargateTimeouts
    guard case .known(let seconds, let range) = field, !allowed.contains(seconds), let node = container.node[name]
    else { return }
    let nearest = min(max(seconds, allowed.lowerBound), allowed.upperBound)
    report(
      range,
      "\(name) \(seconds) of \(container.title) is out of range: Fargate allows \(allowed.lowerBound) to "
        + "\(allowed.upperBound) seconds",
      caption: "\(allowed.lowerBound) to \(allowed.upperBound)", labels: labelsOfFargateServices,
      help: "the nearest allowed value is \(nearest)",
      fixes: [Fix("Set \(name) to \(nearest)", .unsafe, [rewrite(node, as: String(nearest))])])
  }
}
