import FoundationEssentials
import Linting
import RuleFiles
import Syntax

/// A language server, without the streams that it talks over: bytes go in, bytes come out.
///
/// What comes in is only put aside until `work` is called, so that a request can still be cancelled, and several changes
/// to a document cost no more than one.
package struct Server {
  private enum Phase {
    case new
    case running
    /// Nothing but `exit` is expected.
    case shutDown
  }

  /// What the client was last told about a document.
  private struct Told {
    /// Nil where the client asks by itself.
    let version: Int?
    let diagnostics: [Wire.Diagnostic]
    let result: Int
  }

  private var frames: Frames
  private var waiting: [Incoming] = []
  var outgoing = Outgoing()
  private var phase = Phase.new
  var features = ClientFeatures()
  var workspace: Workspace
  private var told: [String: Told] = [:]
  private var results = 0
  /// The files that are not open and have mistakes of a configuration shown.
  private var shownProblems: Set<String> = []
  /// Whether somebody has seen to it that we hear of files that change on disk.
  private var isWatching = false

  /// What the process is to end with; nil as long as it is to go on.
  package private(set) var exitStatus: Int32?

  /// - Parameters:
  ///   - machine: the machine that the server runs on.
  ///   - longestMessage: bytes of the longest message that is read.
  package init(machine: Machine, longestMessage: Int = 64 << 20) {
    frames = Frames(longest: longestMessage)
    workspace = Workspace(machine: machine)
  }

  /// What is to be written now.
  package mutating func takeOutput() -> [UInt8] { outgoing.take() }

  /// How many messages wait to be worked on.
  package var backlog: Int { waiting.count }

  /// Whether `work` would do anything.
  package var hasWork: Bool {
    guard exitStatus == nil else { return false }
    return !waiting.isEmpty || (phase == .running && (workspace.isStale || !workspace.survey.isOver))
  }

  /// Takes in bytes of the client.
  package mutating func receive(_ bytes: some Collection<UInt8>) {
    frames.append(bytes)
    while let frame = frames.next() {
      switch frame {
      case .message(let body): put(Incoming(body))
      case .tooLong(let count):
        waiting.append(.invalid(nil, .invalid("a message of \(count) bytes is too long")))
      case .broken:
        waiting.append(.invalid(nil, .unreadable("a message does not begin with its Content-Length")))
        waiting.append(.notification(method: "exit", body: []))
      }
    }
  }

  private mutating func put(_ message: Incoming) {
    if case .notification("$/cancelRequest", let body) = message {
      struct Cancelled: Decodable { let id: RequestID }
      guard let id = parameters(Cancelled.self, of: body)?.id else { return }
      let index = waiting.firstIndex { if case .request(id, _, _) = $0 { true } else { false } }
      if let index { waiting[index] = .invalid(id, .cancelled) }
    } else {
      waiting.append(message)
    }
  }

  /// Does the next piece of work: first what was asked, then what is to be said unasked, then looking around.
  package mutating func work() {
    guard exitStatus == nil else { return }
    if !waiting.isEmpty {
      let messages = waiting
      waiting = []
      for message in messages where exitStatus == nil { handle(message) }
    } else if phase == .running, workspace.isStale {
      settle()
    } else if phase == .running {
      if let note = workspace.continueSurvey() { log(.warning, note) }
    }
  }

  /// The client has gone: what it asked for is answered, and then there is nothing to wait for.
  package mutating func close() {
    while exitStatus == nil, hasWork, !waiting.isEmpty || workspace.isStale { work() }
    if exitStatus == nil { exitStatus = phase == .shutDown ? 0 : 1 }
  }

  func parameters<Content: Decodable>(_ type: Content.Type, of body: [UInt8]) -> Content? {
    (try? JSONDecoder().decode(Parameters<Content>.self, from: Data(body)))?.params
  }

  mutating func log(_ kind: Wire.LogMessage.Kind, _ text: String) {
    // Before that a client takes nothing but answers.
    guard phase != .new else { return }
    outgoing.notify("window/logMessage", Wire.LogMessage(type: kind, message: text))
  }
}

// Messages.
extension Server {
  private mutating func handle(_ message: Incoming) {
    switch message {
    case .request(let id, let method, let body):
      do throws(Refusal) {
        try answer(id, method, body)
      } catch {
        outgoing.refuse(id, error)
      }
    case .notification(let method, let body): take(method, body)
    case .answer(let failure):
      if let failure { log(.info, "the client refuses a request: \(failure)") }
    case .invalid(let id, let refusal): outgoing.refuse(id, refusal)
    }
  }

