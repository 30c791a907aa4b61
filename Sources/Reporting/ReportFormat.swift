import Linting

/// The shapes a report can take. One file of this target each.
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

  package init(version: String, usesColor: Bool = false, width: Int? = nil, elapsed: Duration? = nil) {
    self.version = version
    self.usesColor = usesColor
    self.width = width
    self.elapsed = elapsed
  }
}

extension ReportFormat {
  /// The whole report, ending with a line feed unless it is empty.
  package func render(_ report: Report, in context: ReportContext) -> String {
    ""
  }
}
