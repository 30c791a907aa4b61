import Models
import Syntax

extension Check {
  static let publicIngress = Check.cloudRun([.service]) { service, findings in
    let ingress = service.ingress
    guard ingress.value(orDefault: "all") == "all", service.knowsAllContainers, !service.containers.isEmpty else {
      return
    }
    findings.report(
      ingress.isKnown ? ingress.range : service.anchor,
      "the whole internet reaches this service" + (ingress.isKnown ? "" : ", since ingress is all by default"),
      caption: ingress.isKnown ? "everybody" : "no ingress",
      help: "write run.googleapis.com/ingress: internal-and-cloud-load-balancing, or internal")
  }
}
