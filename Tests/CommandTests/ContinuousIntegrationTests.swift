import Foundation
import Testing

/// What a run makes of the variables that GitHub Actions and GitLab CI set.
@Suite struct ContinuousIntegrationTests {
  private static let folder = ["infra/deploy/api.json": Sample.warning, "infra/.git/HEAD": ""]

  private func run(
    _ arguments: [String], in directory: String = "infra", _ environment: (URL) -> [String: String]
  ) throws -> Command.Result {
    let folder = try Folder(Self.folder)
    defer { folder.remove() }
    return try Command.run(
      arguments, in: Folder(url: folder.url.appending(path: directory)), environment: environment(folder.url))
  }

  @Test func gitHubGetsPathsFromTheRootOfTheRepository() throws {
    for directory in ["infra", ".", "infra/deploy"] {
      let result = try run(["--format", "github"], in: directory) { ["GITHUB_WORKSPACE": $0.path()] }
      #expect(result.status == 1)
      #expect(result.output.hasPrefix("::warning file=infra/deploy/api.json,line=4,"))
    }
    let elsewhere = try run(["--format", "github"]) { _ in ["GITHUB_WORKSPACE": "/usr"] }
    #expect(elsewhere.output.hasPrefix("::warning file=deploy/api.json,line=4,"))
  }

  @Test func annotationsComeWithTextUnlessAFormatIsChosen() throws {
    func lines(_ arguments: String...) throws -> [Substring] {
      try run(arguments) { ["GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": $0.path()] }.output.split(separator: "\n")
    }
    let both = try lines()
    #expect(both.first?.hasPrefix("::warning file=infra/deploy/api.json,") == true)
    #expect(both.dropFirst().first?.hasPrefix("warning[IMG001]: ") == true)
    #expect(try lines("--no-annotations").first?.hasPrefix("warning[IMG001]: ") == true)
    #expect(try lines("--format", "concise").first?.hasPrefix("deploy/api.json:") == true)
  }

  @Test func aSummaryLinksToTheRepositoryWhereItIsKnown() throws {
    let known = ["GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "acme/shop", "GITHUB_SHA": "4f9c2e1"]
    let linked = try run(["--format", "markdown"]) { known.merging(["GITHUB_WORKSPACE": $0.path()]) { $1 } }
    #expect(linked.output.contains("](https://github.com/acme/shop/blob/4f9c2e1/infra/deploy/api.json#L4) |"))
    for (name, value) in [("GITHUB_SHA", ""), ("GITHUB_SERVER_URL", "javascript:x"), ("GITHUB_REPOSITORY", "a) b")] {
      let result = try run(["--format", "markdown"]) {
        known.merging(["GITHUB_WORKSPACE": $0.path(), name: value]) { $1 }
      }
      #expect(result.output.contains("| deploy/api.json:4 |"))
    }
    let gitLab = try run(["--format", "markdown"]) {
      ["CI_PROJECT_DIR": $0.path(), "CI_PROJECT_URL": "https://gitlab.com/acme/shop", "CI_COMMIT_SHA": "4f9c2e1"]
    }
    #expect(gitLab.output.contains("](https://gitlab.com/acme/shop/-/blob/4f9c2e1/infra/deploy/api.json#L4) |"))
  }

  @Test func gitLabAndCodeScanningGetPathsFromTheRoot() throws {
    let gitLab = try run(["--format", "gitlab"]) { ["CI_PROJECT_DIR": $0.path()] }
    #expect(gitLab.output.contains(#""path" : "infra/deploy/api.json""#))
    let sarif = try run(["--format", "sarif"]) { ["GITHUB_WORKSPACE": $0.path()] }
    #expect(sarif.output.contains(#""uri" : "infra/deploy/api.json""#))
    #expect(try run(["--format", "sarif"]) { _ in [:] }.output.contains(#""uri" : "deploy/api.json""#))
  }
}
