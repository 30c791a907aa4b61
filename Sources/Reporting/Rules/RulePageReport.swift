import Forms
import Rules
import Syntax

extension Rule {
  /// The page of the rule for a terminal: why, how to fix, examples with the places of the findings, references.
  package func explanation(in context: ReportContext) -> String {
    // Longer lines are hard to read; a narrower terminal than this wraps better than we do.
    let width = max(40, min(context.width ?? 80, 100))
    let page = page()
    var rows = heading
    rows += section("Why", Markdown(page.why).rows(width: width - 2, inColor: context.usesColor))
    if !page.fix.isEmpty {
      rows += section("How to fix", Markdown(page.fix).rows(width: width - 2, inColor: context.usesColor))
    }
    for (title, examples) in [("Bad example", page.bad), ("Good example", page.good)] {
      for example in examples {
        let subtitle = example.title.isEmpty ? title : "\(title): \(example.title)"
        rows += section(subtitle, example.files.flatMap { ExampleText($0).rows(role: .severity(severity)) })
      }
    }
    if !page.references.isEmpty { rows += section("References", page.references.map { Row(Span($0)) }) }
    if let path { rows += section("Rule file", [Row(Span(path.visible))]) }
    return rows.map { $0.rendered(inColor: context.usesColor) }.joined()
  }

  private var heading: [Row] {
    [
      Row(Span(code, .severity(severity)), Span(" "), Span(name, .strong)), Row(Span(title)), Row(Span(facts)),
    ]
  }

  private func section(_ title: String, _ rows: [Row]) -> [Row] {
    [Row(), Row(Span(title, .strong))]
      + rows.map { row in
        var indented = Row(Span("  "))
        indented.append(row)
        return indented
      }
  }
}

/// One file of an example; carets under a line show where the findings are.
private struct ExampleText {
  let file: RulePage.Example.File

  init(_ file: RulePage.Example.File) { self.file = file }

  func rows(role: Role) -> [Row] {
    var rows = [Row(Span(file.path, .gutter))]
    var isMarked = false
    for line in file.text.split(separator: "\n", omittingEmptySubsequences: false) {
      var text = Row(Span("  "))
      var carets = Row()
      var hasCaret = false
      for scalar in line.unicodeScalars {
        switch scalar {
        case "«":
          isMarked = true
          hasCaret = false
        case "»":
          isMarked = false
          // A mark around nothing is a place between two characters.
          if !hasCaret { carets.put(Span("^", role), at: text.width) }
        default:
          let shown = String(scalar).visible
          if isMarked, scalar != " " || hasCaret {
            carets.put(Span(String(repeating: "^", count: shown.displayWidth), role), at: text.width)
            hasCaret = true
          }
          text.append(Span(shown))
        }
      }
      rows.append(text)
      if carets.width > 0 { rows.append(carets) }
    }
    while rows.last?.width == 2 { rows.removeLast() }
    return rows
  }
}
