import Models
import Syntax

extension Check {
  /// The `cpu` and `memory` of a task are written in a form that ECS reads.
  static var taskQuantity: Check {
    .taskDefinitions { task, findings in
      findings.check("cpu", of: task, example: "\"256\" or \".25 vCPU\"") { TaskQuantity(cpu: $0) }
      findings.check("memory", of: task, example: "\"512\" or \"0.5 GB\"") { TaskQuantity(memory: $0) }
    }
  }
}

extension Findings {
  fileprivate mutating func check(
    _ field: String, of task: TaskDefinition, example: String, reading: (String) -> TaskQuantity
  ) {
    // A number without quotes has the wrong type, which is SCH002's.
    guard case .known(let node, let range) = task.node.field(field), let text = node.string, !text.isEmpty else {
      return
    }
    let quantity = reading(text)
    guard let flaw = quantity.flaw else { return }
    if flaw == .unreadable, Text(standInsIn: text) != nil { return }
    let unit = field == "cpu" ? "CPU units" : "MiB"
    let help = quantity.amount.map { "write \"\($0)\", which is a number of \(unit)" } ?? "write \(example)"
    let fixes = quantity.amount.map { amount in
      [Fix("Write \(amount)", flaw.isPlain ? .safe : .unsafe, [rewrite(node, as: String(amount))])]
    }
    report(
      range, "\(field) '\(text)' \(flaw.explanation(unit: unit))", caption: flaw.caption, severity: flaw.severity,
      help: help, fixes: fixes ?? [])
  }
}

extension TaskQuantity.Flaw {
  /// Whether there is just one thing that can have been meant.
  fileprivate var isPlain: Bool { self != .missingUnit }

  /// A note where nobody has shown that ECS refuses it.
  fileprivate var severity: Severity? {
    switch self {
    case .blanks, .notation, .undocumentedUnit: .note
    case .missingUnit, .foreignUnit, .unreadable: nil
    }
  }

  fileprivate var caption: String {
    switch self {
    case .blanks: "blanks"
    case .notation: "not an integer"
    case .missingUnit: "no unit"
    case .undocumentedUnit, .foreignUnit: "no unit of ECS"
    case .unreadable: "not a size"
    }
  }

  fileprivate func explanation(unit: String) -> String {
    switch self {
    case .blanks: "has blanks around it, which ECS may refuse"
    case .notation: "is not written as an integer of \(unit), the form that ECS documents"
    case .missingUnit: "has no unit, so it is a number of \(unit), and those are whole"
    case .undocumentedUnit(let found):
      "has the unit \(found), which ECS does not document; it does bare numbers and \(known(unit))"
    case .foreignUnit(let found):
      "has the unit \(found), which is one of Kubernetes and Docker; ECS takes bare numbers of \(unit), or \(known(unit))"
    case .unreadable: "is no size that ECS can read; it takes bare numbers of \(unit), or \(known(unit))"
    }
  }

  private func known(_ unit: String) -> String { unit == "MiB" ? "the unit GB" : "the unit vCPU" }
}
