import Foundation
import Testing

/// A rule about the tag of an image, with an example of each kind.
private func rule(code: String = "ACME001", name: String = "own-rule", require: String = "false") -> String {
  """
  code: \(code)
  name: \(name)
  title: Something is not as we want it
  severity: warning
  check:
    for: container
    require: "\(require)"
    at: image
  bad:
    - file: task.json
      text: |
        { "family": "a", "containerDefinitions": [
          { "name": "web", "image": «"web:1"», "memory": 5 }] }

  """
}

@Suite struct CustomRuleCommandTests {
  private static let files = [
    ".seatrial.yaml": "custom-rules: [policies]\nselect: [ACME]\n", "policies/a.yaml": rule(),
    "policies/deep/b.yml": rule(code: "OTHER7", name: "other-rule"), "policies/README.md": "No rule.",
    "policies/.hidden.yaml": "no rule", "deploy/task.json": Sample.clean,
  ]

  @Test func rulesOfADirectoryRun() throws {
    let folder = try Folder(Self.files)
    defer { folder.remove() }
    let all = try Command.run(["--format", "concise", "--select", "ACME,other-rule"], in: folder)
    #expect(all.status == 1)
    #expect(all.errors.isEmpty)
    #expect(
      all.output.split(separator: "\n").map { $0.split(separator: " ")[2] } == ["ACME001", "OTHER7"], "\(all.output)")
    #expect(all.output.hasPrefix("deploy/task.json:4:"))
    let below = Folder(url: folder.url.appending(path: "deploy"))
    #expect(try Command.run(["--format", "concise", "."], in: below).output.contains(" ACME001 "))
    #expect(try Command.run(["--no-config", "--select", "ACME"], in: folder).status == 2)
    #expect(try Command.run(["--no-config", "--select", "IMG"], in: folder).status == 0)
  }

  @Test(arguments: ["sarif", "html", "json", "markdown", "junit", "rdjson", "gitlab", "github", "checkstyle", "text"])
  func everyFormatKnowsThem(_ format: String) throws {
    let folder = try Folder(Self.files)
    defer { folder.remove() }
    let result = try Command.run(["--format", format], in: folder)
    #expect(result.status == 1)
    #expect(result.output.contains("ACME001"))
    if format == "sarif" { #expect(result.output.contains("\"id\" : \"OTHER7\"")) }
    #expect(!result.output.contains("docs/rules/ACME001"), "there is no such page")
  }

  @Test func theyAreListedAndExplained() throws {
    let folder = try Folder(Self.files)
    defer { folder.remove() }
    #expect(try Command.run(["rules"], in: folder).output.contains("own-rule"))
    #expect(
      try Command.run(["rules", "--format", "json"], in: folder).output.contains("\"file\" : \"policies/a.yaml\""))
    #expect(try !Command.run(["rules", "--no-config"], in: folder).output.contains("own-rule"))
    let page = try Command.run(["explain", "acme001", "IMG001"], in: folder).output
    #expect(page.hasPrefix("ACME001 own-rule\n"))
    #expect(page.contains("policies/a.yaml"))
    #expect(try Command.run(["explain", "ACME9"], in: folder).status == 2)
    try folder.write("ignroe: x", to: ".seatrial.yaml")
    #expect(try Command.run(["explain", "IMG001"], in: folder).status == 0)
    #expect(try Command.run(["explain", "ACME001"], in: folder).status == 2)
  }

  @Test func theyAreBaselinedAndFilesThatAreRulesAreNoDeployment() throws {
    let folder = try Folder(Self.files)
    defer { folder.remove() }
    #expect(try Command.run(["baseline"], in: folder).status == 0)
    #expect(try Command.run(["--baseline", ".seatrial-baseline"], in: folder).status == 0)
    let walked = try Command.run(["--verbose", "policies"], in: folder)
    #expect(walked.status == 0)
    #expect(!walked.errors.contains("is checked"))
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"), arguments: ["policies", "policies/a.yaml"])
  func whatCannotBeReadIsSaid(_ path: String) throws {
    let folder = try Folder(Self.files)
    defer { folder.remove() }
    let url = folder.url.appending(path: path).path()
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: url)
    let linted = try Command.run(["."], in: folder)
    let tested = try Command.run(["test", "policies"], in: folder)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url)
    #expect(linted.status == 2)
    #expect(linted.errors.contains(".seatrial.yaml:1:16: cannot read '\(path)': Permission denied"))
    #expect(tested.status == 3)
    #expect(tested.errors.contains("cannot read \(path): Permission denied"))
  }

  @Test func aCircleOfLinksEnds() throws {
    let folder = try Folder(Self.files)
    defer { folder.remove() }
    try folder.link("policies/deep/up", to: "..")
    try folder.link("policies/c.yaml", to: "a.yaml")
    try folder.link("linked", to: "policies")
    try folder.write("custom-rules: [linked, policies/a.yaml]\nselect: [ACME]\n", to: ".seatrial.yaml")
    let result = try Command.run(["--format", "concise", "deploy"], in: folder)
    #expect(result.status == 1, "\(result.errors)")
    #expect(result.output.split(separator: "\n").count == 1)
    try folder.link("policies/d.yaml", to: "d.yaml")
    #expect(try Command.run(["deploy"], in: folder).errors.contains("cannot read 'linked/d.yaml': Too many levels"))
  }

  @Test func mistakesEndTheRun() throws {
    let folder = try Folder(Self.files)
    defer { folder.remove() }
    try folder.write("code: [", to: "policies/z.yaml")
    try folder.write(rule(code: "IMG1", require: "a.b("), to: "policies/deep/b.yml")
    for arguments in [["."], ["test"], ["rules"], ["test", "policies"]] {
      let result = try Command.run(arguments, in: folder)
      #expect(result.status == 2)
      #expect(result.output.isEmpty)
      #expect(
        result.errors.split(separator: "\n").map { $0.prefix { $0 != " " } } == [
          "policies/deep/b.yml:1:7:", "policies/deep/b.yml:7:17:", "policies/z.yaml:1:7:",
        ], "\(arguments): \(result.errors)")
    }
  }

  @Test func aChangedRuleChangesEverything() throws {
    let folder = try Folder(Self.files)
    defer { folder.remove() }
    let git = "git -c user.name=t -c user.email=t@example.com"
    _ = try Command.shell("git init --quiet . && git add . && \(git) commit --quiet -m first", in: folder)
    #expect(try Command.run(["--changed-since", "HEAD"], in: folder).status == 0)
    try folder.write(rule(require: "1 == 2"), to: "policies/a.yaml")
    #expect(try Command.run(["--changed-since", "HEAD"], in: folder).status == 1)
  }
}

