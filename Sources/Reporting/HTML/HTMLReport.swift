import Linting
import Rules
import Syntax

/// One page for an audit, with everything in it: it loads nothing, and shows everything without a script, too.
///
/// The script only hides what is not asked for, and puts findings in another order. A content security policy lets this
/// style and this script in, by their hashes, and nothing else; so no element has a style or a handler of its own.
enum HTMLReport {
  static func render(_ report: Report, in context: ReportContext) -> String {
    let findings = HTMLFindings(report, in: context)
    let overview = HTMLOverview(report, groups: findings.groups)
    let verdict = SummaryLine(summary: overview.summary, elapsed: nil).rows(width: nil)
      .reduce(into: "") { $0 += $1.rendered(inColor: false) }
    let sections = [
      findings.section, overview.files, context.showsSuppressed ? findings.suppressedSection : "", overview.unseen,
    ]
    let title = "seatrial report"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy.markup)">
      <title>\(title): \(trimmed(verdict).markup)</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta name="robots" content="noindex">
      <meta name="generator" content="seatrial \(context.version.markup)">
      <link rel="icon" href="data:,">
      <style>\(htmlStyle)</style>
      </head>
      <body>
      <a class="skip" href="#findings">Skip to the findings</a>
      <header class="top">
      <div class="bar">
      \(logo)
      <h1>\(title)</h1>
      <nav aria-label="Sections">\(navigation(sections))</nav>
      <button type="button" id="theme" aria-pressed="false" hidden>Dark</button>
      </div>
      </header>
      <main>
      <p class="verdict">\(trimmed(verdict).markup)</p>
      \(overview.tiles)
      \(overview.cards)
      \(sections.joined(separator: "\n"))
      </main>
      <footer><p>Made by seatrial \(context.version.markup). <code>seatrial explain RULE</code> shows the page of a rule \
      with its examples.</p></footer>
      <script>\(htmlScript)</script>
      </body>
      </html>

      """
  }

  /// What the browser may do with the page.
  static let policy = """
    default-src 'none'; style-src '\(htmlStyleHash)'; script-src '\(htmlScriptHash)'; img-src data:; base-uri 'none'; \
    form-action 'none'
    """

  private static func navigation(_ sections: [String]) -> String {
    [("findings", "Findings"), ("files", "Files"), ("suppressed", "Suppressed")].filter { id, _ in
      sections.contains { $0.hasPrefix("<section id=\"\(id)\"") }
    }.map { "<a href=\"#\($0.0)\">\($0.1)</a>" }.joined()
  }

  /// A bow wave.
  private static let logo = """
    <svg class="logo" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">\
    <path d="M3 13h18l-3 5H6z"/><path d="M11 3v8H5z"/><path d="M13 5v6h5z"/>\
    <path class="wave" d="M2 21c2 0 2-1 4-1s2 1 4 1 2-1 4-1 2 1 4 1 2-1 4-1"/></svg>
    """
}

extension Severity {
  /// Its name with a capital, for one finding or several.
  func heading(_ count: Int) -> String {
    let word = rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    return count == 1 ? word : word + "s"
  }
}
