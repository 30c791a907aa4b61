import Forms
import Models
import Syntax

extension Check {
  /// Two containers of a task that want the same port.
  static var portsOfTasks: Check {
    .taskDefinitions { task, findings in
      let ports = task.claimedPorts
      // ECS takes a hundred ranges in a container; far beyond that comparing each with each takes too long.
      guard ports.count <= 1000 else { return }
      switch task.networkMode {
      case .known("awsvpc", _): findings.checkSharedPorts(ports, of: task, mode: "awsvpc")
      case .known("host", _): findings.checkSharedPorts(ports, of: task, mode: "host")
      case .absent where findings.runsOnFargate == .yes: findings.checkSharedPorts(ports, of: task, mode: "awsvpc")
      case .known("bridge", _), .absent: findings.checkHostPorts(ports)
      case .known, .unknown: return
      }
    }
  }

  /// A load balancer finds a port of a container by its number, which must be there once: not for TCP and for UDP.
  static var targetsMappedTwice: Check {
    Check([.service, .taskSet]) { resource, findings in
      guard !resource.isGone, let other = findings.run.taskDefinition(of: resource) else { return }
      let containers = other.taskDefinition.containers
      for target in Service(resource.node).loadBalancers.map({ ServiceTarget($0) }) {
        guard let name = target.containerName.value, case .known(let port, let range) = target.containerPort,
          let container = containers.first(where: { $0.name.value == name })
        else { continue }
        let mappings = container.portMappings.filter { $0.containerPort.value == port }
        guard mappings.count > 1 else { continue }
        findings.report(
          range,
          "port \(port) stands in \(mappings.count) port mappings of \(container.title), "
            + "and the port of a load balancer may stand in one",
          caption: "which of them?",
          labels: mappings.map {
            findings.label(
              $0.containerPort.range, $0.transport.value.map { "mapped for \($0)" } ?? "mapped here", in: other)
          },
          help: "keep one of them; a service cannot have a port for TCP and UDP behind a load balancer")
      }
    }
  }
}

/// The ports that one mapping claims, in the container and on the host.
private struct ClaimedPorts {
  let container: ContainerDefinition
  /// The container's position.
  let index: Int
  let mapping: PortMapping
  let ports: ClosedRange<Int>
  let isRange: Bool
  let transport: String
  let place: SourceRange

  init?(_ mapping: PortMapping, of container: ContainerDefinition, at index: Int) {
    guard let transport = mapping.transport.value(orDefault: "tcp") else { return nil }
    switch (mapping.containerPortRange, mapping.containerPort) {
    case (.known(let text, let place), _):
      let ends = text.split(on: "-").compactMap { Int($0) }
      guard ends.count == 2, 0...65535 ~= ends[0], ends[0]...65535 ~= ends[1] else { return nil }
      (ports, isRange, self.place) = (ends[0]...ends[1], true, place)
    case (.absent, .known(let port, let place)):
      guard 1...65535 ~= port else { return nil }
      (ports, isRange, self.place) = (port...port, false, place)
    default: return nil
    }
    self.container = container
    self.index = index
    self.mapping = mapping
    self.transport = transport.lowercased()
  }

  var inWords: String { isRange ? "the ports \(ports.lowerBound) to \(ports.upperBound)" : "port \(ports.lowerBound)" }

  func overlaps(_ other: ClaimedPorts) -> Bool { transport == other.transport && ports.overlaps(other.ports) }
}

extension TaskDefinition {
  fileprivate var claimedPorts: [ClaimedPorts] {
    containers.enumerated().flatMap { index, container in
      container.portMappings.compactMap { ClaimedPorts($0, of: container, at: index) }
    }
  }
}

extension Findings {
  /// The containers of such a task have one network between them, so that each port is there once.
  fileprivate mutating func checkSharedPorts(_ all: [ClaimedPorts], of task: TaskDefinition, mode: String) {
    for (index, claim) in all.enumerated() {
      let earlier = all[..<index].first { other in
        // The same port twice in one container is one port.
        other.overlaps(claim) && (other.index != claim.index || other.isRange || claim.isRange)
      }
      guard let earlier else { continue }
      let owner = earlier.index == claim.index ? "it" : earlier.container.title
      var labels = [label(earlier.place, "\(earlier.container.title): \(earlier.inWords)")]
      if case .known(_, let range) = task.networkMode { labels.append(label(range, "one network for all containers")) }
      report(
        claim.place,
        "\(claim.container.title) maps \(claim.inWords), which \(owner) has already; "
          + "in network mode \(mode) the containers of a task share one network",
        caption: "taken", labels: labels,
        help: claim.isRange || earlier.isRange
          ? "write ranges that do not overlap" : "let one of the two programs listen on another port, and map that")
    }
  }

  /// Under `bridge` each container has a network of its own, and ports of the instance are what they share.
  fileprivate mutating func checkHostPorts(_ all: [ClaimedPorts]) {
    var firsts: [String: ClaimedPorts] = [:]
    for claim in all where !claim.isRange {
      guard case .known(let port, let range) = claim.mapping.hostPort, 1...65535 ~= port else { continue }
      let key = "\(port)/\(claim.transport)"
      guard let first = firsts[key] else {
        firsts[key] = claim
        continue
      }
      report(
        range, "host port \(port) is taken by \(first.index == claim.index ? "this container" : first.container.title)",
        caption: "taken", labels: [label(first.mapping.hostPort.range, "\(first.container.title) has it")],
        help: "write another port, or 0 for any that is free")
    }
    for (index, claim) in all.enumerated() {
      let earlier = all[..<index].first {
        $0.index == claim.index && $0.overlaps(claim) && ($0.isRange || claim.isRange)
      }
      guard let earlier else { continue }
      report(
        claim.place, "\(claim.container.title) maps \(claim.inWords), which it has already", caption: "overlaps",
        labels: [label(earlier.place, earlier.inWords)], help: "write ranges that do not overlap")
    }
  }
}
