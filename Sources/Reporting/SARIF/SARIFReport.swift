import Linting
import Rules
import Syntax

/// SARIF 2.1.0 for code scanning and every other receiver.
enum SARIFReport {
  private static let home = "https://github.com/seatrial/seatrial"
  private static let baseId = "%SRCROOT%"

  /// The log of a run; GitHub refuses one with more than 25,000 results.
  static func render(_ report: Report, in context: ReportContext, mostResults: Int = 25_000) -> String {
    let suppressed = context.showsSuppressed ? report.suppressed : []
    // Code scanning opens suppressed results as alerts, so they are there on request only, and last.
    let report = Report(findings: report.findings + suppressed.map(\.finding), files: report.files)
    let rules = SARIFRules(rules: context.rules, findings: report.findings)
    let results = Results(report: report, suppressed: suppressed, rules: rules, context: context).list(
      atMost: mostResults)
    var notifications = report.files.compactMap { unreadable($0, in: context) }
    if results.count < report.findings.count {
      let left = report.findings.count - results.count
      notifications.append(
        SARIFLog.Notification(
          level: "warning",
          message: .init(text: "\(left) less severe findings are left out: code scanning takes \(mostResults)."),
          locations: nil))
    }
    let run = SARIFLog.Run(
      tool: .init(
        driver: .init(
          version: context.version, semanticVersion: context.version, informationUri: home, rules: rules.descriptors)),
      automationDetails: .init(id: "seatrial/"),
      originalUriBaseIds: [
        baseId: .init(description: .init(text: "The directory that paths are relative to: the root of the repository."))
      ],
      // Also when a file could not be read: GitHub throws away the whole log of an execution that was not successful.
      invocations: [.init(executionSuccessful: true, toolExecutionNotifications: notifications)],
      results: results)
    return jsonText(SARIFLog(runs: [run]))
  }

  private static func unreadable(_ file: FileOutcome, in context: ReportContext) -> SARIFLog.Notification? {
    guard case .unreadable(let reason) = file.state else { return nil }
    let location = SARIFLog.PhysicalLocation(artifactLocation: artifact(file.path, in: context), region: nil)
    return SARIFLog.Notification(
      level: "error", message: .init(text: "\(file.path) could not be read: \(reason)"),
      locations: [.init(physicalLocation: location)])
  }

  fileprivate static func artifact(_ path: String, in context: ReportContext) -> SARIFLog.ArtifactLocation {
    let uri = ArtifactURI(path: context.repositoryPath(of: path))
    return SARIFLog.ArtifactLocation(uri: uri.text, uriBaseId: uri.isRelative ? baseId : nil)
  }
}

extension Severity {
  /// SARIF's word for it.
  var sarifLevel: String { rawValue }
}

/// The findings as SARIF results.
private struct Results {
  /// With the suppressed findings at the end of its findings.
  let report: Report
  let suppressed: [SuppressedFinding]
  let rules: SARIFRules
  let context: ReportContext

  func list(atMost limit: Int) -> [SARIFLog.Result] {
    let fingerprints = Fingerprints(report.findings)
    let lineHashes = distinctLineHashes
    return mostSevere(limit).map { index in
      let finding = report.findings[index]
      return SARIFLog.Result(
        ruleId: finding.code, ruleIndex: rules.index(of: finding.code), level: finding.severity.sarifLevel,
        message: .init(text: message(of: finding)), locations: [location(of: finding)],
        relatedLocations: finding.labels.isEmpty ? nil : relatedLocations(of: finding),
        partialFingerprints: ["primaryLocationLineHash": lineHashes[index], "seatrial/v1": fingerprints[index]],
        fixes: fixes(of: finding), suppressions: suppressions(of: index))
    }
  }

