import Models
import Syntax

extension Check {
  static let fargateNetworkMode = Check.fargateTasks { task, findings in
    switch task.networkMode {
    case .known(let mode, let range) where ["bridge", "host", "none"].contains(mode):
      let fix = task.node["networkMode"].map {
        Fix("Set networkMode to awsvpc", .unsafe, [findings.rewrite($0, as: "awsvpc")])
      }
      findings.report(
        range, "network mode '\(mode)' does not exist on Fargate, which takes 'awsvpc' alone",
        caption: "Fargate takes awsvpc", labels: findings.fargateLabels, help: "write \"awsvpc\"",
        fixes: fix.map { [$0] } ?? [])
    case .absent:
      findings.report(
        task.anchor, "this task has no networkMode, so it is 'bridge'; Fargate takes 'awsvpc' alone",
        caption: "no networkMode", labels: findings.fargateLabels, help: "add \"networkMode\": \"awsvpc\"",
        fixes: findings.add("networkMode", "\"awsvpc\"", to: task.node).map {
          [Fix("Add networkMode awsvpc", .unsafe, [$0])]
        } ?? [])
    case .known, .unknown: return
    }
  }
}
