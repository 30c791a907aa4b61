import Forms
import Models
import Syntax

extension Check {
  static let deploymentFileMismatch = Check([.deploymentFile]) { resource, findings in
    guard let other = findings.run.taskDefinition(of: resource) else { return }
    let task = other.taskDefinition
    let use =
      switch resource.form {
      case .appSpec: "CodeDeploy sends requests to"
      case .gitHubWorkflow: "this step puts an image into"
      default: "CodePipeline puts an image into"
      }
    for node in resource.node.field("targets").elements {
      let target = ServiceTarget(node)
      // `MY_CONTAINER_NAME` is what the workflow that GitHub offers begins with.
      guard case .known(let name, let range) = target.containerName, Text(name).markingStandIns.literal != nil,
        let container = findings.container(name, at: range, of: task, in: other, use)
      else { continue }
      findings.checkPort(target.containerPort, of: container, in: other, use)
    }
  }
}
