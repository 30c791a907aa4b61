import Models
import Syntax

extension Check {
  /// The port mappings of ECS containers.
  static var portMappings: Check {
    .containerDefinitions { container, task, findings in
      findings.checkNetworkMode(of: container, task)
      for mapping in container.portMappings {
        findings.checkNumbers(mapping, of: container, task)
        findings.checkWords(mapping, of: container)
        findings.checkName(mapping)
        findings.checkRange(mapping, task)
      }
    }
  }
}

/// What the API takes.
private let transports = ["tcp", "udp"]
private let applicationProtocols = ["http", "http2", "grpc"]
/// Those of SSH, Docker and the agent, which an instance keeps for itself unless it is set up otherwise.
private let reservedHostPorts: [Int] = [22, 2375, 2376, 51678, 51679, 51680]

extension Findings {
  fileprivate mutating func checkNetworkMode(of container: ContainerDefinition, _ task: TaskDefinition) {
    guard case .known("none", let range) = task.networkMode, runsOnFargate != .yes, !container.portMappings.isEmpty,
      let key = container.node.mapping?.entry("portMappings")?.keyRange
    else { return }
    report(
      key, "\(container.title) maps ports, and in network mode 'none' there is no network to map them to",
      caption: "no network", labels: [label(range, "network mode")], help: "remove portMappings, or write \"awsvpc\"")
  }

  fileprivate mutating func checkNumbers(
    _ mapping: PortMapping, of container: ContainerDefinition, _ task: TaskDefinition
  ) {
    for (name, field, least) in [("containerPort", mapping.containerPort, 1), ("hostPort", mapping.hostPort, 0)] {
      guard case .known(let port, let range) = field, !(least...65535 ~= port) else { continue }
      report(
        range, "\(name) \(port) of \(container.title) is no port: ports are \(least) to 65535",
        caption: "\(least) to 65535",
        help: name == "hostPort" ? "write 0 for any free port, or leave it out" : "write the port it listens on")
    }
    // Under awsvpc the port is one of the task's own.
    guard case .known(let port, let range) = mapping.hostPort, reservedHostPorts.contains(port),
      task.networkMode.value(orDefault: "bridge").map({ ["bridge", "host"].contains($0) }) == true,
      runsOnFargate == .no, task.isWindows == .no
    else { return }
    report(
      range,
      "host port \(port) is one that every instance keeps for SSH, Docker or the ECS agent, so the task finds no "
        + "place",
      caption: "reserved", severity: .warning, help: "write another port, or 0 for any that is free")
  }

  fileprivate mutating func checkWords(_ mapping: PortMapping, of container: ContainerDefinition) {
    if case .known(let name, let range) = mapping.transport, !transports.contains(name) {
      let meant = transports.first { $0 == name.lowercased() }
      report(
        range, "'\(name)' is no protocol of a port mapping, which is tcp or udp", caption: "tcp or udp",
        help: meant.map { "write \"\($0)\"" } ?? "write tcp; what speaks over it is appProtocol's",
        fixes: meant.flatMap { meant in
          mapping.node["protocol"].map { [Fix("Write '\(meant)'", .safe, [rewrite($0, as: meant)])] }
        } ?? [])
    }
    guard case .known(let name, let range) = mapping.node.field("appProtocol").nonEmptyString else { return }
    if !applicationProtocols.contains(name) {
      let meant = applicationProtocols.first { $0 == name.lowercased() }
      report(
        range, "'\(name)' is no appProtocol, which is http, http2 or grpc", caption: "http, http2 or grpc",
        help: meant.map { "write \"\($0)\"" } ?? "leave it out for anything else: the proxy then forwards bytes",
        fixes: meant.flatMap { meant in
          mapping.node["appProtocol"].map { [Fix("Write '\(meant)'", .safe, [rewrite($0, as: meant)])] }
        } ?? [])
    }
  }

  fileprivate mutating func checkName(_ mapping: PortMapping) {
    guard case .known(let name, let range) = mapping.name else { return }
    let allowed = "lower-case letters, digits, '_' and '-'"
    if name.unicodeScalars.count > 64 {
      report(
        range, "the port name '\(name)' has \(name.unicodeScalars.count) characters; 64 are the most",
        caption: "too long", help: "write a shorter one")
    } else if let stranger = name.unicodeScalars.first(where: { !$0.mayBeInPortName }) {
      report(
        range, "the port name '\(name)' has \(String(stranger).debugDescription) in it, and takes \(allowed)",
        caption: "has \(String(stranger).debugDescription)", help: "write \(allowed)")
    } else if name.hasPrefix("-") {
      report(
        range, "the port name '\(name)' begins with '-', and cannot", caption: "begins with '-'",
        help: "begin with a letter, a digit or '_'")
    }
  }

  fileprivate mutating func checkRange(_ mapping: PortMapping, _ task: TaskDefinition) {
    guard case .known(let text, let range) = mapping.containerPortRange else { return }
    let parts = text.split(on: "-", keepingEmpty: true).map { Int($0) }
    guard parts.count == 2, let first = parts[0], let last = parts[1] else {
      report(
        range, "'\(text)' is no range of ports, which is written FIRST-LAST", caption: "8000-8010, for instance",
        help: "write the first and the last port with '-' between them, without blanks")
      return
    }
    if !(1...65535 ~= first && 1...65535 ~= last) {
      report(
        range, "the range '\(text)' has a number that is no port: ports are 1 to 65535", caption: "1 to 65535",
        help: "write ports from 1 to 65535")
    } else if first >= last {
      report(
        range, "the range '\(text)' does not run from a lower port to a higher one", caption: "not ascending",
        help: first == last ? "write containerPort \(first)" : "write \"\(last)-\(first)\"")
    }
    if case .known("host", let mode) = task.networkMode {
      report(
        range, "containerPortRange is not for network mode host", caption: "not in host mode",
        labels: [label(mode, "network mode")], help: "leave it out: the ports of the instance are the container's")
    }
    for key in ["containerPort", "hostPort"] where mapping.node.field(key).integer.isKnown {
      guard let place = mapping.node.mapping?.entry(key)?.keyRange else { continue }
      report(
        place, "\(key) stands beside containerPortRange '\(text)'; a mapping is for one port or for a range",
        caption: "one too many", labels: [label(range, "the range")], help: "make two mappings of them")
    }
  }
}

extension Unicode.Scalar {
  fileprivate var mayBeInPortName: Bool {
    ("a"..."z").contains(self) || ("0"..."9").contains(self) || self == "_" || self == "-"
  }
}
