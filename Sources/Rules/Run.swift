import Forms
import Models
import Syntax

/// The resources of a run that a check may look at: those of its own file, and of the files these are linked with.
package final class Run: Sendable {
  package let resources: [Resource]
  /// Positions in `resources`: of the task definition for each service, and of the services for each task definition.
  private let taskDefinitions: [Int: Int]
  private let services: [Int: [Int]]
  /// Of the cluster whose default strategy places the tasks of a service.
  private let clusters: [Int: Int]
  private let positions: [Identity: Int]
  /// By the keys of shared names.
  private let firstOfName: [String: Int]

  /// What tells a resource from all others of the run.
  private struct Identity: Hashable {
    let file: ObjectIdentifier
    let index: Int

    init(_ resource: Resource) {
      file = ObjectIdentifier(resource.file)
      index = resource.index
    }
  }

  package init(_ resources: [Resource]) {
    self.resources = resources
    // A resource that is alone has nobody to be matched with.
    guard resources.count > 1 else {
      (taskDefinitions, services, clusters, positions, firstOfName) = ([:], [:], [:], [:], [:])
      return
    }
    var definitions = Definitions()
    var positions: [Identity: Int] = [:]
    var firstOfName: [String: Int] = [:]
    for (position, resource) in resources.enumerated() {
      positions[Identity(resource)] = position
      if let key = resource.sharedName?.key, firstOfName[key] == nil { firstOfName[key] = position }
      for name in resource.definedNames { definitions.add(name, path: resource.file.path, index: position) }
    }
    var taskDefinitions: [Int: Int] = [:]
    var services: [Int: [Int]] = [:]
    var clusters: [Int: Int] = [:]
    for (position, resource) in resources.enumerated() {
      if let name = resource.referredCluster {
        clusters[position] = definitions.meant(by: name, in: resource.file.path)
      }
      guard let name = resource.referredName,
        let definition = definitions.meant(by: name, in: resource.file.path)
      else { continue }
      taskDefinitions[position] = definition
      if resource.kind != .deploymentFile { services[definition, default: []].append(position) }
    }
    self.taskDefinitions = taskDefinitions
    self.services = services
    self.clusters = clusters
    self.positions = positions
    self.firstOfName = firstOfName
  }

  /// The task definition that a service runs, nil where the run does not hold it or holds several as near.
  package func taskDefinition(of service: Resource) -> Resource? {
    positions[Identity(service)].flatMap { taskDefinitions[$0] }.map { resources[$0] }
  }

  /// The services, task sets and runs of a task definition.
  package func services(of taskDefinition: Resource) -> [Resource] {
    positions[Identity(taskDefinition)].flatMap { services[$0] }.map { $0.map { resources[$0] } } ?? []
  }

  /// The strategy that places the tasks of a service, and where it stands: the service's own, else its cluster's default.
  package func strategy(of service: Resource) -> (strategy: CapacityProviderStrategy, holder: Resource) {
    if let position = positions[Identity(service)], let cluster = clusters[position] {
      return (Cluster(resources[cluster].node).defaultStrategy, resources[cluster])
    }
    return (Service(service.node).strategy, service)
  }

  /// The first resource of the run with the same name in the same place; nil when that is this one.
  package func earlierNamesake(of resource: Resource) -> Resource? {
    guard let position = positions[Identity(resource)], let key = resource.sharedName?.key,
      let first = firstOfName[key], first != position
    else { return nil }
    return resources[first]
  }
}

extension Resource {
  /// The names by which other resources may refer to this one: a task definition, or a cluster with a default strategy.
  ///
  /// A task definition has its family, and its folder: ecspresso's service file names no task definition, the one beside
  /// it is meant.
  package var definedNames: [String] {
    if kind == .cluster {
      let cluster = Cluster(node)
      return cluster.defaultStrategy.list.isKnown ? cluster.name.value.map { [clusterName($0)] } ?? [] : []
    }
    guard kind == .taskDefinition else { return [] }
    return [folderName, fileName(file.path)] + (taskDefinition.family.value.map { [$0] } ?? [])
  }

  /// The name of the task definition that this service, task set or run wants; nil for other kinds, and if not known.
  package var referredName: String? {
    switch kind {
    case .service, .taskSet, .runTask:
      if let family = Service(node).taskDefinitionFamily { return family }
      return form == .ecspressoService && Service(node).taskDefinition.isAbsent ? folderName : nil
    case .deploymentFile:
      if let path = node["taskDefinitionFile"]?.string { return fileName(rootOfRepository + path) }
      return Service(node).taskDefinitionFamily ?? folderName
    case .taskDefinition, .cluster, .capacityProvider, .cloudRunService, .cloudRunJob, .cloudRunWorkerPool,
      .cloudRunInstance, .knativeService:
      return nil
    }
  }

  /// The name of the cluster whose default strategy places the tasks that this service, task set or run starts.
  ///
  /// Nil for what has a launch type or a strategy of its own, and for what may only leave them as they are.
  package var referredCluster: String? {
    guard [.createService, .createTaskSet, .runTask].contains(form) else { return nil }
    let service = Service(node)
    guard service.launchType.isAbsent, service.strategy.list.isAbsent else { return nil }
    switch service.cluster {
    case .known(let name, _): return clusterName(name)
    case .absent: return clusterName("default")
    case .unknown: return nil
    }
  }

  /// By the last part of an ARN; no family can be called so.
  private func clusterName(_ name: String) -> String {
    "cluster:" + (name.split(on: "/").last ?? "")
  }

  /// No family can be called so.
  private var folderName: String { "folder:\(file.path.folder)" }

  private func fileName(_ path: String) -> String { "file:\(path.hasPrefix("./") ? String(path.dropFirst(2)) : path)" }

  /// What a workflow's paths start from, with `/` at its end: the folder that has the folder `.github`.
  private var rootOfRepository: String {
    let parts = file.path.split(on: "/", keepingEmpty: true)
    let above = parts.lastIndex(of: ".github").map { parts[..<$0] } ?? []
    return above.map { $0 + "/" }.joined()
  }
}
