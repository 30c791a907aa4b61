import Forms
import Models
import Syntax

extension Check {
  /// What an ECS container waits for exists and can happen.
  static var taskDependency: Check {
    .taskDefinitions { task, findings in
      for container in task.containers {
        for dependency in container.dependsOn { findings.check(dependency, of: container, in: task) }
      }
      for cycle in DependencyCycle.all(in: task.dependencies) { findings.report(cycle) }
    }
  }
}

/// The states of a container that another one can wait for.
private let conditions = ["START", "COMPLETE", "SUCCESS", "HEALTHY"]

extension Findings {
  fileprivate mutating func check(
    _ dependency: ContainerDependency, of container: ContainerDefinition, in task: TaskDefinition
  ) {
    if case .known(let condition, let range) = dependency.condition, !conditions.contains(condition) {
      reportCondition(condition, dependency, at: range)
    }
    guard case .known(let name, let range) = dependency.containerName, !name.isEmpty else { return }
    if name == container.name.value {
      report(
        range, "container '\(name)' waits for itself, so it never starts", caption: "itself",
        help: "name another container, or remove this dependency")
    } else if let target = task.containers.first(where: { $0.name.value == name }) {
      checkCondition(of: dependency, on: target, called: name)
    } else {
      reportStranger(name, dependency, of: container, in: task, at: range)
    }
  }

  private mutating func reportCondition(
    _ condition: String, _ dependency: ContainerDependency, at range: SourceRange
  ) {
    let meant = nearest(to: condition, among: conditions).first
    let isCertain = meant == condition.uppercased()
    let fix = meant.flatMap { meant in
      dependency.node["condition"].map {
        Fix("Write \(meant)", isCertain ? .safe : .unsafe, [rewrite($0, as: meant)])
      }
    }
    report(
      range, "a container cannot wait for '\(condition)'; the conditions are \(conditions.inWords("and"))",
      caption: "no such condition", help: meant.map { "write \($0)" }, fixes: fix.map { [$0] } ?? [])
  }

  private mutating func reportStranger(
    _ name: String, _ dependency: ContainerDependency, of container: ContainerDefinition,
    in task: TaskDefinition, at range: SourceRange
  ) {
    let names = task.containers.compactMap(\.name.value)
    // A file with a single container is a part of a list whose other parts stand elsewhere.
    let isPart = resource.form == .containerDefinitions && task.containers.count < 2
    guard task.knowsAllContainers, names.count == task.containers.count, !isPart else { return }
    let others = names.filter { $0 != container.name.value }
    let meant = nearest(to: name, among: others)
    let fix = dependency.node["containerName"].flatMap { node in
      meant.count == 1 ? Fix("Write \(meant[0])", .unsafe, [rewrite(node, as: meant[0])]) : nil
    }
    report(
      range, "\(container.title) waits for container '\(name)', which this task does not have",
      caption: "not in this task",
      help: meant.first.map { "did you mean '\($0)'?" }
        ?? (others.isEmpty ? nil : "the other containers are \(others.inWords("and"))"),
      fixes: fix.map { [$0] } ?? [])
  }

  private mutating func checkCondition(
    of dependency: ContainerDependency, on target: ContainerDefinition, called name: String
  ) {
    guard case .known(let condition, let range) = dependency.condition else { return }
    switch condition {
    case "HEALTHY" where target.hasHealthCheck == .no:
      report(
        range, "container '\(name)' has no healthCheck here, so it never becomes HEALTHY; ECS refuses this dependency",
        caption: "needs a health check", labels: [label(target.anchor, "has no health check")],
        help: "add a healthCheck to '\(name)' (one in its image does not count), or wait for START",
        fixes: dependency.node["condition"].map { [Fix("Wait for START", .unsafe, [rewrite($0, as: "START")])] } ?? [])
    case "SUCCESS", "COMPLETE":
      guard target.isEssential == true else { return }
      let edit = target.node["essential"].map { rewrite($0, as: "false") } ?? add("essential", "false", to: target.node)
      let fix = edit.map { Fix("Set essential of '\(name)' to false", .unsafe, [$0]) }
      report(
        range,
        "container '\(name)' is essential, so the task stops when it ends; nothing can wait for its \(condition)",
        caption: "'\(name)' is essential",
        labels: [
          target.essential.isKnown
            ? label(target.essential.range, "essential") : label(target.anchor, "essential, which is the default")
        ],
        help: "set \"essential\": false on '\(name)'", fixes: fix.map { [$0] } ?? [])
    default: return
    }
  }

  fileprivate mutating func report(_ cycle: DependencyCycle) {
    let path = (cycle.edges.map(\.from) + [cycle.edges[0].from]).map { "'\($0)'" }.joined(separator: " → ")
    report(
      cycle.edges[0].range, "these containers wait for each other in a circle, so none starts: \(path)",
      caption: "'\(cycle.edges[0].from)' waits for '\(cycle.edges[0].to)'",
      labels: cycle.edges.dropFirst().map { label($0.range, "'\($0.from)' waits for '\($0.to)'") },
      help: "remove one of these dependencies")
  }
}

extension TaskDefinition {
  /// Who waits for whom, where both are known; without those that wait for themselves.
  fileprivate var dependencies: [DependencyCycle.Edge] {
    containers.flatMap { container in
      container.dependsOn.compactMap { dependency in
        guard let from = container.name.value, case .known(let to, let range) = dependency.containerName, from != to
        else { return nil }
        return DependencyCycle.Edge(from: from, to: to, range: range)
      }
    }
  }
}
