import Foundation
import Linting
import Rules
import Syntax
import Testing

@testable import Reporting

@Suite struct SARIFReportTests {
  private static let rules = [
    Rule.made("IMG001", "image-latest-tag", .warning), .made("NET014", "public-ingress", .warning, isStrict: true),
    .made("RES001", "invalid-cpu-memory", why: String(repeating: "é", count: 2000)),
    .made("SEC001", "plaintext-secret", references: []),
  ]

  private func text(_ report: Report, root: String? = nil) -> String {
    let checkout = root.map { Checkout(root: $0) }
    return ReportFormat.sarif.render(
      report, in: ReportContext(version: "1.2.3", rules: Self.rules, checkout: checkout))
  }

  private func run(_ report: Report, root: String? = nil) throws -> JSON {
    let runs = try JSON(text(report, root: root))["runs"]
    #expect(runs.count == 1)
    return runs[0]
  }

  @Test func describesTheToolAndTheRun() throws {
    let log = try JSON(text(Report()))
    #expect(log["version"].string == "2.1.0")
    let run = log["runs"][0]
    #expect(run["tool"]["driver"]["name"].string == "seatrial")
    #expect(run["tool"]["driver"]["semanticVersion"].string == "1.2.3")
    #expect(run["automationDetails"]["id"].string == "seatrial/")
    #expect(run["columnKind"].string == "unicodeCodePoints")
    #expect(run["results"].count == 0)
    #expect(run["originalUriBaseIds"]["%SRCROOT%"]["description"]["text"].string != nil)
    #expect(run["invocations"][0]["executionSuccessful"].bool == true)
  }

  @Test func describesEveryRuleOnce() throws {
    let file = SourceFile(path: "a", text: "a: 1")
    let run = try run(
      Report(file.finding("XYZ001", at: "1"), file.finding("IMG001", at: "a"), file.finding("XYZ001", at: "a")))
    let rules = run["tool"]["driver"]["rules"]
    #expect((0..<rules.count).map { rules[$0]["id"].string } == ["IMG001", "NET014", "RES001", "SEC001", "XYZ001"])
    #expect(run["results"][0]["ruleIndex"].int == 4)
    #expect(run["results"][1]["ruleIndex"].int == 0)
    #expect(rules[0]["name"].string == "image-latest-tag")
    #expect(rules[0]["shortDescription"]["text"].string == "Title of image-latest-tag.")
    #expect(rules[0]["helpUri"].string == "https://github.com/seatrial/seatrial/blob/main/docs/rules/IMG001.md")
    #expect(rules[0]["defaultConfiguration"]["level"].string == "warning")
    #expect(rules[2]["fullDescription"]["text"].string?.utf16.count == 1024)
    #expect(rules[1]["defaultConfiguration"]["enabled"].bool == false)
  }

  @Test func ratesSecurityRules() throws {
    let rules = try run(Report())["tool"]["driver"]["rules"]
    #expect(rules[0]["properties"]["security-severity"].string == nil)
    #expect(rules[0]["properties"]["tags"].strings == ["images", "ecs", "cloudrun"])
    #expect(rules[0]["properties"]["problem.severity"].string == "warning")
    #expect(rules[1]["properties"]["security-severity"].string == "6.0")
    #expect(rules[3]["properties"]["security-severity"].string == "8.0")
    #expect(rules[3]["properties"]["tags"].strings == ["security", "secrets-and-hardening", "ecs", "cloudrun"])
    #expect(rules[3]["properties"]["precision"].string == "very-high")
  }

