import Models
import Syntax

extension Check {
  static let coldStart = Check.cloudRun([.service]) { service, findings in
    guard service.keepsInstances == .no, service.knowsAllContainers, !service.containers.isEmpty,
      service.scalingMode.value(orDefault: "automatic") == "automatic"
    else { return }
    let boost = service.startupBoost
    guard !boost.isUnknown, boost.value != true else { return }
    let minimum = service.revisionScaling.minimum
    findings.report(
      minimum.isKnown ? minimum.range : service.anchor,
      "no instance is kept, so the first request waits for a start, and without a startup boost of CPU for longer",
      caption: "scales to 0",
      help: "add run.googleapis.com/startup-cpu-boost: 'true' to the annotations of the template, or a minScale of 1")
  }
}
