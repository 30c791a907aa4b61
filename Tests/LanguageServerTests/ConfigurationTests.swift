import Testing

@testable import LanguageServer

@Suite struct ConfigurationTests {
  private let uri = "file:///w/deploy/task.json"
  private let configuration = "file:///w/.seatrial.yaml"

  @Test func theNearestConfigurationHolds() throws {
    let session = try Session([
      "/w/.seatrial.yaml": "ignore: [IMG001]\n", "/w/other/.seatrial.yaml": "rules: { IMG001: { severity: error } }\n",
    ])
    session.open(uri, Sample.latest)
    #expect(session.codes(uri) == [])
    session.open("file:///w/other/task.json", Sample.latest)
    #expect(session.published("file:///w/other/task.json")["diagnostics"][0]["severity"] == 1)
  }

  @Test func whatIsExcludedIsLeftAlone() throws {
    let session = try Session(["/w/.seatrial.yaml": "exclude: [deploy/]\n"])
    session.open(uri, Sample.latest)
    #expect(session.codes(uri) == [])
  }

  @Test func aMistakeIsShownInTheFileThatHasIt() throws {
    let session = try Session(["/w/.seatrial.yaml": "extends: base.yaml\n", "/w/base.yaml": "a: 1\nignor: [IMG001]\n"])
    session.open(uri, Sample.latest)
    let base = session.published("file:///w/base.yaml")
    #expect(base["diagnostics"].elements.count == 2)
    #expect(base["version"] == .null)
    #expect(base["diagnostics"][1]["range"]["start"] == ["line": 1, "character": 0])
    #expect(base["diagnostics"][1]["severity"] == 1)
    session.disk["/w/base.yaml"] = "ignore: [IMG001]\n"
    session.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": "file:///w/base.yaml", "type": 2]]])
    #expect(session.published("file:///w/base.yaml")["diagnostics"] == [])
    #expect(session.codes(uri) == [])
  }

  @Test func aConfigurationIsCheckedWhileItIsWritten() throws {
    let session = try Session(["/w/.seatrial.yaml": "ignore: [IMG001]\n"])
    session.open(uri, Sample.latest)
    session.open(path: "/w/.seatrial.yaml")
    #expect(session.codes(configuration) == [])
    session.change(configuration, to: "ignore: [IMG999]\n", version: 2)
    #expect(session.codes(configuration) == ["-"])
    #expect(session.published(configuration)["version"] == 2)
    #expect(session.codes(uri) == ["IMG001"])
    session.change(configuration, to: "ignore: [IMG001]\n", version: 3)
    #expect(session.codes(configuration) == [] && session.codes(uri) == [])
    session.change(configuration, to: "ignore: [IMG999]\n", version: 4)
    session.close(configuration)
    #expect(session.codes(configuration) == [], "the file on disk has no mistake")
  }

  @Test func aMistakeStaysWhenTheFileIsClosed() throws {
    let session = try Session(["/w/.seatrial.yaml": "ignor: [IMG001]\n"])
    session.settle()
    #expect(session.codes(configuration) == ["-"], "no document has to be open")
    session.open(path: "/w/.seatrial.yaml")
    #expect(session.codes(configuration) == ["-"] && session.published(configuration)["version"] == 1)
    session.close(configuration)
    #expect(session.codes(configuration) == ["-"] && session.published(configuration)["version"] == .null)
  }

  @Test func whatSuppressionsSayAboutOtherFilesIsNotTold() throws {
    let session = try Session([
      "/w/.seatrial.yaml": "suppressions:\n  - { rule: IMG001, path: deploy/, reason: known }\n"
    ])
    session.open(uri, Sample.clean)
    #expect(session.codes(configuration) == [])
    session.open(uri, Sample.latest)
    #expect(session.codes(uri) == [])
  }

  private static func rule(requires expression: String) -> String {
    """
    code: ACME001
    name: missing-team-tag
    title: The task definition has no tag 'team'
    severity: error
    check:
      for: task-definition
      require: \(expression)
    why: The tag says whom to wake at night.

    """
  }

  @Test func rulesOfOnesOwnHold() throws {
    let good = Self.rule(requires: "has(resource.tags)")
    let session = try Session(["/w/.seatrial.yaml": "custom-rules: team.yaml\n", "/w/team.yaml": good])
    session.open(uri, Sample.clean)
    #expect(session.codes(uri) == ["ACME001"])
    let place: JSON = ["textDocument": ["uri": .string(uri)], "position": ["line": 1, "character": 14]]
    let page = try session.request("textDocument/hover", place)
    #expect(page["contents"]["value"].string?.contains("whom to wake at night") == true)

    session.disk["/w/team.yaml"] = Self.rule(requires: "has(resource.family)")
    session.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": "file:///w/team.yaml", "type": 2]]])
    #expect(session.codes(uri) == [])
    session.open(path: "/w/team.yaml")
    session.change("file:///w/team.yaml", to: Self.rule(requires: "has(resource.tags"), version: 2)
    #expect(session.codes("file:///w/team.yaml") == ["-"], "a mistake is shown while the rule is written")
    session.change("file:///w/team.yaml", to: good, version: 3)
    #expect(session.codes("file:///w/team.yaml") == [] && session.codes(uri) == ["ACME001"])
  }
}
