import Models
import Syntax

extension Check {
  static let missingStartupProbe = Check.cloudRun([.service]) { service, findings in
    guard service.templateAnnotation("run.googleapis.com/health-check-disabled").value(orDefault: "false") == "false",
      let container = service.ingressContainer, container.startupProbe.isAbsent
    else { return }
    findings.report(
      container.anchor,
      "\(container.title) has no startup probe, so requests arrive as soon as its port is open, ready or not",
      caption: "no startupProbe",
      help: "add a startupProbe with httpGet or grpc that succeeds once the container can do its work")
  }
}
