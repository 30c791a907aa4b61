import Models
import Syntax

extension Check {
  static let invalidHealthCheck = Check.containerDefinitions { container, _, findings in
    guard case .known(let node, _) = container.healthCheck else { return }
    findings.checkCommand(HealthCheck(node), of: container)
    for setting in HealthCheck.settings { findings.check(setting, in: node, of: container) }
  }
}

extension Findings {
  fileprivate mutating func checkCommand(_ check: HealthCheck, of container: ContainerDefinition) {
    guard case .known(let words, let range) = check.command, words.allSatisfy({ $0.string == "" }) else { return }
    report(
      range, "the health check of \(container.title) has an empty command, which ECS refuses", caption: "runs nothing",
      help: "write a command like [\"CMD-SHELL\", \"curl -f http://localhost/ || exit 1\"], or leave healthCheck out")
  }

  fileprivate mutating func check(_ setting: HealthCheck.Setting, in node: Node, of container: ContainerDefinition) {
    guard case .known(let number, let range) = node.field(setting.field).integer, !setting.allowed.contains(number),
      let value = node[setting.field]
    else { return }
    let allowed = setting.allowed
    let nearest = min(max(number, allowed.lowerBound), allowed.upperBound)
    report(
      range,
      "\(setting.field) \(number) of the health check of \(container.title) is out of range: "
        + "\(allowed.lowerBound) to \(allowed.upperBound)\(setting.unit)",
      caption: "\(allowed.lowerBound) to \(allowed.upperBound)", help: "the nearest allowed value is \(nearest)",
      fixes: [Fix("Set \(setting.field) to \(nearest)", .unsafe, [rewrite(value, as: String(nearest))])])
  }
}
