import Models
import Syntax

extension Check {
  /// Fields of ECS whose service is no more, as of 2026-11-23.
  ///
  /// Sources: `Unsupported field 'inferenceAccelerators'` is what ECS answers since Elastic Inference ended in April 2024;
  /// <https://docs.aws.amazon.com/app-mesh/latest/userguide/what-is-app-mesh.html> for App Mesh.
  static var retiredFieldsOfTasks: Check {
    .taskDefinitions { task, findings in
      if !task.node.field("inferenceAccelerators").elements.isEmpty,
        let key = task.node.mapping?.entry("inferenceAccelerators")?.keyRange
      {
        findings.report(
          key, "inferenceAccelerators is refused since Amazon Elastic Inference ended in April 2024",
          caption: "refused",
          severity: .error, help: "remove it; AWS Inferentia instances and GPUs take its place",
          fixes: findings.removing("inferenceAccelerators", from: task.node))
      }
      for container in task.containers {
        for requirement in container.node.field("resourceRequirements").elements {
          guard case .known("InferenceAccelerator", let range) = requirement.field("type").string else { continue }
          findings.report(
            range, "\(container.title) requires an accelerator of Amazon Elastic Inference, which ended in April 2024",
            caption: "refused", severity: .error, help: "remove it; AWS Inferentia instances and GPUs take its place")
        }
      }
      let proxy = task.node.field("proxyConfiguration")
      if proxy.isKnown, proxy.field("type").value(orDefault: "APPMESH") == "APPMESH",
        let key = task.node.mapping?.entry("proxyConfiguration")?.keyRange
      {
        findings.report(
          key, "proxyConfiguration is for AWS App Mesh, which ended on 2026-09-30", caption: "App Mesh has ended",
          help: "use Service Connect, which the service switches on by serviceConnectConfiguration",
          fixes: findings.removing("proxyConfiguration", from: task.node))
      }
    }
  }
}

extension Field where Value == Node {
  fileprivate func value(orDefault standard: String) -> String? { nonEmptyString.value(orDefault: standard) }
}
