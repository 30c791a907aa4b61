import Linting
import Rules
import Syntax
import Testing

extension ExampleCase: CustomTestStringConvertible {
  public var testDescription: String { title }

  static let bad = ExampleCase.all(bad: true)
  static let good = ExampleCase.all(bad: false)
}

@Suite struct ExampleTests {
  @Test(arguments: ExampleCase.bad)
  func badExamplesAreFoundAtTheirMarks(_ example: ExampleCase) {
    expectNoFailures(example, .asWritten)
  }

  @Test(arguments: ExampleCase.bad)
  func badExamplesAreFoundWithCarriageReturns(_ example: ExampleCase) {
    expectNoFailures(example, .carriageReturns)
  }

  @Test(arguments: ExampleCase.bad)
  func badExamplesAreFoundBehindMultiByteText(_ example: ExampleCase) {
    expectNoFailures(example, .multiByteText)
  }

  @Test(arguments: ExampleCase.bad)
  func badExamplesAreFoundInTheOtherLanguage(_ example: ExampleCase) {
    expectNoFailures(example, .otherLanguage)
  }

  @Test(arguments: ExampleCase.bad)
  func findingsFallSilentWhenTheirValueIsUnknown(_ example: ExampleCase) {
    expectNoFailures(example, .unknownValues)
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

  @Test(arguments: ExampleCase.good)
  func goodExamplesAreCleanInEveryDress(_ example: ExampleCase) {
    for dress in ExampleDress.allCases { expectNoFailures(example, dress) }
  }

  private func expectNoFailures(_ example: ExampleCase, _ dress: ExampleDress) {
    for failure in example.failures(in: dress) {
      let diagnostic = failure.diagnostic
      let place = diagnostic.file.position(at: diagnostic.range.lower)
      let labels = diagnostic.labels.map(\.message)
      Issue.record(
        """
        \(diagnostic.file.path):\(place.line):\(place.column): \(diagnostic.message)
        \(diagnostic.caption) \(labels) \(diagnostic.help ?? "")
        """)
    }
  }
}
