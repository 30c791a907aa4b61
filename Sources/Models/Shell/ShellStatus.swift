/// How a command can end: with status 0, with another one, or either.
package struct ShellStatus: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let success = ShellStatus(rawValue: 1)
  package static let failure = ShellStatus(rawValue: 2)
  package static let either: ShellStatus = [.success, .failure]

  fileprivate var negated: ShellStatus {
    var other: ShellStatus = []
    if contains(.success) { other.insert(.failure) }
    if contains(.failure) { other.insert(.success) }
    return other
  }
}

extension ShellScript {
  /// How the script as a whole can end, whatever its programs do.
  package var status: ShellStatus {
    // `set -e`, `trap` and the like change what everything else means.
    if steps.contains(where: { $0.pipeline.commands.contains { shellSettings.contains($0.program ?? "") } }) {
      return .either
    }
    var exits: ShellStatus = []
    var now: ShellStatus = .success
    var before: Joint? = .then
    for step in steps {
      var after: ShellStatus = []
      var runs = true
      switch before {
      case .and:
        runs = now.contains(.success)
        after = now.intersection(.failure)
      case .or:
        runs = now.contains(.failure)
        after = now.intersection(.success)
      case .then, .background, nil: runs = !now.isEmpty
      }
      if runs {
        let status = step.pipeline.status(after: now)
        if step.pipeline.leaves { exits.formUnion(status) } else { after.formUnion(status) }
      }
      now = step.joint == .background ? .success : after
      before = step.joint
    }
    return exits.union(now)
  }
}

private let shellSettings: [String] = ["set", "trap", "shopt", "alias", "eval", "source", "."]

/// Commands that do not fail.
private let successes: [String] = ["true", ":", "echo", "printf", "sleep", "date", "pwd"]

extension ShellScript.Pipeline {
  /// Whether nothing of the script runs after it: `exit`, `exec`.
  fileprivate var leaves: Bool {
    guard commands.count == 1, let program = commands[0].program else { return false }
    return program == "exit" || (program == "exec" && commands[0].words.count > 1)
  }

  fileprivate func status(after before: ShellStatus) -> ShellStatus {
    let status = commands.last?.status(after: before) ?? .either
    return isNegated && !leaves ? status.negated : status
  }
}

extension ShellScript.Command {
  fileprivate func status(after before: ShellStatus) -> ShellStatus {
    guard let program else { return .either }
    switch program {
    case "exit":
      guard let code = words.dropFirst().first else { return before }
      return Int(code).map { $0 & 255 == 0 ? .success : .failure } ?? .either
    case "false": return .failure
    default: return successes.contains(program) && !isRedirected ? .success : .either
    }
  }
}

extension ShellScript.Command {
  /// How it can end as a program that is run without a shell.
  package var statusOfProgram: ShellStatus {
    switch program {
    case "true", "echo", "printf", "sleep", "date", "pwd": .success
    case "false": .failure
    default: .either
    }
  }
}
