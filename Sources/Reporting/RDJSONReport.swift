import Linting
import Rules
import Syntax

/// The format of reviewdog, with fixes that it turns into suggestions in a pull request.
enum RDJSONReport {
  static func render(_ report: Report, in context: ReportContext) -> String {
    let rules = Dictionary(context.rules.map { ($0.code, $0) }) { first, _ in first }
    // A page is prose that takes time to make.
    let found = Set(report.findings.map(\.code))
    let codes = Dictionary(
      uniqueKeysWithValues: found.map { ($0, Entry.Code(value: $0, url: rules[$0]?.address)) })
    let hidden = HiddenSource(report.findings)
    return jsonText(
      Document(
        diagnostics: report.findings.map { finding in
          Entry(
            message: ([finding.message.visible] + finding.remarks).joined(separator: "\n"),
            location: .init(path: finding.file.path, range: Extent(finding.range, in: finding.file)),
            severity: finding.severity.reviewdogSeverity, code: codes[finding.code],
            suggestions: suggestions(of: finding, hiding: hidden))
        }))
  }

  /// The best fix as one suggestion, since nothing in the format says whether several belong together.
  private static func suggestions(of finding: Diagnostic, hiding hidden: HiddenSource) -> [Suggestion]? {
    let edits = (finding.fixes.first?.edits ?? []).sorted { $0.range.lower < $1.range.lower }
    guard let first = edits.first, let last = edits.last else { return nil }
    let file = finding.file
    let whole = SourceRange(first.range.lower, last.range.upper)
    if edits.count > 1, !hidden.ranges(in: file, touching: whole).isEmpty {
      return edits.map { Suggestion(range: Extent($0.range, in: file), text: $0.replacement) }
    }
    var text = ""
    var offset = whole.lower
    for edit in edits {
      text += file.text(in: SourceRange(offset, max(offset, edit.range.lower))) + edit.replacement
      offset = edit.range.upper
    }
    return [Suggestion(range: Extent(whole, in: file), text: text)]
  }
}

private struct Document: Encodable {
  struct Source: Encodable {
    let name = "seatrial"
    let url = "https://github.com/seatrial/seatrial"
  }

  let source = Source()
  let diagnostics: [Entry]
}

private struct Entry: Encodable {
  struct Location: Encodable {
    let path: String
    let range: Extent
  }

  struct Code: Encodable {
    let value: String
    let url: String?
  }

  let message: String
  let location: Location
  let severity: String
  let code: Code?
  let suggestions: [Suggestion]?
}

private struct Suggestion: Encodable {
  let range: Extent
  let text: String
}

/// A range whose end is behind its last byte; nothing is replaced where both places are the same.
private struct Extent: Encodable {
  struct Place: Encodable {
    let line: Int
    /// Counted in bytes, and a byte order mark has three.
    let column: Int

    init(_ offset: Int, in file: SourceFile) {
      line = file.line(at: offset)
      column = 1 + offset - (line == 1 ? 0 : file.rangeOfLine(line).lower)
    }
  }

  let start: Place
  let end: Place

  init(_ range: SourceRange, in file: SourceFile) {
    start = Place(range.lower, in: file)
    end = Place(range.upper, in: file)
  }
}

extension Severity {
  fileprivate var reviewdogSeverity: String {
    switch self {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }
}
