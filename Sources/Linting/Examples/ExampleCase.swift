import RuleFiles
import Rules
import Syntax

/// One example of one rule, as a test case.
package struct ExampleCase: Sendable {
  package let rule: Rule
  package let example: RulePage.Example
  /// Among those of its kind, from 1.
  package let number: Int
  package let isBad: Bool
  /// The texts of its files in the file of the rule, marks and all; nil for a rule that was read when the program was built.
  let written: [WrittenText]?

  init(rule: Rule, example: RulePage.Example, number: Int, isBad: Bool, written: [WrittenText]? = nil) {
    self.rule = rule
    self.example = example
    self.number = number
    self.isBad = isBad
    self.written = written
  }

  /// `IMG001 bad 2`.
  package var title: String { "\(rule.code) \(isBad ? "bad" : "good") \(number)" }

  /// `bad example 2 (two tags)`.
  package var words: String {
    let subtitle = example.title.isEmpty ? "" : " (\(example.title))"
    return "\(isBad ? "bad" : "good") example \(number)\(subtitle)"
  }

  /// The bad examples of rules, or the good ones.
  package static func all(of rules: [Rule] = Rule.all, bad isBad: Bool) -> [ExampleCase] {
    rules.flatMap { rule in
      let page = rule.page()
      return (isBad ? page.bad : page.good).enumerated().map { index, example in
        ExampleCase(rule: rule, example: example, number: index + 1, isBad: isBad)
      }
    }
  }

  /// The files as a user would have them.
  package var unmarked: [RulePage.Example.File] {
    example.files.map { .init(path: $0.path, text: MarkedText($0.text).text) }
  }

  /// The same trees, JSON written as YAML and the reverse.
  package var inTheOtherLanguage: [RulePage.Example.File] {
    unmarked.map { file in
      if file.path == ExampleRun.configurationName { return file }
      let language = Language(of: file)
      let parsed = ParsedFile(reading: SourceFile(path: file.path, text: file.text), as: language)
      let stem = file.path.split(separator: ".").dropLast().joined(separator: ".")
      switch language {
      case .json: return .init(path: stem + ".yaml", text: parsed.documents.map(\.asYAML).joined(separator: "---\n"))
      case .yaml where parsed.documents.count == 1: return .init(path: stem + ".json", text: parsed.documents[0].asJSON)
      case .yaml: return file
      }
    }
  }

  /// The files with each text changed, marks and all.
  func files(_ change: (String, Language) -> String) -> [RulePage.Example.File] {
    example.files.map { .init(path: $0.path, text: change($0.text, Language(of: $0))) }
  }
}

/// How an example is run: each time another text, and every time the rule has to say the same.
package enum ExampleDress: String, Sendable, CaseIterable {
  case asWritten
  case carriageReturns
  case multiByteText
  case otherLanguage
  /// Each marked value becomes a placeholder, about which nothing is known.
  case unknownValues

  /// As it follows a message: `with CRLF line ends`; empty for the text as it is written.
  package var title: String {
    switch self {
    case .asWritten: ""
    case .carriageReturns: "with CRLF line ends"
    case .multiByteText: "behind multi-byte text"
    case .otherLanguage: "in the other language"
    case .unknownValues: "with the marked value unknown"
    }
  }
}

extension String {
  package var withCarriageReturns: String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
  }

  func behindMultiByteText(_ language: Language) -> String {
    switch language {
    case .yaml: "# Schiffsprüfung ⚓️ 海上試験\n" + self
    case .json:
      if let brace = unicodeScalars.firstIndex(of: "{"), self[..<brace].allSatisfy(\.isWhitespace) {
        self[...brace] + "\"$schema\": \"⚓️ prüfung 海上試験\", " + self[index(after: brace)...]
      } else {
        self
      }
    }
  }
}
