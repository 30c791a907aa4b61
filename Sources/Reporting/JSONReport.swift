import Forms
import Linting
import Rules
import Syntax

/// The report for programs; `docs/json-report.md` is its contract.
enum JSONReport {
  static func render(_ report: Report, in context: ReportContext) -> String {
    let names = context.ruleNames
    let fingerprints = Fingerprints(report.findings)
    return jsonText(
      Document(
        tool: Tool(version: context.version),
        summary: Counts(Summary(report)),
        findings: report.findings.enumerated().map { index, finding in
          Finding(finding, name: names[finding.code], fingerprint: fingerprints[index])
        },
        suppressed: context.showsSuppressed
          ? report.suppressed.map { Suppressed($0, name: names[$0.finding.code]) } : nil,
        files: report.files.map(File.init)))
  }

  /// The findings alone, each an object on a line of its own; after them those that are suppressed, if they are wanted.
  static func renderLines(_ report: Report, in context: ReportContext) -> String {
    let names = context.ruleNames
    let fingerprints = Fingerprints(report.findings)
    let findings = concurrentMap(Array(report.findings.indices), jobs: context.jobs) { index in
      let finding = report.findings[index]
      return jsonText(
        Finding(finding, name: names[finding.code], fingerprint: fingerprints[index]), isIndented: false)
    }
    let suppressed = context.showsSuppressed ? report.suppressed : []
    return findings.joined()
      + suppressed.map { jsonText(Suppressed($0, name: names[$0.finding.code]), isIndented: false) }.joined()
  }
}

private struct Document: Encodable {
  /// Grows when a consumer has to change; new members do not make it grow.
  let version = 1
  let tool: Tool
  let summary: Counts
  let findings: [Finding]
  let suppressed: [Suppressed]?
  let files: [File]
}

private struct Tool: Encodable {
  let name = "seatrial"
  let version: String
}

private struct Counts: Encodable {
  let errors: Int
  let warnings: Int
  let notes: Int
  let fixable: Int
  let unsafelyFixable: Int
  let suppressed: Int
  let baselined: Int
  let files: Files

  struct Files: Encodable {
    let withFindings: Int
    let checked: Int
    let passedBy: Int
    let unreadable: Int
  }

  init(_ summary: Summary) {
    errors = summary.errors
    warnings = summary.warnings
    notes = summary.notes
    fixable = summary.fixable
    unsafelyFixable = summary.unsafelyFixable
    suppressed = summary.suppressed
    baselined = summary.baselined
    files = Files(
      withFindings: summary.filesWithFindings, checked: summary.checked, passedBy: summary.passedBy,
      unreadable: summary.unreadable)
  }
}

private struct Place: Encodable {
  let line: Int
  let column: Int
  let offset: Int

  init(_ offset: Int, in file: SourceFile) {
    let position = file.position(at: offset)
    line = position.line
    column = position.column
    self.offset = offset
  }
}

private struct Finding: Encodable {
  let code: String
  let name: String?
  let severity: String
  let message: String
  let caption: String?
  let help: String?
  let path: String
  let start: Place
  let end: Place
  let labels: [Label]
  let fixes: [Change]
  let fingerprint: String

  init(_ finding: Diagnostic, name: String?, fingerprint: String) {
    code = finding.code
    self.name = name
    severity = finding.severity.rawValue
    message = finding.message
    caption = finding.caption.isEmpty ? nil : finding.caption
    help = finding.help
    path = finding.file.path
    start = Place(finding.range.lower, in: finding.file)
    end = Place(finding.range.upper, in: finding.file)
    labels = finding.labels.map(Label.init)
    fixes = finding.fixes.map { Change($0, in: finding.file) }
    self.fingerprint = fingerprint
  }
}

private struct Suppressed: Encodable {
  let code: String
  let name: String?
  let severity: String
  let message: String
  let path: String
  let start: Place
  let end: Place
  let by: String
  let reason: String?

  init(_ suppressed: SuppressedFinding, name: String?) {
    let finding = suppressed.finding
    code = finding.code
    self.name = name
    severity = finding.severity.rawValue
    message = finding.message
    path = finding.file.path
    start = Place(finding.range.lower, in: finding.file)
    end = Place(finding.range.upper, in: finding.file)
    by = suppressed.means.rawValue
    reason = suppressed.reason
  }
}

private struct Label: Encodable {
  let path: String
  let start: Place
  let end: Place
  let message: String

  init(_ label: Diagnostic.Label) {
    path = label.file.path
    start = Place(label.range.lower, in: label.file)
    end = Place(label.range.upper, in: label.file)
    message = label.message
  }
}

private struct Change: Encodable {
  struct Edit: Encodable {
    let start: Place
    let end: Place
    let replacement: String
  }

  let title: String
  let safety: String
  let edits: [Edit]

  init(_ fix: Fix, in file: SourceFile) {
    title = fix.title
    safety = fix.safety.rawValue
    edits = fix.edits.map { edit in
      Edit(
        start: Place(edit.range.lower, in: file), end: Place(edit.range.upper, in: file), replacement: edit.replacement)
    }
  }
}

private struct File: Encodable {
  let path: String
  let state: String
  let forms: [String]?
  let reason: String?

  init(_ file: FileOutcome) {
    path = file.path
    switch file.state {
    case .checked(let forms):
      state = "checked"
      self.forms = forms.map(\.rawValue)
      reason = nil
    case .passedBy(let why):
      state = "passedBy"
      forms = nil
      reason = why
    case .unreadable(let why):
      state = "unreadable"
      forms = nil
      reason = why
    }
  }
}
