import Linting
import Rules
import Syntax

/// A summary in GitHub's Markdown, made for `$GITHUB_STEP_SUMMARY`: tables, the most severe findings first.
enum MarkdownReport {
  /// The summary of a step may have 1 MiB; what else the step writes needs some of it.
  private static let mostBytes = 1_000_000

  static func render(_ report: Report, in context: ReportContext, mostBytes: Int = mostBytes) -> String {
    let rules = Dictionary(context.rules.map { ($0.code, $0) }) { first, _ in first }
    var page = Page(room: mostBytes - 4096)
    page.text = heading(report)
    for severity in Severity.allCases.reversed() {
      let rows = report.findings.weighing(severity).lazy.map { row($0, rule: rules[$0.code], in: context) }
      page.add(
        rows, title: "\(severity.mark) \(counted(rows.count, severity.rawValue))", columns: findingColumns,
        isOpen: severity != .note)
    }
    let unreadable = report.files.compactMap { file in
      if case .unreadable(let reason) = file.state {
        "| \(inert(file.path)) | \(inert(reason)) |\n"
      } else {
        nil
      }
    }
    page.add(
      unreadable, title: "❗ \(counted(unreadable.count, "file")) could not be read", columns: ["File", "Why"],
      isOpen: true)
    if context.showsSuppressed {
      let rows = report.suppressed.lazy.map { suppressed in
        row(suppressed.finding, rule: rules[suppressed.finding.code], in: context, keptBack: suppressed.explanation)
      }
      page.add(
        rows, title: "🔕 \(report.suppressed.count) suppressed", columns: findingColumns, isOpen: false)
    }
    if page.left > 0 {
      page.text += "\n\(counted(page.left, "row")) more did not fit: a job summary holds 1 MiB.\n"
    }
    return page.text
  }

  private static let findingColumns = ["Rule", "Where", "What"]

  /// The numbers of the run, as the text report has them.
  private static func heading(_ report: Report) -> String {
    let rows = SummaryLine(summary: Summary(report), elapsed: nil).rows(width: nil)
    let numbers = rows.reduce(into: "") { $0 += $1.rendered(inColor: false) }
    return "## seatrial\n\n\(inert(trimmed(numbers)))\n"
  }

  private static func row(
    _ finding: Diagnostic, rule: Rule?, in context: ReportContext, keptBack: String? = nil
  ) -> String {
    let line = finding.file.line(at: finding.range.lower)
    let place = inert("\(finding.file.path):\(line)")
    let linked = context.checkout?.address(of: finding.file.path, line: line).map { "[\(place)](\($0))" } ?? place
    let code = "**\(inert(finding.code))**"
    let linkedCode = rule?.address.map { "[\(code)](\($0))" } ?? code
    let rule = rule.map { "\(linkedCode)<br>\(inert($0.name))" } ?? code
    var lines = [inert(finding.message)] + finding.remarks.map { "<sub>\(inert($0))</sub>" }
    if let keptBack { lines.append("<sub>kept back \(inert(keptBack))</sub>") }
    return "| \(rule) | \(linked) | \(lines.joined(separator: "<br>")) |\n"
  }
}

/// The text so far, and the room that is left.
private struct Page {
  let room: Int
  var text = ""
  /// Rows that did not fit.
  private(set) var left = 0

  init(room: Int) { self.room = room }

  /// A table under a title, closed unless it is to be seen at once; nothing when it has no rows.
  mutating func add(_ rows: some Collection<String>, title: String, columns: [String], isOpen: Bool) {
    guard let first = rows.first else { return }
    // A heading with nothing below it says nothing.
    if text.utf8.count + title.utf8.count + first.utf8.count + 200 > room {
      left += rows.count
      return
    }
    text += isOpen ? "\n### \(title)\n\n" : "\n<details><summary>\(title)</summary>\n\n"
    text += "| \(columns.joined(separator: " | ")) |\n|\(String(repeating: " --- |", count: columns.count))\n"
    var size = text.utf8.count
    for (index, row) in rows.enumerated() {
      size += row.utf8.count
      if size > room {
        left += rows.count - index
        break
      }
      text += row
    }
    if !isOpen { text += "\n</details>\n" }
  }
}

extension Severity {
  fileprivate var mark: String {
    switch self {
    case .error: "❌"
    case .warning: "⚠️"
    case .note: "ℹ️"
    }
  }
}

/// Text that Markdown shows as it is: no marks, no tags, no table cells, and none of the things that receivers find in
/// plain text, such as mentions, numbers of issues and addresses.
private func inert(_ text: String) -> String {
  // Nothing to see, and no text any more in which something could be found.
  let seam = "<!-- -->"
  var result = ""
  for scalar in text.visible.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "@", "#": result += "\(scalar)\(seam)"
    case ":" where result.hasSuffix("http") || result.hasSuffix("https") || result.hasSuffix("ftp"):
      result += ":\(seam)"
    case "." where result.hasSuffix("www"): result += "\(seam)."
    case "\\", "`", "*", "_", "[", "]", "|", "~", "$": result += "\\\(scalar)"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
