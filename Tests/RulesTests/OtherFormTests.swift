import Forms
import Linting
import Rules
import Syntax
import Testing

/// A rule is written for the canonical shape, v1, and holds for the v2 API as it is: the examples of Cloud Run, told in
/// v2, say the same.
@Suite struct OtherFormTests {
  @Test func manyExamplesCanBeToldInTheOtherForm() {
    #expect(OtherForm.bad.count > 30)
    #expect(OtherForm.good.count > 40)
  }

  @Test(arguments: OtherForm.bad)
  func badExamplesAreFound(_ example: OtherForm) {
    let wanted = ExampleRun(example.original.unmarked, rule: example.original.rule).findings.map(\.count)
    let found = example.findings(of: example.original.rule)
    #expect(found.count == wanted.reduce(0, +), "\(example.text)\n\(found.map(\.message))")
  }

  @Test(arguments: OtherForm.good)
  func goodExamplesAreClean(_ example: OtherForm) {
    for rule in Rule.all where !rule.isStrict && rule.code != "SYN004" {
      let found = example.findings(of: rule)
      #expect(found.isEmpty, "\(example.text)\n\(found.map { "\($0.code) \($0.message)" })")
    }
  }

  @Test(arguments: OtherForm.bad)
  func findingsSpeakTheLanguageOfTheForm(_ example: OtherForm) {
    for finding in example.findings(of: example.original.rule) {
      let parts = [finding.message, finding.caption, finding.help ?? ""] + finding.labels.map(\.message)
      for part in parts {
        for word in OtherForm.wordsOfV1 {
          #expect(!part.contains(word), "write it in V2Names, or another way: \(part)")
        }
      }
    }
  }

  /// No fix of a rule that knows v1 alone may spoil v2.
  @Test(arguments: OtherForm.bad)
  func fixesAreRightInTheOtherForm(_ example: OtherForm) {
    let before = example.findings(of: example.original.rule)
    let structure = Rule.all.filter { ["SCH001", "SCH002", "SCH003", "SCH004"].contains($0.code) }
    let faults = structure.flatMap { example.findings(of: $0) }.count
    for finding in before {
      for fix in finding.fixes {
        let fixed = OtherForm(example.original, text: fix.applied(to: example.text))
        #expect(fixed.findings(of: example.original.rule).count < before.count, "\(fix.title)\n\(fixed.text)")
        #expect(structure.flatMap { fixed.findings(of: $0) }.count <= faults, "\(fix.title)\n\(fixed.text)")
      }
    }
  }
}

/// An example of a rule, told in the v2 API.
struct OtherForm: CustomTestStringConvertible, Sendable {
  let original: ExampleCase
  let text: String

  var testDescription: String { original.testDescription }

  init(_ original: ExampleCase, text: String) {
    self.original = original
    self.text = text
  }

  /// Nil where v2 cannot say it, or the rule is about how v1 is written.
  init?(_ original: ExampleCase) {
    guard original.rule.platforms.contains(.cloudRun), original.example.files.count == 1,
      !rulesOfV1.contains(original.rule.code)
    else { return nil }
    let file = original.unmarked[0]
    let parsed = ParsedFile(reading: SourceFile(path: file.path, text: file.text), as: Language(of: file))
    guard let document = parsed.documents.first, parsed.documents.count == 1,
      Recognition(parsed, isNamed: true).resources.first?.form == .cloudRunV1, let text = Raising.text(of: document)
    else { return nil }
    self.init(original, text: text)
  }

  func findings(of rule: Rule) -> [Diagnostic] {
    ExampleRun([.init(path: "resource.yaml", text: text)], rule: rule).findings.flatMap { $0 }
  }

  static let bad = ExampleCase.bad.compactMap { OtherForm($0) }
  static let good = ExampleCase.good.compactMap { OtherForm($0) }

  static let wordsOfV1 = [
    "run.googleapis.com/", "knative", "containerConcurrency", "serviceAccountName", "valueFrom", "secretName",
    "revisionName", "latestRevision", "spec.template", "metadata.annotations", "annotation", "gcsfuse",
  ]
}

/// About how v1 is written.
private let rulesOfV1 = ["SCH001", "SCH002", "SCH003", "SCH004", "SCH005", "SCH007", "SCH008", "SCH011", "SYN005"]
