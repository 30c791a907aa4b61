import Forms
import Linting
import Rules
import Syntax

/// The numbers of a report as HTML, and its files.
struct HTMLOverview {
  let summary: Summary
  private let report: Report
  private let groups: [HTMLFindings.Group]

  init(_ report: Report, groups: [HTMLFindings.Group]) {
    self.report = report
    self.groups = groups
    summary = Summary(report)
  }

  var tiles: String {
    var tiles: [(kind: String, number: Int, label: String, remark: String)] = [
      ("error", summary.errors, Severity.error.heading(summary.errors), "refused, data lost, or a secret exposed"),
      ("warning", summary.warnings, Severity.warning.heading(summary.warnings), "will hurt in production"),
      ("note", summary.notes, Severity.note.heading(summary.notes), "advice"),
      (
        "plain", summary.filesWithFindings, summary.filesWithFindings == 1 ? "File" : "Files",
        "with findings, of \(summary.checked) checked"
      ),
      (
        "plain", summary.fixable, summary.fixable == 1 ? "Safe fix" : "Safe fixes",
        "and \(summary.unsafelyFixable) unsafe, to be looked at"
      ),
    ]
    if summary.suppressed + summary.baselined > 0 {
      tiles.append(
        (
          "plain", summary.suppressed + summary.baselined, "Kept back",
          "\(summary.suppressed) suppressed, \(summary.baselined) in the baseline"
        ))
    }
    if summary.unreadable > 0 {
      tiles.append(("error", summary.unreadable, "Not read", "see the end of the page"))
    }
    let items = tiles.map { tile in
      """
      <li class="tile \(tile.kind)\(tile.number == 0 ? " zero" : "")"><b>\(tile.number)</b> \
      <span>\(tile.label)</span> <small>\(tile.remark)</small></li>
      """
    }
    return "<ul class=\"tiles\" aria-label=\"Numbers\">\n\(items.joined(separator: "\n"))\n</ul>"
  }

  /// What the findings are about, and what was looked at.
  var cards: String {
    let cards = [
      card("categories", "Findings by category", bars),
      card("kinds", "Files by kind", kinds),
    ].compactMap(\.self)
    return cards.isEmpty ? "" : "<div class=\"cards\">\n\(cards.joined(separator: "\n"))\n</div>"
  }

  private func card(_ id: String, _ title: String, _ rows: [String]) -> String? {
    if rows.isEmpty { return nil }
    return """
      <section class="card" aria-labelledby="\(id)"><h2 id="\(id)">\(title)</h2><ul class="bars">
      \(rows.joined(separator: "\n"))
      </ul></section>
      """
  }

  private var bars: [String] {
    var counts: [String: [Severity: Int]] = [:]
    for finding in report.findings {
      counts[Rule.category(ofCode: finding.code), default: [:]][finding.severity, default: 0] += 1
    }
    let totals = counts.mapValues { $0.values.reduce(0, +) }
    let most = totals.values.max() ?? 1
    let known = Rule.categories.filter { totals[$0.prefix] != nil }
    let unknown = Set(totals.keys).subtracting(known.map(\.prefix)).sorted().map { (prefix: $0, title: $0) }
    return (known + unknown).sorted { (totals[$0.prefix] ?? 0) > (totals[$1.prefix] ?? 0) }.map { category in
      var start = 0.0
      let parts = Severity.allCases.reversed().map { severity in
        let width = 100 * Double(counts[category.prefix]?[severity] ?? 0) / Double(most)
        defer { start += width }
        return "<rect class=\"\(severity)\" x=\"\(percent(start))\" width=\"\(percent(width))\" height=\"8\"/>"
      }
      return """
        <li><span>\(category.title.visible.markup)</span> \
        <svg width="100%" height="8" aria-hidden="true" focusable="false">\(parts.joined())</svg> \
        <b>\(totals[category.prefix] ?? 0)</b></li>
        """
    }
  }

  private var kinds: [String] {
    var counts: [Form: Int] = [:]
    var broken = 0
    for case .checked(let forms) in report.files.map(\.state) {
      if forms.isEmpty { broken += 1 }
      for form in Set(forms) { counts[form, default: 0] += 1 }
    }
    var rows = Form.allCases.compactMap { form in counts[form].map { (form.title, $0) } }
    if broken > 0 { rows.append(("Could not be parsed so far", broken)) }
    if summary.passedBy > 0 { rows.append(("No deployment configuration", summary.passedBy)) }
    return rows.map { "<li><span>\($0.0)</span> <b>\($0.1)</b></li>" }
  }

