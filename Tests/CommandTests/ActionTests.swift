import Foundation
import Testing

/// The action for GitHub, run step by step as `action.yml` says, with the variables that a runner sets.
@Suite(.enabled(if: Machine.isLinux, "the action runs on Linux")) struct ActionTests {
  @Test(arguments: [1, nil])
  func aPullRequestAnswersForItsOwnLines(depth: Int?) throws {
    let run = try ActionRun(on: .pullRequest, depth: depth)
    defer { run.remove() }
    let result = try run()
    #expect(result.status == 1, "\(result.output)\(result.errors)")
    #expect(result.output.contains("deploy/new.json:4:31"))
    for other in ["old", "both", "meanwhile"] { #expect(!result.output.contains("shop/\(other)"), "\(result.output)") }
    let annotations = result.output.split(separator: "\n").filter { $0.hasPrefix("::warning") }
    #expect(annotations.count == 1)
    #expect(annotations.first?.hasPrefix("::warning file=deploy/new.json,line=4,") == true)
    #expect(try run.written("GITHUB_STEP_SUMMARY").hasPrefix("what another step wrote\n## seatrial\n"))
    #expect(try run.written("GITHUB_STEP_SUMMARY").contains("new.json:4"))
    #expect(try run.output("status") == "1")
    // Code scanning compares with the base itself.
    let sarif = try String(contentsOfFile: run.output("sarif-file"), encoding: .utf8)
    for name in ["old", "both", "meanwhile", "new"] { #expect(sarif.contains("\"deploy/\(name).json\"")) }
  }

  /// `ref: ${{ github.event.pull_request.head.sha }}` is what `pull_request_target` needs.
  @Test(arguments: [1, 2, nil])
  func theTipOfTheBranchIsComparedWithWhereItLeft(depth: Int?) throws {
    let run = try ActionRun(on: .headOfPullRequest, depth: depth)
    defer { run.remove() }
    let result = try run()
    #expect(result.status == 1, "\(result.output)\(result.errors)")
    #expect(result.plainOutput.contains("1 warning in 1 file"), "\(result.output)")
  }

  @Test(arguments: [1, nil])
  func aMergeQueueIsComparedWithItsBase(depth: Int?) throws {
    let run = try ActionRun(on: .mergeQueue, depth: depth)
    defer { run.remove() }
    let result = try run()
    #expect(result.status == 1, "\(result.output)\(result.errors)")
    #expect(result.plainOutput.contains("2 warnings in 2 files"), "\(result.output)")
  }

  @Test func aPushAnswersForEverything() throws {
    let run = try ActionRun(on: .push, depth: 1)
    defer { run.remove() }
    #expect(try run().plainOutput.contains("4 warnings in 4 files"))
    #expect(try run(["changed-only": "true"]).status == 2)
  }

  @Test func theInputsAreHeeded() throws {
    let run = try ActionRun(on: .push, depth: 1)
    defer { run.remove() }
    try run.pipeline.checkout.write("ignore: [IMG]\n", to: "a b.yaml")
    try run.pipeline.checkout.write(Sample.warning, to: "deploy $(touch x)/it's.json")
    let result = try run([
      "paths": "deploy/new.json\n\ndeploy $(touch x)\n", "sarif-file": "out.sarif", "annotations": "false",
      "summary": "false", "fail-on": "error", "args": "--select IMG\n --statistics",
    ])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.plainOutput.contains("2 warnings in 2 files"), "\(result.output)")
    #expect(!result.output.contains("::warning"))
    #expect(try run.written("GITHUB_STEP_SUMMARY") == "what another step wrote\n")
    #expect(try run.pipeline.checkout.read("out.sarif").contains("it%27s.json"))
    #expect(try run.output("sarif-file") == "out.sarif")
    #expect(!FileManager.default.fileExists(atPath: run.pipeline.checkout.url.appending(path: "x").path()))
    #expect(try run(["config": "a b.yaml"]).status == 0)
    #expect(try run(["config": "none.yaml"]).status == 2)
    #expect(try run(["changed-only": "maybe"]).status == 2)
    #expect(try run(["version": "$(touch x)"]).status == 2)
  }

  @Test func whatIsLintedDoesNotSpeakToTheRunner() throws {
    let run = try ActionRun(on: .push, depth: 1)
    defer { run.remove() }
    try run.pipeline.checkout.write(Sample.warning.replacing("\"family\"", with: "##[error]::error::x"), to: "a.json")
    let lines = try run().output.components(separatedBy: "\n")
    let stop = try #require(lines.firstIndex { $0.hasPrefix("::stop-commands::") })
    let token = lines[stop].dropFirst("::stop-commands::".count)
    let resume = try #require(lines.firstIndex(of: "::\(token)::"))
    let speaking = lines.indices.filter { lines[$0].contains("##[") && !lines[$0].hasPrefix("::") }
    #expect(!speaking.isEmpty && speaking.allSatisfy { (stop..<resume).contains($0) })
  }

  @Test func whatIsNotWhatWasReleasedDoesNotRun() throws {
    let run = try ActionRun(on: .push, depth: 1)
    defer { run.remove() }
    let result = try Command.shell("for file in releases/*/*.gz; do echo x >>\"$file\"; done", in: run.pipeline.scratch)
    #expect(result.status == 0)
    let tampered = try run()
    #expect(tampered.status == 2)
    #expect(tampered.output.contains("is not what was released"))
    let missing = try run(["version": "99.0.0"])
    #expect(missing.status == 2)
    #expect(missing.output.contains("cannot be downloaded"))
  }
}

/// A job with the action in it, up to where its last step ends.
private struct ActionRun {
  enum Event { case pullRequest, headOfPullRequest, mergeQueue, push }

  let pipeline: Pipeline
  private let files: Folder
  private let environment: [String: String]

  init(on event: Event, depth: Int?) throws {
    let ref = event == .headOfPullRequest ? "refs/pull/7/head" : "refs/pull/7/merge"
    pipeline = try Pipeline(ref: ref, depth: depth)
    files = Folder(url: pipeline.scratch.url.appending(path: "runner"))
    try files.write("what another step wrote\n", to: "GITHUB_STEP_SUMMARY")
    var environment = [
      "CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_ACTION_PATH": TestTools.root.path(),
      "GITHUB_WORKSPACE": pipeline.checkout.url.path(), "RUNNER_TEMP": files.url.path(),
      "SEATRIAL_RELEASES": try pipeline.release(), "HOME": files.url.path(),
    ]
    switch event {
    case .pullRequest:
      environment.merge(
        ["GITHUB_REF": "refs/pull/7/merge", "GITHUB_SHA": pipeline.merge, "GITHUB_BASE_REF": "main"]) { $1 }
    case .headOfPullRequest:
      environment.merge(["GITHUB_REF": "refs/heads/main", "GITHUB_SHA": pipeline.base, "GITHUB_BASE_REF": "main"]) {
        $1
      }
    case .mergeQueue:
      let ref = "refs/heads/gh-readonly-queue/main/pr-7"
      environment.merge(["GITHUB_REF": ref, "GITHUB_SHA": pipeline.merge, "merge_group.base_sha": pipeline.base]) { $1 }
    case .push:
      environment.merge(["GITHUB_REF": "refs/heads/main", "GITHUB_SHA": pipeline.merge]) { $1 }
    }
    for name in ["GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "GITHUB_PATH"] {
      environment[name] = files.url.appending(path: name).path()
    }
    self.environment = environment
  }

  /// Runs the steps with some inputs, the others at their defaults, until one fails.
  func callAsFunction(_ inputs: [String: String] = [:]) throws -> Command.Result {
    for name in ["GITHUB_OUTPUT", "GITHUB_PATH"] { try files.write("", to: name) }
    let action = try ActionFile()
    let known = action.inputs.merging(inputs) { $1 }
    var result: Command.Result?
    for step in action.steps {
      var environment = environment
      for (name, expression) in step.environment {
        let value = expression.hasPrefix("inputs.") ? known[String(expression.dropFirst("inputs.".count))] : nil
        environment[name] = value ?? environment[expression.replacing("github.event.", with: "")] ?? ""
      }
      let added = try files.read("GITHUB_PATH").split(separator: "\n").reversed().joined(separator: ":")
      environment["PATH"] = [added, ProcessInfo.processInfo.environment["PATH"] ?? ""].joined(separator: ":")
      result = try Command.shell(
        "exec bash --noprofile --norc -eo pipefail -c '\(step.script)'", in: pipeline.checkout, environment: environment
      )
      if result?.status != 0 { break }
    }
    return try #require(result)
  }

  func written(_ name: String) throws -> String { try files.read(name) }

  func output(_ name: String) throws -> String {
    let line = try files.read("GITHUB_OUTPUT").split(separator: "\n").last { $0.hasPrefix("\(name)=") }
    return String(try #require(line).dropFirst(name.count + 1))
  }

  func remove() { pipeline.remove() }
}

enum Machine {
  #if os(Linux)
    static let isLinux = true
  #else
    static let isLinux = false
  #endif
}
