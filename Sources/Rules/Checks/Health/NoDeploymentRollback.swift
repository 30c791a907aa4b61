import Forms
import Models
import Syntax

extension Check {
  static let noDeploymentRollback = Check.longRunning { service, findings in
    guard findings.resource.isWholeService, service.isRolling == .yes, service.isDaemon == .no,
      service.node.field("deploymentConfiguration").isUnknown == false,
      let breaker = Rollback(service.circuitBreaker), let alarms = Rollback(service.deploymentAlarms),
      !breaker.isOn || !breaker.rollsBack, !(alarms.isOn && alarms.rollsBack)
    else { return }
    if breaker.isOn {
      findings.report(
        breaker.rollbackRange,
        "a deployment that fails stops half-way: the circuit breaker of \(service.title) does not roll it back",
        caption: "stays half-deployed", severity: .note, help: "write \"rollback\": true",
        fixes: findings.switchingOn(["rollback"], of: service.circuitBreaker.value))
    } else if breaker.isWritten {
      findings.report(
        breaker.enableRange,
        "the circuit breaker of \(service.title) is off, so a deployment whose tasks fail goes on trying",
        caption: "off", help: "write \"enable\": true and \"rollback\": true",
        fixes: findings.switchingOn(["enable", "rollback"], of: service.circuitBreaker.value))
    } else {
      findings.report(
        service.anchor,
        "\(service.title) has no deployment circuit breaker, so a deployment whose tasks fail goes on trying",
        caption: "no way back",
        help: "write deploymentConfiguration.deploymentCircuitBreaker with \"enable\": true and \"rollback\": true",
        fixes: findings.addingBreaker(to: service.node))
    }
  }
}

extension Findings {
  fileprivate func switchingOn(_ fields: [String], of breaker: Node?) -> [Fix] {
    guard let breaker else { return [] }
    let edits = fields.compactMap { field in
      breaker[field].map { rewrite($0, as: "true") } ?? add(field, "true", to: breaker)
    }
    return edits.count == fields.count ? [Fix("Write \(fields.inWords("and")) true", .unsafe, edits)] : []
  }

  fileprivate func addingBreaker(to service: Node) -> [Fix] {
    let breaker = "{ \"enable\": true, \"rollback\": true }"
    let edit =
      service["deploymentConfiguration"].map { add("deploymentCircuitBreaker", breaker, to: $0) }
      ?? add("deploymentConfiguration", "{ \"deploymentCircuitBreaker\": \(breaker) }", to: service)
    return edit.map { [Fix("Add a circuit breaker that rolls back", .unsafe, [$0])] } ?? []
  }
}

/// The circuit breaker or the alarms of a service, as far as they are known.
private struct Rollback {
  let isWritten: Bool
  let isOn: Bool
  let rollsBack: Bool
  let enableRange: SourceRange
  let rollbackRange: SourceRange

  init?(_ field: Field<Node>) {
    guard let isOn = field.field("enable").bool.value(orDefault: false),
      let rollsBack = field.field("rollback").bool.value(orDefault: false)
    else { return nil }
    isWritten = field.field("enable").bool.isKnown
    self.isOn = isOn
    self.rollsBack = rollsBack
    enableRange = field.field("enable").range
    rollbackRange = field.field("rollback").bool.isKnown ? field.field("rollback").range : enableRange
  }
}
