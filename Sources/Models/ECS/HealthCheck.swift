import Syntax

/// A view of the health check of an ECS container.
///
/// Reference: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html>
package struct HealthCheck: Sendable {
  package let node: Node

  package init(_ node: Node) { self.node = node }

  /// `CMD` or `CMD-SHELL`, and what is run; `NONE` alone switches the check off.
  package var command: Field<[Node]> { node.field("command").list }
  /// Whether it says that there is no check.
  package var isDisabled: Bool { command.value?.first?.string?.uppercased() == "NONE" }
  /// Seconds from one try to the next; the default is 30.
  package var interval: Field<Int> { node.field("interval").integer }
  /// Failed tries in a row that make it unhealthy; the default is 3.
  package var retries: Field<Int> { node.field("retries").integer }
  /// Seconds in which failed tries do not count; the default is 0.
  package var startPeriod: Field<Int> { node.field("startPeriod").integer }

  package static let defaultInterval = 30
  package static let defaultRetries = 3
}

extension HealthCheck {
  /// A number of the health check.
  package struct Setting: Sendable {
    package let field: String
    package let allowed: ClosedRange<Int>
    /// What the numbers count: `seconds`, or nothing for retries.
    package let unit: String

    /// Whether the number is absent, or one that ECS accepts.
    package func allows(in check: HealthCheck) -> Bool {
      switch check.node.field(field).integer {
      case .known(let number, _): allowed.contains(number)
      case .absent: true
      case .unknown: false
      }
    }
  }

  /// What ECS accepts, from the reference above, as of 2026-11-20.
  package static let settings = [
    Setting(field: "interval", allowed: 5...300, unit: " seconds"),
    Setting(field: "timeout", allowed: 2...60, unit: " seconds"),
    Setting(field: "retries", allowed: 1...10, unit: ""),
    Setting(field: "startPeriod", allowed: 0...300, unit: " seconds"),
  ]
}

extension ContainerDefinition {
  /// Whether ECS checks its health: `no` also where the check is switched off.
  package var hasHealthCheck: Truth {
    switch healthCheck {
    case .known(let node, _): Truth(!HealthCheck(node).isDisabled)
    case .unknown: .unknown
    case .absent: .no
    }
  }
}
