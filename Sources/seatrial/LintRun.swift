import Forms
import Linting
import Reporting
import Rules
import Synchronization
import Syntax

/// One run of `lint`, from the request to the exit status.
struct LintRun {
  private let request: LintRequest
  /// Nil when a word means none of our rules: it may mean one that a configuration names.
  private let selection: Selection?
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
    if request.isStaged, request.changedSince != nil {
      throw UsageError(text: "--staged and --changed-since exclude each other")
    }
    if request.isStaged, request.stdinName != nil || !request.lists.isEmpty {
      throw UsageError(text: "--staged reads git's index, and nothing else")
    }
    if request.addsSuppressions != (request.reason?.isEmpty == false) {
      throw UsageError(text: "--add-suppressions and --reason \"…\" belong together")
    }
    if request.addsSuppressions, request.isStaged || request.stdinName != nil {
      throw UsageError(text: "--add-suppressions changes files on disk, and nothing else")
    }
    selection = try? Self.selection(request, among: Rule.all)
    try checkFixOptions()
  }

  private static func selection(_ request: LintRequest, among rules: [Rule]) throws(UsageError) -> Selection {
    Selection(
      choice: RuleChoice(
        select: try selectors(request.select, among: rules), ignore: try selectors(request.ignore, among: rules)),
      minimumSeverity: request.minimumSeverity,
      platforms: request.platform.map { [$0] } ?? Platform.allCases)
  }

  /// What was asked for, also by the names of the user's own rules.
  private func selection(_ files: FileSearch) throws(UsageError) -> Selection {
    if let selection { return selection }
    return try Self.selection(request, among: Rule.all(with: files.customRules))
  }

  private func checkFixOptions() throws(UsageError) {
    if request.showsDiff, !request.destinations.isEmpty {
      throw UsageError(text: "--diff shows the changes in place of a report, so it takes no --format")
    }
    if request.showsDiff, request.addsSuppressions {
      throw UsageError(text: "--diff writes nothing, so it does not go with --add-suppressions")
    }
    guard isFixing else { return }
    if request.isStaged {
      throw UsageError(
        text: "--fix changes files on disk, and --staged reads git's index; use --diff, or --fix without --staged")
    }
    if request.paths.contains("-"), request.paths.count > 1 || !request.lists.isEmpty {
      throw UsageError(text: "--fix answers to standard input with its fixed text, so it takes no other files with it")
    }
  }

  /// Whether fixes are written; `--diff` only shows them.
  private var isFixing: Bool { request.appliesFixes && !request.showsDiff }
  private var isFixingStandardInput: Bool { isFixing && (request.stdinName != nil || request.paths == ["-"]) }

  func perform() throws(UsageError) -> ExitStatus {
    let standardInput = StandardInput(name: request.stdinName ?? "-")
    // What is handed back has to be whole, also where it is too large to be linted.
    if isFixingStandardInput { _ = try? standardInput.bytes(1 << 40) }
    let baseline = try request.baselinePath.map { (path) throws(UsageError) in try BaselineFile(at: path) }
    let git = request.isStaged || request.changedSince != nil ? try Git() : nil
    let changes = try changedLines(git)
    let index = request.isStaged ? git : nil
    let files = try FileSearch(request, standardInput: standardInput, index: index)
    let selection = try selection(files)
    let rules = Rule.all(with: files.customRules)
    for problem in files.problems { note(problem.text) }
    if files.inputs.isEmpty, let worst = files.problems.map(\.status).max() { return worst }
    let texts = try FileTexts(standardInput: standardInput, index: index)
    func check(_ edited: [String: EditedText], progress: (@Sendable () -> Void)? = nil) -> Report {
      let report = linter(selection, reading: texts.replacing(edited)).report(
        on: files.inputs, progress: progress, isGone: files.isGone)
      guard let changes else { return report }
      // Where the configuration itself changed, everything may have another meaning.
      let reconfigured = files.pathsConfigured(where: changes.contains)
      return report.limited(to: changes.following(edited), exceptWhere: reconfigured.contains)
    }
    let progress = Progress(request, total: files.inputs.count)
    var report = check([:], progress: progress?.advance)
    progress?.finish()
    var statusOfFixes = ExitStatus.clean
    if isFixing || request.showsDiff {
      let fixing = Fixing(report, includesUnsafe: request.includesUnsafeFixes, check: { check($0) }) { report in
        baseline?.applied(to: report).report.findings ?? report.findings
      }
      let writer = FixWriter(request: request, fixing: fixing)
      if request.showsDiff {
        let status = writer.show(report, in: context(for: Destination(format: .text, path: nil), rules))
        return max(status, statusOfReading(report, files))
      }
      let written = writer.write { _ in !isFixingStandardInput }
      statusOfFixes = written.status
      report = written.texts.count == fixing.texts.count ? fixing.report : check(written.texts)
      if isFixingStandardInput {
        let text = written.texts.first?.value.bytes ?? (try? standardInput.bytes(1 << 40)) ?? []
        if !writeAnswer(text) { statusOfFixes = .incomplete }
      }
    }
    if let baseline { report = hold(report, with: baseline, changes: changes) }
    if request.addsSuppressions { report = try addSuppressions(report, selection, files, texts) }
    if request.isVerbose { for path in files.configurationPaths { note("\(path) is the configuration") } }
    explain(report.files, notingNamed: files.typed)
    let isWritten = deliver(report, rules)

    let status = max(
      request.policy.status(for: report.findings, configured: files.failureLevels), statusOfReading(report, files))
    return max(status, isWritten ? statusOfFixes : .incomplete)
  }

  /// What the files that could not be found or read mean for the exit status.
  private func statusOfReading(_ report: Report, _ files: FileSearch) -> ExitStatus {
    let isIncomplete = report.files.contains { if case .unreadable = $0.state { true } else { false } }
    return files.problems.map(\.status).reduce(isIncomplete ? .incomplete : .clean, max)
  }

  /// Writes down what is found today; what a baseline holds of files that were not looked at is kept.
  func writeBaseline(to path: String) throws(UsageError) -> ExitStatus {
    let old = try BaselineFile(at: path, mayBeMissing: true)
    let standardInput = StandardInput(name: "-")
    let files = try FileSearch(request, standardInput: standardInput)
    let selection = try selection(files)
    for problem in files.problems { note(problem.text) }
    let texts = try FileTexts(standardInput: standardInput, index: nil)
    let report = linter(selection, reading: texts).report(on: files.inputs)
    let seen = Set(report.files.map { old.path(of: $0.path) })
    let kept = old.baseline.removing { seen.contains($0) || !old.exists($0) }
    let baseline = kept.adding(Baseline(of: report.findings, path: old.path(of:)))
    do throws(SystemFailure) {
      try old.write(baseline)
    } catch {
      note("cannot write \(path): \(error.reason)")
      return .incomplete
    }
    note("\(path) holds \(baseline.count) \(baseline.count == 1 ? "finding" : "findings")")
    return files.problems.map(\.status).max() ?? .clean
  }

  private func linter(_ selection: Selection, reading texts: FileTexts) -> Linter {
    Linter(
      selection: selection, jobs: jobs, today: CivilDate(daysSince1970: daysSince1970)
    ) { path, count throws(Unreadable) in try texts.read(path, count) }
  }

  private func changedLines(_ git: Git?) throws(UsageError) -> ChangedLines? {
    guard let git else { return nil }
    if let reference = request.changedSince { return try git.linesChanged(since: reference) }
    return try git.linesStaged()
  }

  /// Keeps back what the baseline holds, and takes out of it what is no longer found.
  private func hold(_ report: Report, with file: BaselineFile, changes: ChangedLines?) -> Report {
    let outcome = file.applied(to: report)
    let sawEverything =
      changes == nil && request.stdinName == nil && request.select.isEmpty && request.ignore.isEmpty
      && request.platform == nil && request.minimumSeverity == .note
    guard sawEverything, outcome.pruned != file.baseline else { return outcome.report }
    let count = file.baseline.count - outcome.pruned.count
    do throws(SystemFailure) {
      try file.write(outcome.pruned)
      if count > 0, !request.isQuiet {
        note("\(count) \(count == 1 ? "finding is" : "findings are") mended and no longer in \(file.path)")
      }
    } catch {
      note("\(file.path) cannot be brought up to date: \(error.reason)")
    }
    return outcome.report
  }

  private func addSuppressions(
    _ report: Report, _ selection: Selection, _ files: FileSearch, _ texts: FileTexts
  ) throws(UsageError) -> Report {
    let configurations = files.inputs.compactMap { input in input.configuration.map { (input.path, $0) } }
    let writer = SuppressionWriter(
      reason: request.reason ?? "", configurations: Dictionary(configurations) { first, _ in first }
    ) { changed in
      linter(selection, reading: texts.replacing(changed)).report(on: files.inputs.filter { changed[$0.path] != nil })
    }
    let left = try writer.write(report.findings)
    return Report(findings: left, files: report.files, suppressed: report.suppressed)
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
  private func deliver(_ report: Report, _ rules: [Rule]) -> Bool {
    var isWritten = true
    // Files come first: whoever reads standard output may stop listening.
    for destination in destinations where destination.path != nil {
      isWritten = write(report, as: destination.format, to: destination.path ?? "", rules) && isWritten
    }
    for destination in destinations where destination.path == nil {
      let text = destination.format.render(report, in: context(for: destination, rules))
      // Standard output has the fixed text.
      if isFixingStandardInput {
        try? seatrial.write(text.utf8, to: 2)
      } else {
        isWritten = writeAnswer(text) && isWritten
      }
    }
    if request.showsStatistics { note(Statistics(report).text) }
    return isWritten
  }

  private func write(_ report: Report, as format: ReportFormat, to path: String, _ rules: [Rule]) -> Bool {
    do {
      try replaceFile(
        at: path, with: format.render(report, in: context(for: Destination(format: format, path: path), rules)).utf8)
      return true
    } catch {
      note("cannot write \(path): \(error.reason)")
      return false
    }
  }

  /// What was asked for; otherwise text, and in GitHub Actions what makes annotations of a log.
  private var destinations: [Destination] {
    if !request.destinations.isEmpty { return request.destinations }
    let text = Destination(format: .text, path: nil)
    // The annotations first: what text shows of a file can hold words that the runner obeys.
    return request.annotates && environment("GITHUB_ACTIONS") == "true"
      ? [Destination(format: .github, path: nil), text] : [text]
  }

  private var jobs: Int { request.jobs ?? processorCount }

  /// What is written to a file or a pipe is the same every time; only a person at a terminal sees how long it took.
  private func context(for destination: Destination, _ rules: [Rule]) -> ReportContext {
    let showsSuppressed =
      destination.format == .sarif ? request.includesSuppressedInSARIF : request.showsSuppressed
    // Only the reports for people and programs on this machine take paths as they are.
    let checkout = [.text, .concise, .json, .ndjson].contains(destination.format) ? nil : Checkout.current
    guard destination.path == nil else {
      return ReportContext(
        version: toolVersion, showsSummary: !request.isQuiet, showsSuppressed: showsSuppressed, rules: rules,
        checkout: checkout, jobs: jobs)
    }
    let output: Int32 = isFixingStandardInput ? 2 : 1
    let isWatched = isTerminal(output)
    return ReportContext(
      version: toolVersion, usesColor: request.color.usesColor(output), width: isWatched ? terminalWidth(output) : nil,
      elapsed: isWatched ? start.duration(to: .now) : nil, showsSummary: !request.isQuiet,
      showsSuppressed: showsSuppressed, rules: rules, checkout: checkout, jobs: jobs)
  }
}

/// The selectors in a list of options, each of which may hold several with commas between.
private func selectors(_ options: [String], among rules: [Rule]) throws(UsageError) -> [RuleSelector] {
  var selectors: [RuleSelector] = []
  for word in options.flatMap({ $0.split(on: ",") }) {
    let word = String(word.trimmingBlanks)
    if word.isEmpty { continue }
    do {
      selectors.append(try RuleSelector(word, among: rules))
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
