import Forms
import Rules
import Syntax

/// One file of a run.
package struct Input: Hashable, Sendable {
  /// As it is shown to people, and as it is handed back to be read.
  package let path: String
  /// Whether somebody named the file itself, rather than a directory above it.
  package let isExplicit: Bool
  /// Nil when the file has none.
  package let configuration: AppliedConfiguration?

  package init(path: String, isExplicit: Bool, configuration: AppliedConfiguration? = nil) {
    self.path = path
    self.isExplicit = isExplicit
    self.configuration = configuration
  }
}

/// Why a file could not be read, in the operating system's words.
package struct Unreadable: Error, Equatable {
  package let reason: String

  package init(reason: String) { self.reason = reason }
}

/// Lints files: each one alone, then once more together with those that it refers to.
///
/// It never touches the file system: what reads a file is handed to it.
package struct Linter: Sendable {
  /// Gives the first bytes of a file, at most as many as asked for.
  package typealias Reader = @Sendable (_ path: String, _ count: Int) throws(Unreadable) -> [UInt8]

  private let selection: Selection
  private let limits: Limits
  private let jobs: Int
  private let today: CivilDate?
  private let read: Reader

  /// - Parameters:
  ///   - selection: which rules run, and on what.
  ///   - limits: what one file may ask for.
  ///   - jobs: how many files may be in work at the same time; the report does not depend on it.
  ///   - today: the day by which suppressions expire; nil when none does.
  ///   - reading: is called from several threads, once or twice for each file.
  package init(
    selection: Selection, limits: Limits = .standard, jobs: Int = 1, today: CivilDate? = nil, reading: @escaping Reader
  ) {
    self.selection = selection
    self.limits = limits
    self.jobs = jobs
    self.today = today
    read = reading
  }

  /// What there is to say about the files.
  ///
  /// Their order does not matter, and a path that comes twice counts once.
  ///
  /// - Parameters:
  ///   - inputs: the files.
  ///   - progress: is called from several threads, once for each file that is done.
  ///   - isGone: whether a suppression of a configuration is about files that there are not, unless they are inputs.
  /// - Returns: the report.
  package func report(
    on inputs: [Input], progress: (@Sendable () -> Void)? = nil,
    isGone: (ConfiguredSuppression, Configuration) -> Bool = { _, _ in false }
  ) -> Report {
    let inputs = Self.distinct(inputs)
    let profiles = Profiles(selection, for: inputs)
    var results = concurrentMap(inputs, jobs: jobs) { input in
      defer { progress?() }
      return lint([input], profiles)[0]
    }
    let groups = connectedGroups(results.map { ($0.outcome.path, $0.links) })
    let related = concurrentMap(groups, jobs: jobs) { group in lint(group.map { inputs[$0] }, profiles) }
    for (group, newResults) in zip(groups, related) {
      for (index, result) in zip(group, newResults) { results[index] = result }
    }
    let aboutConfigurations = (results.flatMap(\.uses).findings + suppressionsOfNothing(inputs, profiles, isGone))
      .filter { $0.severity >= selection.minimumSeverity }
    return Report(
      findings: results.flatMap(\.findings).addingInOrder(aboutConfigurations), files: results.map(\.outcome),
      suppressed: results.flatMap(\.suppressed))
  }

  /// The configured suppressions of files that are gone.
  private func suppressionsOfNothing(
    _ inputs: [Input], _ profiles: Profiles, _ isGone: (ConfiguredSuppression, Configuration) -> Bool
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var known = Set<Configuration>()
    for input in inputs {
      guard let configuration = input.configuration?.configuration, !configuration.suppressions.isEmpty,
        known.insert(configuration).inserted, let rule = profiles[input].rules.aboutText("CFG001")
      else { continue }
      // What is extended may be for other directories, too.
      for suppression in configuration.suppressions
      where suppression.file === configuration.file && isGone(suppression, configuration) {
        let isMeant = inputs.contains { input in
          input.configuration.map { $0.configuration === configuration && suppression.paths.match($0.path) } ?? false
        }
        if !isMeant { findings.append(suppression.findingWithoutFile(rule)) }
      }
    }
    return findings
  }

  /// Each path once, in order.
  private static func distinct(_ inputs: [Input]) -> [Input] {
    var result: [Input] = []
    result.reserveCapacity(inputs.count)
    for input in inputs.sorted(by: { ($0.path, $0.isExplicit ? 0 : 1) < ($1.path, $1.isExplicit ? 0 : 1) })
    where result.last?.path != input.path {
      result.append(input)
    }
    return result
  }
}

