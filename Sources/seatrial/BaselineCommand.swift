import ArgumentParser
import Linting

struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline", abstract: "Write down today's findings, so that only new ones are reported.",
    discussion: """
      seatrial --baseline FILE then reports what is not in the file. Entries of files that are not looked at are kept.
      """)

  @Argument(help: "Files and directories. (default: .)", completion: .file())
  var paths: [String] = []

  @Option(name: .shortAndLong, help: .init("The baseline.", valueName: "file"), completion: .file())
  var output = BaselineFile.usualPath

  @Option(help: .init("The configuration for all files.", valueName: "file"), completion: .file())
  var config: String?

  @Flag(help: "Use no configuration file.")
  var noConfig = false

  func run() throws {
    var request = LintRequest()
    request.paths = paths
    request.configurationPath = config
    request.usesConfiguration = !noConfig
    finish(try LintRun(request).writeBaseline(to: output))
  }
}
