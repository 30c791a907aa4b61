import Models
import Syntax

extension Check {
  static let backgroundWorkThrottled = Check.cloudRun([.service]) { service, findings in
    for container in service.containers {
      guard let work = container.backgroundWork else { continue }
      let advice = "deploy it as a worker pool, which always runs"
      if service.isThrottled == .yes {
        let label = service.throttling.isKnown ? [findings.label(service.throttling.range, "during requests only")] : []
        findings.report(
          work.range,
          "\(container.title) runs \(work.title), and has CPU only while this service handles a request",
          caption: "works without requests", labels: label,
          help: "\(advice), or write run.googleapis.com/cpu-throttling: 'false' and a minScale of 1 or more")
      } else if service.isThrottled == .no, service.keepsInstances == .no {
        let minimum = service.revisionScaling.minimum
        findings.report(
          work.range,
          "\(container.title) runs \(work.title), and stops with the last instance: the service scales to 0",
          caption: "works without requests",
          labels: minimum.isKnown ? [findings.label(minimum.range, "no instance is kept")] : [],
          help: "\(advice), or write autoscaling.knative.dev/minScale: '1' in the annotations of the template")
      }
    }
  }
}
