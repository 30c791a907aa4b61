import Forms
import Models
import Syntax

extension Check {
  static let ineffectiveHealthCheckCommand = Check.containerDefinitions { container, task, findings in
    guard let command = container.healthCheckCommand, task.isWindows != .yes else { return }
    let subject = "the health check of \(container.title)"
    // One mistake in the form makes nonsense of all that follows.
    if findings.reportForm(of: command, subject) { return }
    findings.reportMissingShell(for: command, in: container, subject)
    if findings.reportStatus(of: command, subject) || findings.reportMissingClient(in: command, of: container, subject)
    {
      return
    }
    findings.reportClients(in: command, subject)
  }
}

extension ContainerDefinition {
  /// The command of its health check, where there is one and every word of it is text.
  var healthCheckCommand: HealthCheckCommand? { healthCheck.value.flatMap { HealthCheckCommand(HealthCheck($0)) } }
}

extension Findings {
  fileprivate mutating func reportMissingShell(
    for command: HealthCheckCommand, in container: ContainerDefinition, _ subject: String
  ) {
    guard command.script != nil, case .known(let image, let range) = container.imageReference else { return }
    guard image.hasNoShell, let name = image.name else { return }
    report(
      command.first.node.range, "\(subject) needs a shell, and the image \(name) has none, so the check always fails",
      caption: "no shell to run it", labels: [label(range, "an image without a shell")],
      help: "write \"CMD\" and a program of the image: for aws-otel-collector that is \"/healthcheck\"")
  }

  /// Reports a check that cannot fail, or cannot succeed.
  fileprivate mutating func reportStatus(of command: HealthCheckCommand, _ subject: String) -> Bool {
    let status: ShellStatus
    let place: SourceRange
    if let script = command.script, let read = ShellScript(script.text) {
      (status, place) = (read.status, script.node.range)
    } else if let program = command.program, let word = command.words.first {
      if let builtin = program.program, builtin == word.text.literal, shellBuiltins.contains(builtin) {
        report(
          word.node.range, "'\(builtin)' is a command of the shell and no program, so \(subject) always fails",
          caption: "needs a shell", help: "write CMD-SHELL and the whole command as one string")
        return true
      }
      (status, place) = (program.statusOfProgram, word.node.range)
    } else {
      return false
    }
    if status == .success {
      report(
        place, "\(subject) cannot fail: its command ends with 0 whatever the container does", caption: "always healthy",
        help: "let it ask the program something, such as curl -f http://localhost/ || exit 1")
    } else if status == .failure {
      report(
        place, "\(subject) cannot succeed: no way through its command ends with 0", caption: "never healthy",
        help: "let it end with 0 when the program answers, such as curl -f http://localhost/ || exit 1")
    }
    return status != .either
  }

  /// Reports `curl` and `wget` in images that are known to have none.
  fileprivate mutating func reportMissingClient(
    in command: HealthCheckCommand, of container: ContainerDefinition, _ subject: String
  ) -> Bool {
    guard case .known(let image, let range) = container.imageReference else { return false }
    guard let (client, word) = command.commands.first(where: { image.lacks($0.command.program ?? "") }),
      let program = client.program
    else { return false }
    let other = program == "curl" && !image.lacks("wget")
    report(
      word.node.range, "the image of \(container.title) has no \(program), so \(subject) always fails",
      caption: "no \(program)", labels: [label(range, "an image without \(program)")],
      help: other
        ? "write wget -q -O /dev/null, which it has"
        : "ask with the program's own language, or add \(program) to an image")
    return true
  }

  /// Reports `curl` and `wget` whose options do not say what a check needs.
  fileprivate mutating func reportClients(in command: HealthCheckCommand, _ subject: String) {
    for (client, word) in command.commands {
      if client.ignoresHTTPErrors {
        report(
          word.node.range,
          "curl without -f succeeds whatever the server answers, so \(subject) takes an error 500 for healthy",
          caption: "no -f", help: "write curl -f",
          fixes: insertion(of: " -f", behind: "curl ", in: word, of: command).map {
            [Fix("Let curl fail", .unsafe, [$0])]
          } ?? [])
      } else if client.savesAnswer {
        report(
          word.node.range,
          "wget in \(subject) saves each answer into a file, and that of BusyBox fails when the file is there already",
          caption: "writes a file each time", help: "write wget -q -O /dev/null",
          fixes: insertion(of: " -O /dev/null", behind: "wget ", in: word, of: command).map {
            [Fix("Throw the answer away", .unsafe, [$0])]
          } ?? [])
      }
    }
  }

  /// The edit that puts options behind a program's name in a script.
  private func insertion(
    of options: String, behind name: String, in word: HealthCheckCommand.Word, of command: HealthCheckCommand
  ) -> Fix.Edit? {
    guard command.script != nil, let place = resource.file.range(of: name, in: word.node.range) else { return nil }
    return Fix.Edit(SourceRange(place.upper - 1, place.upper - 1), options)
  }
}

private let shellBuiltins: [String] = ["exit", "cd", ":", "export", "set", "source", ".", "eval", "exec"]
