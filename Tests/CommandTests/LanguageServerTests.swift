import Foundation
import Testing

/// `seatrial lsp` as editors start it, over real pipes.
@Suite struct LanguageServerTests {
  private func framed(_ messages: [String]) -> String {
    messages.map { "Content-Length: \($0.utf8.count)\r\n\r\n\($0)" }.joined()
  }

  private static let initialize =
    #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}"#
  private static let shutdown = #"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#
  private static let exit = #"{"jsonrpc":"2.0","method":"exit"}"#

  @Test func theExitStatusTellsHowItEnded() throws {
    for (messages, status) in [
      ([Self.initialize, Self.shutdown, Self.exit], Int32(0)), ([Self.initialize, Self.shutdown], 0),
      ([Self.initialize, Self.exit], 1), ([Self.exit], 1), ([Self.initialize], 1), ([], 1),
    ] {
      let result = try Command.run(["lsp", "--stdio"], input: framed(messages))
      #expect(result.status == status && result.errors.isEmpty, "\(messages)")
    }
  }

  @Test func whatIsInTheInputIsAnsweredBeforeItsEnd() throws {
    let open =
      #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:x","version":5,"#
      + #""text":"{ \"family\": \"a\", \"containerDefinitions\": [{ \"name\": \"a\", \"image\": \"r.io/a:latest\" }] }"}}}"#
    let result = try Command.run(["lsp"], input: framed([Self.initialize, open]))
    #expect(result.output.contains(#""id":1,"jsonrpc":"2.0","result":"#))
    #expect(result.output.contains(#""code":"IMG001""#) && result.output.contains(#""version":5"#))
    #expect(result.status == 1)
  }

  @Test func bytesThatAreNoMessagesEndIt() throws {
    let result = try Command.run(["lsp"], input: "GET / HTTP/1.1\r\n\r\n")
    #expect(result.status == 1 && result.errors.isEmpty)
    #expect(result.output.contains(#""code":-32700"#) && result.output.contains(#""id":null"#))
  }

  @Test func aReaderThatGoesAwayEndsIt() throws {
    let script = #"printf '\#(framed([Self.initialize]).replacing("\r\n", with: "\\r\\n"))' | "$seatrial" lsp | true"#
    #expect(try Command.shell(script).status == 0)
  }

  @Test(.needsTool("python3")) func aRealClientGetsWhatItAsksFor() throws {
    let folder = try Folder([
      "api task é.json": Sample.clean,
      "api.service.json": """
      {
        "serviceName": "api",
        "taskDefinition": "api",
        "desiredCount": 2,
        "serviceRegistries": [
          { "registryArn": "arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-a", "containerName": "nginx" }
        ]
      }
      """,
      "run.yaml": """
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: api
        annotations:
          run.googleapis.com/ingress: internal
      spec:
        template:
          spec:
            containers:
              - image: europe-docker.pkg.dev/example/web/api:latest

      """,
    ])
    defer { folder.remove() }
    let tools = try #require(TestTools.directory)
    let client = TestTools.root.appending(path: "Tests/Oracles/lsp_client.py").path()
    let result = try Command.shell("exec '\(tools)/python3' -B '\(client)' \"$seatrial\" .", in: folder)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }
}

/// What the page for editors shows can be read by who it is for.
@Suite struct EditorDocumentationTests {
  private static func blocks(_ language: String) throws -> [String] {
    let page = try String(contentsOf: TestTools.root.appending(path: "docs/editors.md"), encoding: .utf8)
    return page.matches(of: #/```(\w+)[^\n]*\n((?s:.*?))```/#).filter { $0.1 == language }.map { String($0.2) }
  }

  @Test func everyEditorStartsTheServer() throws {
    for language in ["lua", "toml", "elisp", "javascript", "json"] {
      let starts = try Self.blocks(language).contains { $0.contains("seatrial") && $0.contains("lsp") }
      #expect(starts, "\(language)")
    }
  }

  @Test func whatIsJSONIsJSON() throws {
    for block in try Self.blocks("json") {
      #expect(throws: Never.self, "\(block)") { try JSONSerialization.jsonObject(with: Data(block.utf8)) }
    }
  }

  @Test(.needsTool("python3")) func whatIsTOMLIsTOML() throws {
    let tools = try #require(TestTools.directory)
    for block in try Self.blocks("toml") {
      let folder = try Folder(["a.toml": block])
      defer { folder.remove() }
      let check =
        "import sys\ntry: import tomllib\nexcept ImportError: sys.exit()\ntomllib.load(open(\"a.toml\", \"rb\"))"
      let result = try Command.shell("exec '\(tools)/python3' -c '\(check)'", in: folder)
      #expect(result.status == 0, "\(block)\(result.errors)")
    }
  }
}
