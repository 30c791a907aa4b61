import Rules
import Syntax

extension ExampleCase {
  /// What all fixes of the rule make of files.
  package func applyingAllFixes(
    to files: [RulePage.Example.File]
  ) -> (fixing: Fixing, files: [RulePage.Example.File]) {
    func texts(_ edited: [String: EditedText]) -> [RulePage.Example.File] {
      files.map { file in
        .init(path: file.path, text: edited[file.path].map { String(decoding: $0.bytes, as: UTF8.self) } ?? file.text)
      }
    }
    func check(_ edited: [String: EditedText]) -> Report {
      Report(
        findings: ExampleRun(texts(edited), rule: rule).findings.flatMap { $0 },
        files: files.map { FileOutcome(path: $0.path, state: .checked([])) })
    }
    let fixing = Fixing(check([:]), includesUnsafe: true, check: check) { $0.findings }
    return (fixing, texts(fixing.texts))
  }

  /// Where the fixes make something else than the example says.
  func failuresOfFixes() -> [ExampleFailure] {
    guard example.files.contains(where: { $0.fixed != nil }) else { return [] }
    let fixed = applyingAllFixes(to: unmarked).files
    return example.files.indices.compactMap { index in
      guard let wanted = example.files[index].fixed, fixed[index].text != wanted else { return nil }
      let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false) }
      let (here, there) = (lines(wanted), lines(fixed[index].text))
      let number = zip(here, there).prefix { $0 == $1 }.count
      let line = number < there.count ? "'\(there[number])'" : "nothing more"
      return failure(
        .asWritten, sheet(index), nil, "\(words): the fixes make another text than 'fixed' says",
        help: "line \(number + 1) is \(line)")
    }
  }
}