extension Linter {
  /// By what each of some files finds others, and they find it.
  package func links(of inputs: [Input]) -> [Links] {
    let profiles = Profiles(selection, for: inputs)
    return concurrentMap(inputs, jobs: jobs) { input in Links(open(input, profiles[input]).resources) }
  }
}

/// What became of one file.
private struct FileResult: Sendable {
  let outcome: FileOutcome
  let findings: [Diagnostic]
  let links: Links
  let suppressed: [SuppressedFinding]
  let uses: [ConfiguredUse]
}

/// A file that was read, with the resources in it, and what holds for it.
private struct OpenFile {
  let input: Input
  let profile: Profile
  let contents: Contents
}

extension Linter {
  /// Lints files that may look at each other's resources; one result for each.
  private func lint(_ inputs: [Input], _ profiles: Profiles) -> [FileResult] {
    let files = inputs.map { input in
      let profile = profiles[input]
      return OpenFile(input: input, profile: profile, contents: open(input, profile))
    }
    let run = Run(files.flatMap(\.contents.resources))
    return files.map { file in
      let profile = file.profile
      var findings = file.contents.diagnostics.compactMap { $0.weighed(by: profile.rules.aboutText($0.code)) }
      for resource in file.contents.resources {
        let rules = profile.rules[resource.kind]
        guard let first = rules.first else { continue }
        var found = Findings(rule: first, resource: resource, run: run, settings: profile.settings)
        for rule in rules {
          found.rule = rule
          rule.check.body(resource, &found)
        }
        findings += found.diagnostics
      }
      if !file.contents.fillings.isEmpty { findings = findings.compactMap { $0.explaining(file.contents.fillings) } }
      let suppression = suppress(findings, in: file)
      if let suppression { findings = suppression.kept }
      if selection.minimumSeverity > .note { findings.removeAll { $0.severity < selection.minimumSeverity } }
      return FileResult(
        outcome: FileOutcome(path: file.input.path, state: file.contents.state), findings: findings.inReportOrder(),
        links: Links(file.contents.resources),
        suppressed: suppression?.suppressed.filter { $0.finding.severity >= selection.minimumSeverity }.inReportOrder()
          ?? [], uses: suppression?.uses ?? [])
    }
  }

  /// Nil when nothing in the file or its configuration asks for it, which is nearly always.
  private func suppress(_ findings: [Diagnostic], in file: OpenFile) -> Suppression? {
    guard case .checked = file.contents.state, let source = file.contents.file else { return nil }
    let configured = file.input.configuration.map { applied in
      applied.configuration.suppressions.filter { $0.paths.match(applied.path) }
    }
    guard !file.contents.comments.isEmpty || configured?.isEmpty == false else { return nil }
    return Suppression(
      findings, of: source, contents: file.contents, profile: file.profile, configured: configured ?? [], today: today,
      isWholeFile: selection.platforms.count == Platform.allCases.count)
  }

  private func open(_ input: Input, _ profile: Profile) -> Contents {
    let bytes: [UInt8]
    do {
      // One byte more than allowed is enough for the reader to notice.
      bytes = try read(input.path, limits.size + 1)
    } catch {
      return Contents(state: .unreadable(error.reason))
    }
    let neighbours = Neighbours(of: input.path) { [read, limits] path in
      guard let bytes = try? read(path, limits.size + 1), (1...limits.size) ~= bytes.count else { return nil }
      return bytes
    }
    return Contents(
      of: SourceFile(path: input.path, bytes: bytes), isExplicit: input.isExplicit, limits: limits,
      variables: profile.variables, neighbours: neighbours)
  }
}
