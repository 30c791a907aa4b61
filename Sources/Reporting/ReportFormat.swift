import Linting
import Rules

/// The shapes a report can take.
///
/// A new one is a case here and a file of this target.
package enum ReportFormat: String, Sendable, CaseIterable {
  case text
  case concise
  case json
  case sarif
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
  /// Absolute path of the directory that SARIF's paths are relative to; nil leaves absolute paths as they are.
  package let root: String?
  /// How many findings may be in work at the same time; the report does not depend on it.
  package let jobs: Int

  package init(
    version: String, usesColor: Bool = false, width: Int? = nil, elapsed: Duration? = nil,
    showsSummary: Bool = true, showsSuppressed: Bool = false, rules: [Rule] = Rule.all, root: String? = nil,
    jobs: Int = 1
  ) {
    self.version = version
    self.usesColor = usesColor
    self.width = width
    self.elapsed = elapsed
    self.showsSummary = showsSummary
    self.showsSuppressed = showsSuppressed
    self.rules = rules
    self.root = root
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
    case .sarif: SARIFReport.render(report, in: context)
    }
  }
}