  private mutating func answer(_ id: RequestID, _ method: String, _ body: [UInt8]) throws(Refusal) {
    switch (phase, method) {
    case (.new, "initialize"):
      outgoing.answer(id, initialize(try needed(Wire.InitializeParams.self, method, body)))
      phase = .running
    case (.new, _): throw .notInitialized
    case (.shutDown, _): throw .invalid("the server is shut down")
    case (.running, "initialize"): throw .invalid("the server is initialized already")
    case (.running, "shutdown"):
      phase = .shutDown
      outgoing.answer(id, Wire.Nothing?.none)
    case (.running, "textDocument/diagnostic"):
      outgoing.answer(id, pull(try needed(Wire.PullDiagnostics.self, method, body)))
    case (.running, "textDocument/codeAction"):
      outgoing.answer(id, codeActions(try needed(Wire.CodeActionParams.self, method, body)))
    case (.running, "codeAction/resolve"):
      outgoing.answer(id, resolve(try needed(Wire.ChosenAction.self, method, body)))
    case (.running, "textDocument/hover"):
      outgoing.answer(id, hover(try needed(Wire.AboutPosition.self, method, body)))
    case (.running, _): throw .unknown(method)
    }
  }

  private func needed<Content: Decodable>(
    _ type: Content.Type, _ method: String, _ body: [UInt8]
  ) throws(Refusal) -> Content {
    // The parameters of `codeAction/resolve` are the action itself, as those of any other request.
    guard let content = parameters(type, of: body) else { throw .parameters(method) }
    return content
  }

  private mutating func initialize(_ params: Wire.InitializeParams) -> Wire.InitializeResult {
    features = params.features
    workspace.open(params.folders.compactMap(\.path))
    let actions = Wire.ServerCapabilities.CodeActions(
      codeActionKinds: [ActionKind.quickFix, ActionKind.fixAll], resolveProvider: features.resolvesEdits)
    return Wire.InitializeResult(
      capabilities: Wire.ServerCapabilities(
        positionEncoding: features.encoding.rawValue, codeActionProvider: features.takesCodeActions ? actions : nil,
        diagnosticProvider: features.pullsDiagnostics ? .init() : nil),
      serverInfo: .init(name: "seatrial", version: workspace.machine.version))
  }

  private mutating func take(_ method: String, _ body: [UInt8]) {
    if method == "exit" {
      exitStatus = phase == .shutDown ? 0 : 1
      return
    }
    guard phase == .running else { return }
    let isUnderstood =
      switch method {
      case "initialized": watchFiles()
      case "textDocument/didOpen": with(Wire.DidOpen.self, body) { $0.open($1) }
      case "textDocument/didChange": with(Wire.DidChange.self, body) { $0.change($1) }
      case "textDocument/didSave": with(Wire.AboutDocument.self, body) { $0.save($1.textDocument.uri) }
      case "textDocument/didClose": with(Wire.AboutDocument.self, body) { $0.close($1.textDocument.uri) }
      case "workspace/didChangeWatchedFiles":
        with(Wire.DidChangeFiles.self, body) { server, files in
          server.workspace.noticeFiles(files.changes.compactMap { DocumentURI($0.uri).path })
        }
      case "workspace/didChangeWorkspaceFolders": with(Wire.DidChangeFolders.self, body) { $0.changeFolders($1.event) }
      // The others have nothing to say to us.
      default: true
      }
    if !isUnderstood { log(.warning, Refusal.parameters(method).message) }
  }

  private mutating func with<Content: Decodable>(
    _ type: Content.Type, _ body: [UInt8], _ act: (inout Server, Content) -> Void
  ) -> Bool {
    guard let content = parameters(type, of: body) else { return false }
    act(&self, content)
    return true
  }

  private mutating func watchFiles() -> Bool {
    guard features.watchesFiles, !isWatching else { return true }
    isWatching = true
    let extensions = Language.known.joined(separator: ",")
    let names = workspace.machine.configurationNames.map { "**/\($0)" }
    outgoing.request(
      "client/registerCapability",
      Wire.Registrations(registrations: [
        .init(
          id: "files", method: "workspace/didChangeWatchedFiles",
          registerOptions: .init(watchers: (["**/*.{\(extensions)}"] + names).map { .init(globPattern: $0) }))
      ]))
    return true
  }

  private mutating func changeFolders(_ event: Wire.DidChangeFolders.Event) {
    let (removed, added) = (event.removed.map(\.uri), event.added.map(\.uri))
    let gone = Set(removed.compactMap { DocumentURI($0).path })
    var folders = workspace.folders.filter { !gone.contains($0) }
    for path in added.compactMap({ DocumentURI($0).path }) where !folders.contains(path) { folders.append(path) }
    workspace.open(folders)
  }
}

// Documents.
extension Server {
  private mutating func open(_ params: Wire.DidOpen) {
    let document = params.textDocument
    let uri = DocumentURI(document.uri)
    // From now on this is the client's to ask for.
    if let path = uri.path, features.pullsDiagnostics {
      for shown in shownProblems where DocumentURI(shown).path == path { show([], in: shown) }
    }
    told[document.uri] = nil
    workspace.open(uri, version: document.version, text: document.text)
  }

