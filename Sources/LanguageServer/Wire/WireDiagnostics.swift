extension Wire {
  struct Diagnostic: Hashable, Encodable {
    struct Description: Hashable, Encodable {
      let href: String
    }

    struct Related: Hashable, Encodable {
      let location: Location
      let message: String
    }

    /// By which an action knows the finding again that it is for.
    struct Mark: Hashable, Codable {
      let id: String
    }

    let range: Range
    let severity: Int
    let code: String?
    let codeDescription: Description?
    let source: String
    let message: String
    let tags: [Int]?
    let relatedInformation: [Related]?
    let data: Mark?
  }

  struct PublishDiagnostics: Encodable {
    let uri: String
    /// Nil for a file that is not open.
    let version: Int?
    let diagnostics: [Diagnostic]
  }

  struct PullDiagnostics: Decodable {
    let textDocument: DocumentIdentifier
    let previousResultId: String?
  }

  struct DiagnosticReport: Encodable {
    let kind: String
    let resultId: String
    /// Nil when they are what they were.
    let items: [Diagnostic]?
  }
}
