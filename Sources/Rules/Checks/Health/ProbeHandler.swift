import Models
import Syntax

extension Check {
  static let probeHandler = Check.cloudRun { resource, findings in
    for container in resource.containers {
      for probe in container.probes {
        if findings.reportUnknownKind(of: probe, in: container, of: resource) { continue }
        findings.checkHandlers(of: probe, in: container)
        findings.checkTargets(of: probe, in: container)
      }
    }
  }
}

extension Findings {
  /// Reports a probe that the kind of resource does not have at all.
  fileprivate mutating func reportUnknownKind(
    of probe: RunProbe, in container: RunContainer, of resource: CloudRunResource
  ) -> Bool {
    switch (resource.kind, probe.kind) {
    case (.job, .liveness), (.job, .readiness), (.workerPool, .readiness): break
    default: return false
    }
    // That the API refuses a liveness probe on a job is known; for the others it is only not documented.
    let isRefused = probe.kind == .liveness
    let others = resource.kind == .job ? "startup probes only" : "startup and liveness probes only"
    report(
      probe.keyRange, "a \(resource.kind.title) has no \(probe.kind.title): it takes \(others)", caption: "not here",
      severity: isRefused ? nil : .warning, help: "leave it out",
      fixes: removing(probe.kind.rawValue, from: container.node))
    return true
  }

  fileprivate mutating func checkHandlers(of probe: RunProbe, in container: RunContainer) {
    let possible = probe.kind == .startup ? ["httpGet", "tcpSocket", "grpc"] : ["httpGet", "grpc"]
    let handlers = probe.handlers
    let subject = "the \(probe.kind.title) of \(container.title)"
    if let exec = handlers.first(where: { $0.name == "exec" }) {
      report(
        exec.keyRange, "Cloud Run runs no commands in probes, so \(subject) cannot have exec", caption: "not supported",
        help: "use \(possible.inWords("or"))")
    } else if let socket = handlers.first(where: { $0.name == "tcpSocket" }), probe.kind != .startup {
      report(
        socket.keyRange, "Cloud Run does not support tcpSocket in a \(probe.kind.title), only in a startup probe",
        caption: "only in startup probes", help: "use \(possible.inWords("or"))")
    } else if handlers.count > 1 {
      report(
        handlers[1].keyRange,
        "\(subject) has \(handlers.map(\.name).inWords("and")): exactly one way to ask is allowed",
        caption: "one too many", labels: [label(handlers[0].keyRange, "the other one")], help: "keep one of them")
    } else if handlers.isEmpty, probe.node.mapping?.isOpen == false {
      report(
        probe.keyRange, "\(subject) does not say how to ask: it needs exactly one of \(possible.inWords("and"))",
        caption: "asks nothing", help: "add \(possible.inWords("or"))")
    }
  }

  /// The ports that are asked, and the headers that are sent along.
  fileprivate mutating func checkTargets(of probe: RunProbe, in container: RunContainer) {
    let subject = "the \(probe.kind.title) of \(container.title)"
    for handler in ["httpGet", "tcpSocket", "grpc"] {
      guard case .known(let port, let range) = probe.node.field(handler).field("port").integer,
        !(0...65535).contains(port)
      else { continue }
      report(
        range, "\(subject) asks port \(port): ports are 1 to 65535", caption: "no port",
        help: "leave it out to ask the container's own port",
        fixes: removing("port", from: probe.node[handler]))
    }
    for header in probe.node.field("httpGet").field("httpHeaders").elements {
      guard case .known(let name, let range) = header.field("name").nonEmptyString,
        let stranger = Alphabet("A-Za-z0-9-").firstStranger(in: name)
      else { continue }
      report(
        range, "the name of a header has letters, digits and -, and '\(name)' of \(subject) has '\(stranger)'",
        caption: "no name of a header", help: "write a name such as X-Probe")
    }
  }
}
