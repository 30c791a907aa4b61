import Rules
import Syntax
import Testing

@testable import Linting

/// Lints texts by their names.
private func lint(
  _ files: [String: String], selecting codes: [String] = [], jobs: Int = 1, isExplicit: Bool = false,
  limits: Limits = .standard
) throws -> Report {
  let selection = Selection(rules: rules(selecting: try codes.map { try RuleSelector($0) }, ignoring: []))
  let linter = Linter(selection: selection, limits: limits, jobs: jobs) { path, count throws(Unreadable) in
    guard let text = files[path] else { throw Unreadable(reason: "No such file or directory") }
    return Array(text.utf8.prefix(count))
  }
  return linter.report(on: files.keys.map { Input(path: $0, isExplicit: isExplicit) })
}

private func task(_ family: String = "api", cpu: String = "256", memory: String = "512", image: String = "web:1.0")
  -> String
{
  #"{ "family": "\#(family)", "cpu": "\#(cpu)", "memory": "\#(memory)", "containerDefinitions": [{ "name": "w", "image": "\#(image)", "essential": true }] }"#
}

private func service(_ family: String, launchType: String = "FARGATE") -> String {
  #"{ "serviceName": "s", "taskDefinition": "\#(family):3", "launchType": "\#(launchType)", "desiredCount": 2 }"#
}

@Suite struct LinterTests {
  @Test func whatIsNotOursIsPassedBy() throws {
    let report = try lint([
      "a.json": #"{ "name": "x" }"#, "b.yaml": "image: x", "c.json": "\u{0}",
      "d.yaml": "apiVersion: apps/v1\nkind: image:",
    ])
    #expect(report.findings.isEmpty)
    #expect(report.files.count == 4)
    #expect(report.files.allSatisfy { if case .passedBy = $0.state { true } else { false } })
  }

  @Test func whatCannotBeReadIsReportedAsThat() {
    let linter = Linter(selection: Selection()) { _, _ throws(Unreadable) in throw Unreadable(reason: "gone") }
    let report = linter.report(on: [Input(path: "a.json", isExplicit: true)])
    #expect(report.files.map(\.state) == [.unreadable("gone")])
  }

  @Test func aServiceSaysWhereTheTaskOfAnotherFileRuns() throws {
    let task = task(cpu: "256", memory: "8192")
    #expect(try lint(["task.json": task], selecting: ["RES001"]).findings.isEmpty)
    let report = try lint(["task.json": task, "z/service.json": service("api")], selecting: ["RES001"])
    #expect(report.findings.map(\.file.path) == ["task.json"])
    #expect(try lint(["task.json": task, "service.json": service("web")], selecting: ["RES001"]).findings.isEmpty)
  }

  @Test func findingsAreOrderedWhateverTheJobs() throws {
    var files: [String: String] = [:]
    for index in 0..<120 {
      files["\(index % 10)/task\(index).json"] = task("f\(index)", memory: "8192", image: "web:latest")
      if index % 3 == 0 { files["\(index % 10)/service\(index).json"] = service("f\(index)") }
    }
    func described(_ report: Report) -> [String] {
      report.findings.map { "\($0.file.path):\($0.range.lower) \($0.code)" } + report.files.map(\.path)
    }
    let serial = described(try lint(files))
    #expect(serial.contains { $0.hasSuffix("RES001") })
    for jobs in [2, 5] { #expect(described(try lint(files, jobs: jobs)) == serial) }
    let findings = try lint(files).findings
    #expect(
      zip(findings, findings.dropFirst()).allSatisfy {
        ($0.file.path, $0.range.lower) <= ($1.file.path, $1.range.lower)
      })
  }

  @Test func aPathThatComesTwiceCountsOnce() throws {
    let text = task(image: "web:latest")
    let linter = Linter(selection: Selection()) { _, _ in Array(text.utf8) }
    let report = linter.report(on: [Input(path: "a.json", isExplicit: false), Input(path: "a.json", isExplicit: true)])
    #expect(report.files.count == 1)
    #expect(report.findings.count { $0.code == "IMG001" } == 1)
  }

