extension Wire {
  struct CodeActionParams: Decodable {
    struct Context: Decodable {
      /// A finding that the client means, by what was written into it.
      struct Meant: Decodable {
        enum CodingKeys: String, CodingKey {
          case data, source
        }

        let source: String?
        let mark: Diagnostic.Mark?

        init(from decoder: any Decoder) throws {
          let container = try decoder.container(keyedBy: CodingKeys.self)
          source = try? container.decode(String.self, forKey: .source)
          mark = try? container.decode(Diagnostic.Mark.self, forKey: .data)
        }
      }

      let diagnostics: [Meant]
      /// The kinds that are wanted; nil for all.
      let only: [String]?
    }

    let textDocument: DocumentIdentifier
    let range: Range
    let context: Context
  }

  struct CodeAction: Encodable {
    /// What it takes to find the edit later.
    struct Later: Codable {
      let uri: String
    }

    let title: String
    let kind: String
    var diagnostics: [Diagnostic]?
    var isPreferred: Bool?
    var edit: WorkspaceEdit?
    var data: Later?
  }

  /// An action that was chosen, and whose edit is wanted now.
  struct ChosenAction: Decodable {
    let title: String
    let kind: String?
    let data: CodeAction.Later
  }

  struct WorkspaceEdit: Encodable {
    var changes: [String: [TextEdit]]?
    var documentChanges: [DocumentChange]?
  }

  enum DocumentChange: Encodable {
    case create(CreateFile)
    case edit(TextDocumentEdit)

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .create(let file): try file.encode(to: encoder)
      case .edit(let edit): try edit.encode(to: encoder)
      }
    }
  }

  struct CreateFile: Encodable {
    struct Options: Encodable {
      let ignoreIfExists = true
    }

    let kind = "create"
    let uri: String
    let options = Options()
  }

  struct TextDocumentEdit: Encodable {
    struct Document: Encodable {
      enum CodingKeys: String, CodingKey {
        case uri, version
      }

      let uri: String
      let version: Int?

      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(uri, forKey: .uri)
        // Of a file that is not open the version is null, but it has to be there.
        try container.encode(version, forKey: .version)
      }
    }

    let textDocument: Document
    let edits: [TextEdit]
  }

  struct Hover: Encodable {
    struct Markup: Encodable {
      let kind: String
      let value: String
    }

    let contents: Markup
    let range: Range
  }
}
