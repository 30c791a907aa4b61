import Forms
import Foundation
import Linting
import Reporting
import Rules
import Syntax
import Testing

@Suite struct JSONReportTests {
  private func parsed(_ report: Report, rules: [Rule] = []) throws -> [String: Any] {
    let text = ReportFormat.json.render(report, in: ReportContext(version: "1.2.3", rules: rules))
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func saysEverythingAboutAFinding() throws {
    let file = SourceFile(path: "a.yaml", text: "ü: 1\nb: 2\n")
    let finding = file.finding(
      "IMG001", .warning, at: "1", "message", caption: "caption", labels: [file.label("2", "label")], help: "help",
      fixes: [Fix("Quote it", .safe, [.init(file.range(of: "1"), "\"1\"")])])
    let json = try parsed(Report(finding), rules: [.made("IMG001", "image-latest-tag")])
    #expect(json["version"] as? Int == 1)
    #expect(json["tool"] as? [String: String] == ["name": "seatrial", "version": "1.2.3"])
    let findings = try #require(json["findings"] as? [[String: Any]])
    let expected: [String: Any] = [
      "code": "IMG001", "name": "image-latest-tag", "severity": "warning", "message": "message", "caption": "caption",
      "help": "help", "path": "a.yaml", "start": ["line": 1, "column": 4, "offset": 4],
      "end": ["line": 1, "column": 5, "offset": 5],
      "labels": [
        [
          "path": "a.yaml", "message": "label", "start": ["line": 2, "column": 4, "offset": 9],
          "end": ["line": 2, "column": 5, "offset": 10],
        ]
      ],
      "fixes": [
        [
          "title": "Quote it", "safety": "safe",
          "edits": [
            [
              "start": ["line": 1, "column": 4, "offset": 4], "end": ["line": 1, "column": 5, "offset": 5],
              "replacement": "\"1\"",
            ]
          ],
        ]
      ],
    ]
    var found = try #require(findings.first)
    #expect((found.removeValue(forKey: "fingerprint") as? String)?.wholeMatch(of: #/[0-9a-f]{16}:1/#) != nil)
    #expect(NSDictionary(dictionary: found) == NSDictionary(dictionary: expected))
  }

  @Test func leavesOutWhatAFindingDoesNotHave() throws {
    let file = SourceFile(path: "a.yaml", text: "a: 1\n")
    let findings = try #require(parsed(Report(file.finding(at: "1")))["findings"] as? [[String: Any]])
    #expect(
      findings.first?.keys.sorted() == [
        "code", "end", "fingerprint", "fixes", "labels", "message", "path", "severity", "start",
      ])
  }

  @Test func countsAndListsFiles() throws {
    let report = Report(
      findings: [],
      files: [
        FileOutcome(path: "a", state: .checked([.registerTaskDefinition])),
        FileOutcome(path: "b", state: .passedBy("no marker")), FileOutcome(path: "c", state: .unreadable("denied")),
      ])
    let json = try parsed(report)
    let counts: [String: Any] = [
      "errors": 0, "warnings": 0, "notes": 0, "fixable": 0, "unsafelyFixable": 0, "suppressed": 0, "baselined": 0,
      "files": ["withFindings": 0, "checked": 1, "passedBy": 1, "unreadable": 1],
    ]
    #expect(NSDictionary(dictionary: json["summary"] as? [String: Any] ?? [:]) == NSDictionary(dictionary: counts))
    #expect((json["findings"] as? [Any])?.isEmpty == true)
    let files: [[String: Any]] = [
      ["path": "a", "state": "checked", "forms": ["registerTaskDefinition"]],
      ["path": "b", "state": "passedBy", "reason": "no marker"],
      ["path": "c", "state": "unreadable", "reason": "denied"],
    ]
    #expect(NSArray(array: json["files"] as? [Any] ?? []) == NSArray(array: files))
  }

  @Test func isWhatItsDescriptionShows() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/json-report.md")
    let description = try String(contentsOf: page.standardizedFileURL, encoding: .utf8)
    let context = ReportContext(version: "1.0.0", rules: [.made("RES001", "invalid-cpu-memory")])
    let report = ReportFormat.json.render(sizesReport(withFix: true), in: context)
    #expect(description.contains("```json\n\(report)```\n"))
  }

  @Test func isStableText() {
    let text = ReportFormat.json.render(sizesReport(), in: ReportContext(version: "1", elapsed: .seconds(1), rules: []))
    #expect(
      text == ReportFormat.json.render(sizesReport(), in: ReportContext(version: "1", usesColor: true, rules: [])))
    #expect(text.hasSuffix("}\n"))
    #expect(text.contains("\"path\" : \"deploy/api.task.json\""))
  }
}
