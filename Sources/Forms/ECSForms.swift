import Models
import Syntax

/// The ECS resources of a mapping, recognised by the keys that stand at its top.
func ecs(_ node: Node, _ mapping: Mapping) -> [Part] {
  guard !isOfAnotherOperation(mapping) else { return [] }
  if let wrapped = mapping["taskDefinition"], wrapped["containerDefinitions"] != nil {
    return [Part(kind: .taskDefinition, form: .describeTaskDefinition, node: wrapped)]
  }
  if let containers = mapping["containerDefinitions"], containers.sequence != nil || containers.isUnresolved {
    let isOutput = outputKeys.contains { mapping.entry($0) != nil }
    return [
      Part(kind: .taskDefinition, form: isOutput ? .describeTaskDefinition : .registerTaskDefinition, node: node)
    ]
  }
  if let services = mapping["services"]?.sequence {
    return services.filter(isDescribedService).map { Part(kind: .service, form: .describeServices, node: $0) }
  }
  if let service = mapping["service"], isDescribedService(service) {
    return [Part(kind: .service, form: .describeServices, node: service)]
  }
  return ecsService(node, mapping).map { [$0] } ?? containerDefinition(node).map { [$0] } ?? []
}

/// Written by `describe-task-definition` and `register-task-definition`, and by nobody else.
private let outputKeys = [
  "taskDefinitionArn", "requiresAttributes", "compatibilities", "registeredAt", "registeredBy", "revision", "status",
]

/// Whether a mapping belongs to an operation that has much in common with ours: express services, daemons, `start-task`.
private func isOfAnotherOperation(_ mapping: Mapping) -> Bool {
  [
    "primaryContainer", "activeConfigurations", "daemonName", "daemonArn", "daemonTaskDefinitionArn",
    "containerInstances",
  ].contains { mapping.entry($0) != nil }
}

private func isDescribedService(_ node: Node) -> Bool {
  guard let mapping = node.mapping, !isOfAnotherOperation(mapping) else { return false }
  return mapping["serviceArn"] != nil
    || (mapping["serviceName"] != nil && serviceKeys.count { mapping.entry($0) != nil } >= 2)
}

/// Keys of `CreateServiceRequest` that say together that a mapping is one.
private let serviceKeys = [
  "taskDefinition", "desiredCount", "launchType", "capacityProviderStrategy", "networkConfiguration",
  "deploymentConfiguration", "loadBalancers", "schedulingStrategy", "deploymentController", "serviceRegistries",
  "serviceConnectConfiguration", "placementStrategy", "placementConstraints", "platformVersion", "cluster",
  "enableExecuteCommand", "propagateTags", "healthCheckGracePeriodSeconds", "enableECSManagedTags",
]

private func ecsService(_ node: Node, _ mapping: Mapping) -> Part? {
  let count = serviceKeys.count { mapping.entry($0) != nil }
  if mapping["serviceName"] != nil, count >= 2 {
    return Part(kind: .service, form: mapping["serviceArn"] == nil ? .createService : .describeServices, node: node)
  }
  if mapping["service"] != nil, count >= 2 {
    let isTaskSet = mapping.entry("scale") != nil || mapping.entry("externalId") != nil
    return isTaskSet
      ? Part(kind: .taskSet, form: .createTaskSet, node: node)
      : Part(kind: .service, form: .updateService, node: node)
  }
  let isRunTask =
    mapping["taskDefinition"] != nil && mapping.entry("desiredCount") == nil
    && mapping.entry("deploymentConfiguration") == nil
    && ["overrides", "count", "startedBy", "launchType", "capacityProviderStrategy", "networkConfiguration", "cluster"]
      .count { mapping.entry($0) != nil } >= 2
  if isRunTask {
    return Part(kind: .runTask, form: .runTask, node: node)
  }
  // ecspresso keeps the name and the task definition elsewhere.
  let hasTelltale =
    mapping.entry("desiredCount") != nil || mapping["deploymentConfiguration"]?.mapping != nil
    || mapping["networkConfiguration"]?["awsvpcConfiguration"] != nil
    || mapping["capacityProviderStrategy"]?.sequence != nil
  if hasTelltale, count >= 3 {
    return Part(kind: .service, form: .ecspressoService, node: node)
  }
  return nil
}

/// A bare list of container definitions, as Terraform's `file()` and `templatefile()` read them.
func containerDefinitions(_ elements: [Node], in document: Node) -> Part? {
  guard !elements.isEmpty, elements.contains(where: isContainerDefinition),
    elements.allSatisfy({ isContainerDefinition($0) || $0.isUnresolved || $0["image"] != nil })
  else { return nil }
  return partialTaskDefinition(containers: document)
}

private func containerDefinition(_ node: Node) -> Part? {
  guard isContainerDefinition(node) else { return nil }
  return partialTaskDefinition(containers: Node(.sequence([node]), node.range))
}

/// A task definition of which only the containers are seen; the rest of it stands elsewhere.
private func partialTaskDefinition(containers: Node) -> Part {
  let entry = Mapping.Entry(
    key: "containerDefinitions", keyRange: SourceRange(containers.range.lower, containers.range.lower),
    value: containers)
  return Part(
    kind: .taskDefinition, form: .containerDefinitions,
    node: Node(.mapping(Mapping([entry], isOpen: true)), containers.range))
}

private func isContainerDefinition(_ node: Node) -> Bool {
  guard let mapping = node.mapping, mapping["name"] != nil, mapping["image"] != nil else { return false }
  if ["essential", "portMappings", "logConfiguration", "memoryReservation", "mountPoints", "entryPoint"].contains(
    where: { mapping.entry($0) != nil })
  {
    return true
  }
  let isEnvironmentList =
    mapping["environment"]?.sequence?.first.map { $0["name"] != nil && $0["value"] != nil } ?? false
  return isEnvironmentList || (mapping["cpu"] != nil && mapping["memory"] != nil)
}
