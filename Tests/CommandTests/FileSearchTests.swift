import Foundation
import Testing

@testable import seatrial

@Suite struct FileSearchTests {
  /// The files that a command line leads to a finding in.
  private func found(_ arguments: [String], _ folder: Folder, input: String? = nil) throws -> [String] {
    let result = try Command.run(["--format", "concise", "--select", "IMG001"] + arguments, in: folder, input: input)
    return result.output.split(separator: "\n").map { String($0.prefix { $0 != ":" }) }
  }

  @Test func aWalkIsSortedAndSkipsWhatIsNobodysWork() throws {
    let paths = [
      "b.json", "a.yaml.json", ".aws/task-definition.json", "a/z.json", "a.json", "task.json.tpl", "taskdef",
      ".git/x.json", "node_modules/x.json", "c/vendor/x.json", ".terraform/x.json", "cdk.out/x.json",
      "cdk.out/asset.12/x.json", "main.go",
    ]
    let folder = try Folder(Dictionary(uniqueKeysWithValues: paths.map { ($0, Sample.warning) }))
    defer { folder.remove() }
    let expected = [
      ".aws/task-definition.json", "a.json", "a.yaml.json", "a/z.json", "b.json", "cdk.out/x.json", "task.json.tpl",
      "taskdef",
    ]
    #expect(try found([], folder) == expected)
    #expect(try found(["./"], folder) == expected)
    #expect(try found(["a", "b.json", "./a//z.json", "b.json"], folder) == ["a/z.json", "b.json"])
    #expect(try found(["../" + folder.url.lastPathComponent + "/a"], folder).first?.hasPrefix("../") == true)
    let absolute = folder.url.appending(path: "a").path()
    #expect(try found([absolute], folder) == [absolute + "/z.json"])
  }

  @Test func ignoreFilesAreHonoured() throws {
    let paths = ["a/x.json", "a/keep/x.json", "b/x.json", "c/x.json", "d/x.json", "e/x.json"]
    let folder = try Folder(Dictionary(uniqueKeysWithValues: paths.map { ($0, Sample.warning) }))
    defer { folder.remove() }
    try folder.write("a/*\n!a/keep\nd/\n", to: ".gitignore")
    try folder.write("!d/\n", to: ".ignore")
    try folder.write("/x.json\n", to: "b/.gitignore")
    try folder.write("e/\n", to: ".git/info/exclude")
    #expect(try found([], folder) == ["a/keep/x.json", "c/x.json", "d/x.json"])
    #expect(try found(["a"], folder) == ["a/keep/x.json"])
    #expect(try found(["b/x.json", "e/x.json", "c/x.json"], folder) == ["b/x.json", "c/x.json", "e/x.json"])
    #expect(try found(["--force-exclude", "b/x.json", "e/x.json", "c/x.json"], folder) == ["c/x.json"])
  }

  @Test func linksAreNotFollowedOnAWalk() throws {
    let outside = try Folder(["x.json": Sample.warning])
    let folder = try Folder(["a/x.json": Sample.warning])
    defer {
      outside.remove()
      folder.remove()
    }
    try folder.link("a/loop", to: "..")
    try folder.link("self", to: ".")
    try folder.link("out", to: outside.url.path())
    try folder.link("file.json", to: outside.url.appending(path: "x.json").path())
    #expect(try found([], folder) == ["a/x.json"])
    #expect(try found(["file.json", "out"], folder) == ["file.json", "out/x.json"])
  }

  @Test func standardInputIsLintedUnderItsName() throws {
    let folder = try Folder()
    defer { folder.remove() }
    #expect(try found(["--stdin-filename", "a/b.json"], folder, input: Sample.warning) == ["a/b.json"])
    #expect(try found(["--stdin-filename", "a/b.json", "-"], folder, input: Sample.warning) == ["a/b.json"])
    #expect(try found(["-"], folder, input: Sample.warning) == ["-"])
    #expect(try Command.run(["--stdin-filename", "b.json", "c.json"], input: "").status == 2)
  }

  @Test(arguments: ["b.json\na b.json\n", "b.json\r\na b.json", "a b.json\0b.json\0"])
  func pathsComeFromAList(_ list: String) throws {
    let folder = try Folder(["a b.json": Sample.warning, "b.json": Sample.warning, "c.json": Sample.warning])
    defer { folder.remove() }
    try folder.write(list, to: "list")
    #expect(try found(["--files-from", "list"], folder) == ["a b.json", "b.json"])
    #expect(try found(["--files-from", "-"], folder, input: list) == ["a b.json", "b.json"])
  }

  @Test func anEmptyListIsNoReasonToWalk() throws {
    let folder = try Folder(["a.json": Sample.warning])
    defer { folder.remove() }
    #expect(try found(["--files-from", "-"], folder, input: "").isEmpty)
  }

  @Test func neitherJobsNorOrderChangeTheReport() throws {
    var files: [String: String] = [:]
    for index in 0..<150 {
      files["team\(index % 7)/app\(index).json"] = Sample.task(family: "app\(index)", image: "web:latest")
      files["team\(index % 7)/service\(index).json"] =
        #"{ "serviceName": "s", "taskDefinition": "app\#(index % 50)", "launchType": "FARGATE", "desiredCount": 2 }"#
    }
    let folder = try Folder(files)
    defer { folder.remove() }
    let teams = (0..<7).map { "team\($0)" }
    for format in ["text", "json", "sarif"] {
      let expected = try Command.run(["--format", format, "--jobs", "1"] + teams, in: folder).output
      #expect(expected.contains("web:latest"))
      for jobs in ["2", "3", "16"] {
        let other = try Command.run(["--format", format, "--jobs", jobs] + teams.reversed(), in: folder).output
        #expect(other == expected)
      }
    }
  }
}

@Suite struct PathTests {
  @Test(arguments: [
    ("./a", "a"), ("a//b/", "a/b"), (".", "."), ("./", "."), ("../a/./b", "../a/b"), ("/", "/"), ("/a//b", "/a/b"),
  ])
  func aPathIsShownWithoutDetours(_ typed: String, _ shown: String) {
    #expect(displayPath(typed) == shown)
  }
}
