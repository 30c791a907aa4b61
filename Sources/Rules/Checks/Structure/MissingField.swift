import Forms
import Models
import Syntax

extension Check {
  static let missingField = Check.requiredField + .containerMemory + .needs

  /// By what another field says.
  private static var needs: Check { .missingCompanion + .relatedNeeds + .clusterLogConfiguration }

  private static var requiredField: Check {
    .structure { issue, findings in
      guard case .missingField = issue.problem else { return }
      // ecspresso takes the name of the service from its configuration, and leaves out lists that are empty.
      if findings.resource.form == .ecspressoService, ["serviceName", "alarmNames"].contains(issue.field) { return }
      // What is built from source gets its image then.
      if issue.member == "Container.image", findings.resource.isBuiltFromSource { return }
      let owner = issue.path.dropLast(issue.field.count + 1)
      // A pipeline may fill the image in: the render actions and CodeDeploy do, by the container's name.
      let mayBeFilledIn = issue.member == "ContainerDefinition.image"
      findings.report(
        issue.range,
        owner.isEmpty
          ? "the required field '\(issue.field)' is missing from \(issue.shape.title)"
          : "the required field '\(issue.field)' is missing from '\(owner)'",
        caption: "lacks '\(issue.field)'", severity: mayBeFilledIn ? .note : nil,
        help: mayBeFilledIn ? "write one here, unless the pipeline that deploys it does" : nil)
    }
  }
}

extension Resource {
  /// Whether Cloud Run builds an image of it: from the source of a container, or of a function.
  fileprivate var isBuiltFromSource: Bool {
    guard form == .cloudRunV2 else { return false }
    let containers = written["template"]?["containers"]?.sequence ?? []
    return written["buildConfig"] != nil || containers.contains { $0["sourceCode"] != nil || $0["buildConfig"] != nil }
  }
}
