import Forms
import Linting
import Reporting
import Rules
import Syntax

/// What somebody asked `lint` to do.
struct LintRequest: Equatable {
  /// Files and directories as they were typed; `-` is standard input.
  var paths: [String] = []
  /// Files that hold lists of paths; `-` is standard input.
  var lists: [String] = []
  /// The name under which standard input is linted; nil when it is not.
  var stdinName: String?
  /// The configuration that holds for everything; nil for the nearest one of each file.
  var configurationPath: String?
  var usesConfiguration = true
  /// Whether ignore files also hold for paths that are named one by one.
  var excludesNamed = false
  /// Where the report goes, and in which format; empty for text on standard output.
  var destinations: [Destination] = []
  /// Whether GitHub Actions gets annotations, too, when no format is asked for.
  var annotates = true
  var select: [String] = []
  var ignore: [String] = []
  var minimumSeverity = Severity.note
  /// Nil for all platforms.
  var platform: Platform?
  var policy = FailurePolicy()
  /// Nil for as many as there are processors.
  var jobs: Int?
  var color = ColorChoice.auto
  /// The baseline that holds known findings; nil for none.
  var baselinePath: String?
  /// Only lines that changed since this git reference; nil for all.
  var changedSince: String?
  /// Only what is staged, as it is in git's index.
  var isStaged = false
  /// Whether suppressions are written for what is found.
  var addsSuppressions = false
  var reason: String?
  /// Whether safe fixes are applied.
  var appliesFixes = false
  /// Whether unsafe fixes count like safe ones.
  var includesUnsafeFixes = false
  /// Whether the changes that fixes would make are shown, and nothing is written.
  var showsDiff = false
  var showsStatistics = false
  /// Whether suppressed findings are listed, in every format but SARIF.
  var showsSuppressed = false
  var includesSuppressedInSARIF = false
  var isQuiet = false
  var isVerbose = false
}

/// A format, and where it goes: `sarif=report.sarif`.
struct Destination: Equatable {
  let format: ReportFormat
  /// Nil for standard output.
  let path: String?

  init(format: ReportFormat, path: String?) {
    self.format = format
    self.path = path
  }

  init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = ReportFormat(rawValue: String(parts[0])) else { return nil }
    if parts.count == 2, parts[1].isEmpty { return nil }
    self.init(format: format, path: parts.count == 2 ? String(parts[1]) : nil)
  }
}

/// What makes a run fail.
struct FailurePolicy: Equatable {
  /// Nil leaves it to the configuration, and without one to warnings.
  var failOn: FailureLevel?
  /// How many warnings are put up with; nil leaves it to `failOn`.
  var maxWarnings: Int?
  /// Whether findings do not count at all.
  var exitsZero = false

  /// What the findings mean for the exit status.
  ///
  /// `levels` is what configurations say, by the path of the file.
  func status(for findings: [Diagnostic], configured levels: [String: FailureLevel] = [:]) -> ExitStatus {
    if exitsZero { return .clean }
    let fails = findings.contains { finding in
      if finding.severity == .warning, maxWarnings != nil { return false }
      let level = failOn ?? levels[finding.file.path] ?? .warning
      return level.severity.map { finding.severity >= $0 } ?? false
    }
    if fails { return .findings }
    if let maxWarnings, findings.count(where: { $0.severity == .warning }) > maxWarnings { return .findings }
    return .clean
  }
}

/// What was asked for does not make sense; the text is for the user.
struct UsageError: Error, Equatable {
  let text: String
  /// Whether each line begins with the place of a mistake, so that nothing is put in front of it.
  let namesPlaces: Bool

  init(text: String, namesPlaces: Bool = false) {
    self.text = text
    self.namesPlaces = namesPlaces
  }
}
