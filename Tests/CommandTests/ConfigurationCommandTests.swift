import Foundation
import Testing

@Suite struct ConfigurationCommandTests {
  private func codes(_ arguments: [String], in folder: Folder) throws -> [String] {
    let result = try Command.run(["--format", "concise"] + arguments, in: folder)
    return result.output.split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      return words[0].split(separator: ":")[0] + " " + words[2]
    }
  }

  @Test func theNearestConfigurationHoldsUpToTheRootOfTheRepository() throws {
    let folder = try Folder([
      ".seatrial.yaml": "ignore: [IMG001]", "a.json": Sample.warning, "sub/.seatrial.yml": "fail-on: error",
      "sub/deep/b.json": Sample.warning, "repo/.git/HEAD": "", "repo/c.json": Sample.warning,
      "d/e.json": Sample.warning,
    ])
    defer { folder.remove() }
    #expect(try codes(["."], in: folder) == ["repo/c.json IMG001", "sub/deep/b.json IMG001"])
    #expect(try codes(["sub/deep/../deep/b.json", "./a.json"], in: folder).count == 1)
    #expect(try codes(["--no-config", "a.json", "d"], in: folder).count == 2)
    #expect(try Command.run(["sub"], in: folder).status == 0)
    #expect(try Command.run(["sub", "repo"], in: folder).status == 1)
    #expect(try Command.run(["--fail-on", "warning", "sub"], in: folder).status == 1)
    let deep = Folder(url: folder.url.appending(path: "sub/deep"))
    #expect(try Command.run(["b.json", "--format", "concise"], in: deep).status == 0)
    #expect(try Command.run(["../../a.json"], in: deep).output.contains("All good"))
  }

  @Test func oneFileMayHoldForEverything() throws {
    let folder = try Folder([
      "ci/config.yaml": "ignore: [IMG001]\noverrides: [{ paths: /sub, select: [SEC004] }]", "a.json": Sample.warning,
      "sub/.seatrial.yaml": "select: [all]", "sub/b.json": Sample.warning,
    ])
    defer { folder.remove() }
    #expect(try codes(["--config", "ci/config.yaml", "."], in: folder) == ["sub/b.json SEC004"])
    #expect(try Command.run(["--config", "missing.yaml", "."], in: folder).status == 2)
    #expect(try Command.run(["--config", "ci/config.yaml", "--no-config", "."], in: folder).status == 2)
  }

  @Test func mistakesHaveAPlaceAndTheStatusOfWrongUsage() throws {
    let folder = try Folder([
      ".seatrial.yaml": "ignroe: []\nextends: [../x/y.yaml]\n", "sub/a.json": Sample.warning,
    ])
    defer { folder.remove() }
    for path in [".", "sub/a.json"] {
      let result = try Command.run([path], in: folder)
      #expect(result.status == 2)
      #expect(result.output.isEmpty)
      #expect(
        result.errors == """
          .seatrial.yaml:1:1: unknown key 'ignroe'; did you mean 'ignore'?
          .seatrial.yaml:2:11: cannot read '../x/y.yaml': No such file or directory

          """)
    }
    let below = Folder(url: folder.url.appending(path: "sub"))
    #expect(try Command.run(["a.json"], in: below).errors.hasPrefix("../.seatrial.yaml:1:1: unknown key"))
  }

  @Test func excludedFilesAreLookedAtOnlyWhenTheyAreNamed() throws {
    let folder = try Folder([
      ".seatrial.yaml": "exclude: ['**/testdata/**', '/old']", "a/testdata/b/c.json": Sample.warning,
      "old/d.json": Sample.warning, "a/old/e.json": Sample.warning,
    ])
    defer { folder.remove() }
    #expect(try codes(["."], in: folder) == ["a/old/e.json IMG001"])
    #expect(try codes(["old/d.json"], in: folder) == ["old/d.json IMG001"])
    #expect(try codes(["--force-exclude", "old/d.json"], in: folder).isEmpty)
  }

  @Test func standardInputHasTheConfigurationOfItsName() throws {
    let folder = try Folder([".seatrial.yaml": "overrides: [{ paths: dev, ignore: IMG001 }]"])
    defer { folder.remove() }
    for (name, count) in [("dev/a.json", 0), ("prod/a.json", 1), ("a.json", 1)] {
      let result = try Command.run(
        ["--format", "concise", "--stdin-filename", name], in: folder, input: Sample.warning)
      #expect(result.output.split(separator: "\n").count == count)
    }
  }
}
