import Testing

@testable import LanguageServer

@Suite struct LifecycleTests {
  private func code(_ answer: JSON) -> Int? { answer["error"]["code"].integer }

  @Test func whatTheServerCanDoDependsOnTheClient() throws {
    let session = Session()
    let result = try session.request("initialize", ["capabilities": Session.everything])
    #expect(result["serverInfo"] == ["name": "seatrial", "version": "1.2.3"])
    #expect(result["capabilities"]["positionEncoding"] == "utf-16")
    #expect(result["capabilities"]["textDocumentSync"]["change"] == 2)
    #expect(result["capabilities"]["codeActionProvider"]["resolveProvider"] == true)
    #expect(result["capabilities"]["diagnosticProvider"] == .null)

    let poor = try Session().request("initialize", ["capabilities": [:]])["capabilities"]
    #expect(poor["codeActionProvider"] == .null && poor["hoverProvider"] == true)
    let puller = try Session().request(
      "initialize", ["capabilities": ["textDocument": ["diagnostic": [:]]]])["capabilities"]
    #expect(puller["diagnosticProvider"]["interFileDependencies"] == true)
  }

  @Test(
    arguments: [
      (["utf-8"], "utf-8"), (["utf-32", "utf-8"], "utf-32"), (["utf-7", "utf-16"], "utf-16"), ([], "utf-16"),
      (nil, "utf-16"), (3, "utf-16"),
    ] as [(JSON, String)])
  func theEncodingIsTheFirstThatBothKnow(_ offered: JSON, _ chosen: String) throws {
    let result = try Session().request("initialize", ["capabilities": ["general": ["positionEncodings": offered]]])
    #expect(result["capabilities"]["positionEncoding"] == .string(chosen))
  }

  @Test func requestsOutOfOrderAreRefused() throws {
    let session = Session()
    #expect(code(try session.ask("textDocument/hover", [:])) == -32002)
    #expect(code(try session.ask("initialize", ["capabilities": 1, "rootUri": 3])) == -32602)
    #expect(code(try session.ask("initialize")) == -32602)
    _ = try session.request("initialize", ["capabilities": [:]])
    #expect(code(try session.ask("initialize", ["capabilities": [:]])) == -32600)
    #expect(code(try session.ask("textDocument/definition", [:])) == -32601)
    #expect(code(try session.ask("textDocument/hover", ["textDocument": 1])) == -32602)
    #expect(code(try session.ask("textDocument/hover")) == -32602)
    #expect(try session.request("shutdown") == .null)
    #expect(code(try session.ask("textDocument/hover", [:])) == -32600)
    #expect(session.server.exitStatus == nil)
    session.notify("exit", nil)
    #expect(session.server.exitStatus == 0)
  }

  @Test func theExitStatusTellsWhetherTheServerWasShutDown() throws {
    let session = try Session([:])
    session.notify("exit", nil)
    #expect(session.server.exitStatus == 1)
    let early = Session()
    early.notify("exit", nil)
    #expect(early.server.exitStatus == 1)
    for (shutsDown, status) in [(true, Int32(0)), (false, 1)] {
      let gone = try Session([:])
      if shutsDown { _ = try gone.request("shutdown") }
      gone.server.close()
      #expect(gone.server.exitStatus == status)
    }
  }

  private func answers(to texts: [String]) -> [JSON] {
    let session = Session()
    for text in texts { session.server.receive(framed(Array(text.utf8))) }
    session.settle()
    return session.messages
  }

  @Test(arguments: [
    ("{", -32700), ("", -32700), ("\u{0}", -32700), ("[]", -32600), ("3", -32600), ("{}", -32600),
    (#"{"jsonrpc":"1.0","id":1,"method":"x"}"#, -32600), (#"{"jsonrpc":"2.0","id":{},"method":"x"}"#, -32600),
    (#"{"jsonrpc":"2.0","id":1}"#, -32600), (#"{"jsonrpc":"2.0","id":"a","method":"x"}"#, -32002),
    (String(repeating: "[", count: 100_000), -32700),
  ])
  func messagesThatAreNoneAreRefused(_ text: String, _ code: Int) {
    let session = Session()
    session.server.receive(framed(Array(text.utf8)))
    session.server.work()
    var frames = Frames()
    frames.append(session.server.takeOutput())
    guard case .message(let bytes)? = frames.next(), let answer = try? JSON(bytes) else {
      Issue.record("no answer")
      return
    }
    #expect(answer["error"]["code"] == .integer(code))
    #expect(answer.members["id"] != nil)
    #expect(session.server.exitStatus == nil)
  }

  @Test func answersAndUnknownNotificationsNeedNoAnswer() throws {
    let session = try Session([:])
    let before = session.messages.count
    session.send(["jsonrpc": "2.0", "id": 1, "result": nil])
    session.notify("$/setTrace", ["value": "verbose"])
    session.notify("$/unheardOf", [:])
    session.notify("workspace/didChangeConfiguration", ["settings": [:]])
    session.notify("$/cancelRequest", ["id": 99])
    session.notify("$/cancelRequest", 3)
    #expect(session.messages.count == before)
    session.send(["jsonrpc": "2.0", "id": 1, "error": ["code": 1, "message": "no"]])
    session.settle()
    #expect(session.messages.last?["method"] == "window/logMessage")
  }

  @Test func aRequestThatWaitsCanBeCancelled() throws {
    let session = try Session([:])
    session.send(["jsonrpc": "2.0", "id": "x", "method": "textDocument/hover", "params": [:]])
    session.send(["jsonrpc": "2.0", "method": "$/cancelRequest", "params": ["id": "x"]])
    session.server.work()
    var frames = Frames()
    frames.append(session.server.takeOutput())
    guard case .message(let bytes)? = frames.next() else {
      Issue.record("no answer")
      return
    }
    #expect(try JSON(bytes)["error"]["code"] == -32800)
    #expect(try JSON(bytes)["id"] == "x")
    #expect(frames.next() == nil)
  }

  @Test func aBrokenStreamEndsTheServer() {
    let session = Session()
    session.server.receive(Array("no header\r\n\r\n".utf8))
    session.settle()
    #expect(session.server.exitStatus == 1)
  }

  @Test func aMessageThatIsTooLongIsRefusedAndTheNextOneRead() throws {
    let session = Session()
    session.server = Server(machine: session.disk.machine, longestMessage: 1000)
    session.server.receive(framed([UInt8](repeating: 0x20, count: 5000)))
    #expect(try session.request("initialize", ["capabilities": [:]])["serverInfo"]["name"] == "seatrial")
  }

  @Test func filesAreWatchedWhereTheClientCan() throws {
    #expect(try Session([:]).messages.first?["method"] == "client/registerCapability")
    #expect(try Session([:], capabilities: [:]).messages.isEmpty)
  }
}
