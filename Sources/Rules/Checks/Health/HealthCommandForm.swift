import Forms
import Models
import Syntax

extension Findings {
  /// Reports a health check whose list of words means something else than its author thought.
  mutating func reportForm(of command: HealthCheckCommand, _ subject: String) -> Bool {
    if command.form == .disabled { return true }
    if command.form == .other { return reportOtherForm(of: command, subject) }
    if command.words.allSatisfy({ $0.text.literal == "" }) {
      report(
        command.first.node.range, "\(subject) has nothing behind '\(command.first.marked)', so it runs nothing",
        caption: "runs nothing", help: "write the command behind it")
      return true
    }
    return reportLostWords(in: command, subject) || reportUnsplitCommand(command, subject)
      || reportOperator(in: command, subject)
  }

  /// What stands first is neither `CMD` nor `CMD-SHELL`.
  private mutating func reportOtherForm(of command: HealthCheckCommand, _ subject: String) -> Bool {
    let first = command.first
    let folded = first.marked.uppercased().filter { $0.isLetter }
    let meant = ["CMD": "CMD", "CMDSHELL": "CMD-SHELL", "SHELL": "CMD-SHELL", "NONE": "NONE"][folded]
    if let meant {
      report(
        first.node.range, "\(subject) begins with '\(first.marked)', which ECS does not know",
        caption: "\(meant) is meant",
        help: "write \(meant)", fixes: [Fix("Write \(meant)", .safe, [rewrite(first.node, as: meant)])])
      return true
    }
    let isScript = first.marked.contains(" ") || command.words.contains { isOperator($0.marked) }
    let wanted = isScript ? "CMD-SHELL" : "CMD"
    let range = first.node.range
    // A list between brackets takes another word in front.
    let isFlow =
      resource.file.bytes[..<range.lower].last { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D } == UInt8(ascii: "[")
    let fix = Fix(
      "Put \(wanted) in front", .unsafe, [Fix.Edit(SourceRange(range.lower, range.lower), "\"\(wanted)\", ")])
    report(
      range,
      "\(subject) begins with neither CMD nor CMD-SHELL; on EC2 Docker then runs no check at all",
      caption: "\(wanted) is missing", severity: !isScript && runsOnFargate == .yes ? .note : nil,
      help: isScript ? "write CMD-SHELL and the command as one string" : "put CMD in front",
      fixes: isFlow && (!isScript || command.words.isEmpty) ? [fix] : [])
    return true
  }

  /// The shell is given one string; more of them are no part of the command.
  private mutating func reportLostWords(in command: HealthCheckCommand, _ subject: String) -> Bool {
    guard let script = command.script, !script.text.hasHoles, let lost = command.wordsBehindScript.first else {
      return false
    }
    let isWhole = script.marked.contains(" ")
    // `sh -c 'script $1' name argument` is a way to hand something in.
    if command.form == .exec, isWhole { return false }
    let isPlain = !command.words.contains { isOperator($0.marked) || $0.marked.contains(" ") }
    let fix = Fix("Write CMD", .unsafe, [rewrite(command.first.node, as: "CMD")])
    report(
      script.node.range,
      isWhole
        ? "the shell is given this one string; what follows it is no part of \(subject)"
        : "\(subject) runs '\(programName(script.marked))' without its arguments: the shell takes the whole command as one "
          + "string",
      caption: "all that is run", severity: isWhole ? .note : nil, labels: [label(lost.node.range, "not passed on")],
      help: "write the command as one string", fixes: command.form == .shell && isPlain ? [fix] : [])
    return true
  }

  /// `CMD` and a whole command line as the name of the program.
  private mutating func reportUnsplitCommand(_ command: HealthCheckCommand, _ subject: String) -> Bool {
    guard command.form == .exec, command.words.count == 1, let word = command.words.first,
      word.marked.contains(" "), !word.marked.contains("\\")
    else { return false }
    report(
      word.node.range, "CMD looks for a program of this whole name, and there is none, so \(subject) always fails",
      caption: "one name, blanks and all", help: "write CMD-SHELL instead of CMD",
      fixes: [Fix("Write CMD-SHELL", .safe, [rewrite(command.first.node, as: "CMD-SHELL")])])
    return true
  }

  /// Without a shell `||` is an argument like any other.
  private mutating func reportOperator(in command: HealthCheckCommand, _ subject: String) -> Bool {
    guard command.form == .exec, command.script == nil,
      let word = command.words.dropFirst().first(where: { isOperator($0.marked) })
    else { return false }
    let program = programName(command.words[0].marked)
    report(
      word.node.range,
      "CMD runs no shell, so \(subject) gives '\(word.marked)' to \(program) as an argument",
      caption: "no operator here",
      help: "write CMD-SHELL and the whole command as one string")
    return true
  }
}

/// Whether a word is or begins with what only a shell understands.
private func isOperator(_ word: String) -> Bool {
  ["||", "&&", "|", ";", ">", "2>&1", ">/dev/null", "&"].contains(word) || word.hasPrefix("|| ")
    || word.hasPrefix("&& ")
}
