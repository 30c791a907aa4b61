import Foundation
import Testing

/// What `init` writes, the action and the template fit together, and the tools of their trade find no fault.
@Suite struct PipelineFileTests {
  /// What `init` writes, and what the pages show.
  private static func written() throws -> Folder {
    let folder = try Folder()
    let result = try Command.run(["init", "--pre-commit", "--github", "--gitlab"], in: folder)
    try #require(result.status == 0)
    for name in ["pre-commit", "github", "gitlab"] {
      for match in try page(name).matches(of: #/```yaml file=(\S+)\n((?s:.*?))```/#) {
        try folder.write(String(match.2), to: String(match.1))
      }
    }
    return folder
  }

  private static func page(_ name: String) throws -> String {
    try String(contentsOf: TestTools.root.appending(path: "docs/\(name).md"), encoding: .utf8)
  }

  /// Runs a tool of `Tests/requirements.txt` and expects it to be content.
  private func expect(_ command: String, in folder: Folder) throws {
    let path = [try #require(TestTools.directory), ProcessInfo.processInfo.environment["PATH"] ?? ""]
    let result = try Command.shell(command, in: folder, environment: ["PATH": path.joined(separator: ":")])
    #expect(result.status == 0, "\(command): \(result.output)\(result.errors)")
  }

  @Test func whatInitWritesIsThere() throws {
    let folder = try Self.written()
    defer { folder.remove() }
    let version = try Command.run(["--version"]).output.trimmingCharacters(in: .newlines)
    let workflow = try folder.read(".github/workflows/seatrial.yml")
    #expect(workflow.contains("uses: seatrial/seatrial@v\(version)\n"))
    let inputs = workflow.matches(of: #/#   ([a-z-]+): /#).map { String($0.1) }
    #expect(!inputs.isEmpty)
    for input in inputs { #expect(try ActionFile().inputs[input] != nil, "\(input)") }
    let pipeline = try folder.read(".gitlab-ci.yml")
    #expect(
      pipeline.contains(
        "remote: https://raw.githubusercontent.com/seatrial/seatrial/v\(version)/templates/seatrial.yml\n"))
    let template = try TemplateFile()
    #expect(template.inputs["version"] == version)
    for match in pipeline.matches(of: #/#   ([a-z-]+): /#) { #expect(template.inputs[String(match.1)] != nil) }
  }

  @Test func everyInputIsRead() throws {
    let action = try ActionFile()
    #expect(action.steps.count == 2)
    let used = action.steps.flatMap(\.environment.values).filter { $0.hasPrefix("inputs.") }
    #expect(Set(used) == Set(action.inputs.keys.map { "inputs.\($0)" }))
    for step in action.steps {
      let name = try #require(step.script.firstMatch(of: #/action\/[a-z]+/#)).output
      let script = try String(contentsOf: TestTools.root.appending(path: String(name)), encoding: .utf8)
      let read = script.matches(of: #/\$\{?((INPUT|MERGE)_[A-Z_]+)/#).map { String($0.1) }
      #expect(Set(read) == Set(step.environment.keys), "\(name)")
    }
    let template = try TemplateFile()
    for input in template.inputs.keys { #expect(template.job.contains("$[[ inputs.\(input) ]]")) }
    #expect(!template.filled().contains("$[["))
    for (inputs, page) in [(action.inputs, "github"), (template.inputs, "gitlab")] {
      let described = try Self.page(page).matches(of: #/\n\| `([a-z-]+)` \|/#).map { String($0.1) }
      #expect(described.sorted() == inputs.keys.sorted(), "\(page)")
    }
  }

  @Test(.needsTool("shellcheck")) func theShellIsInOrder() throws {
    let folder = try Folder(["template.sh": "#!/bin/sh\n" + TemplateFile().script])
    defer { folder.remove() }
    try expect("shellcheck template.sh", in: folder)
    try expect(
      "shellcheck $(git ls-files action Scripts .ci | xargs grep -lE '^#!.*(bash|sh)$')",
      in: Folder(url: TestTools.root))
  }

  @Test(.needsTool("actionlint")) func theWorkflowsAreInOrder() throws {
    let folder = try Self.written()
    defer { folder.remove() }
    try expect("actionlint -shellcheck shellcheck -no-color .github/workflows/*.yml", in: folder)
    try expect("test ! -d .github || actionlint -no-color", in: Folder(url: TestTools.root))
  }

  @Test(.needsTool("zizmor")) func theWorkflowsAreSafe() throws {
    let folder = try Self.written()
    defer { folder.remove() }
    // A tag is what a starter can name; who pins by hash lets Dependabot do it.
    try folder.write("rules:\n  unpinned-uses: { disable: true }\n", to: ".github/zizmor.yml")
    try expect("zizmor --offline --no-progress --quiet .github/workflows", in: folder)
    try expect(
      "zizmor --offline --no-progress --quiet --config '\(folder.url.path())/.github/zizmor.yml' .",
      in: Folder(url: TestTools.root))
  }

  @Test(.needsTool("check-jsonschema")) func theSchemasAreKept() throws {
    let folder = try Self.written()
    defer { folder.remove() }
    try folder.write(TemplateFile().filled(), to: "template.yml")
    let root = TestTools.root.path()
    for (schema, file) in [
      ("github-workflows", ".github/workflows/seatrial.yml"), ("gitlab-ci", ".gitlab-ci.yml"),
      ("github-workflows", ".github/workflows/code-scanning.yml"), ("gitlab-ci", ".gitlab-ci-inputs.yml"),
      ("gitlab-ci", "template.yml"), ("github-actions", "\(root)/action.yml"),
    ] {
      try expect("check-jsonschema --builtin-schema vendor.\(schema) '\(file)'", in: folder)
    }
    try expect("pre-commit validate-manifest '\(root)/.pre-commit-hooks.yaml'", in: folder)
    try expect("pre-commit validate-config .pre-commit-config.yaml */.pre-commit-config.yaml", in: folder)
  }
}
