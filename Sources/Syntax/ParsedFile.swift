/// The languages that can be read.
package enum Language: String, Sendable, CaseIterable {
  case json
  case yaml
}

/// What reading one file gave: its values and the complaints about its text.
///
/// Reading never throws a file away.
package struct ParsedFile: Sendable {
  /// A comment of the source, without its marker and surrounding blanks.
  package struct Comment: Sendable {
    package let text: String
    /// From the comment marker to the end of the line.
    package let range: SourceRange

    package init(text: String, range: SourceRange) {
      self.text = text
      self.range = range
    }
  }

  package let file: SourceFile
  package let language: Language
  /// One for JSON, any number for YAML.
  ///
  /// Incomplete where `diagnostics` say so.
  package let documents: [Node]
  /// SYN001, SYN002 and SYN003.
  package let diagnostics: [Diagnostic]
  /// In the order of the text; only comments that mention `seatrial` or `from-param` are kept.
  package let comments: [Comment]
  /// Where template syntax stands outside of strings: `"memory": ${MEM}`, `{{ if … }}`.
  package let templateActions: [SourceRange]
  /// Whether the template decides which keys exist, so that nothing can be said about the values.
  package let isOpaqueTemplate: Bool

  package init(
    file: SourceFile, language: Language, documents: [Node], diagnostics: [Diagnostic] = [], comments: [Comment] = [],
    templateActions: [SourceRange] = [], isOpaqueTemplate: Bool = false
  ) {
    self.file = file
    self.language = language
    self.documents = documents
    self.diagnostics = diagnostics
    self.comments = comments
    self.templateActions = templateActions
    self.isOpaqueTemplate = isOpaqueTemplate
  }
}

/// What one file may ask of us before it is refused with a SYN003 finding.
package struct Limits: Sendable {
  /// Bytes of one file.
  package var size = 16 << 20
  /// Mappings and sequences inside each other.
  package var depth = 128
  /// Values in one file after YAML aliases are followed.
  package var values = 1_000_000

  package init() {}
  package static let standard = Limits()
}
