import Linting
import Reporting
import RuleFiles
import Rules
import Syntax

/// Says in the words of the protocol, and in those that the client understands, what was found.
struct Rendering {
  /// By their codes: a large file may have thousands of findings.
  private static let rules = Dictionary(Rule.all.map { ($0.code, $0) }) { first, _ in first }

  let features: ClientFeatures
  let workspace: Workspace

  func places(in file: SourceFile, isOpen: Bool) -> TextPlaces {
    TextPlaces(file, features.encoding, countsMark: isOpen)
  }

  func places(in document: Document) -> TextPlaces { places(in: document.file, isOpen: true) }

  /// Everything about a document: what its text says, and if it is a configuration, what is wrong with it.
  func diagnostics(of findings: Workspace.Findings) -> [Wire.Diagnostic] {
    let places = places(in: findings.document)
    let problems = findings.document.uri.path.flatMap { workspace.problems[$0] } ?? []
    return findings.diagnostics.map { diagnostic($0, places) } + problems.map { diagnostic($0, places) }
  }

  func diagnostic(_ finding: Diagnostic, _ places: TextPlaces) -> Wire.Diagnostic {
    let rule = Self.rules[finding.code]
    let related = features.takesRelatedInformation ? finding.labels.map { self.related($0, to: finding) } : []
    let tags = self.tags(of: finding)
    return Wire.Diagnostic(
      range: places.range(finding.range), severity: severity(finding.severity), code: finding.code,
      codeDescription: features.takesCodeDescription ? rule?.address.map { .init(href: $0) } : nil, source: "seatrial",
      message: finding.message + (finding.help.map { "\nhelp: \($0)" } ?? ""), tags: tags.isEmpty ? nil : tags,
      relatedInformation: related.isEmpty ? nil : related, data: features.takesData ? mark(of: finding) : nil)
  }

  /// A mistake in a configuration, which no rule is about.
  func diagnostic(_ problem: ConfigurationProblem, _ places: TextPlaces) -> Wire.Diagnostic {
    Wire.Diagnostic(
      range: places.range(problem.range), severity: severity(.error), code: nil, codeDescription: nil,
      source: "seatrial", message: problem.message, tags: nil, relatedInformation: nil, data: nil)
  }

  func mark(of finding: Diagnostic) -> Wire.Diagnostic.Mark {
    let place = "\(finding.range.lower)-\(finding.range.upper)"
    return Wire.Diagnostic.Mark(id: hexadecimalHash(of: [finding.code, place, finding.message]))
  }

  private func severity(_ severity: Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .note: 3
    }
  }

  /// What is written and has no effect is shown faded, and what is deprecated struck out.
  private func tags(of finding: Diagnostic) -> [Int] {
    let tag: Int? =
      switch finding.code {
      case "SCH005", "CFG001": 1
      case "SCH009": 2
      default: nil
      }
    return tag.map { features.tags.contains($0) ? [$0] : [] } ?? []
  }

  private func related(_ label: Diagnostic.Label, to finding: Diagnostic) -> Wire.Diagnostic.Related {
    let uri = workspace.uri(ofName: label.file.path)
    let places = places(in: label.file, isOpen: workspace.documents[uri] != nil)
    return Wire.Diagnostic.Related(
      location: Wire.Location(uri: uri, range: places.range(label.range)),
      message: label.message.isEmpty ? finding.message : label.message)
  }
}

extension Diagnostic {
  /// Whether it touches a range; a place between two characters touches what stands on either side.
  func touches(_ other: SourceRange) -> Bool { range.lower <= other.upper && other.lower <= range.upper }
}