  private mutating func change(_ params: Wire.DidChange) {
    guard let document = workspace.documents[params.textDocument.uri] else {
      log(.warning, "a document was changed that is not open: \(params.textDocument.uri)")
      return
    }
    if params.textDocument.version < document.version {
      log(.warning, "version \(params.textDocument.version) of \(document.uri.text) comes after \(document.version)")
    }
    workspace.change(
      Document(
        uri: document.uri, version: params.textDocument.version,
        file: document.file.applying(params.contentChanges, in: features.encoding)))
  }

  private mutating func save(_ uri: String) {
    // What other files hold by now is not known either to who cannot watch them.
    if !isWatching { workspace.startSurvey() }
    if isWatching, let path = DocumentURI(uri).path { workspace.noticeFiles([path]) }
  }

  private mutating func close(_ uri: String) {
    guard workspace.documents[uri] != nil else {
      log(.warning, "a document was closed that is not open: \(uri)")
      return
    }
    workspace.close(uri)
    told[uri] = nil
    if !features.pullsDiagnostics { show([], in: uri) }
  }
}

// Findings.
extension Server {
  var rendering: Rendering { Rendering(features: features, workspace: workspace) }

  /// Brings what is known up to date, and tells the client.
  mutating func settle() {
    guard workspace.isStale else { return }
    let problems = workspace.problems
    let edited = workspace.changedDocuments
    var touched = workspace.lint()
    for path in Set(problems.keys).union(workspace.problems.keys) {
      if let uri = workspace.owner(of: workspace.names.name(ofPath: path)) { touched.insert(uri) }
    }
    let rendering = rendering
    var isNews = false
    for uri in touched.sorted() {
      guard let findings = workspace.findings[uri] else { continue }
      let diagnostics = rendering.diagnostics(of: findings)
      let before = told[uri]
      if features.pullsDiagnostics {
        // Who edits a document asks for what is found in it; that others are affected, nobody but us knows.
        if let before, before.diagnostics != diagnostics, !edited.contains(uri) { isNews = true }
        continue
      }
      guard before?.version != findings.document.version || before?.diagnostics != diagnostics else { continue }
      told[uri] = Told(version: findings.document.version, diagnostics: diagnostics, result: 0)
      outgoing.notify(
        "textDocument/publishDiagnostics",
        Wire.PublishDiagnostics(uri: uri, version: findings.document.version, diagnostics: diagnostics))
    }
    if isNews, features.refreshesDiagnostics {
      outgoing.request("workspace/diagnostic/refresh", Wire.Nothing?.none)
    }
    showProblemsOfClosedFiles()
  }

  /// Shows what is wrong with configurations that are not open.
  private mutating func showProblemsOfClosedFiles() {
    var gone = shownProblems
    for (path, problems) in workspace.problems.sorted(by: { $0.key < $1.key }) {
      let name = workspace.names.name(ofPath: path)
      guard workspace.owner(of: name) == nil, let file = problems.first?.file else { continue }
      let uri = workspace.uri(ofName: name)
      let places = rendering.places(in: file, isOpen: false)
      gone.remove(uri)
      show(problems.map { rendering.diagnostic($0, places) }, in: uri)
    }
    for uri in gone.sorted() {
      // An open document has its own, under the name that the client has for it.
      if workspace.documents[uri] == nil || features.pullsDiagnostics {
        show([], in: uri)
      } else {
        shownProblems.remove(uri)
      }
    }
  }

  /// Tells the client what there is in a file that is not open.
  private mutating func show(_ diagnostics: [Wire.Diagnostic], in uri: String) {
    if diagnostics.isEmpty { shownProblems.remove(uri) } else { shownProblems.insert(uri) }
    guard told[uri]?.diagnostics ?? [] != diagnostics || diagnostics.isEmpty else { return }
    told[uri] = diagnostics.isEmpty ? nil : Told(version: nil, diagnostics: diagnostics, result: 0)
    outgoing.notify(
      "textDocument/publishDiagnostics", Wire.PublishDiagnostics(uri: uri, version: nil, diagnostics: diagnostics))
  }

  private mutating func pull(_ params: Wire.PullDiagnostics) -> Wire.DiagnosticReport {
    let uri = params.textDocument.uri
    // Who cannot be told later that there is more to say waits until everything is known.
    while !features.refreshesDiagnostics, !workspace.survey.isOver { _ = workspace.continueSurvey() }
    settle()
    let diagnostics = workspace.findings[uri].map(rendering.diagnostics) ?? []
    let result: Int
    if let before = told[uri], before.diagnostics == diagnostics {
      result = before.result
    } else {
      results += 1
      result = results
      told[uri] = Told(version: nil, diagnostics: diagnostics, result: result)
    }
    let isKnown = params.previousResultId == String(result)
    return Wire.DiagnosticReport(
      kind: isKnown ? "unchanged" : "full", resultId: String(result), items: isKnown ? nil : diagnostics)
  }
}
