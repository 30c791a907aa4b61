import Foundation
import Testing

@testable import LanguageServer

/// Whatever comes in, the server answers or ends, and never stops the process.
@Suite struct FuzzTests {
  private static let conversation: [JSON] = {
    let document: JSON = ["uri": "file:///w/task.json"]
    let place: JSON = ["line": 3, "character": 40]
    func message(_ method: String, _ params: JSON, id: JSON? = nil) -> JSON {
      var message: [String: JSON] = ["jsonrpc": "2.0", "method": .string(method), "params": params]
      message["id"] = id
      return .object(message)
    }
    return [
      message("initialize", ["capabilities": Session.everything, "rootUri": "file:///w"], id: 1),
      message("initialized", [:]),
      message(
        "textDocument/didOpen",
        ["textDocument": ["uri": "file:///w/task.json", "version": 1, "text": .string(Sample.misspelt)]]),
      message(
        "textDocument/didChange",
        [
          "textDocument": ["uri": "file:///w/task.json", "version": 2],
          "contentChanges": [["range": ["start": place, "end": place], "text": "é"]],
        ]),
      message("textDocument/hover", ["textDocument": document, "position": place], id: 2),
      message(
        "textDocument/codeAction",
        ["textDocument": document, "range": ["start": place, "end": place], "context": ["diagnostics": []]], id: 3),
      message("codeAction/resolve", ["title": "x", "data": ["uri": "file:///w/task.json"]], id: 4),
      message("textDocument/diagnostic", ["textDocument": document], id: 5),
      message(
        "textDocument/didOpen",
        ["textDocument": ["uri": "file:///w/.seatrial.yaml", "version": 1, "text": "ignore: [x]"]]),
      message("workspace/didChangeWatchedFiles", ["changes": [["uri": "file:///w/task.json"]]]),
      message("workspace/didChangeWorkspaceFolders", ["event": ["added": [["uri": "file:///v"]], "removed": []]]),
      message("textDocument/didClose", ["textDocument": document]),
      message("shutdown", nil, id: 6), message("exit", nil),
    ]
  }()

  private func run(_ bytes: [[UInt8]]) {
    let session = Session(Disk(["/w/service.json": Sample.service(container: "nginx")]))
    for part in bytes {
      session.server.receive(part)
      var steps = 0
      while session.server.hasWork, steps < 10_000 {
        session.server.work()
        steps += 1
      }
      #expect(steps < 10_000, "the server comes to no end")
      _ = session.server.takeOutput()
    }
    session.server.close()
    #expect(session.server.exitStatus != nil)
  }

  @Test func bytesOfAnyKind() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<60 {
      run([(0..<Int.random(in: 0..<300, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }])
      let body = (0..<Int.random(in: 0..<60, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator)
      }
      run([framed(body), framed(body)])
    }
  }

  @Test func conversationsWithBytesThatChanged() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<50 {
      var messages = Self.conversation.map(\.bytes)
      for _ in 0..<Int.random(in: 1..<6, using: &generator) {
        let index = Int.random(in: 0..<messages.count, using: &generator)
        guard !messages[index].isEmpty else { continue }
        let place = Int.random(in: 0..<messages[index].count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: messages[index][place] = UInt8.random(in: 0...255, using: &generator)
        case 1: messages[index].removeSubrange(place...)
        case 2: messages[index].insert(contentsOf: Array("\\ud800-1e999".utf8), at: place)
        default: messages.swapAt(index, Int.random(in: 0..<messages.count, using: &generator))
        }
      }
      run(messages.map { framed($0) })
    }
  }

  @Test func conversationsWithOtherValues() {
    var generator = SeededGenerator(seed: 3)
    let values: [JSON] = [
      nil, true, 0, -1, 2_147_483_647, .integer(.max), .integer(.min), .decimal(1.5), "", "file:///", "\u{0}", [], [:],
      ["uri": "file:///w/task.json"],
    ]
    func mutated(_ json: JSON) -> JSON {
      if Int.random(in: 0..<12, using: &generator) == 0 {
        return values[Int.random(in: 0..<values.count, using: &generator)]
      }
      switch json {
      case .array(let elements): return .array(elements.map(mutated))
      case .object(let members): return .object(members.mapValues(mutated))
      default: return json
      }
    }
    for _ in 0..<50 {
      run(
        Self.conversation.enumerated().map { index, message in
          guard index > 1, index < 12 else { return framed(message.bytes) }
          var members = message.members
          members["params"] = mutated(message["params"])
          return framed(JSON.object(members).bytes)
        })
    }
  }
}
