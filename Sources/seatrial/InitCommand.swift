import ArgumentParser
import Linting

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a commented .seatrial.yaml, and what a pipeline needs.")

  @Flag(help: "Also write .pre-commit-config.yaml.")
  var preCommit = false

  @Flag(help: "Also write a workflow for GitHub Actions.")
  var github = false

  @Flag(help: "Also write .gitlab-ci.yml.")
  var gitlab = false

  @Flag(help: "Write over files that are there.")
  var force = false

  func run() throws {
    var wanted = [StarterFile.configuration]
    if preCommit { wanted.append(.preCommit) }
    if github { wanted.append(.github) }
    if gitlab { wanted.append(.gitlab) }
    let existing = wanted.filter { ((try? kindOfFile(at: $0.path)) ?? nil) != nil }
    if !force {
      // Who asks for a hook later has a configuration by then.
      let inTheWay = existing.filter { wanted.count == 1 || $0.path != StarterFile.configuration.path }
      if let first = inTheWay.first {
        throw UsageError(text: "\(first.path) is there already; --force writes over it")
      }
      wanted.removeAll { file in existing.contains { $0.path == file.path } }
    }
    for file in wanted {
      do throws(SystemFailure) {
        try makeDirectories(above: file.path)
        try replaceFile(at: file.path, with: file.text.utf8)
        note("wrote \(file.path)")
      } catch {
        note("cannot write \(file.path): \(error.reason)")
        finish(.incomplete)
      }
    }
    finish(.clean)
  }
}

/// A file that a project starts with.
struct StarterFile {
  let path: String
  let text: String

  static let configuration = StarterFile(
    path: ConfigurationSearch.names[0],
    text: """
      # yaml-language-server: $schema=https://raw.githubusercontent.com/seatrial/seatrial/main/schema/seatrial.schema.json
      #
      # Holds for all files below this directory; paths are relative to it, in the notation of .gitignore.
      # Every key: https://github.com/seatrial/seatrial/blob/main/docs/configuration.md

      # The lowest severity that makes seatrial fail: error, warning, note or never.
      fail-on: warning

      # Rules by code, name or category; `strict` adds those that are off by default.
      # select: [default, strict]
      # ignore: [IMG003]

      # Files that are not looked at.
      # exclude: ["**/testdata/**"]

      # Severities and options of single rules: `seatrial explain IMG006`.
      # rules:
      #   SPT002: { severity: note }
      #   IMG006: { registries: ["123456789012.dkr.ecr.*.amazonaws.com"] }

      # Rules of your own: https://github.com/seatrial/seatrial/blob/main/docs/custom-rules.md
      # custom-rules: [policies/]

      # Other rules for some paths.
      # overrides:
      #   - paths: ["envs/dev/**"]
      #     ignore: [HLT001]

      # Values for placeholders, so that what depends on them is checked, too.
      # variables:
      #   IMAGE_TAG: 1.4.2

      # Findings to live with; in YAML files a comment does it: # seatrial: ignore=IMG001 reason="…"
      # suppressions:
      #   - rule: IMG001
      #     path: deploy/otel.task.json
      #     at: containerDefinitions[otel-collector].image
      #     reason: the vendor publishes no other tag
      #     until: 2027-03-31

      """)

  static let preCommit = StarterFile(
    path: ".pre-commit-config.yaml",
    text: """
      repos:
        - repo: https://github.com/seatrial/seatrial
          rev: v\(toolVersion)
          hooks:
            - id: seatrial # built from source; seatrial-system takes the one that is installed

      """)

  static let github = StarterFile(
    path: ".github/workflows/seatrial.yml",
    text: """
      name: seatrial
      on:
        pull_request:
        push:
          branches: [main]
      permissions:
        contents: read
      jobs:
        seatrial:
          runs-on: ubuntu-latest
          steps:
            - uses: actions/checkout@v6
              with:
                fetch-depth: 0
                persist-credentials: false
            - uses: seatrial/seatrial@v\(toolVersion)
              # What can be said here: https://github.com/seatrial/seatrial/blob/main/docs/github.md
              # with:
              #   fail-on: error

      """)

  static let gitlab = StarterFile(
    path: ".gitlab-ci.yml",
    text: """
      include:
        - remote: https://raw.githubusercontent.com/seatrial/seatrial/v\(toolVersion)/templates/seatrial.yml
          # What can be said here: https://github.com/seatrial/seatrial/blob/main/docs/gitlab.md
          # inputs:
          #   fail-on: error

      """)
}
