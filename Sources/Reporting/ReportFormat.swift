import Linting
import Rules

/// The shapes a report can take.
///
/// A new one is a case here and a file of this target.
package enum ReportFormat: String, Sendable, CaseIterable {
  case text
  case concise
  case json
  case ndjson
  case sarif
  case github
  case markdown
  case gitlab
  case junit
  case checkstyle
  case rdjson
  case html
}

/// What a report needs to know besides its findings.
package struct ReportContext: Sendable {
  /// The tool's version: `1.0.0`.
  package let version: String
  /// Whether ANSI colours may be used; only the formats made for people do.
  package let usesColor: Bool
  /// Columns of the terminal; nil when nobody is watching.
  package let width: Int?
  /// How long the run took; nil leaves it out, so that the same input gives the same bytes.
  package let elapsed: Duration?
  /// Whether the text report ends with the numbers of the run.
  package let showsSummary: Bool
  /// Whether findings that are suppressed, or that a baseline holds, are listed as that.
  package let showsSuppressed: Bool
  /// Every rule there is, ordered by code, whether it ran or not.
  package let rules: [Rule]
  /// The repository that the files are part of, as far as a format asks for it; nil leaves paths as they are.
  package let checkout: Checkout?
  /// How many findings may be in work at the same time; the report does not depend on it.
  package let jobs: Int

  package init(
    version: String, usesColor: Bool = false, width: Int? = nil, elapsed: Duration? = nil,
    showsSummary: Bool = true, showsSuppressed: Bool = false, rules: [Rule] = Rule.all, checkout: Checkout? = nil,
    jobs: Int = 1
  ) {
    self.version = version
    self.usesColor = usesColor
    self.width = width
    self.elapsed = elapsed
    self.showsSummary = showsSummary
    self.showsSuppressed = showsSuppressed
    self.rules = rules
    self.checkout = checkout
    self.jobs = jobs
  }
}

extension ReportFormat {
  /// The whole report, ending with a line feed unless it is empty.
  package func render(_ report: Report, in context: ReportContext) -> String {
    switch self {
    case .text: TextReport.render(report, in: context)
    case .concise: ConciseReport.render(report, in: context)
    case .json: JSONReport.render(report, in: context)
    case .ndjson: JSONReport.renderLines(report, in: context)
    case .sarif: SARIFReport.render(report, in: context)
    case .github: GitHubReport.render(report, in: context)
    case .markdown: MarkdownReport.render(report, in: context)
    case .gitlab: GitLabReport.render(report, in: context)
    case .junit: JUnitReport.render(report, in: context)
    case .checkstyle: CheckstyleReport.render(report, in: context)
    case .rdjson: RDJSONReport.render(report, in: context)
    case .html: HTMLReport.render(report, in: context)
    }
  }
}

extension ReportContext {
  /// The names of the rules by their codes.
  var ruleNames: [String: String] { Dictionary(rules.map { ($0.code, $0.name) }) { first, _ in first } }
}
