import ArgumentParser
import Linting
import Reporting
import RuleFiles
import Rules
import Syntax

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the examples of rules: each bad one must be found, no good one.",
    discussion: """
      Without a path, the rules of your own that the configuration here names are tested, and where it names none, \
      those that come with seatrial.

      Each example is run as it is written, with CRLF line ends, behind multi-byte text, in the other language, and \
      with the marked values unknown, when the rule must fall silent.

      Exit status: 0 every example passes; 1 one fails; 2 a rule file has a mistake or does not exist; 3 a file \
      cannot be read.
      """)

  @Argument(help: "Rule files, and directories that hold them.", completion: .file())
  var paths: [String] = []

  @Flag(help: "Test the rules that come with seatrial.")
  var builtIn = false

  @Option(help: .init("The configuration that names the rules.", valueName: "file"), completion: .file())
  var config: String?

  @Flag(name: .shortAndLong, help: "List every example.")
  var verbose = false

  @Option(help: "When to use colours.")
  var color: ColorChoice = .auto

  func run() throws {
    if builtIn, !paths.isEmpty || config != nil {
      throw UsageError(text: "--built-in takes no paths and no --config")
    }
    if !paths.isEmpty, config != nil { throw UsageError(text: "--config names the rules, so it takes no paths") }
    let (tests, statusOfReading) = try tests()
    let outcomes = tests.outcomes(jobs: processorCount)
    let text = exampleReport(tests, outcomes, listsAll: verbose, in: .forTerminal(color))
    let isWritten = writeAnswer(text)
    let status: ExitStatus = outcomes.contains { !$0.failures.isEmpty } ? .findings : .clean
    finish(max(status, isWritten ? statusOfReading : .incomplete))
  }

  private func tests() throws(UsageError) -> (tests: RuleTests, statusOfReading: ExitStatus) {
    if builtIn { return (RuleTests(), .clean) }
    var files = RuleFilesToTest()
    if paths.isEmpty {
      let rules = try CustomRulesHere(configuration: config).rules
      if rules.isEmpty, config != nil { throw UsageError(text: "the configuration names no rules of your own") }
      if rules.isEmpty { return (RuleTests(), .clean) }
      for path in rules.compactMap(\.path) { files.read(path) }
    }
    for path in paths { try files.add(displayPath(path)) }
    var problems: [ConfigurationProblem] = []
    let tests = RuleTests(files.sources, problems: &problems)
    if !problems.isEmpty {
      throw UsageError(text: problems.map(\.text).joined(separator: "\n"), namesPlaces: true)
    }
    return (tests, files.status)
  }
}

/// The rule files that somebody wants to be tested.
private struct RuleFilesToTest {
  private(set) var sources: [SourceFile] = []
  private(set) var status = ExitStatus.clean

  mutating func add(_ path: String) throws(UsageError) {
    var files: [String] = []
    do throws(SystemFailure) {
      files = try kindOfFile(at: path) == nil ? [] : ruleFiles(at: path)
    } catch {
      note("cannot read \(path): \(error.reason)")
      status = .incomplete
      return
    }
    if files.isEmpty {
      let isThere = ((try? kindOfFile(at: path)) ?? nil) != nil
      throw UsageError(
        text: isThere ? "there is no rule file (*.yaml) in \(path)" : "no such file or directory: \(path)")
    }
    for file in files { read(file) }
  }

  mutating func read(_ path: String) {
    do throws(SystemFailure) {
      if sources.contains(where: { $0.path == path }) { return }
      sources.append(SourceFile(path: path, bytes: try readFile(at: path, count: 1 << 20)))
    } catch {
      note("cannot read \(path): \(error.reason)")
      status = .incomplete
    }
  }
}

/// The rules of the user's own that hold in the working directory.
struct CustomRulesHere {
  let rules: [Rule]

  /// Reads the configuration at a path, or the nearest one where that is nil.
  init(configuration path: String?) throws(UsageError) {
    var search = try ConfigurationSearch(only: path)
    let found = search.configuration(for: "x")
    try search.check()
    rules = found?.configuration.customRules ?? []
  }
}
