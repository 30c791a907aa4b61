import Syntax

/// The findings of a day, kept in a file so that only new ones are reported.
///
/// Each line of the file is one finding: a hash of the code and of the text of its line, the code, and the path from the
/// directory of the baseline. Numbers of lines are not in it, so it survives that lines move. Of two findings that are
/// the same in all this, each has a line.
package struct Baseline: Sendable, Equatable {
  package struct Entry: Hashable, Sendable, Comparable {
    package let path: String
    package let code: String
    let hash: String

    init(path: String, code: String, hash: String) {
      self.path = path
      self.code = code
      self.hash = hash
    }

    package static func < (left: Entry, right: Entry) -> Bool {
      (left.path, left.code, left.hash) < (right.path, right.code, right.hash)
    }
  }

  /// How often each entry is there.
  private var counts: [Entry: Int] = [:]

  package init() {}

  package var count: Int { counts.values.reduce(0, +) }

  private static let title = "# seatrial baseline 1: written by `seatrial baseline`, one known finding a line"

  /// The text of the file: sorted, so that git shows what came and went.
  package var text: String {
    let lines = counts.sorted { $0.key < $1.key }.flatMap { entry, count in
      [String](repeating: "\(entry.hash) \(entry.code) \(entry.path)", count: count)
    }
    return ([Self.title] + lines).joined(separator: "\n") + "\n"
  }

  /// Reads the text of a file; what is wrong with it is thrown as a line number, counted from 1.
  package init(_ text: String) throws(BaselineProblem) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if index == 0 {
        guard line.hasPrefix("# seatrial baseline 1") else { throw BaselineProblem(line: 1) }
        continue
      }
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, parts[0].utf8.count == 16 else { throw BaselineProblem(line: index + 1) }
      counts[Entry(path: String(parts[2]), code: String(parts[1]), hash: String(parts[0])), default: 0] += 1
    }
  }

  /// Holds the findings of a report.
  ///
  /// - Parameters:
  ///   - findings: all of them, also those that an older baseline held.
  ///   - path: the path from the directory of the baseline for a path of the report.
  package init(of findings: [Diagnostic], path: (String) -> String) {
    for entry in Self.entries(for: findings, path: path) { counts[entry, default: 0] += 1 }
  }

  private static func entries(for findings: [Diagnostic], path: (String) -> String) -> [Entry] {
    let hidden = HiddenSource(findings)
    return findings.map { finding in
      Entry(
        path: path(finding.file.path), code: finding.code,
        hash: hexadecimalHash(of: [finding.code, finding.lineText(hiding: hidden)]))
    }
  }

  /// Without the entries of some paths.
  package func removing(where isGone: (String) -> Bool) -> Baseline {
    var result = self
    result.counts = counts.filter { !isGone($0.key.path) }
    return result
  }

  /// With the entries of another one.
  package func adding(_ other: Baseline) -> Baseline {
    var result = self
    result.counts.merge(other.counts, uniquingKeysWith: +)
    return result
  }
}

/// A file that is no baseline, or a line that does not belong in one.
package struct BaselineProblem: Error, Equatable {
  package let line: Int
}

extension Baseline {
  /// What a baseline does to a report.
  package struct Outcome: Sendable {
    package let report: Report
    /// The baseline without what is no longer found; with new names for files that were renamed.
    package let pruned: Baseline
  }

  /// Keeps back the findings that the baseline holds.
  ///
  /// A file that is gone may have been renamed: what the baseline holds of it also keeps back the same findings elsewhere.
  ///
  /// - Parameters:
  ///   - report: what a run found.
  ///   - path: the path from the directory of the baseline for a path of the report.
  ///   - exists: whether there is still a file at a path of the baseline.
  /// - Returns: the rest of the report, and what is still needed of the baseline.
  package func applied(
    to report: Report, path: (String) -> String, exists: (String) -> Bool
  ) -> Outcome {
    let seen = Set(report.files.map { path($0.path) }).union(report.findings.map { path($0.file.path) })
    let gone = Set(counts.keys.map(\.path)).filter { !seen.contains($0) && !exists($0) }
    var left = counts
    var pruned = Baseline()
    var (kept, held) = ([Diagnostic](), [SuppressedFinding]())
    var unmatched: [(finding: Diagnostic, entry: Entry)] = []
    func hold(_ finding: Diagnostic, _ entry: Entry) {
      pruned.counts[entry, default: 0] += 1
      held.append(SuppressedFinding(finding: finding, means: .baseline, reason: nil))
    }
    for (finding, entry) in zip(report.findings, Self.entries(for: report.findings, path: path)) {
      if left[entry, default: 0] > 0 {
        left[entry, default: 0] -= 1
        hold(finding, entry)
      } else {
        unmatched.append((finding, entry))
      }
    }
    var moved: [String: Int] = [:]
    for (entry, count) in left where count > 0 {
      if gone.contains(entry.path) {
        moved[entry.code + entry.hash, default: 0] += count
      } else if !seen.contains(entry.path) {
        // A file that this run has not looked at.
        pruned.counts[entry] = count
      }
    }
    for (finding, entry) in unmatched {
      if moved[entry.code + entry.hash, default: 0] > 0 {
        moved[entry.code + entry.hash, default: 0] -= 1
        hold(finding, entry)
      } else {
        kept.append(finding)
      }
    }
    return Outcome(
      report: Report(
        findings: kept, files: report.files, suppressed: (report.suppressed + held).inReportOrder()), pruned: pruned)
  }
}
