import Forms
import Linting
import Reporting
import Rules
import Synchronization
import Syntax

/// One run of `lint`, from the request to the exit status.
struct LintRun {
  private let request: LintRequest
  private let selection: Selection
  private let start = ContinuousClock.now

  init(_ request: LintRequest) throws(UsageError) {
    self.request = request
    if let jobs = request.jobs, jobs < 1 { throw UsageError(text: "--jobs must be at least 1") }
    if let most = request.policy.maxWarnings, most < 0 {
      throw UsageError(text: "--max-warnings must not be negative")
    }
    if request.isQuiet, request.isVerbose { throw UsageError(text: "--quiet and --verbose exclude each other") }
    if request.configurationPath != nil, !request.usesConfiguration {
      throw UsageError(text: "--config and --no-config exclude each other")
    }
    selection = Selection(
      choice: RuleChoice(select: try selectors(request.select), ignore: try selectors(request.ignore)),
      minimumSeverity: request.minimumSeverity,
      platforms: request.platform.map { [$0] } ?? Platform.allCases)
  }

  func perform() throws(UsageError) -> ExitStatus {
    let standardInput = StandardInput(name: request.stdinName ?? "-")
    let files = try FileSearch(request, standardInput: standardInput)
    for problem in files.problems { note(problem.text) }
    if files.inputs.isEmpty, let worst = files.problems.map(\.status).max() { return worst }
    let linter = Linter(selection: selection, jobs: request.jobs ?? processorCount) { path, count throws(Unreadable) in
      do throws(SystemFailure) {
        return try path == standardInput.name ? standardInput.bytes(count) : readFile(at: path, count: count)
      } catch {
        throw Unreadable(reason: error.reason)
      }
    }
    let report = linter.report(on: files.inputs)
    explain(report.files, notingNamed: files.typed)
    let isWritten = deliver(report)

    var status = request.policy.status(for: report.findings, configured: files.failureLevels)
    for problem in files.problems { status = max(status, problem.status) }
    let isIncomplete = report.files.contains { if case .unreadable = $0.state { true } else { false } }
    if isIncomplete || !isWritten { status = max(status, .incomplete) }
    return status
  }

  /// Says on standard error what happened to files that nothing is reported on.
  private func explain(_ files: [FileOutcome], notingNamed named: [String]) {
    let isSilent = !request.isVerbose && files.allSatisfy { if case .checked = $0.state { true } else { false } }
    if isSilent { return }
    let named = Set(named)
    for file in files {
      switch file.state {
      case .unreadable(let reason): note("cannot read \(file.path): \(reason)")
      case .passedBy(let reason):
        if request.isVerbose || (!request.isQuiet && named.contains(file.path)) {
          note("\(file.path) is passed by: \(reason)")
        }
      case .checked(let forms):
        if request.isVerbose { note("\(file.path) is checked: \(forms.map(\.rawValue).joined(separator: ", "))") }
      }
    }
  }

  /// Hands the report to all who are to get it; false when one of them could not be written.
  private func deliver(_ report: Report) -> Bool {
    var isWritten = true
    let destinations = request.destinations.isEmpty ? [Destination(format: .text, path: nil)] : request.destinations
    // Files come first: whoever reads standard output may stop listening.
    for destination in destinations where destination.path != nil {
      isWritten = write(report, as: destination.format, to: destination.path ?? "") && isWritten
    }
    for destination in destinations where destination.path == nil {
      isWritten = writeAnswer(destination.format.render(report, in: context(for: destination))) && isWritten
    }
    if request.showsStatistics { note(Statistics(report).text) }
    return isWritten
  }

  private func write(_ report: Report, as format: ReportFormat, to path: String) -> Bool {
    do {
      try replaceFile(
        at: path, with: format.render(report, in: context(for: Destination(format: format, path: path))))
      return true
    } catch {
      note("cannot write \(path): \(error.reason)")
      return false
    }
  }

  /// What is written to a file or a pipe is the same every time; only a person at a terminal sees how long it took.
  private func context(for destination: Destination) -> ReportContext {
    let root = destination.format == .sarif ? try? absolutePath(of: ".") : nil
    guard destination.path == nil else {
      return ReportContext(version: toolVersion, showsSummary: !request.isQuiet, root: root)
    }
    let isWatched = isTerminal(1)
    return ReportContext(
      version: toolVersion, usesColor: request.color.usesColor(1), width: isWatched ? terminalWidth(1) : nil,
      elapsed: isWatched ? start.duration(to: .now) : nil, showsSummary: !request.isQuiet, root: root)
  }
}

/// The selectors in a list of options, each of which may hold several with commas between.
private func selectors(_ options: [String]) throws(UsageError) -> [RuleSelector] {
  var selectors: [RuleSelector] = []
  for word in options.flatMap({ $0.split(separator: ",") }) {
    let word = String(word.trimmingBlanks)
    if word.isEmpty { continue }
    do {
      selectors.append(try RuleSelector(word))
    } catch {
      throw UsageError(text: "unknown rule '\(word)'" + suggestion(error.suggestions, otherwise: "seatrial rules"))
    }
  }
  return selectors
}

/// The end of a message about a name that does not exist.
func suggestion(_ candidates: [String], otherwise command: String) -> String {
  if let first = candidates.first { return "; did you mean '\(first)'?" }
  return "; '\(command)' lists them"
}

extension Substring {
  /// Without blanks and tabs at both ends.
  var trimmingBlanks: Substring {
    var text = self
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
