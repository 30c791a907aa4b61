import Foundation
import Testing

/// The script of the template for GitLab, run with the variables that GitLab sets.
@Suite(.enabled(if: Machine.isLinux, "the template is for runners on Linux")) struct GitLabTemplateTests {
  @Test func aMergeRequestAnswersForItsOwnLines() throws {
    let (pipeline, template) = (try Pipeline(ref: "refs/pull/7/head", depth: nil), try TemplateFile())
    defer { pipeline.remove() }
    let result = try run(template, in: pipeline, ["CI_MERGE_REQUEST_DIFF_BASE_SHA": pipeline.base])
    #expect(result.status == 1, "\(result.output)\(result.errors)")
    #expect(result.output.contains("deploy/new.json:4:31"))
    #expect(result.plainOutput.contains("1 warning in 1 file"), "\(result.output)")
    let report = try pipeline.checkout.read("gl-code-quality-report.json")
    for name in ["old", "both", "new"] { #expect(report.contains("\"deploy/\(name).json\"")) }
  }

  @Test func mergedResultsAnswerForTheMergeRequestAlone() throws {
    let (pipeline, template) = (try Pipeline(ref: "refs/pull/7/merge", depth: nil), try TemplateFile())
    defer { pipeline.remove() }
    let result = try run(
      template, in: pipeline,
      [
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": pipeline.base,
        "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": "refs/remotes/origin/main",
      ])
    #expect(result.plainOutput.contains("1 warning in 1 file"), "\(result.output)\(result.errors)")
  }

  @Test func aBranchAnswersForEverything() throws {
    let (pipeline, template) = (try Pipeline(ref: "refs/pull/7/merge", depth: nil), try TemplateFile())
    defer { pipeline.remove() }
    let everything = try run(template, in: pipeline)
    #expect(everything.status == 1)
    #expect(everything.plainOutput.contains("4 warnings in 4 files"), "\(everything.output)\(everything.errors)")
    let asked = try run(
      template, in: pipeline,
      inputs: ["paths": "deploy/new.json deploy/*.json", "fail-on": "error", "args": "--select IMG --statistics"])
    #expect(asked.status == 2, "a pattern is no path")
    try pipeline.checkout.write("ignore: [IMG]\n", to: "c.yaml")
    #expect(try run(template, in: pipeline, inputs: ["config": "c.yaml"]).status == 0)
    #expect(try run(template, in: pipeline, inputs: ["fail-on": "error"]).status == 0)
    #expect(try run(template, in: pipeline, inputs: ["version": "99.0.0"]).status != 0)
  }

  private func run(
    _ template: TemplateFile, in pipeline: Pipeline, _ variables: [String: String] = [:], inputs: [String: String] = [:]
  ) throws -> Command.Result {
    let environment = template.variables(inputs).merging(variables) { $1 }.merging([
      "CI": "true", "GITLAB_CI": "true", "CI_PROJECT_DIR": pipeline.checkout.url.path(),
      "SEATRIAL_RELEASES": try pipeline.release(), "HOME": pipeline.scratch.url.path(),
    ]) { $1 }
    return try Command.shell(template.script, in: pipeline.checkout, environment: environment)
  }
}
