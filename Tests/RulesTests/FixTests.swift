import Forms
import Linting
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

  @Test(arguments: Rule.all)
  func aRuleSaysHowSafeItsFixesAre(_ rule: Rule) {
    var found: [Fix.Safety] = []
    for example in ExampleCase.bad where example.rule.code == rule.code {
      let fixes = ExampleRun(example.unmarked, rule: rule).findings.flatMap { $0 }.flatMap(\.fixes)
      for safety in [Fix.Safety.safe, .unsafe] where fixes.contains(where: { $0.safety == safety }) {
        if !found.contains(safety) { found.append(safety) }
      }
    }
    let sorted = [Fix.Safety.safe, .unsafe].filter(found.contains)
    #expect(rule.page().fixes == sorted, "write fixes: [\(sorted.map(\.rawValue).joined(separator: ", "))]")
  }

  /// With what a rule mends nothing else breaks.
  @Test(arguments: ExampleCase.bad)
  func aFixBringsNothingElseAbout(_ example: ExampleCase) {
    let before = ExampleRun(example.unmarked, rule: example.rule).findings
    // What could not be read or was kept back before can be judged now, and so can a task whose platform is spelled right.
    guard before.contains(where: { $0.contains { !$0.fixes.isEmpty } }),
      !["SYN001", "SPT005", "HLT019"].contains(example.rule.code)
    else { return }
    let platforms = example.rule.platforms
    let others = Rule.all.filter { rule in
      !rule.isStrict && rule.code != example.rule.code && rule.code != "SYN004"
        && (platforms.isEmpty || rule.platforms.contains(where: platforms.contains))
    }
    let known = others.map { rule in ExampleRun(example.unmarked, rule: rule).findings.map(\.count) }
    for (index, findings) in before.enumerated() {
      for (finding, fix) in findings.flatMap({ finding in finding.fixes.map { (finding, $0) } }) {
        var files = example.unmarked
        files[index] = .init(path: files[index].path, text: fix.applied(to: files[index].text))
        for (rule, counts) in zip(others, known) {
          let found = ExampleRun(files, rule: rule).findings
          let isWorse = zip(found, counts).contains { $0.count > $1 }
          #expect(
            !isWorse,
            "\(fix.title) for \(finding.message): \(found.flatMap { $0 }.map(\.message))\n\(files[index].text)")
        }
      }
    }
  }

  @Test(arguments: ExampleCase.bad)
  func allFixesTogetherComeToAnEnd(_ example: ExampleCase) {
    let plain = example.unmarked
    let inOtherLines = plain.map { RulePage.Example.File(path: $0.path, text: $0.text.withCarriageReturns) }
    for files in [plain, inOtherLines, example.example.isPortable ? example.inTheOtherLanguage : []] {
      let (fixing, fixed) = example.applyingAllFixes(to: files)
      #expect(fixing.refusals.isEmpty, "\(fixing.refusals)")
      #expect(example.applyingAllFixes(to: fixed).fixing.texts.isEmpty)
    }
    for (before, file) in zip(inOtherLines, example.applyingAllFixes(to: inOtherLines).files) {
      let breaks = file.text.utf8.count { $0 == 0x0A }
      #expect(file.text.replacing("\r\n", with: "").utf8.count + 2 * breaks == file.text.utf8.count, "\(before.path)")
    }
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
    var text = EditedText(SourceFile(path: "", text: text))
    text.apply(edits)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
