import Foundation
import RuleFiles
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
var problems: [ConfigurationProblem] = []
for path in paths where path.hasSuffix(".yaml") {
  let file = SourceFile(path: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
  if let rule = RuleFile(file, .builtIn, problems: &problems) { rules.append(rule) }
}
if !problems.isEmpty { fail(problems.map(\.asError).joined(separator: "\n")) }
rules.sort { $0.code.text < $1.code.text }
for (first, second) in zip(rules, rules.dropFirst()) where first.code.text == second.code.text {
  fail("\(second.file.path):1:1: error: the code \(second.code.text) is taken by \(first.file.path)")
}

let checks = try paths.filter { $0.hasSuffix(".swift") }.flatMap { path in
  declaredChecks(in: try String(contentsOfFile: path, encoding: .utf8))
}
for rule in rules where !checks.contains(rule.checkName) {
  fail("\(rule.file.path):1:1: error: no source declares the check of this rule: static let \(rule.checkName) = Check…")
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

extension ConfigurationProblem {
  /// As build tools write it, with a word that they colour.
  var asError: String {
    let position = file.position(at: range.lower)
    return "\(file.path):\(position.line):\(position.column): error: \(message)"
  }
}

extension RuleFile {
  /// `image-latest-tag` is checked by `Check.imageLatestTag`.
  var checkName: String {
    let words = name.text.split(separator: "-")
    return words.dropFirst().reduce(String(words.first ?? "")) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
  }
}
