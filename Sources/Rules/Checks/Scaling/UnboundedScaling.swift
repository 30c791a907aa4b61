import Models
import Syntax

extension Check {
  static let unboundedScaling = Check.cloudRun([.service]) { service, findings in
    guard service.meansMaximum == .no else { return }
    // A part of a service, or one with a GPU, for which RES009 asks for a maximum.
    guard service.knowsAllContainers, !service.containers.isEmpty, !service.hasGPU else { return }
    findings.report(
      service.anchor, "no maximum of instances: this service may grow to 100, with what they cost and connect to",
      caption: "no maximum",
      help: "add autoscaling.knative.dev/maxScale to the annotations of the template")
  }
}
