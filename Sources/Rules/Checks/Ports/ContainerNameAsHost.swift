import Forms
import Models
import Syntax

extension Check {
  static let containerNameAsHost = Check.taskDefinitions { task, findings in
    guard task.containers.count > 1, let network = findings.networkOfContainers(task) else { return }
    let names = task.containers.compactMap { $0.name.value }
    for container in task.containers {
      var strangers = names.filter { $0 != container.name.value ?? "" }
      if network == .bridge {
        // What is not known may be a link to any of them.
        guard let linked = container.linkedNames else { continue }
        strangers.removeAll(where: linked.contains)
      }
      for variable in container.environment where !strangers.isEmpty {
        guard case .known(let value, let range) = variable.value else { continue }
        let hosts = value.namedHosts + (variable.isNameOfHost ? [value.literal ?? ""] : [])
        guard let host = hosts.first(where: strangers.contains) else { continue }
        let name = variable.name.value.map { "the variable '\($0)'" } ?? "a variable"
        findings.reportHost(
          host, in: range, of: container, "\(name) of \(container.title)", task, network, mayBeSecret: value.hasUserInfo
        )
      }
      for argument in container.node.field("command").elements where !strangers.isEmpty {
        guard case .known(let value, let range) = Field<Node>.known(argument, at: argument.range).text,
          value.source.holds("://"), let host = value.namedHosts.first(where: strangers.contains)
        else { continue }
        findings.reportHost(
          host, in: range, of: container, "the command of \(container.title)", task, network,
          mayBeSecret: value.hasUserInfo)
      }
    }
  }
}

private enum ContainerNetwork { case shared, bridge }

extension Findings {
  /// How the containers of a task reach each other; nil where that is not known, or where something gives them names.
  fileprivate func networkOfContainers(_ task: TaskDefinition) -> ContainerNetwork? {
    // App Mesh and Service Connect have names of their own, which may be the same.
    guard task.node.field("proxyConfiguration").isAbsent,
      run.services(of: resource).allSatisfy({ $0.node.field("serviceConnectConfiguration").isAbsent })
    else { return nil }
    switch task.networkMode {
    case .known("awsvpc", _), .known("host", _): return .shared
    case .known("bridge", _): return .bridge
    case .absent: return runsOnFargate == .yes ? .shared : runsOnFargate == .no ? .bridge : nil
    case .known, .unknown: return nil
    }
  }

  fileprivate mutating func reportHost(
    _ host: String, in range: SourceRange, of container: ContainerDefinition, _ subject: String,
    _ task: TaskDefinition, _ network: ContainerNetwork, mayBeSecret: Bool
  ) {
    let sibling = task.containers.first { $0.name.value == host }
    let labels = sibling.map { [label($0.anchor, "a container of the same task")] } ?? []
    let place = resource.file.range(of: host, in: range)
    let message =
      network == .shared
      ? "\(subject) reaches the container '\(host)' by its name, and names of containers do not resolve; "
        + "in one task they are all on localhost"
      : "\(subject) reaches the container '\(host)' by its name, without a link to it"
    let fix = place.map { Fix("Write localhost", .unsafe, [Fix.Edit($0, "localhost")]) }
    report(
      range, message, caption: "'\(host)' does not resolve", labels: labels,
      help: network == .shared
        ? "write localhost, and the port on which '\(host)' listens"
        : "add \"links\": [\"\(host)\"] to \(container.title)",
      fixes: network == .shared ? fix.map { [$0] } ?? [] : [], hidesSource: mayBeSecret)
  }
}

extension ContainerDefinition {
  /// The names under which `links` and `extraHosts` make others known to it; nil where they may hold any.
  fileprivate var linkedNames: [String]? {
    var names: [String] = []
    for field in ["links", "extraHosts"] where node.field(field).isPresent {
      guard let elements = node.field(field).list.value else { return nil }
      for element in elements {
        guard let text = element.string ?? element["hostname"]?.string else { return nil }
        names += text.split(on: ":").map(String.init)
      }
    }
    return names
  }
}

extension EnvironmentVariable {
  /// Whether its name says that its value is a host and nothing else.
  fileprivate var isNameOfHost: Bool {
    guard let last = name.value.map({ wordsOfName($0) })?.last else { return false }
    return ["host", "hostname", "addr", "endpoint"].contains(last)
  }
}

extension Text {
  /// Whether a user, and perhaps a password, stands before a host.
  fileprivate var hasUserInfo: Bool { source.contains("@") }
}