  @Test func brokenFilesOfOursAreFindingsAndOthersAreNot() throws {
    let codes = ["SYN001"]
    #expect(try lint(["a.json": task() + "}"], selecting: codes).findings.map(\.code) == codes)
    #expect(try lint(["a.json": #"{ "image": "#], selecting: codes, isExplicit: true).findings.isEmpty)
    #expect(try lint(["a.json": task() + "}"], selecting: ["IMG001"]).findings.isEmpty)
  }

  @Test func aFileInUTF16IsOursAndRefused() {
    let linter = Linter(selection: Selection()) { _, _ in [0xFF, 0xFE] + task().utf8.flatMap { [$0, 0] } }
    let report = linter.report(on: [Input(path: "a.json", isExplicit: false)])
    #expect(report.findings.map(\.code) == ["SYN001"])
  }

  @Test func anEnormousFileIsRefusedNotRead() throws {
    var limits = Limits.standard
    limits.size = 100
    let text = task() + String(repeating: " ", count: 1000)
    #expect(try lint(["a.json": text], selecting: ["SYN"], limits: limits).findings.map(\.code) == ["SYN003"])
  }

  @Test(arguments: [
    ("a.json", "x: 1", Language.json), ("a.yaml", "{}", .yaml), ("a.json.tpl", "x", .json), ("a.yml.j2", "{}", .yaml),
    ("a.template", "\u{FEFF} {", .json), ("a.tpl", "[", .json), ("a.tpl", "{{ if x }}\n{", .json),
    ("a.tpl", "{{ if x }}\na: 1", .yaml), ("a.tpl", "{% x %}\n", .yaml), ("taskdef", "{\"a\"", .json),
    ("x/a", "", .yaml),
  ])
  func theLanguageIsTheExtensionsElseTheFirstBytes(_ path: String, _ text: String, _ expected: Language) {
    #expect(Language(path: path, bytes: Array(text.utf8)) == expected)
  }
}

@Suite struct ConnectedGroupTests {
  private func file(_ path: String, defines: [String] = [], refers: [String] = []) -> (path: String, links: Links) {
    (path, Links(defined: defines, referred: refers))
  }

  @Test func filesAreGroupedWhereAReferenceMeetsADefinition() {
    #expect(
      connectedGroups([
        file("a", defines: ["a"]), file("b", defines: ["a"]), file("c", refers: ["b"]), file("d", refers: ["b"]),
      ]).isEmpty)
    #expect(
      connectedGroups([
        file("a", refers: ["a"]), file("b", defines: ["b"]), file("c", defines: ["a"]), file("d", refers: ["c"]),
      ]) == [[0, 2]])
    #expect(
      connectedGroups([
        file("a", refers: ["a", "b"]), file("b", defines: ["b"]), file("c", defines: ["a"]), file("d"),
      ]) == [[0, 1, 2]])
    #expect(connectedGroups([file("a", defines: ["a"], refers: ["a"]), file("b", defines: ["c"])]).isEmpty)
  }

  @Test func ofManyCopiesTheNearestIsMeant() {
    let service = file("prod/svc/service.json", refers: ["api"])
    let dev = file("dev/svc/task.json", defines: ["api"])
    let prod = file("prod/task.json", defines: ["api"])
    #expect(connectedGroups([dev, prod, service]) == [[1, 2]])
    #expect(connectedGroups([dev, file("test/svc/task.json", defines: ["api"]), service]).isEmpty)
    let copies = (0..<1000).map { file("team\($0)/task.json", defines: ["api"]) }
    #expect(connectedGroups(copies + [service]).isEmpty)
    #expect(connectedGroups(copies + [file("team7/service.json", refers: ["api"])]) == [[7, 1000]])
  }
}