  @Test func helpsInMarkdown() throws {
    let help = try run(Report())["tool"]["driver"]["rules"][0]["help"]
    #expect(
      help["text"].string == "It hurts.\n\nHow to fix: Do `this` instead.\n\nReferences:\nhttps://example.com/why")
    let markdown = try #require(help["markdown"].string)
    #expect(markdown.contains("```json\n{\"a\": 1}\n```\n"))
    #expect(markdown.contains("Better.\n\n`a.yaml`\n\n````yaml\na: |\n  ```\n````\n"))
    #expect(markdown.contains("- <https://example.com/why>"))
  }

  @Test func placesAFindingAndLinksItsLabels() throws {
    let file = SourceFile(path: "deploy/a b.yaml", text: "ü: 🛒1\nb: 2\n")
    let run = try run(
      Report(
        file.finding("IMG001", .note, at: "1", "No e.g. list", labels: [file.label("2", "b is [2]")], help: "Do it.")))
    let result = run["results"][0]
    #expect(result["level"].string == "note")
    #expect(result["message"]["text"].string == #"No e.g. list. See [b is \[2\]](1). Help: Do it."#)
    let place = result["locations"][0]["physicalLocation"]
    #expect(place["artifactLocation"]["uri"].string == "deploy/a%20b.yaml")
    #expect(place["artifactLocation"]["uriBaseId"].string == "%SRCROOT%")
    let region = place["region"]
    #expect(
      ["startLine", "startColumn", "endLine", "endColumn", "byteOffset", "byteLength"].map { region[$0].int } == [
        1, 5, 1, 6, 8, 1,
      ])
    let label = result["relatedLocations"][0]
    #expect(label["id"].int == 1)
    #expect(label["message"]["text"].string == "b is [2]")
    #expect(label["physicalLocation"]["region"]["startLine"].int == 2)
  }

  @Test func pointsAtOneLine() throws {
    let file = SourceFile(path: "a.yaml", text: "run:\n  - one\n  - two\n")
    let region = try run(Report(file.finding(at: "- one\n  - two\n")))["results"][0]["locations"][0][
      "physicalLocation"]["region"]
    #expect(["startLine", "startColumn", "endLine", "endColumn"].map { region[$0].int } == [2, 3, 2, 8])
  }

  @Test func offersFixes() throws {
    let file = SourceFile(path: "a.yaml", text: "a: 1\n")
    let fix = Fix("Quote it", .safe, [.init(file.range(of: "1"), "\"1\"")])
    let result = try run(Report(file.finding(at: "1", fixes: [fix, Fix("Nothing", .unsafe, [])])))["results"][0]
    #expect(result["fixes"].count == 1)
    #expect(result["fixes"][0]["description"]["text"].string == "Quote it")
    let change = result["fixes"][0]["artifactChanges"][0]
    #expect(change["artifactLocation"]["uri"].string == "a.yaml")
    #expect(change["replacements"][0]["deletedRegion"]["byteOffset"].int == 3)
    #expect(change["replacements"][0]["insertedContent"]["text"].string == "\"1\"")
  }

  @Test func tellsApartTheFindingsOfAMinifiedFile() throws {
    let file = SourceFile(path: "a.json", text: #"[{"image": "a"}, {"image": "b"}]"#)
    let results = try run(
      Report(
        file.finding("IMG001", at: "\"a\"", "a"), file.finding("IMG001", at: "\"b\"", "b"),
        file.finding("RES001", at: "\"b\"", "b")))["results"]
    let hashes = (0..<3).compactMap { results[$0]["partialFingerprints"]["primaryLocationLineHash"].string }
    #expect(hashes == [LineHashes(file)[1], LineHashes(file)[1] + ":2", LineHashes(file)[1]])
    let own = (0..<3).compactMap { results[$0]["partialFingerprints"]["seatrial/v1"].string }
    #expect(Set(own).count == 3)
  }

  @Test func notesWhatCouldNotBeRead() throws {
    let report = Report(findings: [], files: [FileOutcome(path: "a", state: .unreadable("Permission denied"))])
    let notification = try run(report)["invocations"][0]["toolExecutionNotifications"][0]
    #expect(notification["level"].string == "error")
    #expect(notification["message"]["text"].string == "a could not be read: Permission denied")
    #expect(notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].string == "a")
  }

  @Test func keepsTheMostSevereWhenThereAreTooMany() throws {
    let file = SourceFile(path: "a.yaml", text: "a: 1\n")
    let report = Report(
      file.finding("IMG001", .note, at: "a"), file.finding("IMG001", .note, at: "1"), file.finding("RES001", at: "1"))
    let text = SARIFReport.render(report, in: ReportContext(version: "1", rules: Self.rules), mostResults: 2)
    let run = try JSON(text)["runs"][0]
    #expect((0..<run["results"].count).map { run["results"][$0]["level"].string } == ["note", "error"])
    #expect(run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"].int == 1)
    #expect(run["invocations"][0]["toolExecutionNotifications"].count == 1)
  }

  @Test(arguments: [
    ("./deploy//x/../a.yaml", nil, "deploy/a.yaml"), ("../a.yaml", nil, "../a.yaml"),
    ("/repo/deploy/a.yaml", "/repo", "deploy/a.yaml"), ("/repository/a.yaml", "/repo/", "file:///repository/a.yaml"),
    ("/a b", nil, "file:///a%20b"), ("C:/a\\b.yaml", nil, "C%3A/a%5Cb.yaml"),
    ("ü#?%.yaml", nil, "%C3%BC%23%3F%25.yaml"),
    ("<stdin>", nil, "%3Cstdin%3E"),
  ])
  func writesPathsAsURIs(path: String, root: String?, uri: String) {
    let context = ReportContext(version: "1", rules: [], checkout: root.map { Checkout(root: $0) })
    #expect(ArtifactURI(path: context.repositoryPath(of: path)).text == uri)
  }
}

/// JSON to look into; what is not there is nil all the way down.
struct JSON {
  private let value: Any?

  private init(value: Any?) { self.value = value }

  init(_ text: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  subscript(_ key: String) -> JSON { JSON(value: (value as? [String: Any])?[key]) }
  subscript(_ index: Int) -> JSON {
    let elements = value as? [Any] ?? []
    return JSON(value: elements.indices.contains(index) ? elements[index] : nil)
  }

  /// The elements of an array; -1 when it is none.
  var count: Int { (value as? [Any])?.count ?? -1 }
  var string: String? { value as? String }
  var strings: [String]? { value as? [String] }
  var int: Int? { value as? Int }
  var bool: Bool? { value as? Bool }
}
