/// The messages of the protocol, as far as they are sent or read here; the names are the protocol's.
///
/// Reference: <https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/>
enum Wire {
  /// A line, and in it a place between two characters, both from 0.
  struct Position: Hashable, Codable, Comparable {
    let line: Int
    let character: Int

    static func < (left: Position, right: Position) -> Bool {
      (left.line, left.character) < (right.line, right.character)
    }
  }

  struct Range: Hashable, Codable {
    let start: Position
    let end: Position
  }

  struct Location: Hashable, Encodable {
    let uri: String
    let range: Range
  }

  struct TextEdit: Hashable, Encodable {
    let range: Range
    let newText: String
  }

  struct WorkspaceFolder: Decodable {
    let uri: String
  }

  struct DocumentIdentifier: Codable {
    let uri: String
  }

  struct VersionedDocument: Decodable {
    let uri: String
    let version: Int
  }

  struct OpenedDocument: Decodable {
    let uri: String
    let version: Int
    let text: String
  }

  /// One step from a text to the next; without a range the text is all there is.
  struct ContentChange: Decodable {
    let range: Range?
    let text: String
  }

  struct LogMessage: Encodable {
    enum Kind: Int, Encodable {
      case error = 1
      case warning = 2
      case info = 3
    }

    let type: Kind
    let message: String
  }

  /// What is said where there is nothing to say.
  struct Nothing: Encodable {}
}

// Parameters of messages that the client sends.
extension Wire {
  struct DidOpen: Decodable {
    let textDocument: OpenedDocument
  }

  struct DidChange: Decodable {
    let textDocument: VersionedDocument
    let contentChanges: [ContentChange]
  }

  /// Of a document that is saved or closed, or that something is asked about.
  struct AboutDocument: Decodable {
    let textDocument: DocumentIdentifier
  }

  struct AboutPosition: Decodable {
    let textDocument: DocumentIdentifier
    let position: Position
  }

  struct DidChangeFolders: Decodable {
    struct Event: Decodable {
      let added: [WorkspaceFolder]
      let removed: [WorkspaceFolder]
    }

    let event: Event
  }

  struct DidChangeFiles: Decodable {
    struct Change: Decodable {
      let uri: String
    }

    let changes: [Change]
  }
}
