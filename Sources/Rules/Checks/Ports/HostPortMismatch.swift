import Models
import Syntax

extension Check {
  static let hostPortMismatch = Check.taskDefinitions { task, findings in
    guard let mode = sharedPortMode(task, findings) else { return }
    for container in task.containers {
      for mapping in container.portMappings {
        guard case .known(let hostPort, let range) = mapping.hostPort,
          case .known(let port, let portRange) = mapping.containerPort, hostPort != port
        else { continue }
        // That 0 means "any" there is refused under awsvpc; for host mode nobody has shown it.
        if hostPort == 0, mode.name == "host" { continue }
        let fix = mapping.node["hostPort"].map {
          Fix("Set hostPort to \(port)", hostPort == 0 ? .safe : .unsafe, [findings.rewrite($0, as: String(port))])
        }
        findings.report(
          range,
          "\(container.title) maps host port \(hostPort) to container port \(port); "
            + "in network mode \(mode.name) both must be the same",
          caption: "not \(port)", labels: [findings.label(portRange, "the container listens here")] + mode.labels,
          help: "leave hostPort out, or write \(port); what listens for clients on another port is a load balancer",
          fixes: fix.map { [$0] } ?? [])
      }
    }
  }
}

/// The network mode, where it is one in which a container's port is the port of its host or interface.
private func sharedPortMode(_ task: TaskDefinition, _ findings: Findings) -> (name: String, labels: [Diagnostic.Label])?
{
  switch task.networkMode {
  case .known(let mode, let range) where mode == "awsvpc" || mode == "host":
    (mode, [findings.label(range, "network mode")])
  case .absent where findings.runsOnFargate == .yes: ("awsvpc", [])
  case .known, .absent, .unknown: nil
  }
}
