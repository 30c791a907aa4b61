import Linting
import Rules
import Syntax

/// The findings of a report as HTML, by rule.
struct HTMLFindings {
  /// One rule that found something.
  struct Group {
    let code: String
    /// Nil for a code that no rule has.
    let rule: Rule?
    /// Indices of the report's findings, in its order.
    let indices: [Int]
    /// The highest of its findings.
    let severity: Severity
  }

  private let report: Report
  private let context: ReportContext
  private let hidden: HiddenSource
  /// The most severe first, and of those the ones with most findings.
  let groups: [Group]

  /// The report's findings of a severity.
  func count(of severity: Severity) -> Int { report.findings.count { $0.severity == severity } }

  init(_ report: Report, in context: ReportContext) {
    self.report = report
    self.context = context
    hidden = HiddenSource(report.findings + report.suppressed.map(\.finding))
    let rules = Dictionary(context.rules.map { ($0.code, $0) }) { first, _ in first }
    groups = Dictionary(grouping: report.findings.indices, by: { report.findings[$0].code }).map { code, indices in
      Group(
        code: code, rule: rules[code], indices: indices,
        severity: indices.map { report.findings[$0].severity }.max() ?? .note)
    }.sorted { left, right in
      (right.severity, right.indices.count, left.code) < (left.severity, left.indices.count, right.code)
    }
  }

  var section: String {
    if report.findings.isEmpty {
      let isAnythingChecked = report.files.contains { if case .checked = $0.state { true } else { false } }
      let remark = isAnythingChecked ? "<p class=\"good\">No findings.</p>" : "<p>No deployment configs found.</p>"
      return "<section id=\"findings\" class=\"empty\"><h2>Findings</h2>\(remark)</section>"
    }
    // Snippets take most of the time.
    let articles = concurrentMap(Array(report.findings.indices), jobs: context.jobs) { index in
      article(report.findings[index], id: index)
    }
    return """
      <section id="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">Findings</h2>
      \(filters)
      <p id="none" hidden>No finding matches. <button type="button" id="all">Show all of them</button></p>
      <div id="by-rule">
      \(groups.map { group($0, articles: articles) }.joined(separator: "\n"))
      </div>
      <div id="by-file" hidden></div>
      </section>
      """
  }

  /// What somebody has kept back, without snippets; nothing when there is none.
  var suppressedSection: String {
    if report.suppressed.isEmpty { return "" }
    let items = report.suppressed.map { suppressed in
      let finding = suppressed.finding
      return """
        <li><code>\(finding.code.visible.markup)</code> \(finding.message.visible.markup)\
        <span class="meta">\(place(of: finding)) · \(suppressed.explanation.visible.markup)</span></li>
        """
    }
    return """
      <section id="suppressed" aria-labelledby="suppressed-title">
      <h2 id="suppressed-title">Suppressed</h2>
      <ul class="plain">
      \(items.joined(separator: "\n"))
      </ul>
      </section>
      """
  }

  private func group(_ group: Group, articles: [String]) -> String {
    let name = group.rule.map { " <span class=\"name\">\($0.name.visible.markup)</span>" } ?? ""
    let title = group.rule.map { "<p class=\"title\">\($0.title.visible.markup)</p>" } ?? ""
    return """
      <section class="group \(group.severity)" id="rule-\(group.code.visible.markup)" data-code="\(group.code.visible.markup)">
      <div class="head"><h3><code>\(group.code.visible.markup)</code>\(name)</h3>\
      <span class="count">\(counted(group.indices.count, "finding"))</span></div>
      \(title)
      \(explanation(group.rule))
      \(group.indices.map { articles[$0] }.joined(separator: "\n"))
      </section>
      """
  }

  private func explanation(_ rule: Rule?) -> String {
    guard let rule else { return "" }
    let page = rule.page()
    let references = page.references.filter { $0.hasPrefix("https://") }.map { address in
      "<li><a href=\"\(address.markup)\" rel=\"noopener noreferrer\">\(address.markup)</a></li>"
    }
    let list = references.isEmpty ? "" : "<h4>References</h4><ul>\(references.joined())</ul>"
    return """
      <details class="why"><summary>Why, and how to fix it</summary>
      <h4>Why</h4>
      \(Markdown(page.why).html)
      <h4>How to fix it</h4>
      \(Markdown(page.fix).html)
      \(list)
      </details>
      """
  }

  private func article(_ finding: Diagnostic, id: Int) -> String {
    let code = finding.code.visible.markup
    var parts = [
      """
      <article class="finding \(finding.severity)" id="f\(id)" tabindex="-1" data-path="\(finding.file.path.visible.markup)">
      <h4>\(finding.message.visible.markup)</h4>
      <p class="meta"><span class="severity">\(finding.severity)</span> <a class="code" href="#rule-\(code)">\(code)</a> \
      \(place(of: finding))</p>
      """
    ]
    parts += snippets(of: finding).map { path, text in
      (path.map { "<p class=\"elsewhere\">\($0.visible.markup)</p>\n" } ?? "") + "<pre tabindex=\"0\">\(text)</pre>"
    }
    if let help = finding.help { parts.append("<p class=\"help\"><b>Help:</b> \(help.visible.markup)</p>") }
    for fix in finding.fixes {
      parts.append("<p class=\"fix\"><b>Fix:</b> \(fix.title.visible.markup) (\(fix.safety.rawValue))</p>")
    }
    return parts.joined(separator: "\n") + "\n</article>"
  }

  private func place(of finding: Diagnostic) -> String {
    let text = finding.file.place(at: finding.range.lower).markup
    let line = finding.file.line(at: finding.range.lower)
    guard let address = context.checkout?.address(of: finding.file.path, line: line) else {
      return "<span class=\"place\">\(text)</span>"
    }
    return "<a class=\"place\" href=\"\(address.markup)\" rel=\"noopener noreferrer\">\(text)</a>"
  }

  /// The marked lines of each file, as the text report shows them; the path where it is not the finding's own file.
  private func snippets(of finding: Diagnostic) -> [(path: String?, text: String)] {
    finding.snippets(hiding: hidden, width: 104).enumerated().map { index, snippet in
      let text = snippet.rows.dropFirst().map(\.html).joined(separator: "\n")
      return (index == 0 ? nil : snippet.file.path, text)
    }
  }
}

extension Row {
  /// The row with a class for what is not plain text.
  fileprivate var html: String {
    parts.reduce(into: "") { line, part in
      let text = String(part.text).markup
      switch part.role {
      case .severity: line += "<b>\(text)</b>"
      case .gutter: line += "<i>\(text)</i>"
      case .plain, .strong, .good, .code: line += text
      }
    }
  }
}
