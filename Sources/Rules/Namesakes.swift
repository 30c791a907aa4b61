import Forms
import Models
import Syntax

/// What makes two resources the same thing in the cloud, so that one of them replaces the other.
package struct SharedName: Hashable, Sendable {
  /// Unique for what can only be one thing.
  package let key: String
  /// How messages call it.
  package let title: String
}

extension Resource {
  /// The name that it shares with what would replace it; nil where that is not certain.
  ///
  /// Copies for other accounts, clusters and projects are common. Only what stands in one folder and names the same
  /// place, or in one file, can be held against each other.
  package var sharedName: SharedName? {
    switch (kind, form) {
    case (.taskDefinition, .registerTaskDefinition):
      guard let family = taskDefinition.family.value else { return nil }
      let account = account(of: taskDefinition.executionRole) ?? account(of: taskDefinition.taskRole)
      return SharedName(key: key("family", account, family, ""), title: "the task definition '\(family)'")
    case (.service, .createService):
      let service = Service(node)
      guard let name = service.name.value else { return nil }
      return SharedName(key: key("service", service.cluster.value, name, ""), title: "the service '\(name)'")
    case (.cloudRunService, .cloudRunV1), (.cloudRunJob, .cloudRunV1), (.cloudRunWorkerPool, .cloudRunV1):
      guard let cloudRun, let name = cloudRun.name.value else { return nil }
      let project = node.field("metadata").field("namespace").nonEmptyString
      let location = cloudRun.labels.field("cloud.googleapis.com/location").nonEmptyString
      guard !project.isUnknown, !location.isUnknown else { return nil }
      return SharedName(
        key: key(kind.rawValue, project.value, name, location.value ?? ""),
        title: "the \(cloudRun.kind.title) '\(name)'")
    default: return nil
    }
  }

  private func account(of role: Field<Text>) -> String? { role.value.flatMap { ARN($0) }?.account.literal }

  /// The name together with the account, the cluster or the project; where that is not said, with the file.
  private func key(_ kind: String, _ place: String?, _ name: String, _ location: String) -> String {
    let scope = place.map { "\(file.path.folder) \($0)" } ?? file.path
    return "\(kind) \(scope) \(location) \(name)"
  }
}
