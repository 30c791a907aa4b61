import Linting
import Syntax

/// The report for people: every finding with the lines it is about, and a summary.
enum TextReport {
  static func render(_ report: Report, in context: ReportContext) -> String {
    // On a narrower terminal than this, text that wraps is harder to read than text that the terminal wraps.
    let width = context.width.map { max($0, 40) }
    let hidden = HiddenSource(report.findings)
    let blocks = concurrentMap(report.findings, jobs: context.jobs) { finding in
      let rows = TextFinding(finding: finding, hidden: hidden, width: width).rows + [Row()]
      return rows.reduce(into: "") { $0 += $1.rendered(inColor: context.usesColor) }
    }
    var text = blocks.reduce(into: "") { $0 += $1 }
    if context.showsSuppressed {
      for suppressed in report.suppressed {
        let rows = TextFinding(suppressed: suppressed, hidden: hidden, width: width).shortRows + [Row()]
        for row in rows { text += row.rendered(inColor: context.usesColor) }
      }
    }
    guard context.showsSummary else { return text }
    for row in SummaryLine(summary: Summary(report), elapsed: context.elapsed).rows(width: width) {
      text += row.rendered(inColor: context.usesColor)
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
    let indent = label.count + 1
    return wrapped(finding.message.visible, to: width.map { $0 - indent }).enumerated().map { index, line in
      var row = index == 0 ? Row(Span(label, .severity(finding.severity))) : Row()
      row.put(Span(line, .strong), at: indent)
      return row
    }
  }

  private func arrow(to snippet: Snippet, isFirst: Bool) -> Row {
    let place = snippet.file.position(at: snippet.marks.first?.range.lower ?? 0)
    return Row(
      Span(String(repeating: " ", count: gutter + 1) + (isFirst ? "--> " : "::: "), .gutter),
      Span("\(snippet.file.path.visible):\(place.line):\(place.column)"))
  }

  private func advice(_ title: String, _ text: String) -> [Row] {
    let bullet = String(repeating: " ", count: gutter + 2) + "="
    let indent = bullet.count + title.count + 3
    return wrapped(text.visible, to: width.map { $0 - indent }).enumerated().map { index, line in
      var row = Row()
      if index == 0 { row = Row(Span(bullet, .gutter), Span(" "), Span("\(title):", .strong)) }
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
