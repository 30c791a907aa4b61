import Forms
import Models
import Syntax

/// The resources of a run that a check may look at: those of its own file, and of the files these are linked with.
package struct Run: Sendable {
  package let resources: [Resource]

  package init(_ resources: [Resource]) { self.resources = resources }
}

extension Resource {
  /// The family that this task definition defines, nil for other kinds and where it is not known.
  package var definedFamily: String? {
    kind == .taskDefinition ? TaskDefinition(node).family.value : nil
  }

  /// The family that this service, task set or run names, nil for other kinds and where it is not known.
  package var referredFamily: String? {
    switch kind {
    case .service, .taskSet, .runTask: Service(node).taskDefinitionFamily
    case .taskDefinition, .cloudRunService, .cloudRunJob, .cloudRunWorkerPool: nil
    }
  }
}

extension Run {
  /// The task definition that a service runs, nil where the run does not hold it or holds several as near.
  ///
  /// Copies of one family are common (`dev/`, `prod/`): the one that shares the longest path with the service is meant.
  package func taskDefinition(of service: Resource) -> Resource? {
    guard let family = service.referredFamily else { return soleTaskDefinition(beside: service) }
    let candidates = resources.filter { $0.definedFamily == family }
    guard let nearest = candidates.map({ sharedFolders($0, service) }).max() else { return nil }
    let near = candidates.filter { sharedFolders($0, service) == nearest }
    return near.count == 1 ? near[0] : nil
  }

  /// ecspresso's service file names no task definition: the one in its folder is meant.
  private func soleTaskDefinition(beside service: Resource) -> Resource? {
    guard service.form == .ecspressoService else { return nil }
    let near = resources.filter { $0.kind == .taskDefinition && folder($0) == folder(service) }
    return near.count == 1 ? near[0] : nil
  }

  /// The services, task sets and runs of a task definition.
  package func services(of taskDefinition: Resource) -> [Resource] {
    resources.filter { service in
      switch service.kind {
      case .service, .taskSet, .runTask: self.taskDefinition(of: service)?.isSame(as: taskDefinition) ?? false
      default: false
      }
    }
  }
}

private func folder(_ resource: Resource) -> Substring {
  resource.file.path.lastIndex(of: "/").map { resource.file.path[..<$0] } ?? ""
}

/// How many folders of their paths two resources share; one more when they stand in the same file.
private func sharedFolders(_ first: Resource, _ second: Resource) -> Int {
  if first.file === second.file { return Int.max }
  let one = folder(first).split(separator: "/")
  let other = folder(second).split(separator: "/")
  return zip(one, other).prefix { $0 == $1 }.count * 2 - one.count - other.count
}
