import Foundation
import Testing

/// As much of `action.yml` as it takes to run it.
struct ActionFile {
  /// The inputs with their defaults.
  private(set) var inputs: [String: String] = [:]
  /// The script of each step, and which expressions its variables are set to.
  private(set) var steps: [(script: String, environment: [String: String])] = []

  init() throws {
    let text = try String(contentsOf: TestTools.root.appending(path: "action.yml"), encoding: .utf8)
    let parts = try #require(text.firstMatch(of: #/\ninputs:\n((?s:.*))\noutputs:\n(?s:.*)\nruns:\n((?s:.*))/#))
    for match in parts.1.matches(of: #/(?m)^  ([a-z-]+):\n(?:    .*\n)*?    default: "?(.*?)"?$/#) {
      inputs[String(match.1)] = String(match.2)
    }
    for match in parts.2.matches(of: #/run: '(.*)'\n((?:        .*\n)*      env:\n)?((?:        .*\n?)*)/#) {
      let variables = match.3.matches(of: #/([A-Z_]+): \$\{\{ (.*) \}\}/#)
      steps.append(
        (String(match.1), Dictionary(uniqueKeysWithValues: variables.map { (String($0.1), String($0.2)) })))
    }
  }
}

/// As much of `templates/seatrial.yml` as it takes to run it.
struct TemplateFile {
  /// The inputs with their defaults.
  private(set) var inputs: [String: String] = [:]
  /// What follows the declaration of the inputs.
  let job: String

  init() throws {
    let text = try String(contentsOf: TestTools.root.appending(path: "templates/seatrial.yml"), encoding: .utf8)
    let parts = text.split(separator: "\n---\n")
    try #require(parts.count == 2)
    for match in parts[0].matches(of: #/(?m)^    ([a-z-]+):\n(?:      .*\n)*?      default: "?(.*?)"?$/#) {
      inputs[String(match.1)] = String(match.2)
    }
    job = String(parts[1])
  }

  /// The job with its inputs put in, as GitLab does it.
  func filled(_ values: [String: String] = [:]) -> String {
    inputs.merging(values) { $1 }.reduce(job) { $0.replacing("$[[ inputs.\($1.key) ]]", with: $1.value) }
  }

  /// The script of the job.
  var script: String {
    let lines = job.split(separator: "\n", omittingEmptySubsequences: false)
    let block = lines.drop { !$0.hasPrefix("    - |") }.dropFirst().prefix { $0.isEmpty || $0.hasPrefix("      ") }
    return block.map { $0.dropFirst(6) }.joined(separator: "\n")
  }

  /// The variables of the job with its inputs put in.
  func variables(_ values: [String: String] = [:]) -> [String: String] {
    let matches = filled(values).matches(of: #/(?m)^    ([A-Z_]+): "(.*)"$/#)
    return Dictionary(uniqueKeysWithValues: matches.map { (String($0.1), String($0.2)) })
  }
}