  /// Nil for a finding that nobody suppresses.
  private func suppressions(of index: Int) -> [SARIFLog.Suppression]? {
    let first = report.findings.count - suppressed.count
    guard index >= first else { return nil }
    let suppression = suppressed[index - first]
    return [
      SARIFLog.Suppression(
        kind: suppression.means == .comment ? "inSource" : "external",
        justification: suppression.reason ?? (suppression.means == .baseline ? "in the baseline" : nil))
    ]
  }

  /// The indices of the findings to keep, in the report's order.
  private func mostSevere(_ limit: Int) -> [Int] {
    let all = report.findings.indices
    guard all.count > limit else { return Array(all) }
    return all.sorted { (report.findings[$1].severity, $0) < (report.findings[$0].severity, $1) }.prefix(limit).sorted()
  }

  /// The upload action's hash of each finding's line.
  ///
  /// A minified file is one line, and findings of one rule with the same hash would become one alert: all but the first
  /// get a number. The action leaves a value that is there alone, and says in its log that it would have made another.
  private var distinctLineHashes: [String] {
    var files: [String: LineHashes] = [:]
    var seen: [String: Int] = [:]
    return report.findings.map { finding in
      let path = finding.file.path
      let hashes = files[path] ?? LineHashes(finding.file)
      files[path] = hashes
      let line = finding.file.line(at: finding.range.lower)
      let key = "\(path)\u{0}\(line)\u{0}\(finding.code)"
      let count = seen[key, default: 0] + 1
      seen[key] = count
      return count == 1 ? hashes[line] : "\(hashes[line]):\(count)"
    }
  }

  /// What is wrong, links to the other places, and what to do; code scanning makes the first sentence the title, and
  /// shows only those places that are linked.
  private func message(of finding: Diagnostic) -> String {
    var sentences = [finding.message]
    for (index, label) in finding.labels.enumerated() {
      let text = label.message.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
      sentences.append("See [\(text)](\(index + 1))")
    }
    if let help = finding.help { sentences.append("Help: \(help)") }
    return sentences.map { sentence in
      sentence.last.map { ".!?".contains($0) } ?? false ? sentence : sentence + "."
    }.joined(separator: " ")
  }

  /// A pull request shows an alert only when all lines of its region are in the diff, so it is one line at most.
  private func location(of finding: Diagnostic) -> SARIFLog.Location {
    SARIFLog.Location(physicalLocation: place(finding.rangeOnFirstLine, in: finding.file))
  }

  private func relatedLocations(of finding: Diagnostic) -> [SARIFLog.Location] {
    finding.labels.enumerated().map { index, label in
      SARIFLog.Location(
        id: index + 1, message: .init(text: label.message), physicalLocation: place(label.range, in: label.file))
    }
  }

  private func place(_ range: SourceRange, in file: SourceFile) -> SARIFLog.PhysicalLocation {
    SARIFLog.PhysicalLocation(
      artifactLocation: SARIFReport.artifact(file.path, in: context), region: region(range, in: file))
  }

  private func region(_ range: SourceRange, in file: SourceFile) -> SARIFLog.Region {
    let start = file.position(at: range.lower)
    let end = file.position(at: range.upper)
    return SARIFLog.Region(
      startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column,
      byteOffset: range.lower, byteLength: range.count)
  }

  private func fixes(of finding: Diagnostic) -> [SARIFLog.Fix]? {
    let fixes = finding.fixes.filter { !$0.edits.isEmpty }
    return fixes.isEmpty ? nil : fixes.map { fix($0, in: finding.file) }
  }

  private func fix(_ fix: Fix, in file: SourceFile) -> SARIFLog.Fix {
    let replacements = fix.edits.map { edit in
      SARIFLog.Replacement(deletedRegion: region(edit.range, in: file), insertedContent: .init(text: edit.replacement))
    }
    let change = SARIFLog.ArtifactChange(
      artifactLocation: SARIFReport.artifact(file.path, in: context), replacements: replacements)
    return SARIFLog.Fix(
      description: .init(text: fix.title), artifactChanges: [change], properties: .init(safety: fix.safety.rawValue))
  }
}
