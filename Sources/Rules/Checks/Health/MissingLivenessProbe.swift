import Models
import Syntax

extension Check {
  static let missingLivenessProbe = Check.cloudRun([.service]) { service, findings in
    guard let container = service.ingressContainer, container.livenessProbe.isAbsent else { return }
    findings.report(
      container.anchor,
      "\(container.title) has no liveness probe, so it goes on getting requests when it hangs, and is never restarted",
      caption: "no livenessProbe",
      help: "add a livenessProbe with httpGet or grpc that fails when only a restart helps")
  }
}
