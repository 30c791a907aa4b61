import Models
import Syntax

extension Check {
  static let timeoutVersusTrigger = Check.cloudRun([.service]) { service, findings in
    guard case .known(let seconds, let range) = service.requestTimeout, let container = service.ingressContainer
    else { return }
    if seconds > longestDelivery, let event = container.eventSign {
      findings.report(
        range,
        "Eventarc and Pub/Sub send an event again after \(longestDelivery) seconds, and its request may take \(seconds)",
        caption: "longer than they wait", labels: [findings.label(event, "takes events")],
        help: "write \(longestDelivery) or less, or let a job or a worker pool do the long work")
    }
    if let killer = container.workerTimeout, killer.seconds > 0, killer.seconds < seconds {
      findings.report(
        killer.range,
        "gunicorn kills a worker after \(killer.seconds) seconds, while the request may take \(seconds)",
        caption: "shorter than timeoutSeconds", labels: [findings.label(range, "what Cloud Run waits")],
        help: "write --timeout 0, so that Cloud Run alone ends requests")
    }
  }
}

/// Seconds; the longest acknowledgement deadline of a Pub/Sub push subscription, which Eventarc uses, too.
///
/// Source: <https://docs.cloud.google.com/pubsub/docs/subscription-properties#ack_deadline>.
private let longestDelivery = 600

extension RunContainer {
  /// Where it is said that the container takes events: the functions framework has a switch for it.
  fileprivate var eventSign: SourceRange? {
    let types = ["cloudevent", "event"]
    for variable in environment where variable.name.value == "FUNCTION_SIGNATURE_TYPE" {
      if case .known(let text, let range) = variable.value, types.contains(text.literal?.lowercased() ?? "") {
        return range
      }
    }
    guard let option = option(["--signature-type"]), types.contains(option.text.lowercased()) else { return nil }
    return option.range
  }

  /// The seconds after which gunicorn kills a worker of the kind that handles one request after the other.
  fileprivate var workerTimeout: (seconds: Int, range: SourceRange)? {
    guard commandWords.contains(where: { $0.program == "gunicorn" }),
      option(["-k", "--worker-class", "--threads"]) == nil,
      let option = option(["--timeout", "-t"]), let seconds = Int(option.text)
    else { return nil }
    return (seconds, option.range)
  }
}
