extension Wire {
  struct InitializeParams: Decodable {
    enum CodingKeys: String, CodingKey {
      case rootUri, rootPath, workspaceFolders, capabilities
    }

    /// The folders that the client works in, the main one first.
    let folders: [DocumentURI]
    let features: ClientFeatures

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      if let folders = try container.decodeIfPresent([WorkspaceFolder].self, forKey: .workspaceFolders) {
        self.folders = folders.map { DocumentURI($0.uri) }
      } else if let uri = try container.decodeIfPresent(String.self, forKey: .rootUri) {
        folders = [DocumentURI(uri)]
      } else if let path = try container.decodeIfPresent(String.self, forKey: .rootPath), path.utf8.first == 0x2F {
        folders = [DocumentURI(path: path)]
      } else {
        folders = []
      }
      // A client that says something odd about itself is one that can do little.
      features = (try? container.decode(ClientCapabilities.self, forKey: .capabilities))?.features ?? ClientFeatures()
    }
  }

  struct InitializeResult: Encodable {
    struct Server: Encodable {
      let name: String
      let version: String
    }

    let capabilities: ServerCapabilities
    let serverInfo: Server
  }

  struct ServerCapabilities: Encodable {
    struct Sync: Encodable {
      struct Save: Encodable {
        let includeText = false
      }

      let openClose = true
      /// Incremental.
      let change = 2
      let save = Save()
    }

    struct CodeActions: Encodable {
      let codeActionKinds: [String]
      let resolveProvider: Bool
    }

    struct Diagnostics: Encodable {
      let interFileDependencies = true
      let workspaceDiagnostics = false
    }

    struct Workspace: Encodable {
      struct Folders: Encodable {
        let supported = true
        let changeNotifications = true
      }

      let workspaceFolders = Folders()
    }

    let positionEncoding: String
    let textDocumentSync = Sync()
    let hoverProvider = true
    /// Nil where the client knows nothing but commands.
    let codeActionProvider: CodeActions?
    /// Nil where diagnostics are pushed.
    let diagnosticProvider: Diagnostics?
    let workspace = Workspace()
  }

  struct Registrations: Encodable {
    struct Registration: Encodable {
      let id: String
      let method: String
      let registerOptions: WatchedFiles
    }

    struct WatchedFiles: Encodable {
      struct Watcher: Encodable {
        let globPattern: String
      }

      let watchers: [Watcher]
    }

    let registrations: [Registration]
  }
}

/// What the client can do, as far as that matters.
struct ClientFeatures {
  var encoding = PositionEncoding.utf16
  var pullsDiagnostics = false
  var refreshesDiagnostics = false
  var takesRelatedInformation = false
  var tags: Set<Int> = []
  var takesCodeDescription = false
  var takesData = false
  var takesCodeActions = false
  /// Whether it asks for the edit of an action only when that is chosen.
  var resolvesEdits = false
  var takesPreference = false
  var readsMarkdown = false
  /// Whether edits may name the version of the document that they are for.
  var takesDocumentChanges = false
  var createsFiles = false
  var watchesFiles = false
}

/// The same as the client writes it.
private struct ClientCapabilities: Decodable {
  struct General: Decodable {
    let positionEncodings: [String]?
  }

  struct Flag: Decodable {
    let dynamicRegistration: Bool?
    let refreshSupport: Bool?
  }

  struct TextDocument: Decodable {
    struct Publish: Decodable {
      struct Tags: Decodable {
        let valueSet: [Int]
      }

      let relatedInformation: Bool?
      let tagSupport: Tags?
      let codeDescriptionSupport: Bool?
      let dataSupport: Bool?
    }

    struct CodeAction: Decodable {
      struct Literals: Decodable {}

      struct Resolve: Decodable {
        let properties: [String]
      }

      let codeActionLiteralSupport: Literals?
      let isPreferredSupport: Bool?
      let dataSupport: Bool?
      let resolveSupport: Resolve?
    }

    struct Hover: Decodable {
      let contentFormat: [String]?
    }

    let publishDiagnostics: Publish?
    let codeAction: CodeAction?
    let hover: Hover?
    let diagnostic: Flag?
  }

  struct Workspace: Decodable {
    struct Edits: Decodable {
      let documentChanges: Bool?
      let resourceOperations: [String]?
    }

    let workspaceEdit: Edits?
    let didChangeWatchedFiles: Flag?
    let diagnostics: Flag?
  }

  let general: General?
  let textDocument: TextDocument?
  let workspace: Workspace?

  var features: ClientFeatures {
    let actions = textDocument?.codeAction
    let published = textDocument?.publishDiagnostics
    var features = ClientFeatures()
    features.encoding = general?.positionEncodings?.lazy.compactMap(PositionEncoding.init).first ?? .utf16
    features.pullsDiagnostics = textDocument?.diagnostic != nil
    features.refreshesDiagnostics = workspace?.diagnostics?.refreshSupport ?? false
    features.takesRelatedInformation = published?.relatedInformation ?? false
    features.tags = Set(published?.tagSupport?.valueSet ?? [])
    features.takesCodeDescription = published?.codeDescriptionSupport ?? false
    features.takesData = published?.dataSupport ?? false
    features.takesCodeActions = actions?.codeActionLiteralSupport != nil
    features.resolvesEdits =
      actions?.dataSupport == true && actions?.resolveSupport?.properties.contains("edit") == true
    features.takesPreference = actions?.isPreferredSupport ?? false
    features.readsMarkdown = textDocument?.hover?.contentFormat?.contains("markdown") ?? false
    features.takesDocumentChanges = workspace?.workspaceEdit?.documentChanges ?? false
    features.createsFiles = workspace?.workspaceEdit?.resourceOperations?.contains("create") ?? false
    features.watchesFiles = workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false
    return features
  }
}
