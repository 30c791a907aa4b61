import Foundation
import Testing

/// The hooks of `.pre-commit-hooks.yaml`, run by the real pre-commit when something is committed.
///
/// `SEATRIAL_BUILD_HOOK=1` lets pre-commit build the hook from source, which takes minutes; without it a stand-in for
/// `swift` holds what pre-commit asks of it against what was asked when that was last tried.
@Suite(.needsTool("pre-commit")) struct PreCommitTests {
  @Test(arguments: ["seatrial", "seatrial-system"])
  func aBadCommitIsRefused(_ hook: String) throws {
    let project = try HookedProject(hook: hook)
    defer { project.remove() }
    try project.folder.write(Sample.clean, to: "deploy/a.json")
    let good = try project.commit()
    #expect(good.status == 0, "\(good.output)")
    #expect(good.output.contains("Passed"))
    try project.folder.write(Sample.error, to: "deploy/a.json")
    let bad = try project.commit()
    #expect(bad.status == 1)
    #expect(bad.output.contains("deploy/a.json:4:7"), "\(bad.output)")
    #expect(bad.output.contains("error[SCH001]"))
    #expect(bad.output.contains("1 error"))
  }

  @Test func whatIsStagedCounts() throws {
    let project = try HookedProject()
    defer { project.remove() }
    try project.folder.write(Sample.clean, to: "a.json")
    #expect(try project.commit().status == 0)
    // Staged with a mistake, mended only on disk; then the other way round.
    try project.folder.write(Sample.warning, to: "a.json")
    try project.git("add a.json")
    try project.folder.write(Sample.clean, to: "a.json")
    let bad = try project.commit(staging: false)
    #expect(bad.status == 1)
    #expect(bad.output.contains("IMG001"))
    #expect(try project.folder.read("a.json") == Sample.clean)
    try project.folder.write(Sample.clean + "\n", to: "a.json")
    try project.git("add a.json")
    try project.folder.write(Sample.warning, to: "a.json")
    let good = try project.commit(staging: false)
    #expect(good.status == 0, "\(good.output)")
    #expect(try project.folder.read("a.json") == Sample.warning)
  }

  @Test func whatIsNotOursPasses() throws {
    let project = try HookedProject()
    defer { project.remove() }
    let knative = "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: a\nspec: {template: {}}\n"
    for (path, text) in [
      ("package.json", Sample.foreign), ("tsconfig.json", "{ // why\n \"files\": [], }\n"), ("LICENSE", "free\n"),
      ("k8s/service.yaml", knative), ("half.yaml", "a: [1,\nb: {{ x }}\n"), ("a.template", "Resources: {}\n"),
    ] {
      try project.folder.write(text, to: path)
    }
    let result = try project.commit(arguments: "--verbose")
    #expect(result.status == 0, "\(result.output)")
    try project.folder.write("print(1)\n", to: "a.py")
    #expect(try project.commit().output.contains("(no files to check)Skipped"))
  }

  @Test func theConfigurationHolds() throws {
    let project = try HookedProject()
    defer { project.remove() }
    try project.folder.write("exclude: [testdata/]\n", to: ".seatrial.yaml")
    try project.folder.write(Sample.error, to: "testdata/a.json")
    try project.folder.write(Sample.error, to: "ignored/a.json")
    try project.folder.write("/ignored/\n", to: ".gitignore")
    try project.git("add --force ignored/a.json")
    let excluded = try project.commit()
    #expect(excluded.status == 0, "\(excluded.output)")
    try project.folder.write("exclude: [testdata/]\nignore: [IMG01]\n", to: ".seatrial.yaml")
    try project.folder.write(Sample.warning, to: "a.json")
    let mistaken = try project.commit()
    #expect(mistaken.status == 1)
    #expect(mistaken.output.contains("- exit code: 2"))
    #expect(mistaken.output.contains(".seatrial.yaml:2:10"), "\(mistaken.output)")
    try project.folder.write("exclude: [testdata/]\nignore: [IMG001]\n", to: ".seatrial.yaml")
    let configured = try project.commit()
    #expect(configured.status == 0, "\(configured.output)")
  }

  @Test func oneProcessSeesTheWholeCommit() throws {
    let project = try HookedProject()
    defer { project.remove() }
    for number in 0..<300 {
      try project.folder.write(Sample.task(family: "f\(number)", image: "i:1"), to: "t/\(number).json")
    }
    let shop = TestTools.root.appending(path: "fixtures/shop/deploy")
    for name in ["orders-db.service.json", "orders-db.task.json"] {
      try project.folder.write(String(contentsOf: shop.appending(path: name), encoding: .utf8), to: name)
    }
    let result = try project.commit()
    #expect(result.status == 1)
    #expect(result.output.contains("error[SPT001]"), "\(result.output)")
    #expect(result.output.components(separatedBy: "(302 checked)").count == 2)
  }

  @Test func onlyStagedLinesCanBeAskedFor() throws {
    let project = try HookedProject()
    defer { project.remove() }
    try project.folder.write(Sample.warning, to: "a.json")
    try project.git("add . && git commit --quiet --no-verify -m old")
    try project.configure(arguments: "[--staged]")
    try project.folder.write(Sample.warning.replacing("512", with: "256"), to: "a.json")
    let old = try project.commit()
    #expect(old.output.contains("IMG001"), "the line of the image is one that changed\n\(old.output)")
    try project.folder.write(Sample.warning.replacing("\"api\"", with: "\"web\""), to: "a.json")
    let other = try project.commit()
    #expect(other.status == 0, "\(other.output)")
  }
}

