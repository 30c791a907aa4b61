import Foundation
import Testing

@testable import LanguageServer

@Suite struct FindingTests {
  private let uri = "file:///w/task.json"

  @Test func whatIsFoundIsPublishedWithAllThatBelongsToIt() throws {
    let session = try Session([:])
    session.open(uri, Sample.latest, version: 7)
    let published = session.published(uri)
    #expect(published["version"] == 7)
    let finding = published["diagnostics"][0]
    #expect(finding["code"] == "IMG001" && finding["source"] == "seatrial" && finding["severity"] == 2)
    #expect(finding["range"]["start"]["line"] == 3)
    #expect(finding["message"].string?.contains("\nhelp: ") == true)
    #expect(finding["codeDescription"]["href"].string?.hasSuffix("/IMG001.md") == true)
    #expect(finding["data"]["id"].string?.isEmpty == false)
  }

  @Test func aClientIsToldNoMoreThanItTakes() throws {
    let session = try Session([:], capabilities: [:])
    session.open(uri, Sample.latest)
    #expect(
      Set(session.published(uri)["diagnostics"][0].members.keys) == ["range", "severity", "code", "source", "message"])
  }

  @Test func severalChangesThatWaitAreLintedOnce() throws {
    let session = try Session([:])
    session.open(uri, Sample.clean)
    let count = session.publishCount(uri)
    for version in 2...50 { session.change(uri, to: Sample.latest, version: version, settles: false) }
    session.settle()
    #expect(session.publishCount(uri) == count + 1)
    #expect(session.published(uri)["version"] == 50)
    #expect(session.codes(uri) == ["IMG001"])
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func editsAndRangesAreInTheAgreedEncoding(_ encoding: String) throws {
    var capabilities = Session.everything.members
    capabilities["general"] = ["positionEncodings": [.string(encoding)]]
    let session = try Session([:], capabilities: .object(capabilities))
    let text = #"{ "family": "é😀", "containerDefinitions": [{ "name": "web", "image": "r.io/w:1" }] }"# + "\r\n"
    let place = text.range(of: "w:1").map { text[..<$0.lowerBound] + "w:" } ?? ""
    func units(_ text: some StringProtocol) -> Int {
      switch encoding {
      case "utf-8": text.utf8.count
      case "utf-16": text.utf16.count
      default: text.unicodeScalars.count
      }
    }
    session.open(uri, text)
    #expect(!session.codes(uri).contains("IMG001"))
    let start: JSON = ["line": 0, "character": .integer(units(place))]
    let end: JSON = ["line": 0, "character": .integer(units(place) + 1)]
    session.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": 2],
        "contentChanges": [
          ["range": ["start": start, "end": end], "text": "lat"],
          [
            "range": [
              "start": ["line": 0, "character": .integer(units(place) + 3)],
              "end": ["line": 0, "character": .integer(units(place) + 3)],
            ], "text": "est",
          ],
        ],
      ])
    let finding = session.published(uri)["diagnostics"].elements.first { $0["code"] == "IMG001" }
    let found = finding?["range"] ?? .null
    #expect(found["end"]["character"] == .integer(units(place + "latest\"")))
  }

  @Test func aDocumentThatIsClosedHasNoFindings() throws {
    let session = try Session(["/w/task.json": Sample.latest])
    session.open(path: "/w/task.json")
    #expect(session.codes(uri) == ["IMG001"])
    session.close(uri)
    #expect(session.published(uri)["diagnostics"] == [])
    session.open(path: "/w/task.json")
    #expect(session.codes(uri) == ["IMG001"])
  }

  @Test func oddChangesAreTakenAsTheyCome() throws {
    let session = try Session([:])
    session.change("file:///w/never.json", to: "{}", version: 1)
    session.close("file:///w/never.json")
    #expect(session.messages.suffix(2).allSatisfy { $0["method"] == "window/logMessage" })
    session.open(uri, Sample.clean, version: 9)
    session.change(uri, to: Sample.latest, version: 3)
    #expect(session.codes(uri) == ["IMG001"] && session.published(uri)["version"] == 3)
    session.notify("textDocument/didChange", ["textDocument": ["uri": .string(uri)]])
    #expect(session.messages.last?["method"] == "window/logMessage")
    session.open(uri, Sample.clean, version: 1)
    #expect(session.codes(uri) == [])
  }

  @Test func aFileWithAnotherSchemeIsJudgedAlone() throws {
    let session = try Session(["/w/.seatrial.yaml": "ignore: [IMG001]\n", "/w/task.json": Sample.task(family: "x")])
    let before = session.disk.readCount
    for uri in ["untitled:Untitled-1", "git:/w/task.json?ref=HEAD", "file://server/share/task.json"] {
      session.open(uri, Sample.latest)
      #expect(session.codes(uri) == ["IMG001"], "\(uri)")
      session.change(uri, to: Sample.clean, version: 2)
      #expect(session.codes(uri) == [], "\(uri)")
    }
    #expect(session.disk.readCount == before)
  }

  @Test func aHalfOfACharacterIsNoReasonToStop() throws {
    let session = try Session([:])
    session.open(uri, Sample.clean)
    let change =
      #"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"\#(uri)","version":2},"#
      + #""contentChanges":[{"range":{"start":{"line":1,"character":13},"end":{"line":1,"character":13}},"text":"\ud83d"}]}}"#
    session.server.receive(framed(Array(change.utf8)))
    session.settle()
    #expect(session.published(uri)["version"] == 2)
  }

  @Test func noSecretIsInWhatIsSaid() throws {
    let secret = "AKIAIOSFODNN7EXAMPLQ"
    let text = Sample.clean.replacingOccurrences(
      of: #""memory": 512"#,
      with: #""memory": 512, "environment": [{ "name": "AWS_ACCESS_KEY_ID", "value": "\#(secret)" }]"#)
    let session = try Session([:])
    session.open(uri, text)
    #expect(session.codes(uri).contains { $0.hasPrefix("SEC") || $0.hasPrefix("IAM") })
    for message in session.messages { #expect(!String(decoding: message.bytes, as: UTF8.self).contains(secret)) }
  }

  @Test func aDeprecatedFieldIsStruckOut() throws {
    let session = try Session([:])
    session.open(
      uri, Sample.task(extra: #" "inferenceAccelerators": [{ "deviceName": "d", "deviceType": "eia2.medium" }],"#))
    let finding = session.published(uri)["diagnostics"].elements.first { $0["code"] == "SCH009" }
    #expect(finding?["tags"] == [2])
    session.open(uri, Sample.task(extra: #" "revision": 3,"#))
    let setByServer = session.published(uri)["diagnostics"].elements.first { $0["code"] == "SCH005" }
    #expect(setByServer?["tags"] == [1])
  }
}

@Suite struct LinkedFileTests {
  private let task = "file:///w/deploy/api.task.json"
  private let service = "file:///w/deploy/api.service.json"

  @Test func aServiceIsJudgedWithTheTaskDefinitionOnDisk() throws {
    let session = try Session([
      "/w/deploy/api.task.json": Sample.task(), "/w/deploy/api.service.json": Sample.service(container: "nginx"),
    ])
    session.open(path: "/w/deploy/api.service.json")
    #expect(session.codes(service).contains("REF001"))
    let finding = session.published(service)["diagnostics"].elements.first { $0["code"] == "REF001" }
    #expect(finding?["relatedInformation"][0]["location"]["uri"] == .string(task))
  }

  @Test func aChangeInOneShowsInTheOther() throws {
    let session = try Session([
      "/w/deploy/api.task.json": Sample.task(), "/w/deploy/api.service.json": Sample.service(container: "web"),
    ])
    session.open(path: "/w/deploy/api.service.json")
    session.open(path: "/w/deploy/api.task.json")
    #expect(!session.codes(service).contains("REF001"))
    let count = session.publishCount(task)
    session.change(service, to: Sample.service(container: "nginx"), version: 2)
    #expect(session.codes(service).contains("REF001"))
    #expect(session.publishCount(task) == count, "what did not change is not said again")
    session.change(service, to: Sample.service(container: "web"), version: 3)
    let renamed = Sample.task().replacingOccurrences(of: #""name": "web""#, with: #""name": "nginx""#)
    session.change(task, to: renamed, version: 2)
    #expect(session.codes(service).contains("REF001"))
    #expect(session.published(service)["version"] == 3)
    session.change(task, to: Sample.task(family: "other"), version: 3)
    #expect(!session.codes(service).contains("REF001"), "they have nothing to do with each other by now")
    session.change(task, to: renamed, version: 4)
    #expect(session.codes(service).contains("REF001"))
    session.close(task)
    #expect(!session.codes(service).contains("REF001"), "the file on disk counts again")
  }

  @Test func filesBesideADocumentCountWithoutAFolder() throws {
    let files = ["/x/api.task.json": Sample.task(), "/x/api.service.json": Sample.service(container: "nginx")]
    let session = try Session(files, folder: nil)
    session.open(path: "/x/api.service.json")
    #expect(session.codes("file:///x/api.service.json").contains("REF001"))
  }

  @Test func filesThatChangeOnDiskAreNoticed() throws {
    let session = try Session(["/w/deploy/api.service.json": Sample.service(container: "nginx")])
    session.open(path: "/w/deploy/api.service.json")
    #expect(!session.codes(service).contains("REF001"))
    session.disk["/w/deploy/api.task.json"] = Sample.task()
    let changes: JSON = ["changes": [["uri": .string(task), "type": 1]]]
    session.notify("workspace/didChangeWatchedFiles", changes)
    #expect(session.codes(service).contains("REF001"))
    session.disk["/w/deploy/api.task.json"] = nil
    session.notify("workspace/didChangeWatchedFiles", changes)
    #expect(!session.codes(service).contains("REF001"))
  }

  @Test func aSaveIsEnoughForAClientThatCannotWatch() throws {
    let session = try Session(["/w/deploy/api.service.json": Sample.service(container: "nginx")], capabilities: [:])
    session.open(path: "/w/deploy/api.service.json")
    session.disk["/w/deploy/api.task.json"] = Sample.task()
    session.notify("textDocument/didSave", ["textDocument": ["uri": .string(service)]])
    #expect(session.codes(service).contains("REF001"))
  }

  @Test func inALargeWorkspaceTheFilesBesideADocumentCount() throws {
    var files = Dictionary((0..<150).map { ("/w/a/\($0).json", "{}") }) { first, _ in first }
    files["/w/deploy/api.task.json"] = Sample.task()
    files["/w/deploy/api.service.json"] = Sample.service(container: "nginx")
    files["/w/x/api.service.json"] = Sample.service(container: "nginx")
    let session = try Session(files)
    session.open(path: "/w/deploy/api.service.json")
    #expect(session.codes(service).contains("REF001"))
    #expect(session.messages.count { $0["method"] == "window/logMessage" } == 1)
  }

  @Test func foldersComeAndGo() throws {
    let session = try Session([
      "/w/api.service.json": Sample.service(container: "nginx"), "/v/api.task.json": Sample.task(),
    ])
    session.open(path: "/w/api.service.json")
    let uri = "file:///w/api.service.json"
    #expect(!session.codes(uri).contains("REF001"))
    let folder: JSON = ["uri": "file:///v", "name": "v"]
    session.notify("workspace/didChangeWorkspaceFolders", ["event": ["added": [folder], "removed": []]])
    #expect(session.codes(uri).contains("REF001"))
    session.notify("workspace/didChangeWorkspaceFolders", ["event": ["added": [], "removed": [folder]]])
    #expect(!session.codes(uri).contains("REF001"))
  }
}

@Suite struct PullTests {
  private static let puller: JSON = {
    var capabilities = Session.everything.members
    var document = capabilities["textDocument"]?.members ?? [:]
    document["diagnostic"] = [:]
    capabilities["textDocument"] = .object(document)
    return .object(capabilities)
  }()

  private let service = "file:///w/api.service.json"
  private let task = "file:///w/api.task.json"

  private func pull(_ session: Session, _ uri: String, previous: JSON? = nil) throws -> JSON {
    var params: [String: JSON] = ["textDocument": ["uri": .string(uri)]]
    params["previousResultId"] = previous
    return try session.request("textDocument/diagnostic", .object(params))
  }

  @Test func whoAsksIsNotToldUnasked() throws {
    let session = try Session([:], capabilities: Self.puller)
    session.open(task, Sample.latest)
    #expect(session.publishCount(task) == 0)
    let report = try pull(session, task)
    #expect(report["kind"] == "full" && report["items"][0]["code"] == "IMG001")
    let again = try pull(session, task, previous: report["resultId"])
    #expect(again["kind"] == "unchanged" && again["resultId"] == report["resultId"])
    session.change(task, to: Sample.clean, version: 2)
    #expect(try pull(session, task, previous: report["resultId"])["items"] == [])
    #expect(try pull(session, "file:///w/unknown.json")["items"] == [])
  }

  @Test func whatChangesElsewhereIsAReasonToAskAgain() throws {
    let session = try Session(
      ["/w/api.task.json": Sample.task(), "/w/api.service.json": Sample.service(container: "web")],
      capabilities: Self.puller)
    session.open(path: "/w/api.service.json")
    session.open(path: "/w/api.task.json")
    _ = try pull(session, service)
    _ = try pull(session, task)
    let renamed = Sample.task().replacingOccurrences(of: #""name": "web""#, with: #""name": "nginx""#)
    session.change(task, to: renamed, version: 2)
    #expect(session.messages.last?["method"] == "workspace/diagnostic/refresh")
    #expect(try pull(session, service)["items"].elements.contains { $0["code"] == "REF001" })
  }
}
