import Models
import Syntax

extension Check {
  static let concurrencyRange = Check.cloudRun([.service, .workerPool]) { resource, findings in
    guard case .known(let count, let range) = resource.containerConcurrency else { return }
    if resource.kind == .workerPool {
      findings.report(
        range, "a worker pool takes no requests, so a containerConcurrency of \(count) does nothing",
        caption: "no requests here", severity: .note, help: "leave containerConcurrency out",
        fixes: findings.removing("containerConcurrency", from: resource.instanceSpec.value, .safe))
    } else if !(0...mostRequests).contains(count) {
      findings.report(
        range, "containerConcurrency is \(count): an instance takes 1 to \(mostRequests) requests at a time",
        caption: "out of range", help: count > mostRequests ? "write \(mostRequests) or less" : nil,
        fixes: count > mostRequests ? findings.writing(String(mostRequests), at: range) : [])
    } else if count == 0 {
      findings.report(
        range,
        "containerConcurrency 0 is not unlimited on Cloud Run: it is the default, 80 requests, or 1 below one CPU",
        caption: "the default", severity: .note, help: "write the number that is meant, or leave it out")
    }
  }
}

/// Source: what the API answers, late 2026: "Must be a number between 0 and 1000".
private let mostRequests = 1000
