import Forms
import Models
import Syntax

/// Something that says that a task keeps state.
struct StateSign {
  enum Weight: Int, Comparable {
    /// Says something only beside another sign.
    case weak
    /// Data may well outlive the task elsewhere, as on EFS; what is being written is cut off all the same.
    case medium
    /// It is a database, a broker, or has a volume of its own.
    case strong

    static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
  }

  let weight: Weight
  /// A clause: `container 'db' runs postgres, a database`.
  let message: String
  let file: SourceFile
  let range: SourceRange

  var label: Diagnostic.Label { Diagnostic.Label(file: file, range: range, message: message) }
}

extension StateSign {
  /// The signs of a service and of the task definition that it runs, nil where a tag says that there is no state.
  ///
  /// The tag `seatrial:stateful` of either decides: `false` for none, `true` for a sign of its own.
  static func all(of service: Resource, running task: Resource?, marks: StateMarks) -> [StateSign]? {
    var signs: [StateSign] = []
    for resource in [service, task].compactMap({ $0 }) {
      guard case .known(let isStateful, let range)? = resource.statefulTag else { continue }
      if !isStateful { return nil }
      signs.append(
        StateSign(weight: .strong, message: "a tag says that it keeps state", file: resource.file, range: range))
    }
    signs += signsOfVolumes(of: service, running: task)
    if let task { signs += StateSearch(task, isService: service.kind != .runTask, marks: marks).signs }
    signs += signsOfDeployment(of: service)
    return signs
  }

  /// EBS volumes that the service makes for each task.
  private static func signsOfVolumes(of service: Resource, running task: Resource?) -> [StateSign] {
    Service(service.node).volumeConfigurations.compactMap { configuration in
      guard case .known(_, let range) = configuration.field("managedEBSVolume") else { return nil }
      let name = configuration.field("name").string
      if let task, let name = name.value, task.taskDefinition.onlyReads(volume: name) { return nil }
      let title = name.value.map { "volume '\($0)'" } ?? "a volume"
      return StateSign(
        weight: service.kind == .runTask ? .medium : .strong, message: "\(title) is an EBS volume of the task",
        file: service.file,
        range: name.isKnown ? name.range : range)
    }
  }

  /// At most one task at a time, even while a new one is deployed: what a single writer needs.
  private static func signsOfDeployment(of service: Resource) -> [StateSign] {
    let configuration = service.node.field("deploymentConfiguration")
    guard case .known(0, let range) = configuration.field("minimumHealthyPercent").integer,
      configuration.field("maximumPercent").integer.value == 100
    else { return [] }
    return [StateSign(weight: .weak, message: "never two tasks at a time", file: service.file, range: range)]
  }
}

extension Resource {
  /// The value of its tag `seatrial:stateful`; nil when it has none.
  var statefulTag: Field<Bool>? {
    node.field("tags").elements.first { $0["key"]?.string == "seatrial:stateful" }?.field("value").bool
  }
}

extension TaskDefinition {
  /// Whether every container that mounts a volume says that it only reads it, and one does mount it.
  fileprivate func onlyReads(volume name: String) -> Bool {
    let mounts = containers.flatMap(\.mountPoints).filter { $0.field("sourceVolume").string.value == name }
    return !mounts.isEmpty && mounts.allSatisfy { $0.field("readOnly").bool.value == true }
  }
}
