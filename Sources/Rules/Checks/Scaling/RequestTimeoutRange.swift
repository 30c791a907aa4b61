import Models
import Syntax

extension Check {
  static let requestTimeoutRange = Check.cloudRun([.service, .workerPool]) { resource, findings in
    guard case .known(let seconds, let range) = resource.requestTimeout else { return }
    if resource.kind == .workerPool {
      findings.report(
        range, "a worker pool takes no requests, so a timeoutSeconds of \(seconds) does nothing",
        caption: "no requests here", severity: .note, help: "leave timeoutSeconds out",
        fixes: findings.removing("timeoutSeconds", from: resource.instanceSpec.value, .safe))
    } else if seconds > longestRequest {
      findings.report(
        range, "a request may take \(longestRequest) seconds at most, and timeoutSeconds is \(seconds)",
        caption: "more than an hour",
        help: "write \(longestRequest) or less; what takes longer is work for a job or a worker pool",
        fixes: findings.writing(String(longestRequest), at: range))
    } else if seconds < 1 {
      findings.report(
        range, "timeoutSeconds is \(seconds): a request may take 1 to \(longestRequest) seconds",
        caption: "out of range", severity: seconds == 0 ? .warning : nil,
        help: "leave it out for the default of 300 seconds")
    }
  }
}

/// Source: the discovery document of `run` v1, revision 20261031.
private let longestRequest = 3600
