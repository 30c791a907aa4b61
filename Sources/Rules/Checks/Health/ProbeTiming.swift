import Models
import Syntax

extension Check {
  static let probeTiming = Check.cloudRun { resource, findings in
    for container in resource.containers {
      for probe in container.probes {
        let timing = Timing(probe, in: container, hasGPU: resource.hasGPU)
        findings.checkRanges(timing)
        findings.checkTimeout(timing)
        findings.checkBudget(timing)
      }
    }
  }
}

private struct Timing {
  let probe: RunProbe
  let limits: ProbeLimits
  let hasGPU: Bool
  /// `the startup probe of container 'web'`.
  let title: String

  init(_ probe: RunProbe, in container: RunContainer, hasGPU: Bool) {
    self.probe = probe
    self.hasGPU = hasGPU
    limits = ProbeLimits(probe.kind)
    title = "the \(probe.kind.title) of \(container.title)"
  }
}

extension Findings {
  fileprivate mutating func checkRanges(_ timing: Timing) {
    let probe = timing.probe
    if let allowed = timing.limits.initialDelay {
      check(probe.initialDelay, "initialDelaySeconds", allowed, timing)
      if case .known(601...3600, let range) = probe.initialDelay, probe.kind == .liveness, !timing.hasGPU {
        report(
          range, "the documentation allows an initialDelaySeconds of up to 600 in a liveness probe",
          caption: "more than 600", severity: .note)
      }
    } else if case .known(let delay, let range) = probe.initialDelay, delay != 0 {
      let removal = layout.removing("initialDelaySeconds", from: probe.node)
      report(
        range, "Cloud Run does not support initialDelaySeconds in a readiness probe", caption: "not supported",
        help: "leave it out: readiness is first asked for when the startup probe has succeeded",
        fixes: removal.map { [Fix("Remove initialDelaySeconds", .safe, [$0])] } ?? [])
    }
    check(probe.period, "periodSeconds", timing.limits.period, timing)
    check(probe.timeout, "timeoutSeconds", timing.limits.timeout, timing)
    check(probe.failureThreshold, "failureThreshold", 0...Int.max, timing)
    if case .known(let period, let range) = probe.period, let most = timing.limits.documentedPeriod, period > most {
      report(
        range,
        "a periodSeconds of \(period) is more than the \(most) that the documentation allows for "
          + timing.title,
        caption: "more than \(most)", severity: .warning, help: "write \(most) or less")
    }
    if case .known(let threshold, let range) = probe.successThreshold, probe.kind != .readiness, threshold > 1 {
      report(
        range, "successThreshold is \(threshold) in \(timing.title): it must be 1", caption: "must be 1",
        help: "leave it out", fixes: [Fix("Write 1", .safe, [replacing(range, with: "1")])])
    }
  }

  private mutating func check(_ field: Field<Int>, _ name: String, _ allowed: ClosedRange<Int>, _ timing: Timing) {
    guard case .known(let seconds, let range) = field, !allowed.contains(seconds) else { return }
    let words = allowed.upperBound == .max ? "\(allowed.lowerBound) or more" : "0 to \(allowed.upperBound)"
    report(
      range, "\(name) is \(seconds) in \(timing.title): it must be \(words)", caption: "out of range",
      help: seconds > allowed.upperBound ? "write \(allowed.upperBound) or less" : nil)
  }

  /// A probe that may take longer than the time to the next one.
  fileprivate mutating func checkTimeout(_ timing: Timing) {
    let probe = timing.probe
    guard case .known(let timeout, let range) = probe.timeout, timing.limits.timeout.contains(timeout),
      let period = probe.period.orDefaultIfZero(RunProbe.defaultPeriod), timeout > period
    else { return }
    let isDefault = (probe.period.value ?? 0) == 0
    report(
      range,
      "a timeoutSeconds of \(timeout) is longer than the \(period) seconds from one try to the next"
        + "\(isDefault ? ", the default," : "") in \(timing.title)",
      caption: "longer than the period", severity: .warning,
      labels: isDefault ? [] : [label(probe.period.range, "the period")],
      help: "write a timeoutSeconds of \(period) or less, or set periodSeconds to \(timeout)")
  }

  /// A startup probe that goes on for longer than Cloud Run waits.
  fileprivate mutating func checkBudget(_ timing: Timing) {
    let probe = timing.probe
    guard probe.kind == .startup, let period = probe.period.orDefaultIfZero(RunProbe.defaultPeriod),
      let tries = probe.failureThreshold.orDefaultIfZero(RunProbe.defaultFailureThreshold),
      timing.limits.period.contains(period), tries > 0, tries < 1 << 32
    else { return }
    let most = timing.hasGPU ? ProbeLimits.startupBudgetWithGPU : ProbeLimits.startupBudget
    guard period * tries > most else { return }
    let (cause, other) =
      probe.failureThreshold.isKnown ? (probe.failureThreshold, probe.period) : (probe.period, probe.failureThreshold)
    report(
      cause.range,
      "\(tries) tries every \(period) seconds are \(period * tries) seconds for \(timing.title), more than the \(most) "
        + "that Cloud Run allows\(timing.hasGPU ? " with a GPU" : "")",
      caption: "\(period * tries) seconds together", severity: .warning,
      labels: other.isKnown ? [label(other.range, "with this")] : [],
      help: "failureThreshold times periodSeconds must be \(most) or less")
  }
}