  private func percent(_ value: Double) -> String { "\((value * 100).rounded() / 100)%" }

  /// Every file that was checked, with links to its findings.
  var files: String {
    var byPath: [String: [Int]] = [:]
    for (index, finding) in report.findings.enumerated() { byPath[finding.file.path, default: []].append(index) }
    var forms: [String: [Form]] = [:]
    for file in report.files {
      if case .checked(let found) = file.state { forms[file.path] = found }
    }
    let paths = Set(forms.keys).union(byPath.keys).sorted()
    if paths.isEmpty { return "" }
    let rows = paths.map { path in
      let indices = byPath[path] ?? []
      let counts = Severity.allCases.reversed().map { severity in
        let count = indices.count { report.findings[$0].severity == severity }
        return "<td class=\"number \(count == 0 ? "zero" : severity.rawValue)\">\(count)</td>"
      }
      let kinds = (forms[path] ?? []).map(\.title)
      return """
        <tr><th scope="row">\(fileCell(path, indices))</th>\(counts.joined())\
        <td>\(Set(kinds).sorted().joined(separator: ", "))</td></tr>
        """
    }
    let heads = Severity.allCases.reversed().map { "<th scope=\"col\" class=\"number\">\($0.heading(2))</th>" }
    return """
      <section id="files" aria-labelledby="files-title">
      <h2 id="files-title">Files</h2>
      <div class="wide framed" tabindex="0" role="group" aria-label="Table of files"><table class="files">
      <thead><tr><th scope="col">File</th>\(heads.joined())<th scope="col">Kind</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></div>
      </section>
      """
  }

  private func fileCell(_ path: String, _ indices: [Int]) -> String {
    if indices.isEmpty { return path.visible.markup }
    let links = indices.map { index in
      let finding = report.findings[index]
      let position = finding.file.position(at: finding.range.lower)
      return """
        <li><a href="#f\(index)">\(position.line):\(position.column)</a> <code>\(finding.code.visible.markup)</code> \
        \(finding.message.visible.markup)</li>
        """
    }
    return "<details><summary>\(path.visible.markup)</summary><ul class=\"plain\">\(links.joined())</ul></details>"
  }

  /// The files that could not be read, and those that were passed by, with the reasons.
  var unseen: String {
    func list(_ title: String, _ id: String, _ rows: [(String, String)], isOpen: Bool) -> String {
      if rows.isEmpty { return "" }
      let items = rows.map { path, reason in
        "<li>\(path.visible.markup) <span class=\"meta\">\(reason.visible.markup)</span></li>"
      }
      return """
        <section class="unseen \(id)"><details\(isOpen ? " open" : "")><summary><h2>\(title)</h2></summary>
        <ul class="plain">
        \(items.joined(separator: "\n"))
        </ul></details></section>
        """
    }
    var unreadable: [(String, String)] = []
    var passedBy: [(String, String)] = []
    for file in report.files {
      switch file.state {
      case .unreadable(let reason): unreadable.append((file.path, reason))
      case .passedBy(let reason): passedBy.append((file.path, reason))
      case .checked: break
      }
    }
    return list("\(counted(unreadable.count, "file")) could not be read", "error", unreadable, isOpen: true)
      + list("\(counted(passedBy.count, "file")) passed by", "note", passedBy, isOpen: false)
  }
}

extension Form {
  /// What it is, for people.
  fileprivate var title: String {
    switch self {
    case .registerTaskDefinition: "ECS task definition"
    case .describeTaskDefinition: "ECS task definition, as described"
    case .containerDefinitions: "ECS container definitions"
    case .createService: "ECS service"
    case .updateService: "ECS service, update"
    case .describeServices: "ECS services, as described"
    case .ecspressoService: "ECS service of ecspresso"
    case .createTaskSet: "ECS task set"
    case .runTask: "ECS task to be run"
    case .createCluster: "ECS cluster"
    case .describeClusters: "ECS clusters, as described"
    case .putClusterCapacityProviders: "ECS cluster capacity providers"
    case .createCapacityProvider: "ECS capacity provider"
    case .appSpec: "CodeDeploy application specification"
    case .imageDefinitions: "CodePipeline image definitions"
    case .gitHubWorkflow: "GitHub workflow"
    case .cloudRunV1: "Cloud Run, v1 API"
    case .cloudRunV2: "Cloud Run, v2 API"
    case .configConnector: "Cloud Run in Config Connector"
    }
  }
}