/// A repository with a hook of ours, set up as `seatrial init --pre-commit` does it.
private struct HookedProject {
  let folder: Folder
  private let scratch: Folder
  private let home: String

  init(hook: String = "seatrial-system") throws {
    scratch = try Folder()
    folder = Folder(url: scratch.url.appending(path: "project"))
    home = scratch.url.appending(path: "home").path()
    let source = scratch.url.appending(path: "source").path()
    // Where the configuration that `init` writes says github.com, this machine's sources are cloned.
    try scratch.write(
      """
      [user]
        name = tester
        email = tester@example.com
      [url "\(source)"]
        insteadOf = https://github.com/seatrial/seatrial

      """, to: "home/.gitconfig")
    let builds = hook == "seatrial" && Self.buildsHook
    try folder.write("", to: "README.md")
    try scratch.write("", to: "bin/.keep")
    if hook == "seatrial-system" { try scratch.link("bin/seatrial", to: Command.path) }
    if hook == "seatrial", !builds {
      try scratch.write(Self.swift, to: "bin/swift")
      try run("chmod +x ../bin/swift")
    }
    try run(
      """
      git init --quiet ../source
      cd '\(TestTools.root.path())'
      \(builds ? "git ls-files -z --cached --others --exclude-standard" : "printf .pre-commit-hooks.yaml") | tar -cf - --null -T - | tar -xf - -C '\(source)'
      cd '\(source)'
      git add --all --force && git commit --quiet -m source && git tag "v$("$seatrial" --version)"
      """)
    try run("\"$seatrial\" init --pre-commit && rm .seatrial.yaml")
    let written = try folder.read(".pre-commit-config.yaml")
    try folder.write(written.replacing("- id: seatrial ", with: "- id: \(hook) "), to: ".pre-commit-config.yaml")
    try run("git init --quiet && git add --all && git commit --quiet -m first && pre-commit install")
  }

  static let buildsHook = ProcessInfo.processInfo.environment["SEATRIAL_BUILD_HOOK"] != nil

  /// Does what pre-commit asks of `swift`, as long as that is the only thing that we know to work.
  static let swift = """
    #!/bin/sh
    [ "$1 $2 $4 $5 $6" = "build --package-path -c release --build-path" ] && [ $# = 7 ] || exit 64
    mkdir -p "$7/release" && ln -s '\(Command.path)' "$7/release/seatrial"
    """

  func remove() { scratch.remove() }

  func configure(arguments: String) throws {
    let text = try folder.read(".pre-commit-config.yaml").trimmingCharacters(in: .newlines)
    try folder.write("\(text)\n        args: \(arguments)\n", to: ".pre-commit-config.yaml")
    try git("add . && git commit --quiet --no-verify -m arguments")
  }

  /// Commits what is there, or what is staged; what the hook says is the output.
  func commit(staging: Bool = true, arguments: String = "") throws -> Command.Result {
    let stage = staging ? "git add --all && " : ""
    return try shell("{ \(stage)git commit \(arguments) -m next; } 2>&1")
  }

  func git(_ command: String) throws { try run("git \(command)") }

  private func run(_ script: String) throws {
    let result = try shell("set -e; { \(script)\n} >&2")
    try #require(result.status == 0, "\(result.errors)")
  }

  private func shell(_ script: String) throws -> Command.Result {
    let inherited = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let path = "\(scratch.url.appending(path: "bin").path()):\(TestTools.directory ?? ""):\(inherited)"
    return try Command.shell(script, in: folder, environment: ["HOME": home, "PATH": path])
  }
}
