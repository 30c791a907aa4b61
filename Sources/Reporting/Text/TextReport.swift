import Linting
import Syntax

/// The report for people: every finding with the lines it is about, and a summary.
enum TextReport {
  static func render(_ report: Report, in context: ReportContext) -> String {
    // On a narrower terminal than this, text that wraps is harder to read than text that the terminal wraps.
    let width = context.width.map { max($0, 40) }
    let hidden = HiddenSource(report.findings)
    let blocks = concurrentMap(report.findings.slices(of: 32), jobs: context.jobs) { findings in
      var text = ""
      for finding in findings {
        for row in TextFinding(finding: finding, hidden: hidden, width: width).rows {
          row.write(to: &text, inColor: context.usesColor)
        }
        text += "\n"
      }
      return text
    }
    var text = ""
    text.reserveCapacity(blocks.reduce(1024) { $0 + $1.utf8.count })
    for block in blocks { text += block }
    if context.showsSuppressed {
      for suppressed in report.suppressed {
        let rows = TextFinding(suppressed: suppressed, hidden: hidden, width: width).shortRows + [Row()]
        for row in rows { row.write(to: &text, inColor: context.usesColor) }
      }
    }
    guard context.showsSummary else { return text }
    for row in SummaryLine(summary: Summary(report), elapsed: context.elapsed).rows(width: width) {
      row.write(to: &text, inColor: context.usesColor)
    }
    return text
  }
}

/// One finding: heading, snippets, advice.
struct TextFinding {
  let finding: Diagnostic
  let hidden: HiddenSource
  let width: Int?
  private let gutter: Int
  private let snippets: [Snippet]
  /// What keeps it back; nil when nothing does.
  private var suppression: String?
  /// The word before the code.
  private let word: String
  /// Whether the last line says where the page of the rule is.
  private let namesPage: Bool

  init(suppressed: SuppressedFinding, hidden: HiddenSource, width: Int?) {
    self.init(finding: suppressed.finding, hidden: hidden, width: width)
    suppression = suppressed.explanation
  }

  init(
    finding: Diagnostic, hidden: HiddenSource, width: Int?, word: String? = nil, namesPage: Bool = true
  ) {
    self.word = word ?? finding.severity.rawValue
    self.namesPage = namesPage
    self.finding = finding
    self.hidden = hidden
    self.width = width
    gutter = finding.gutter
    snippets = finding.snippets(hiding: hidden, width: width)
  }

  var rows: [Row] {
    var rows = heading
    for (index, snippet) in snippets.enumerated() {
      if index > 0 { rows.append(snippet.emptyRow) }
      rows.append(arrow(to: snippet, isFirst: index == 0))
      rows += snippet.rows
    }
    if let snippet = snippets.first { rows.append(snippet.emptyRow) }
    if let help = finding.help { rows += advice("help", help) }
    for fix in finding.fixes { rows += advice("fix", "\(fix.title) (\(fix.safety.hint))") }
    return namesPage ? rows + advice("docs", "seatrial explain \(finding.code)") : rows
  }

  /// Without the snippets: for what somebody has looked at before.
  var shortRows: [Row] {
    heading + snippets.prefix(1).map { arrow(to: $0, isFirst: true) } + advice("suppressed", suppression ?? "")
  }

  private var heading: [Row] {
    let label = "\(suppression == nil ? word : "suppressed")[\(finding.code.visible)]:"
    let indent = label.displayWidth + 1
    return wrapped(finding.message.visible, to: width.map { $0 - indent }).enumerated().map { index, line in
      var row = index == 0 ? Row(Span(label, .severity(finding.severity))) : Row()
      row.put(Span(line, .strong), at: indent)
      return row
    }
  }

  private func arrow(to snippet: Snippet, isFirst: Bool) -> Row {
    Row(
      .blank(gutter + 1, .gutter), Span(isFirst ? "--> " : "::: ", .gutter, width: 4),
      Span(snippet.file.place(at: snippet.marks.first?.range.lower ?? 0)))
  }

  private func advice(_ title: String, _ text: String) -> [Row] {
    let indent = gutter + title.utf8.count + 6
    return wrapped(text.visible, to: width.map { $0 - indent }).enumerated().map { index, line in
      var row = Row()
      if index == 0 {
        row = Row(
          .blank(gutter + 2, .gutter), Span("=", .gutter, width: 1), Span(" ", width: 1), Span("\(title):", .strong))
      }
      row.put(Span(line), at: indent)
      return row
    }
  }
}

extension Fix.Safety {
  /// How to have it applied.
  fileprivate var hint: String {
    switch self {
    case .safe: "safe"
    case .unsafe: "unsafe"
    }
  }
}

extension [Diagnostic] {
  /// In pieces of so many, the last one of what is left.
  fileprivate func slices(of count: Int) -> [ArraySlice<Diagnostic>] {
    stride(from: 0, to: self.count, by: count).map { self[$0..<Swift.min($0 + count, self.count)] }
  }
}
