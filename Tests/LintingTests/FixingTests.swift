import Rules
import Syntax
import Testing

@testable import Linting

@Suite struct FixingTests {
  /// Finds each word of a table, and would write the other one.
  private func report(_ text: String, _ table: [(String, String)], _ safety: Fix.Safety = .safe) -> Report {
    let file = SourceFile(path: "a.json", text: text)
    var findings: [Diagnostic] = []
    for (index, (word, replacement)) in table.enumerated() {
      guard let start = file.bytes.firstRange(of: Array(word.utf8)) else { continue }
      let range = SourceRange(start.lowerBound, start.upperBound)
      findings.append(
        Diagnostic(
          code: "X\(index)", severity: .error, file: file, range: range, message: "found",
          fixes: [Fix("Write it", safety, [Fix.Edit(range, replacement)])]))
    }
    return Report(findings: findings, files: [FileOutcome(path: "a.json", state: .checked([]))])
  }

  private func fixing(
    _ text: String, _ table: [(String, String)], _ safety: Fix.Safety = .safe, includesUnsafe: Bool = false
  ) -> Fixing {
    func check(_ texts: [String: EditedText]) -> Report {
      report(texts["a.json"].map { String(decoding: $0.bytes, as: UTF8.self) } ?? text, table, safety)
    }
    return Fixing(check([:]), includesUnsafe: includesUnsafe, mostRounds: 20, check: check) { $0.findings }
  }

  private func text(_ fixing: Fixing) -> String? {
    fixing.texts["a.json"].map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func fixesThatTouchAreAppliedOneAfterTheOther() {
    let result = fixing(#"["onetwo"]"#, [("one", "1"), ("two", "2")])
    #expect(text(result) == #"["12"]"#)
    #expect(result.counts == ["a.json": 2])
    #expect(result.report.findings.isEmpty)
    #expect(result.refusals.isEmpty)
  }

  @Test func whatAFixBringsAboutIsFixedToo() {
    let result = fixing(#"["one"]"#, [("one", "two"), ("two", "three")])
    #expect(text(result) == #"["three"]"#)
  }

  @Test func fixesThatUndoEachOtherLeaveTheFileAlone() {
    let result = fixing(#"["one", "x"]"#, [("one", "two"), ("two", "one"), ("x", "y")])
    #expect(result.texts.isEmpty)
    #expect(result.counts.isEmpty)
    #expect(result.report.findings.count == 2)
    guard case .endless(let codes)? = result.refusals["a.json"] else {
      Issue.record("not refused")
      return
    }
    #expect(codes == ["X0", "X1"])
  }

  @Test func fixesThatComeToNoEndLeaveTheFileAlone() {
    let result = fixing(#"["one"]"#, [("one", "one one")])
    #expect(result.texts.isEmpty)
    guard case .endless? = result.refusals["a.json"] else {
      Issue.record("not refused")
      return
    }
  }

  @Test func aFixThatChangesNothingIsNoFix() {
    let result = fixing(#"["one"]"#, [("one", "one")])
    #expect(result.texts.isEmpty)
    #expect(result.refusals.count == 1)
  }

  @Test func whatCouldNotBeReadAfterwardsIsNotKept() {
    let result = fixing(#"["one", "two"]"#, [("one", "two"), ("two\", \"two", "\"")])
    #expect(text(result) == #"["two", "two"]"#)
    guard case .unreadable(let codes)? = result.refusals["a.json"] else {
      Issue.record("not refused")
      return
    }
    #expect(codes == ["X1"])
  }

  @Test func unsafeFixesAreAskedFor() {
    #expect(fixing(#"["one"]"#, [("one", "two")], .unsafe).texts.isEmpty)
    #expect(fixing(#"["one"]"#, [("one", "two")], .unsafe, includesUnsafe: true).texts.count == 1)
  }

  @Test func changedLinesAreFollowed() {
    let diff = "+++ b/a.json\n@@ -0,0 +2,2 @@\n+x\n+x\n@@ -5,0 +6,1 @@\n+x\n"
    let changes = ChangedLines(diff: Array(diff.utf8)) { $0 }
    var text = EditedText(SourceFile(path: "a.json", text: "1\n2\n3\n4\n5\n6\n7\n"))
    // Line 1 becomes two, line 3 goes, line 5 says something else.
    text.apply([.init(SourceRange(1, 1), "\nn"), .init(SourceRange(4, 6), ""), .init(SourceRange(8, 9), "five")])
    let moved = changes.following(["a.json": text])
    let file = SourceFile(path: "a.json", bytes: text.bytes)
    let touched = (1...file.lineCount).filter { moved.touches(file.rangeOfLine($0), of: file) }
    #expect(touched.map { file.text(in: file.rangeOfLine($0)) } == ["n", "2", "five", "6"])
  }
}