@Suite struct TestCommandTests {
  private static let files = [
    "policies/a.yaml": rule(), "b.yaml": rule(code: "OTHER7", name: "other", require: "true"),
  ]

  @Test(arguments: [
    ("test policies", 0, "All good: 1 example of 1 rule passes\n"),
    ("test policies/a.yaml policies", 0, "All good: 1 example of 1 rule passes\n"),
    ("test b.yaml", 1, "nothing is found at this mark"),
    ("test b.yaml policies", 1, "1 failed, 1 passed (2 examples of 2 rules)"),
    ("test --verbose policies", 0, "ok     ACME001 bad example 1\n"),
    ("test missing", 2, "no such file or directory: missing"),
    ("test empty", 2, "there is no rule file (*.yaml) in empty"), ("test --built-in policies", 2, "takes no paths"),
    ("test --config no.yaml", 2, "cannot read the configuration"),
    ("test --config none.yaml", 2, "names no rules of your own"),
  ])
  func theStatusSaysHowItWent(_ arguments: String, _ status: Int32, _ text: String) throws {
    let folder = try Folder(Self.files.merging(["empty/x.md": "", "none.yaml": "ignore: IMG"]) { $1 })
    defer { folder.remove() }
    let result = try Command.run(arguments.split(separator: " ").map(String.init), in: folder)
    #expect(result.status == status)
    #expect((result.output + result.errors).contains(text), "\(result.output)\(result.errors)")
  }

  @Test func withoutAPathTheRulesOfTheConfigurationAreTested() throws {
    let folder = try Folder(Self.files.merging([".seatrial.yaml": "custom-rules: [b.yaml]"]) { $1 })
    defer { folder.remove() }
    #expect(try Command.run(["test"], in: folder).output.hasSuffix("1 failed, 0 passed (1 example of 1 rule)\n"))
  }

  @Test func ourOwnRuleFilesAreTestedAsTheyAreNow() throws {
    let folder = try Folder()
    defer { folder.remove() }
    let file = TestTools.root.appending(path: "rules/images/IMG001-image-latest-tag.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try folder.write(text, to: "IMG001-image-latest-tag.yaml")
    #expect(try Command.run(["test", "."], in: folder).status == 0)
    try folder.write(text.replacing(":latest\"»", with: ":1.2.3\"»"), to: "IMG001-image-latest-tag.yaml")
    let result = try Command.run(["test", "."], in: folder)
    #expect(result.status == 1)
    #expect(result.output.contains("failed[IMG001]: bad example 1"))
  }

  @Test func aRuleWithoutABadExampleIsNoted() throws {
    let text = rule().prefix(while: { $0 != "«" }).split(separator: "\n").dropLast(5).joined(separator: "\n")
    let folder = try Folder(["a.yaml": text])
    defer { folder.remove() }
    let result = try Command.run(["test", "a.yaml"], in: folder)
    #expect(result.status == 0)
    #expect(
      result.output == "note[ACME001]: no bad example shows that own-rule finds anything\n\nNo examples in 1 rule\n")
  }
}
