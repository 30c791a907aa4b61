import Models
import Syntax

// Files that name containers of a task definition which stands elsewhere. They are lowered to
// `{ taskDefinition, taskDefinitionFile, targets: [{ containerName, containerPort }] }`, as far as they say it.

/// The ECS services of a CodeDeploy application specification.
///
/// Reference: <https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html>
func appSpec(_ mapping: Mapping, in document: Node) -> [Part] {
  guard let resources = (mapping["Resources"] ?? mapping["resources"])?.sequence else { return [] }
  return resources.flatMap { $0.mapping?.entries ?? [] }.compactMap { entry in
    guard entry.value["Type"]?.string == "AWS::ECS::Service", let properties = entry.value["Properties"] else {
      return nil
    }
    let target = [
      field("containerName", properties["LoadBalancerInfo"]?["ContainerName"]),
      field("containerPort", properties["LoadBalancerInfo"]?["ContainerPort"]),
    ]
    return deploymentFile(
      .appSpec, [field("taskDefinition", properties["TaskDefinition"])], targets: [target], in: entry.value)
  }
}

/// What CodePipeline reads to know which images to put into which containers: `[{ "name", "imageUri" }]`.
func imageDefinitions(_ elements: [Node], in document: Node) -> Part? {
  guard !elements.isEmpty, elements.allSatisfy({ $0["name"] != nil && $0["imageUri"] != nil }) else { return nil }
  return deploymentFile(
    .imageDefinitions, [], targets: elements.map { [field("containerName", $0["name"])] }, in: document)
}

/// The steps of a GitHub workflow that put an image into a container of a task definition.
///
/// Reference: <https://github.com/aws-actions/amazon-ecs-render-task-definition>
func workflow(_ mapping: Mapping, in document: Node) -> [Part] {
  guard let jobs = mapping["jobs"]?.mapping else { return [] }
  return jobs.entries.flatMap { renderings(of: $0.value, in: document, environment: mapping["env"]) }
}

private func renderings(of job: Node, in document: Node, environment: Node?) -> [Part] {
  let steps = job["steps"]?.sequence ?? []
  // What is fetched while the workflow runs is no file of the repository.
  guard !steps.contains(where: { $0["run"]?.source.contains("describe-task-definition") == true }) else { return [] }
  var files: [String: Node] = [:]
  var targets: [(file: Node, container: Node)] = []
  for step in steps where step["uses"]?.string?.hasPrefix("aws-actions/amazon-ecs-render-task-definition@") == true {
    let environments = [step["env"], job["env"], environment]
    guard let written = step["with"]?["task-definition"],
      // A second container goes into what the step for the first one has made.
      let file = written.resolved(environments) ?? written.stepOfOutput.flatMap({ files[$0] })
    else { continue }
    if let id = step["id"]?.string { files[id] = file }
    if let name = step["with"]?["container-name"]?.resolved(environments) { targets.append((file, name)) }
  }
  var paths: [String] = []
  for target in targets where !paths.contains(target.file.string ?? "") { paths.append(target.file.string ?? "") }
  return paths.map { path in
    let own = targets.filter { $0.file.string == path }
    return deploymentFile(
      .gitHubWorkflow, [field("taskDefinitionFile", own.first?.file)],
      targets: own.map { [field("containerName", $0.container)] }, in: job)
  }
}

private func deploymentFile(
  _ form: Form, _ fields: [Mapping.Entry?], targets: [[Mapping.Entry?]], in node: Node
) -> Part {
  let list = targets.map { Node(.mapping(Mapping($0.compactMap { $0 })), node.range) }
  let all = fields + [field("targets", Node(.sequence(list), node.range))]
  return Part(kind: .deploymentFile, form: form, node: Node(.mapping(Mapping(all.compactMap { $0 })), node.range))
}

private func field(_ key: String, _ value: Node?) -> Mapping.Entry? {
  value.map { Mapping.Entry(key: key, keyRange: $0.range, value: $0) }
}

extension Node {
  /// The value itself, or that of the variable which it consists of: `${{ env.NAME }}`; nil when neither is known.
  fileprivate func resolved(_ environments: [Node?]) -> Node? {
    if let text = string { return text.isEmpty ? nil : self }
    guard let name = expression?.suffix(after: "env."),
      let value = environments.lazy.compactMap({ $0?[name] }).first
    else { return nil }
    return value.string.flatMap { $0.isEmpty ? nil : value }
  }

  /// The step whose output this is: `${{ steps.ID.outputs.task-definition }}`.
  fileprivate var stepOfOutput: String? {
    guard let rest = expression?.suffix(after: "steps."), rest.hasSuffix(".outputs.task-definition") else { return nil }
    return String(rest.dropLast(".outputs.task-definition".count))
  }

  /// What stands between `${{` and `}}`, where that is all there is.
  private var expression: String? {
    guard case .unresolved(let text) = value, text.pieces.count == 1, case .hole(let hole)? = text.pieces.first,
      hole.hasPrefix("${{"), hole.hasSuffix("}}")
    else { return nil }
    let inner = hole.dropFirst(3).dropLast(2).drop { $0 == " " }
    return String(inner.prefix { $0 != " " })
  }

  /// A scalar as it was written.
  fileprivate var source: String {
    if case .unresolved(let text) = value { text.source } else { scalarText ?? "" }
  }
}

extension String {
  fileprivate func suffix(after prefix: String) -> String? { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil }
}
