import Forms
import Models
import Syntax

/// Seconds from the warning that Spot gives to the end.
private let warningOfSpot = 120

extension Check {
  static let spotStopTimeout = Check.taskDefinitions { task, findings in
    let uses = findings.run.services(of: findings.resource).compactMap { service in
      SpotUse(of: service, in: findings.run).map { (starter: service, use: $0) }
    }
    guard let spot = uses.first?.use else { return }
    let label = spot.label("it runs on Fargate Spot")
    if let chain = StopChain.longest(in: task), chain.seconds > warningOfSpot {
      findings.report(chain, beside: label)
    }
    for container in task.containers where container.isEssential == true {
      guard let reason = uses.lazy.compactMap({ container.drains(for: $0.starter) }).first else { continue }
      findings.checkTimeout(of: container, reason, beside: label)
    }
  }
}

extension Findings {
  fileprivate mutating func report(_ chain: StopChain, beside spot: Label) {
    let sum = chain.links.map { "\($0.seconds)" }.joined(separator: " + ")
    let place = chain.links.first { $0.range == chain.longestLink.range } ?? chain.links[0]
    report(
      place.range,
      "these containers stop one after the other, the last to start first, which may take \(sum) = \(chain.seconds) seconds; "
        + "Spot gives \(warningOfSpot)",
      caption: "\(chain.seconds) seconds with the others",
      labels: [spot]
        + chain.links.filter { $0.range != place.range }.map {
          label($0.range, "\($0.seconds) seconds\($0.isDefault ? ", the default" : "")")
        },
      help: "lower the stopTimeout of these containers to \(warningOfSpot) seconds together")
  }

  fileprivate mutating func checkTimeout(
    of container: ContainerDefinition, _ reason: (title: String, label: Label?), beside spot: Label
  ) {
    let labels = [spot] + (reason.label.map { [$0] } ?? [])
    let standard = ContainerDefinition.defaultStopTimeout
    switch container.stopTimeout {
    case .absent:
      report(
        container.anchor,
        "\(container.title) has no stopTimeout, so it is killed after \(standard) of the \(warningOfSpot) seconds that Spot "
          + "gives; \(reason.title)",
        caption: "\(standard) seconds, the default", labels: labels,
        help: "set stopTimeout to 120, and end open work on SIGTERM")
    case .known(let seconds, let range) where seconds < standard && seconds >= 2:
      report(
        range,
        "stopTimeout \(seconds) uses little of the \(warningOfSpot) seconds that Spot gives \(container.title); "
          + reason.title,
        caption: "\(seconds) of \(warningOfSpot) seconds", severity: .note, labels: labels,
        help: "give it the seconds that its longest work takes, up to 120")
    case .known, .unknown: return
    }
  }
}

extension ContainerDefinition {
  /// Why it has work to end when it is stopped; nil when nothing says so.
  fileprivate func drains(for starter: Resource) -> (title: String, label: Diagnostic.Label?)? {
    guard starter.kind != .runTask, let name = name.value else { return nil }
    for balancer in Service(starter.node).loadBalancers {
      guard case .known(name, let range) = ServiceTarget(balancer).containerName else { continue }
      return (
        "a load balancer sends it requests",
        Diagnostic.Label(file: starter.file, range: range, message: "gets requests from a load balancer")
      )
    }
    return queueWorker(in: commandWords).map { ("\($0) has jobs to end", nil) }
  }
}

/// Containers that wait for each other to stop.
private struct StopChain {
  struct Link {
    let seconds: Int
    let range: SourceRange
    let isDefault: Bool
  }

  let links: [Link]

  var seconds: Int { links.reduce(0) { $0 + $1.seconds } }
  var longestLink: Link { links.first { $0.seconds == links.map(\.seconds).max() && !$0.isDefault } ?? links[0] }

  /// The chain of dependencies that takes longest to stop; nil when there is none, or a timeout is not known.
  static func longest(in task: TaskDefinition) -> StopChain? {
    var links: [String: Link] = [:]
    var edges: [DependencyCycle.Edge] = []
    for container in task.containers {
      guard let name = container.name.value,
        let seconds = container.stopTimeout.value(orDefault: ContainerDefinition.defaultStopTimeout),
        seconds <= ContainerDefinition.fargateTimeouts.upperBound
      else { return nil }
      // What has ended before the others start is not there to be stopped.
      let range = container.stopTimeout.isKnown ? container.stopTimeout.range : container.anchor
      links[name] = Link(
        seconds: task.endsFirst(container) ? 0 : seconds, range: range, isDefault: container.stopTimeout.isAbsent)
      for dependency in container.dependsOn {
        guard case .known(let awaited, let range) = dependency.containerName else { return nil }
        edges.append(DependencyCycle.Edge(from: name, to: awaited, range: range))
      }
    }
    guard !edges.isEmpty, edges.count < 200, DependencyCycle.all(in: edges).isEmpty else { return nil }
    let awaited = Dictionary(grouping: edges, by: \.from)
    var longest: [String: [String]] = [:]
    func way(from name: String) -> [String] {
      if let known = longest[name] { return known }
      let ways = (awaited[name] ?? []).map { way(from: $0.to) }
      let best = ways.max { total($0) < total($1) } ?? []
      longest[name] = [name] + best
      return [name] + best
    }
    func total(_ names: [String]) -> Int { names.reduce(0) { $0 + (links[$1]?.seconds ?? 0) } }
    let best = links.keys.sorted().map { way(from: $0) }.max { total($0) < total($1) } ?? []
    let chain = best.compactMap { links[$0] }.filter { $0.seconds > 0 }
    return chain.count > 1 ? StopChain(links: chain) : nil
  }
}
