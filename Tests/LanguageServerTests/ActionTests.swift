import Foundation
import Testing

@testable import LanguageServer

@Suite struct ActionTests {
  private let uri = "file:///w/task.json"
  private let yaml = "file:///w/service.yaml"

  /// What a client makes of the edits for a document, which are for the version that it has.
  private func text(_ action: JSON, of uri: String, in text: String, version: Int? = 1) -> String? {
    for change in action["edit"]["documentChanges"].elements where change["textDocument"]["uri"] == .string(uri) {
      #expect(change["textDocument"]["version"] == (version.map { .integer($0) } ?? .null))
      return apply(change["edits"].elements, to: text)
    }
    return action["edit"]["changes"].members[uri].map { apply($0.elements, to: text) }
  }

  private func apply(_ edits: [JSON], to text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf16) }
    func position(_ json: JSON) -> (line: Int, character: Int) {
      (json["line"].integer ?? 0, json["character"].integer ?? 0)
    }
    for edit in edits.sorted(by: { position($0["range"]["start"]) > position($1["range"]["start"]) }) {
      let (start, end) = (position(edit["range"]["start"]), position(edit["range"]["end"]))
      let joined =
        lines[start.line].prefix(start.character) + Array((edit["newText"].string ?? "").utf16)
        + lines[end.line].dropFirst(end.character)
      lines.replaceSubrange(start.line...end.line, with: [Array(joined)])
    }
    return String(decoding: Array(lines.joined(separator: [10])), as: UTF16.self)
  }

  @Test func aFixIsOfferedAtItsFinding() throws {
    let session = try Session([:])
    session.open(uri, Sample.misspelt)
    let place =
      session.published(uri)["diagnostics"].elements.first { $0["code"] == "SCH001" }?["range"]["start"] ?? .null
    let line = place["line"].integer ?? 0
    let actions = try session.actions(uri, line: line, place["character"].integer ?? 0, only: ["quickfix"])
    let fix = try #require(actions.first { $0["isPreferred"] == true })
    #expect(fix["kind"] == "quickfix" && fix["diagnostics"][0]["code"] == "SCH001")
    #expect(text(fix, of: uri, in: Sample.misspelt) == Sample.clean)
    #expect(try session.actions(uri, line: 0, 0, only: ["quickfix"]).isEmpty)
  }

  @Test func onlyTheFindingThatIsMeantIsFixed() throws {
    let session = try Session([:])
    session.open(uri, Sample.task(image: "registry.example.com/web:latest", essential: "esential"))
    let findings = session.published(uri)["diagnostics"].elements
    let meant = try #require(findings.first { $0["code"] == "SCH001" })
    let actions = try session.request(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": .string(uri)],
        "range": ["start": ["line": 0, "character": 0], "end": ["line": 9, "character": 0]],
        "context": ["diagnostics": [meant], "only": ["quickfix"]],
      ]
    ).elements
    #expect(!actions.isEmpty && actions.allSatisfy { $0["diagnostics"][0]["code"] == "SCH001" })
  }

  @Test func allSafeFixesAtOnce() throws {
    let session = try Session([:])
    let twice = Sample.misspelt.replacingOccurrences(of: "startPeriod", with: "startPerod")
    session.open(uri, twice)
    for only in [["source"], ["source.fixAll"], ["source.fixAll.seatrial"]] {
      let action = try #require(try session.actions(uri, line: 0, 0, only: only).first)
      #expect(
        action["kind"] == "source.fixAll.seatrial" && action["edit"] == .null, "it is worked out when it is chosen")
      let resolved = try session.request("codeAction/resolve", action)
      #expect(text(resolved, of: uri, in: twice) == Sample.clean)
    }
    #expect(try session.actions(uri, line: 0, 0, only: ["source.organizeImports"]).isEmpty)
    #expect(try session.actions(uri, line: 0, 0, only: ["source.fixAll.eslint"]).isEmpty)
    session.change(uri, to: Sample.clean, version: 2)
    #expect(try session.actions(uri, line: 0, 0, only: ["source"]).isEmpty)
  }

  @Test func aClientThatResolvesNothingGetsTheEditAtOnce() throws {
    let session = try Session(
      [:],
      capabilities: ["textDocument": ["codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": []]]]]]
    )
    session.open(uri, Sample.misspelt)
    let action = try #require(try session.actions(uri, line: 0, 0, only: ["source.fixAll"]).first)
    #expect(text(action, of: uri, in: Sample.misspelt) == Sample.clean)
    #expect(action["edit"]["documentChanges"] == .null)
    #expect(try Session([:], capabilities: [:]).actions(uri, line: 0, 0).isEmpty)
  }

  @Test func aLineOfYAMLGetsAComment() throws {
    let session = try Session([:])
    session.open(yaml, Sample.yaml)
    let finding = try #require(session.published(yaml)["diagnostics"].elements.first { $0["code"] == "IMG001" })
    let start = finding["range"]["start"]
    let actions = try session.actions(yaml, line: start["line"].integer ?? 0, start["character"].integer ?? 0)
    let ignore = try #require(actions.first { $0["title"] == "Ignore IMG001 on this line" })
    let changed = try #require(text(ignore, of: yaml, in: Sample.yaml))
    #expect(
      changed.contains("          # seatrial: ignore=IMG001\n            - image")
        || changed.contains("# seatrial: ignore=IMG001\n"))
    session.change(yaml, to: changed, version: 2)
    #expect(!session.codes(yaml).contains("IMG001"))
  }

  @Test func aFindingInJSONGoesIntoTheConfiguration() throws {
    let session = try Session([:])
    session.open(uri, Sample.latest)
    let action = try #require(
      try session.actions(uri, line: 3, 40).first { $0["title"].string?.hasPrefix("Ignore") == true })
    #expect(action["title"] == "Ignore IMG001 here, in .seatrial.yaml")
    #expect(action["edit"]["documentChanges"][0]["kind"] == "create")
    let written = try #require(text(action, of: "file:///w/.seatrial.yaml", in: "", version: nil))
    session.disk["/w/.seatrial.yaml"] = written
    session.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": "file:///w/.seatrial.yaml", "type": 1]]])
    #expect(session.codes(uri) == [])
  }

  @Test func anOpenConfigurationIsEditedAsItIs() throws {
    let session = try Session(["/w/.seatrial.yaml": "select: [default]\n"])
    session.open(uri, Sample.latest)
    let open = "select: [all]\nsuppressions:\n  - rule: IMG002\n    path: x\n    reason: é\n"
    session.open("file:///w/.seatrial.yaml", open, version: 4)
    let action = try #require(
      try session.actions(uri, line: 3, 40).first { $0["title"].string?.hasPrefix("Ignore IMG001") == true })
    let changed = try #require(text(action, of: "file:///w/.seatrial.yaml", in: open, version: 4))
    #expect(changed.hasPrefix(open) && changed.contains("- rule: IMG001\n    path: task.json\n"))
    session.change("file:///w/.seatrial.yaml", to: changed, version: 5)
    #expect(!session.codes(uri).contains("IMG001"))
  }

  @Test func theRuleIsExplainedWhereItFoundSomething() throws {
    let session = try Session([:])
    session.open(uri, Sample.latest)
    func hover(_ line: Int, _ character: Int) throws -> JSON {
      try session.request(
        "textDocument/hover",
        [
          "textDocument": ["uri": .string(uri)],
          "position": ["line": .integer(line), "character": .integer(character)],
        ])
    }
    let page = try hover(3, 40)
    #expect(page["contents"]["kind"] == "markdown")
    #expect(page["contents"]["value"].string?.hasPrefix("**IMG001** `image-latest-tag`") == true)
    #expect(try hover(0, 0) == .null)
    let plain = try Session([:], capabilities: [:])
    plain.open(uri, Sample.latest)
    let text = try plain.request(
      "textDocument/hover", ["textDocument": ["uri": .string(uri)], "position": ["line": 3, "character": 40]])
    #expect(text["contents"]["kind"] == "plaintext")
  }
}
