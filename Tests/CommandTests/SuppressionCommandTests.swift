import Foundation
import Testing

private let service = """
  apiVersion: serving.knative.dev/v1
  kind: Service
  metadata:
    name: api
    annotations:
      run.googleapis.com/ingress: internal
  spec:
    template:
      spec:
        serviceAccountName: api@acme-prod.iam.gserviceaccount.com
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/apps/api:latest # the newest

  """

@Suite struct SuppressionCommandTests {
  @Test func suppressionsAreWrittenWhereTheyHold() throws {
    let folder = try Folder([
      "deploy/a.yaml": service, "b.json": Sample.warning, "deploy/.seatrial.yaml": "ignore: [HLT]\n",
      "deploy/c.json": Sample.warning,
    ])
    defer { folder.remove() }
    let result = try Command.run(
      ["--select", "IMG", "--add-suppressions", "--reason", "tags come later", "."], in: folder)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(
      try folder.read("deploy/a.yaml")
        == service.replacing(
          "        - image", with: "        # seatrial: ignore=IMG001 reason=\"tags come later\"\n        - image"))
    let entry = """
      suppressions:
        - rule: IMG001
          path: b.json
          at: containerDefinitions[web].image
          reason: tags come later

      """
    #expect(try folder.read(".seatrial.yaml") == entry)
    #expect(
      try folder.read("deploy/.seatrial.yaml") == "ignore: [HLT]\n" + entry.replacing("b.json", with: "c.json"))
    let again = try Command.run(
      ["--select", "IMG", "--show-suppressed", "--format", "concise", "."], in: folder)
    #expect(again.status == 0)
    #expect(again.output.split(separator: "\n").count == 3)
    #expect(again.output.contains("suppressed IMG001"))
    #expect(again.output.contains("(by the configuration: tags come later)"))
    #expect(try Command.run(["--select", "IMG", "."], in: folder).output.contains("3 suppressed"))
  }

  @Test func aReasonIsAskedFor() throws {
    let folder = try Folder(["a.yaml": service])
    defer { folder.remove() }
    #expect(try Command.run(["--add-suppressions", "."], in: folder).status == 2)
    #expect(try Command.run(["--reason", "x", "."], in: folder).status == 2)
  }

  @Test func aSuppressionOfAFileThatIsGoneIsReportedByAWholeRun() throws {
    let entry = { (path: String) in "  - { rule: IMG001, path: '\(path)', reason: x }\n" }
    let folder = try Folder([
      ".seatrial.yaml": "suppressions:\n"
        + ["sub/a.json", "sub/gone.json", "old/**", "hidden/h.json", "sub/other/b.json"].map(entry).joined(),
      "sub/a.json": Sample.warning, "hidden/h.json": Sample.warning, ".gitignore": "hidden\n",
      // What a nearer configuration holds for is not meant by this one, and is there.
      "sub/other/b.json": Sample.clean, "sub/other/.seatrial.yaml": "extends: [../../base.yaml]\n",
      "base.yaml": "suppressions:\n" + entry("elsewhere.json"),
    ])
    defer { folder.remove() }
    func found(_ arguments: [String], _ place: Folder) throws -> [String] {
      let result = try Command.run(["--format", "concise"] + arguments, in: place)
      return result.output.split(separator: "\n").filter { $0.contains("CFG001") }.map(String.init)
    }
    let wanted = [
      ".seatrial.yaml:3:13: warning CFG001 'sub/gone.json' means no file that is looked at, so the suppression of IMG001 "
        + "does nothing",
      ".seatrial.yaml:4:13: warning CFG001 'old/**' means no file that is looked at, so the suppression of IMG001 does "
        + "nothing",
    ]
    #expect(try found([], folder) == wanted)
    #expect(try found(["."], folder) == wanted)
    let below = Folder(url: folder.url.appending(path: "sub"))
    #expect(try found([".."], below).count == 2)
    for (arguments, place) in [
      (["sub"], folder), (["sub/a.json"], folder), (["."], below), (["--ignore", "CFG"], folder),
      (["--select", "IMG"], folder), (["--no-config"], folder), (["missing.json", "."], folder),
    ] {
      #expect(try found(arguments, place).isEmpty, "\(arguments)")
    }
  }

  @Test func suppressedFindingsAreInTheReportsThatAskForThem() throws {
    let folder = try Folder([
      "a.yaml": service.replacing("# the newest", with: "# seatrial: ignore=IMG001 reason=\"x\"")
    ])
    defer { folder.remove() }
    for (arguments, isThere) in [
      (["--format", "sarif"], false), (["--format", "sarif", "--show-suppressed"], false),
      (["--format", "sarif", "--sarif-include-suppressed"], true), (["--format", "json"], false),
      (["--format", "json", "--show-suppressed"], true), (["--show-suppressed"], true), ([], false),
    ] {
      let result = try Command.run(arguments + ["--select", "IMG", "."], in: folder)
      #expect(result.status == 0)
      #expect(result.output.contains("is whatever was pushed last") == isThere, "\(arguments)")
    }
    let sarif = try Command.run(
      ["--format", "sarif", "--sarif-include-suppressed", "--select", "IMG", "."], in: folder
    ).output
    #expect(sarif.contains("\"kind\" : \"inSource\""))
    #expect(sarif.contains("\"justification\" : \"x\""))
  }
}

