import ArgumentParser
import Forms
import Linting
import Reporting
import Rules
import Syntax

extension Severity: ExpressibleByArgument {}
extension Platform: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}

extension Destination {
  fileprivate static let names = ReportFormat.allCases.map(\.rawValue)

  /// Reads what was typed, or says in one line what could have been.
  fileprivate init(typed text: String) throws {
    guard let destination = Destination(text) else {
      let name = String(text.prefix { $0 != "=" })
      if Self.names.contains(name) { throw ValidationError("the file after = has no name") }
      let near = nearest(to: name, among: Self.names)
      throw ValidationError(
        near.first.map { "did you mean '\($0)'?" } ?? "one of \(Self.names.joined(separator: ", "))")
    }
    self = destination
  }
}

extension FailureLevel: ExpressibleByArgument {}

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Lint deployment configurations (the default subcommand).",
    discussion: """
      A directory is walked; a file whose content is no ECS or Cloud Run configuration is passed by. .gitignore and \
      .ignore files are honoured.

      Exit status: 0 nothing at or above --fail-on; 1 findings at or above it; 2 wrong usage, also a path that does \
      not exist; 3 something could not be read or written. What can be linted is linted all the same.
      """)

  @Argument(help: "Files and directories; - is standard input. (default: .)", completion: .file())
  var paths: [String] = []

  @Option(
    help: .init(
      "The report's format, and a file for it; repeatable: \(Destination.names.joined(separator: ", ")). (default: text)",
      valueName: "format[=file]"), completion: .list(Destination.names), transform: Destination.init(typed:))
  var format: [Destination] = []

  @Flag(help: "No annotations in GitHub Actions, where text comes with them unless --format is given.")
  var noAnnotations = false

  @Option(
    help: .init("The lowest severity that makes the exit status 1, or never. (default: warning)", valueName: "severity")
  )
  var failOn: FailureLevel?

  @Option(
    help: .init(
      "Only these rules: codes, names, beginnings of codes, all, default, strict, security-hub; repeatable, commas allowed.",
      valueName: "rules"))
  var select: [String] = []

  @Option(help: .init("Not these rules; where --select means the rule more closely, it wins.", valueName: "rules"))
  var ignore: [String] = []

  @Option(help: .init("Hide findings below it.", valueName: "severity"))
  var minSeverity: Severity = .note

  @Option(help: "Only resources of this platform.")
  var platform: Platform?

  @Option(
    help: .init(
      "The configuration for all files. (default: for each file the nearest .seatrial.yaml above it)",
      valueName: "file"), completion: .file())
  var config: String?

  @Flag(help: "Use no configuration file.")
  var noConfig = false

  @Option(
    help: .init(
      "Report only what this file does not hold; what is mended is taken out of it. (seatrial baseline writes it)",
      valueName: "file"), completion: .file())
  var baseline: String?

  @Option(
    help: .init("Report only findings on lines changed since this git reference was left.", valueName: "ref"))
  var changedSince: String?

  @Flag(help: "Report only findings on staged lines, and read files as they are staged.")
  var staged = false

  @Flag(help: "Apply the safe fixes and report what is left; the text of standard input goes to standard output.")
  var fix = false

  @Flag(help: "With --fix or --diff, apply the unsafe fixes, too; read what they did.")
  var unsafeFixes = false

  @Flag(help: "Show what --fix would change as a unified diff, and write nothing; exit with 1 when that is anything.")
  var diff = false

  @Flag(help: "Write suppressions for what is found, as comments or into the configuration.")
  var addSuppressions = false

  @Option(help: "The reason that --add-suppressions writes.")
  var reason: String?

  @Option(
    help: .init("A list of paths, one a line or separated by NUL; - is standard input.", valueName: "file"),
    completion: .file())
  var filesFrom: [String] = []

  @Flag(help: "Ignore files and exclude also hold for paths that are named one by one.")
  var forceExclude = false

  @Option(help: .init("Lint standard input under this name.", valueName: "name"))
  var stdinFilename: String?

  @Option(help: .init("Put up with this many warnings.", valueName: "count"))
  var maxWarnings: Int?

  @Flag(help: "Exit with 0 even when there are findings.")
  var exitZero = false

  @Option(
    name: .shortAndLong,
    help: .init("Files to lint at the same time. (default: the number of processors)", valueName: "count"))
  var jobs: Int?

  @Option(help: "When to use colours.")
  var color: ColorChoice = .auto

  @Flag(help: "Also count the findings of each rule.")
  var statistics = false

  @Flag(help: "Also list what is suppressed or in the baseline, with the reasons.")
  var showSuppressed = false

  @Flag(help: "Put suppressed findings into SARIF, marked as that; code scanning opens them as alerts.")
  var sarifIncludeSuppressed = false

  @Flag(name: .shortAndLong, help: "Findings alone.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Also say which files were passed by, and why.")
  var verbose = false

  var request: LintRequest {
    var request = LintRequest()
    request.paths = paths
    request.lists = filesFrom
    request.stdinName = stdinFilename
    request.configurationPath = config
    request.usesConfiguration = !noConfig
    request.excludesNamed = forceExclude
    request.destinations = format
    request.annotates = !noAnnotations
    request.select = select
    request.ignore = ignore
    request.minimumSeverity = minSeverity
    request.platform = platform
    request.policy = FailurePolicy(failOn: failOn, maxWarnings: maxWarnings, exitsZero: exitZero)
    request.jobs = jobs
    request.color = color
    request.showsStatistics = statistics
    request.baselinePath = baseline
    request.changedSince = changedSince
    request.isStaged = staged
    request.addsSuppressions = addSuppressions
    request.reason = reason
    request.appliesFixes = fix
    request.includesUnsafeFixes = unsafeFixes
    request.showsDiff = diff
    request.showsSuppressed = showSuppressed
    request.includesSuppressedInSARIF = sarifIncludeSuppressed
    request.isQuiet = quiet
    request.isVerbose = verbose
    return request
  }

  func run() throws {
    finish(try LintRun(request).perform())
  }
}
