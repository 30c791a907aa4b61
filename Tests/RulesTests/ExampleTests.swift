import Forms
import Rules
import Syntax
import Testing

/// One example of one rule, as a test case.
struct ExampleCase: CustomTestStringConvertible, Sendable {
  let rule: Rule
  let example: RulePage.Example
  let number: Int
  let isBad: Bool

  var testDescription: String { "\(rule.code) \(isBad ? "bad" : "good") \(number)" }

  static let bad = cases { $0.bad.map { ($0, true) } }
  static let good = cases { $0.good.map { ($0, false) } }

  private static func cases(_ examples: (RulePage) -> [(RulePage.Example, Bool)]) -> [ExampleCase] {
    Rule.all.flatMap { rule in
      examples(rule.page()).enumerated().map { index, example in
        ExampleCase(rule: rule, example: example.0, number: index + 1, isBad: example.1)
      }
    }
  }

  /// The files with each text changed, marks and all.
  func files(_ change: (String, Language) -> String) -> [RulePage.Example.File] {
    example.files.map { .init(path: $0.path, text: change($0.text, language(of: $0.path))) }
  }
}

@Suite struct ExampleTests {
  @Test(arguments: ExampleCase.bad)
  func badExamplesAreFoundAtTheirMarks(_ example: ExampleCase) {
    #expect(example.example.files.contains { $0.text.contains("«") }, "a bad example marks where the finding lands")
    expectFindingsAtMarks(example, example.files { text, _ in text })
  }

  @Test(arguments: ExampleCase.bad)
  func badExamplesAreFoundWithCarriageReturns(_ example: ExampleCase) {
    expectFindingsAtMarks(example, example.files { text, _ in text.withCarriageReturns })
  }

  @Test(arguments: ExampleCase.bad)
  func badExamplesAreFoundBehindMultiByteText(_ example: ExampleCase) {
    expectFindingsAtMarks(example, example.files { $0.behindMultiByteText($1) })
  }

  @Test(arguments: ExampleCase.bad.filter(\.example.isPortable))
  func badExamplesAreFoundInTheOtherLanguage(_ example: ExampleCase) {
    let here = ExampleRun(example.unmarked, rule: example.rule).findings.map(\.count)
    let there = ExampleRun(example.inTheOtherLanguage, rule: example.rule).findings.map(\.count)
    #expect(here == there)
  }

  @Test(arguments: ExampleCase.bad)
  func findingsFallSilentWhenTheirValueIsUnknown(_ example: ExampleCase) {
    // A mistake in a configuration ends the run.
    for (index, file) in example.example.files.enumerated() where file.path != configurationName {
      let marked = MarkedText(file.text)
      for range in marked.ranges {
        let source = SourceFile(path: file.path, text: marked.text)
        let parsed = ParsedFile(reading: source, as: language(of: file.path))
        guard parsed.documents.contains(where: { $0.hasScalar(at: range) }),
          !Recognition(parsed, isNamed: true).resources.contains(where: { $0.anchors.contains(range) })
        else { continue }
        var files = example.unmarked
        let unknown =
          language(of: file.path) == .json || source.bytes[range.lower] == 0x22 ? "\"${UNKNOWN}\"" : "${UNKNOWN}"
        var bytes = source.bytes
        bytes.replaceSubrange(range.lower..<range.upper, with: Array(unknown.utf8))
        files[index] = .init(path: file.path, text: String(decoding: bytes, as: UTF8.self))
        let there = SourceRange(range.lower, range.lower + unknown.utf8.count)
        let findings = ExampleRun(files, rule: example.rule).findings[index]
        #expect(!findings.contains { $0.range == there }, "\(findings.map(\.message))")
      }
    }
  }

  @Test(arguments: ExampleCase.good)
  func goodExamplesAreClean(_ example: ExampleCase) {
    for rule in Rule.all where !rule.isStrict || rule.code == example.rule.code {
      // A note that a value is unknown is no blame.
      if rule.code == "SYN004", example.rule.code != "SYN004" { continue }
      let findings = ExampleRun(example.unmarked, rule: rule).findings.flatMap { $0 }
      #expect(
        findings.isEmpty,
        "\(findings.map { "\($0.code) \($0.file.path):\($0.file.position(at: $0.range.lower).line) \($0.message)" })")
    }
  }

  @Test(arguments: ExampleCase.good.filter(\.example.isPortable))
  func goodExamplesAreCleanInTheOtherLanguage(_ example: ExampleCase) {
    let findings = ExampleRun(example.inTheOtherLanguage, rule: example.rule).findings.flatMap { $0 }
    #expect(findings.isEmpty, "\(findings.map(\.message))")
  }

  @Test(arguments: ExampleCase.good)
  func goodExamplesAreCleanInEveryDress(_ example: ExampleCase) {
    for files in [
      example.unmarked.map { RulePage.Example.File(path: $0.path, text: $0.text.withCarriageReturns) },
      example.unmarked.map { .init(path: $0.path, text: $0.text.behindMultiByteText(language(of: $0.path))) },
    ] {
      let findings = ExampleRun(files, rule: example.rule).findings.flatMap { $0 }
      #expect(findings.isEmpty, "\(findings.map(\.message))")
    }
  }

  private func expectFindingsAtMarks(_ example: ExampleCase, _ files: [RulePage.Example.File]) {
    let marked = files.map { MarkedText($0.text) }
    let run = ExampleRun(
      zip(files, marked).map { .init(path: $0.path, text: $1.text) }, rule: example.rule)
    for (index, file) in marked.enumerated() {
      let found = run.findings[index]
      let described = found.map { "\($0.file.text(in: $0.range)) — \($0.message)" }
      #expect(
        found.map(\.range) == file.ranges,
        "found: \(described), marked: \(file.ranges.map { run.parsed[index].file.text(in: $0) })")
    }
  }
}

extension ExampleCase {
  /// The files as a user would have them.
  var unmarked: [RulePage.Example.File] {
    example.files.map { .init(path: $0.path, text: MarkedText($0.text).text) }
  }

  /// The same trees, JSON written as YAML and the reverse.
  var inTheOtherLanguage: [RulePage.Example.File] {
    unmarked.map { file in
      if file.path == configurationName { return file }
      let language = language(of: file.path)
      let parsed = ParsedFile(reading: SourceFile(path: file.path, text: file.text), as: language)
      let stem = file.path.split(separator: ".").dropLast().joined(separator: ".")
      switch language {
      case .json: return .init(path: stem + ".yaml", text: parsed.documents.map(\.asYAML).joined(separator: "---\n"))
      case .yaml where parsed.documents.count == 1: return .init(path: stem + ".json", text: parsed.documents[0].asJSON)
      case .yaml: return file
      }
    }
  }
}

extension String {
  var withCarriageReturns: String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
  }

  fileprivate func behindMultiByteText(_ language: Language) -> String {
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
