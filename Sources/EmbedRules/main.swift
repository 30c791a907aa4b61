import Foundation
import Syntax

// EmbedRules OUTPUT FILE…
//
// Writes the Swift file that holds every rule of the given rule files (*.yaml) and ties each to the check of its name
// in the given sources (*.swift). A rule without a check, a check without a rule, and any slip in a rule file fail the
// build with a place.

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else {
  fail("usage: EmbedRules OUTPUT FILE…")
}

let paths = arguments.dropFirst()
var rules: [RuleFile] = []
for path in paths where path.hasSuffix(".yaml") {
  do {
    rules.append(try RuleFile(path: path, bytes: Array(Data(contentsOf: URL(filePath: path)))))
  } catch let problem as RuleFileProblem {
    fail("\(path):\(problem.position.line):\(problem.position.column): error: \(problem.message)")
  }
}
rules.sort { $0.code < $1.code }
for (first, second) in zip(rules, rules.dropFirst()) where first.code == second.code {
  fail("\(second.path):1:1: error: the code \(second.code) is taken by \(first.path)")
}

let checks = try paths.filter { $0.hasSuffix(".swift") }.flatMap { path in
  declaredChecks(in: try String(contentsOfFile: path, encoding: .utf8))
}
for rule in rules where !checks.contains(rule.checkName) {
  fail("\(rule.path):1:1: error: no source declares the check of this rule: static let \(rule.checkName) = Check…")
}
let named = Set(rules.map(\.checkName))
for check in checks where !named.contains(check) {
  fail("error: the check '\(check)' has no rule file; it would be rules/*/CODE-\(kebabCase(check)).yaml")
}

try swiftSource(for: rules).write(toFile: output, atomically: true, encoding: .utf8)

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(1)
}

/// The names that a source declares as `static let NAME = Check…`.
func declaredChecks(in source: String) -> [String] {
  source.split(separator: "\n").compactMap { line in
    let words = line.split(separator: " ", omittingEmptySubsequences: true)
    guard let start = words.firstIndex(of: "static"), words.count > start + 4, words[start + 1] == "let",
      words[start + 3] == "=", words[start + 4].hasPrefix("Check")
    else { return nil }
    return String(words[start + 2])
  }
}

func kebabCase(_ name: String) -> String {
  name.reduce(into: "") { result, character in
    if character.isUppercase { result += "-" }
    result += character.lowercased()
  }
}
