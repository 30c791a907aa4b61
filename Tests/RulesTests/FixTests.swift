import Forms
import Rules
import Syntax
import Testing

/// What every fix owes its user: the finding is gone, and the file can still be read.
@Suite struct FixTests {
  @Test(arguments: ExampleCase.bad)
  func aFixRemovesItsFinding(_ example: ExampleCase) {
    expectFixesToHelp(example, example.unmarked)
  }

  @Test(arguments: ExampleCase.bad.filter(\.example.isPortable))
  func aFixRemovesItsFindingInTheOtherLanguage(_ example: ExampleCase) {
    expectFixesToHelp(example, example.inTheOtherLanguage)
  }

  @Test(arguments: ExampleCase.bad)
  func aFixRemovesItsFindingBetweenCarriageReturns(_ example: ExampleCase) {
    expectFixesToHelp(
      example,
      example.unmarked.map {
        .init(path: $0.path, text: $0.text.replacing("\n", with: "\r\n"))
      })
  }

  private func expectFixesToHelp(_ example: ExampleCase, _ files: [RulePage.Example.File]) {
    let before = ExampleRun(files, rule: example.rule).findings
    for (index, findings) in before.enumerated() {
      for finding in findings {
        for fix in finding.fixes {
          var fixed = files
          fixed[index] = .init(path: files[index].path, text: fix.applied(to: files[index].text))
          let after = ExampleRun(fixed, rule: example.rule)
          let text = fixed[index].text
          #expect(after.findings[index].count < findings.count, "\(fix.title): \(finding.message)\n\(text)")
          #expect(after.parsed[index].diagnostics.isEmpty, "\(fix.title):\n\(text)")
        }
      }
    }
  }
}

extension Fix {
  /// The text after the fix.
  func applied(to text: String) -> String {
    var bytes = Array(text.utf8)
    for edit in edits.sorted(by: { $0.range.lower > $1.range.lower }) {
      bytes.replaceSubrange(edit.range.lower..<edit.range.upper, with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
