import Foundation
import Testing

@Suite struct StreamTests {
  @Test func findingsGoToStandardOutputAndNothingElseDoes() throws {
    let folder = try Folder(["a.json": Sample.warning, "b.json": Sample.foreign])
    defer { folder.remove() }
    let result = try Command.run(["--format", "concise", "a.json", "b.json", "--statistics"], in: folder)
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.output.hasPrefix("a.json:4:"))
    #expect(result.errors.contains("b.json is passed by"))
    #expect(result.errors.contains("1  IMG001"))
  }

  @Test func quietSaysNothingBesidesFindings() throws {
    let folder = try Folder(["a.json": Sample.warning, "b.json": Sample.foreign])
    defer { folder.remove() }
    let result = try Command.run(["--format", "concise", "--quiet", "a.json", "b.json"], in: folder)
    #expect(result.errors.isEmpty)
    #expect(try Command.run(["--quiet", "--ignore", "IMG001", "a.json", "b.json"], in: folder).output.isEmpty)
  }

  @Test func aReaderThatLeavesIsNoFailure() throws {
    let folder = try Folder(Dictionary(uniqueKeysWithValues: (0..<300).map { ("\($0).json", Sample.warning) }))
    defer { folder.remove() }
    let result = try Command.shell(#"{ "$seatrial" .; echo "status $?" >&2; } | true"#, in: folder)
    #expect(result.errors == "status 1\n")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
  func aFullDiskIsSaidInOneLine() throws {
    let folder = try Folder(["a.json": Sample.warning])
    defer { folder.remove() }
    for line in [
      #""$seatrial" . >/dev/full"#, #""$seatrial" . --format sarif=/dev/full"#, #""$seatrial" rules >/dev/full"#,
    ] {
      let result = try Command.shell(line, in: folder)
      #expect(result.status == 3)
      #expect(result.errors.contains("No space left on device"))
      #expect(result.errors.split(separator: "\n").count == 1)
    }
  }

  @Test func aReportFileIsReplacedAndKeepsItsMode() throws {
    let folder = try Folder(["a.json": Sample.warning, "out/report.sarif": "old"])
    defer { folder.remove() }
    let file = folder.url.appending(path: "out/report.sarif").path()
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    try folder.link("link.sarif", to: "out/report.sarif")
    let result = try Command.run(
      ["--format", "sarif=link.sarif", "--format", "json=new.json", "--format", "concise", "."], in: folder)
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("a.json:4:"))
    #expect(try folder.read("out/report.sarif").contains("\"version\" : \"2.1.0\""))
    #expect(try folder.read("new.json").hasPrefix("{"))
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "out").path()).count == 1)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.url.appending(path: "link.sarif").path())
        == "out/report.sarif")
  }

  @Test func colorFollowsTheConventions() throws {
    let folder = try Folder(["a.json": Sample.warning])
    defer { folder.remove() }
    func isColored(_ arguments: [String], _ environment: [String: String]) throws -> Bool {
      try Command.run(arguments + ["."], in: folder, environment: environment).output.contains("\u{1B}[")
    }
    #expect(try !isColored([], [:]))
    #expect(try isColored([], ["FORCE_COLOR": "1"]))
    #expect(try isColored([], ["CLICOLOR_FORCE": "1", "TERM": "dumb"]))
    #expect(try !isColored([], ["CLICOLOR_FORCE": "0"]))
    #expect(try !isColored([], ["FORCE_COLOR": "1", "NO_COLOR": "1"]))
    #expect(try isColored([], ["FORCE_COLOR": "1", "NO_COLOR": ""]))
    #expect(try isColored(["--color", "always"], ["NO_COLOR": "1"]))
    #expect(try !isColored(["--color", "never"], ["FORCE_COLOR": "1"]))
    #expect(try !isColored(["--color", "always", "--format", "json"], [:]))
  }

  @Test func theRulesAreListedForPeopleAndPrograms() throws {
    #expect(try Command.run(["rules"]).output.contains("image-latest-tag"))
    let list = try JSONSerialization.jsonObject(with: Data(try Command.run(["rules", "--format", "json"]).output.utf8))
    let codes = try #require(list as? [[String: Any]]).compactMap { $0["code"] as? String }
    #expect(codes.contains("IMG001"))
    #expect(codes == codes.sorted())
  }

  @Test func aRuleIsExplained() throws {
    let page = try Command.run(["explain", "image-latest-tag"]).output
    #expect(page.hasPrefix("IMG001 image-latest-tag\n"))
    for title in ["\nWhy\n", "\nHow to fix\n", "\nBad example", "\nGood example", "\nReferences\n"] {
      #expect(page.contains(title))
    }
    #expect(!page.contains("«") && !page.contains("»"))
    #expect(page.contains("^^^"))
  }
}