@Suite struct BaselineCommandTests {
  private func codes(_ arguments: [String], in folder: Folder) throws -> [String] {
    try Command.run(["--format", "concise"] + arguments, in: folder).output.split(separator: "\n").map(String.init)
  }

  @Test func onlyNewFindingsAreReported() throws {
    let folder = try Folder(["a.json": Sample.warning, "sub/b.json": Sample.warning])
    defer { folder.remove() }
    #expect(try Command.run(["baseline"], in: folder).status == 0)
    let text = try folder.read(".seatrial-baseline")
    #expect(text.split(separator: "\n").count == 3)
    #expect(try codes(["--baseline", ".seatrial-baseline"], in: folder).isEmpty)
    #expect(try Command.run(["--baseline", ".seatrial-baseline"], in: folder).output.contains("2 in the baseline"))
    let below = Folder(url: folder.url.appending(path: "sub"))
    #expect(try codes(["--baseline", "../.seatrial-baseline"], in: below).isEmpty)
    // Lines move, a file gets another name, and a new file has the same mistake.
    try folder.write("\n\n" + Sample.warning, to: "a.json")
    #expect(try codes(["--baseline", ".seatrial-baseline"], in: folder).isEmpty)
    try folder.write(Sample.warning, to: "new.json")
    #expect(try codes(["--baseline", ".seatrial-baseline"], in: folder).map { $0.prefix(9) } == ["new.json:"])
    try FileManager.default.removeItem(at: folder.url.appending(path: "new.json"))
    try FileManager.default.moveItem(
      at: folder.url.appending(path: "a.json"), to: folder.url.appending(path: "renamed.json"))
    #expect(try codes(["--baseline", ".seatrial-baseline"], in: folder).isEmpty)
    #expect(try folder.read(".seatrial-baseline") == text.replacing(" a.json", with: " renamed.json"))
  }

  @Test func whatIsMendedLeavesTheBaseline() throws {
    let folder = try Folder([
      "a.json": Sample.warning, "b.json": Sample.warning, ".seatrial.yaml": "ignore: [REF]",
    ])
    defer { folder.remove() }
    _ = try Command.run(["baseline", "--output", "known.txt"], in: folder)
    let text = try folder.read("known.txt")
    try folder.write(Sample.clean, to: "a.json")
    _ = try codes(["--baseline", "known.txt", "b.json"], in: folder)
    _ = try codes(["--baseline", "known.txt", "--select", "SCH"], in: folder)
    #expect(try folder.read("known.txt") == text)
    let result = try Command.run(["--baseline", "known.txt", "."], in: folder)
    #expect(result.errors.contains("1 finding is mended and no longer in known.txt"))
    #expect(try folder.read("known.txt").split(separator: "\n").count == 2)
    try folder.write(Sample.warning, to: "a.json")
    #expect(try codes(["--baseline", "known.txt", "."], in: folder).count == 1)
    // Writing it anew for one file keeps the others.
    _ = try Command.run(["baseline", "--output", "known.txt", "a.json"], in: folder)
    #expect(try folder.read("known.txt") == text)
  }

  @Test func whatIsNoBaselineIsRefused() throws {
    let folder = try Folder(["a.json": Sample.warning, "x.txt": "# seatrial baseline 1\nnonsense\n"])
    defer { folder.remove() }
    #expect(try Command.run(["--baseline", "missing.txt"], in: folder).status == 2)
    #expect(try Command.run(["--baseline", "a.json"], in: folder).errors.hasPrefix("a.json:1:1: "))
    #expect(try Command.run(["--baseline", "x.txt"], in: folder).errors.hasPrefix("x.txt:2:1: "))
    #expect(try Command.run(["baseline", "--output", "a.json"], in: folder).status == 2)
  }
}

@Suite struct GitCommandTests {
  private func git(_ script: String, in folder: Folder) throws {
    let result = try Command.shell(
      "export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@x GIT_COMMITTER_NAME=a "
        + "GIT_COMMITTER_EMAIL=a@x; set -e; \(script)", in: folder)
    #expect(result.status == 0, "\(result.errors)")
  }

