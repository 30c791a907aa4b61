import Foundation
import Linting
import Synchronization
import Syntax
import Testing

@testable import LanguageServer

/// Files that exist only in a test, by their absolute paths.
final class Disk: Sendable {
  private let files: Mutex<[String: String]>
  private let reads = Atomic(0)

  init(_ files: [String: String] = [:]) { self.files = Mutex(files) }

  subscript(_ path: String) -> String? {
    get { files.withLock { $0[path] } }
    set { files.withLock { $0[path] = newValue } }
  }

  var paths: [String] { files.withLock { $0.keys.sorted() } }
  var readCount: Int { reads.load(ordering: .relaxed) }

  fileprivate func bytes(_ path: String, _ count: Int) throws(Unreadable) -> [UInt8] {
    reads.add(1, ordering: .relaxed)
    guard let text = self[path] else { throw Unreadable(reason: "No such file or directory") }
    return Array(text.utf8.prefix(count))
  }

  var machine: Machine {
    Machine(
      version: "1.2.3", jobs: 1, mostFiles: 100,
      read: { path, count throws(Unreadable) in try self.bytes(path, count) },
      configurationNames: [".seatrial.yaml"], configure: configurations,
      walk: { directory in
        var rest = self.paths.filter { $0.hasPrefix(directory + "/") }[...]
        return { rest.popFirst() }
      },
      list: { directory in
        self.paths.filter { path in
          path.hasPrefix(directory + "/") && !path.dropFirst(directory.count + 1).contains("/")
        }
      }, today: { CivilDate("2026-06-01") })
  }

  @Sendable private func configurations(_ request: Machine.ConfigurationRequest) -> Machine.Configurations {
    let names = FileNames(folders: [request.directory])
    var loader = ConfigurationLoader(
      .init(
        read: { path throws(Unreadable) in try request.read(names.path(ofName: path), 1 << 20) },
        identity: { names.path(ofName: $0) }))
    var applied: [String: AppliedConfiguration] = [:]
    for name in request.names {
      let path = names.path(ofName: name)
      var folder = path
      while let slash = folder.lastIndex(of: "/") {
        folder = String(folder[..<slash])
        let file = names.name(ofPath: folder + "/.seatrial.yaml")
        guard let configuration = try? loader.load(file) else { continue }
        applied[name] = AppliedConfiguration(
          configuration: configuration, path: String(path.dropFirst(folder.count + 1)))
        break
      }
    }
    for name in request.checked { _ = try? loader.load(name) }
    return Machine.Configurations(applied: applied, problems: loader.problems)
  }
}

/// A client; everything that the server sends is held against the official metamodel where that is at hand.
final class Session {
  let disk: Disk
  var server: Server
  /// What the server said unasked, in order.
  private(set) var messages: [JSON] = []
  private var answers: [Int: JSON] = [:]
  private var asked: [Int: String] = [:]
  private var frames = Frames()
  private var last = 0

  /// Everything that the server makes use of.
  static let everything: JSON = [
    "textDocument": [
      "publishDiagnostics": [
        "relatedInformation": true, "tagSupport": ["valueSet": [1, 2]], "codeDescriptionSupport": true,
        "dataSupport": true,
      ],
      "codeAction": [
        "codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix"]]], "isPreferredSupport": true,
        "dataSupport": true, "resolveSupport": ["properties": ["edit"]],
      ],
      "hover": ["contentFormat": ["markdown", "plaintext"]],
    ],
    "workspace": [
      "workspaceEdit": ["documentChanges": true, "resourceOperations": ["create"]],
      "didChangeWatchedFiles": ["dynamicRegistration": true], "diagnostics": ["refreshSupport": true],
    ],
  ]

  init(_ disk: Disk = Disk()) {
    self.disk = disk
    server = Server(machine: disk.machine)
  }

  /// A session that is initialized.
  convenience init(
    _ files: [String: String], capabilities: JSON = everything, folder: String? = "/w"
  ) throws {
    self.init(Disk(files))
    let params: JSON = [
      "processId": nil, "rootUri": folder.map { .string("file://" + $0) } ?? .null, "capabilities": capabilities,
    ]
    _ = try request("initialize", params)
    notify("initialized", [:])
  }

  func send(_ message: JSON) { server.receive(framed(message.bytes)) }

  func notify(_ method: String, _ params: JSON, settles: Bool = true) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": params])
    if settles { settle() }
  }

  /// The whole answer to a request, with `result` or `error`.
  func ask(_ method: String, _ params: JSON? = nil) throws -> JSON {
    last += 1
    asked[last] = method
    var message: [String: JSON] = ["jsonrpc": "2.0", "id": .integer(last), "method": .string(method)]
    message["params"] = params
    send(.object(message))
    settle()
    return try #require(answers[last], "\(method) is not answered")
  }

  func request(_ method: String, _ params: JSON? = nil) throws -> JSON {
    let answer = try ask(method, params)
    return try #require(answer.members["result"], "\(method): \(answer["error"])")
  }

  /// Lets the server do all that there is to do.
  func settle() {
    while server.hasWork {
      server.work()
      collect()
    }
    collect()
  }

  private func collect() {
    frames.append(server.takeOutput())
    while let frame = frames.next() {
      guard case .message(let bytes) = frame, let message = try? JSON(bytes) else {
        Issue.record("what the server sends is no message: \(frame)")
        continue
      }
      let id = message["method"] == .null ? message["id"].integer : nil
      if let model = Metamodel.official {
        let complaints =
          message["error"]["code"] == .null
          ? model.complaints(about: message, answering: id.flatMap { asked[$0] }) : []
        #expect(complaints.isEmpty, "\(message)")
      }
      if let id { answers[id] = message } else { messages.append(message) }
    }
  }
}

// What tests do all the time.
extension Session {
  func open(_ uri: String, _ text: String, version: Int = 1) {
    notify(
      "textDocument/didOpen",
      ["textDocument": ["uri": .string(uri), "languageId": "x", "version": .integer(version), "text": .string(text)]])
  }

  /// Opens a file as it is on disk.
  func open(path: String) { open("file://" + path, disk[path] ?? "") }

  func change(_ uri: String, to text: String, version: Int, settles: Bool = true) {
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .integer(version)],
        "contentChanges": [["text": .string(text)]],
      ], settles: settles)
  }

  func close(_ uri: String) { notify("textDocument/didClose", ["textDocument": ["uri": .string(uri)]]) }

  /// What was published last for a document; null where nothing was.
  func published(_ uri: String) -> JSON {
    messages.last { $0["method"] == "textDocument/publishDiagnostics" && $0["params"]["uri"] == .string(uri) }?[
      "params"]
      ?? .null
  }

  /// The codes of what was published last for a document.
  func codes(_ uri: String) -> [String] { published(uri)["diagnostics"].elements.map { $0["code"].string ?? "-" } }

  func publishCount(_ uri: String) -> Int {
    messages.count { $0["method"] == "textDocument/publishDiagnostics" && $0["params"]["uri"] == .string(uri) }
  }

  func actions(_ uri: String, line: Int, _ character: Int, only: [String]? = nil) throws -> [JSON] {
    let place: JSON = ["line": .integer(line), "character": .integer(character)]
    var context: [String: JSON] = ["diagnostics": []]
    context["only"] = only.map { .array($0.map { .string($0) }) }
    return try request(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": .string(uri)], "range": ["start": place, "end": place], "context": .object(context),
      ]
    ).elements
  }
}
