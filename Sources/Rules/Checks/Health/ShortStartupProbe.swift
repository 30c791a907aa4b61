import Models
import Syntax

extension Check {
  /// A Cloud Run container that is given up before it had the time to start.
  static var shortStartupProbe: Check {
    .cloudRun { resource, findings in
      for container in resource.containers {
        guard let probe = container.probes.first(where: { $0.kind == .startup }),
          let period = probe.period.orDefaultIfZero(RunProbe.defaultPeriod),
          let tries = probe.failureThreshold.orDefaultIfZero(RunProbe.defaultFailureThreshold),
          let delay = probe.initialDelay.value(orDefault: 0),
          ProbeLimits(.startup).period.contains(period), 1..<1000 ~= tries, 0...240 ~= delay
        else { continue }
        let seconds = delay + period * tries
        let place = probe.failureThreshold.isKnown ? probe.failureThreshold : probe.period
        guard seconds < shortStart, place.isKnown else { continue }
        let sum = "\(tries == 1 ? "one try" : "\(tries) tries") every \(period) seconds"
        findings.report(
          place.range,
          "\(container.title) is given up unless it answers within \(seconds) seconds of its start: \(sum)"
            + (delay > 0 ? " after an initialDelaySeconds of \(delay)" : ""),
          caption: "\(seconds) seconds to start",
          labels: place.range != probe.period.range && probe.period.isKnown
            ? [findings.label(probe.period.range, "with this")] : [],
          help: "raise failureThreshold: up to \(ProbeLimits.startupBudget) seconds together are allowed, and traffic "
            + "comes as soon as it answers")
      }
    }
  }
}
