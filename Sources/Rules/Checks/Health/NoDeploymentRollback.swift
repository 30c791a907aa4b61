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
        caption: "stays half-deployed", severity: .note, help: "write \"rollback\": true")
    } else if breaker.isWritten {
      findings.report(
        breaker.enableRange,
        "the circuit breaker of \(service.title) is off, so a deployment whose tasks fail goes on trying",
        caption: "off", help: "write \"enable\": true and \"rollback\": true")
    } else {
      findings.report(
        service.anchor,
        "\(service.title) has no deployment circuit breaker, so a deployment whose tasks fail goes on trying",
        caption: "no way back",
        help: "write deploymentConfiguration.deploymentCircuitBreaker with \"enable\": true and \"rollback\": true")
    }
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