  private func places(_ arguments: [String], in folder: Folder) throws -> [String] {
    try Command.run(["--format", "concise", "--ignore", "REF"] + arguments, in: folder).output.split(separator: "\n")
      .map { line in
        let match = line.firstMatch(of: #/^(.*): [a-z]+ ([A-Z]+[0-9]+) /#)
        return match.map { "\($0.1) \($0.2)" } ?? String(line)
      }
  }

  @Test func onlyChangedLinesAreReported() throws {
    let folder = try Folder(["a.json": Sample.warning, "b ü.json": Sample.clean])
    defer { folder.remove() }
    try git("git init -qb main . && git add . && git commit -qm one && git checkout -qb work", in: folder)
    #expect(try places(["--changed-since", "main"], in: folder).isEmpty)
    try folder.write(Sample.warning, to: "b ü.json")
    try folder.write(Sample.warning, to: "new/c.json")
    #expect(
      try Set(places(["--changed-since", "main"], in: folder)) == ["b ü.json:4:31 IMG001", "new/c.json:4:31 IMG001"])
    try git(
      "git add . && git commit -qm two && git checkout -q main && git commit -q --allow-empty -m three", in: folder)
    try git("git checkout -q work", in: folder)
    #expect(try places(["--changed-since", "main"], in: folder).count == 2)
    let below = Folder(url: folder.url.appending(path: "new"))
    #expect(try places(["--changed-since", "main", "."], in: below) == ["c.json:4:31 IMG001"])
    // Another configuration gives everything another meaning.
    try folder.write("fail-on: error\n", to: ".seatrial.yaml")
    #expect(try places(["--changed-since", "main"], in: folder).count == 3)
  }

  @Test func aReferenceThatIsNotThereIsWrongUsage() throws {
    let folder = try Folder(["a.json": Sample.warning])
    defer { folder.remove() }
    #expect(try Command.run(["--changed-since", "main", "."], in: folder).status == 2)
    try git("git init -qb main . && git add . && git commit -qm one", in: folder)
    let result = try Command.run(["--changed-since", "origin/nowhere", "."], in: folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("fetch-depth: 0"))
    #expect(try Command.run(["--changed-since=--output=x", "."], in: folder).status == 2)
  }

  @Test func theIndexIsReadNotTheWorkingTree() throws {
    let folder = try Folder(["a.json": Sample.clean, "b.json": Sample.clean, "d.json": Sample.clean])
    defer { folder.remove() }
    try git("git init -qb main . && git add . && git commit -qm one", in: folder)
    // Staged with a mistake, mended only on disk; and the other way round.
    try folder.write(Sample.warning, to: "a.json")
    try git("git add a.json", in: folder)
    try folder.write(Sample.clean, to: "a.json")
    try folder.write(Sample.warning, to: "b.json")
    try folder.write(Sample.warning, to: "c.json")
    #expect(try places(["--staged"], in: folder) == ["a.json:4:31 IMG001"])
    #expect(try places(["--staged", "b.json"], in: folder).isEmpty)
    try git("git add b.json && rm b.json", in: folder)
    #expect(try places(["--staged"], in: folder).count == 2)
    #expect(try Command.run(["--staged", "--changed-since", "main"], in: folder).status == 2)
  }
}

@Suite struct InitCommandTests {
  @Test func whatIsWrittenCanBeRead() throws {
    let folder = try Folder(["a.json": Sample.clean])
    defer { folder.remove() }
    #expect(try Command.run(["init", "--pre-commit", "--github", "--gitlab"], in: folder).status == 0)
    for path in [".seatrial.yaml", ".pre-commit-config.yaml", ".github/workflows/seatrial.yml", ".gitlab-ci.yml"] {
      #expect(try !folder.read(path).isEmpty)
    }
    #expect(try Command.run(["."], in: folder).status == 0)
    // With every comment opened up it is still right.
    let text = try folder.read(".seatrial.yaml").split(separator: "\n").map { line in
      let match = line.firstMatch(of: #/^# ( *(- )?(?!yaml-)[a-zA-Z_-]+[0-9]*: .*| *(- )?[a-z]+:)$/#)
      return match.map { String($0.1) } ?? String(line)
    }
    try folder.write(text.joined(separator: "\n"), to: ".seatrial.yaml")
    let rule = "code: ACME001\nname: own\ntitle: Own\nseverity: note\ncheck: { for: container, require: 'true' }\n"
    try folder.write(rule, to: "policies/own.yaml")
    let result = try Command.run(["a.json"], in: folder)
    #expect(result.status != 2, "\(result.errors)")
  }

  @Test func nothingIsWrittenOver() throws {
    let folder = try Folder([".seatrial.yaml": "ignore: [IMG001]\n"])
    defer { folder.remove() }
    #expect(try Command.run(["init"], in: folder).status == 2)
    #expect(try Command.run(["init", "--pre-commit"], in: folder).status == 0)
    #expect(try folder.read(".seatrial.yaml") == "ignore: [IMG001]\n")
    #expect(try Command.run(["init", "--pre-commit"], in: folder).status == 2)
    #expect(try Command.run(["init", "--force"], in: folder).status == 0)
    #expect(try folder.read(".seatrial.yaml").contains("fail-on: warning"))
  }
}
