import ArgumentParser

struct Seatrial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seatrial", abstract: "Lints Amazon ECS and Google Cloud Run deployment configurations.",
    version: toolVersion,
    subcommands: [
      LintCommand.self, RulesCommand.self, ExplainCommand.self, InitCommand.self,
      BaselineCommand.self, TestCommand.self, LspCommand.self,
    ],
    defaultSubcommand: LintCommand.self)
}

/// The subcommands, by which a first argument is told from a path.
var commandNames: [String] {
  Seatrial.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
}

@main
enum Main {
  static func main() {
    ignoreClosedPipes()
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if let request = LintRequest(ordinary: arguments) { finish(try LintRun(request).perform()) }
      var command = try Seatrial.parseAsRoot(arguments)
      try command.run()
    } catch let error as UsageError {
      if error.namesPlaces { try? write((error.text + "\n").utf8, to: 2) } else { note(error.text) }
      finish(.usage)
    } catch {
      if Seatrial.exitCode(for: error).isSuccess {
        finish(writeAnswer(Seatrial.fullMessage(for: error) + "\n") ? .clean : .incomplete)
      }
      note(Seatrial.message(for: error))
      finish(.usage)
    }
  }
}

func finish(_ status: ExitStatus) -> Never { exitProcess(status.rawValue) }
