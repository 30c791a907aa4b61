import Models
import Syntax

extension Check {
  static let missingStartupProbe = Check.cloudRun([.service]) { service, findings in
    guard service.templateAnnotation("run.googleapis.com/health-check-disabled").value(orDefault: "false") == "false",
      let container = service.ingressContainer, container.startupProbe.isAbsent
    else { return }
    findings.report(
      container.anchor,
      "\(container.title) has no startup probe: requests are sent as soon as its port is open, and it is given up "
        + "when that takes more than 240 seconds",
      caption: "no startupProbe",
      help: "add a startupProbe with httpGet or grpc that succeeds once the container can do its work")
  }
}
