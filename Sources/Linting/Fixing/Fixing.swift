import Syntax

/// Applies fixes in rounds: what stands in each other's way, or appears with another fix, waits for the next one.
package struct Fixing {
  /// Why no fix of a file is kept, or no further one.
  package enum Refusal: Sendable {
    /// After the fixes of these rules the text could not be read any longer; what came before them is kept.
    case unreadable(codes: [String])
    /// The fixes of these rules undo each other, or come to no end.
    case endless(codes: [String])
  }

  /// The files that are changed.
  package private(set) var texts: [String: EditedText] = [:]
  /// How many findings were fixed, by file.
  package private(set) var counts: [String: Int] = [:]
  package private(set) var refusals: [String: Refusal] = [:]
  /// What there is to say about the changed texts.
  package private(set) var report: Report
  /// Those of it that were to be fixed, and are still there.
  package private(set) var candidates: [Diagnostic]
  /// Every text that a file had, by its hash, with the rules whose fixes made it.
  private var history: [String: [(text: Int, codes: [String])]] = [:]
  private let includesUnsafe: Bool

  /// - Parameters:
  ///   - report: what there is to say about the files as they are.
  ///   - includesUnsafe: whether unsafe fixes are applied, too.
  ///   - mostRounds: how often the files are linted anew at most.
  ///   - check: gives the report on all files once some have another text.
  ///   - candidates: the findings of a report that are to be fixed.
  package init(
    _ report: Report, includesUnsafe: Bool, mostRounds: Int = 100, check: ([String: EditedText]) -> Report,
    candidates: (Report) -> [Diagnostic]
  ) {
    self.report = report
    self.candidates = candidates(report)
    self.includesUnsafe = includesUnsafe
    var round = 0
    while applyRound(isLast: round >= mostRounds) {
      self.report = check(texts)
      self.candidates = candidates(self.report)
      round += 1
    }
  }

  /// Applies what can be applied at the same time; false when no text became another one.
  private mutating func applyRound(isLast: Bool) -> Bool {
    let checked = Set(report.files.compactMap { file in if case .checked = file.state { file.path } else { nil } })
    var isChanged = false
    for (path, findings) in Dictionary(grouping: candidates, by: \.file.path)
    where refusals[path] == nil && checked.contains(path) {
      let chosen = compatibleFixes(of: findings)
      guard let file = findings.first?.file, !chosen.isEmpty else { continue }
      var text = texts[path] ?? EditedText(file)
      text.apply(chosen.flatMap(\.fix.edits))
      let codes = Set(chosen.map(\.code)).sorted()
      let past = history[path] ?? [(text: file.bytes.hashValue, codes: [])]
      let repeated = past.firstIndex { $0.text == text.bytes.hashValue }
      if !text.isReadable {
        refusals[path] = .unreadable(codes: codes)
      } else if isLast || repeated != nil {
        let turns = past.dropFirst((repeated ?? past.count - 2) + 1).flatMap(\.codes)
        refusals[path] = .endless(codes: Set(turns + codes).sorted())
        isChanged = isChanged || texts[path] != nil
        (texts[path], counts[path]) = (nil, nil)
      } else {
        (texts[path], isChanged) = (text, true)
        history[path] = past + [(text: text.bytes.hashValue, codes: codes)]
        counts[path, default: 0] += chosen.count
      }
    }
    return isChanged
  }

  /// The best fix of each finding that does not come near one of an earlier finding.
  private func compatibleFixes(of findings: [Diagnostic]) -> [(code: String, fix: Fix)] {
    var fixes: [(code: String, fix: Fix, range: SourceRange)] = []
    for finding in findings {
      guard let fix = finding.fix(includingUnsafe: includesUnsafe), let first = fix.edits.first,
        fix.isApplicable(to: finding.file)
      else { continue }
      fixes.append((finding.code, fix, fix.edits.reduce(first.range) { $0.union($1.range) }))
    }
    fixes.sort { ($0.range.lower, $0.range.upper) < ($1.range.lower, $1.range.upper) }
    var end = -1
    var result: [(code: String, fix: Fix)] = []
    for (code, fix, range) in fixes where range.lower > end {
      result.append((code, fix))
      end = range.upper
    }
    return result
  }
}

extension Diagnostic {
  /// The fix that is applied.
  package func fix(includingUnsafe: Bool) -> Fix? { fixes.first { includingUnsafe || $0.safety == .safe } }
}

extension Fix {
  /// Whether all edits are in the file, and none reaches into another.
  fileprivate func isApplicable(to file: SourceFile) -> Bool {
    let ranges = edits.map(\.range).sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) }
    return zip(ranges, ranges.dropFirst()).allSatisfy { $0.upper <= $1.lower }
      && ranges.last.map { $0.upper <= file.bytes.count } ?? false
  }
}

extension EditedText {
  /// Whether it can be read at least as well as the original.
  fileprivate var isReadable: Bool {
    func complaints(_ file: SourceFile) -> Set<String> {
      Set(ParsedFile(reading: file, as: Language(path: file.path, bytes: file.bytes)).diagnostics.map(\.code))
    }
    return complaints(SourceFile(path: original.path, bytes: bytes)).isSubset(of: complaints(original))
  }
}
