import Linting
import Syntax

/// Writes suppressions for findings into the files, and into the configuration for files that have no comments.
struct SuppressionWriter {
  let reason: String
  /// The configuration of each file, by its path.
  let configurations: [String: AppliedConfiguration]
  /// What there is to say about some files once they have another text.
  let check: (_ texts: [String: EditedText]) -> Report

  /// The findings that could not be suppressed, with a note for each file that was changed.
  func write(_ findings: [Diagnostic]) throws(UsageError) -> [Diagnostic] {
    let possible = findings.filter(\.canBeSuppressed)
    var done: [Diagnostic] = []
    let commented = possible.filter(\.file.takesComments)
    var texts: [String: EditedText] = [:]
    let byFile = Dictionary(grouping: commented, by: \.file.path)
    for (path, findings) in byFile {
      if let file = findings.first?.file { texts[path] = file.addingSuppressions(of: findings, reason: reason) }
    }
    let after = texts.isEmpty ? Report(findings: [], files: []) : check(texts)
    for (path, findings) in byFile.sorted(by: { $0.key < $1.key }) {
      let codes = Set(findings.map(\.code))
      let isDone = !after.findings.contains {
        $0.file.path == path && (codes.contains($0.code) || $0.code == "SYN001" || $0.code == "CFG001")
      }
      guard isDone, let text = texts[path] else {
        note("\(path) is left alone: a comment does not suppress what is reported there")
        continue
      }
      try replace(path, text.bytes, of: text.original.bytes, count: findings.count)
      done += findings
    }
    done += try configure(possible.filter { !$0.file.takesComments })
    let places = Set(done.map { Place($0) })
    return findings.filter { !places.contains(Place($0)) }
  }

  private struct Place: Hashable {
    let path: String
    let range: SourceRange
    let code: String

    init(_ finding: Diagnostic) {
      path = finding.file.path
      range = finding.range
      code = finding.code
    }
  }

  private func replace(
    _ path: String, _ text: some Collection<UInt8>, of original: [UInt8]?, count: Int
  ) throws(UsageError) {
    do throws(SystemFailure) {
      try replaceFile(at: path, with: text, ifStill: original)
    } catch {
      throw UsageError(text: "cannot write \(path): \(error.reason)")
    }
    note("\(count) \(count == 1 ? "finding is" : "findings are") suppressed in \(path)")
  }

  /// Adds entries to the nearest configurations; to a new one here where there is none.
  private func configure(_ findings: [Diagnostic]) throws(UsageError) -> [Diagnostic] {
    var done: [Diagnostic] = []
    let groups = Dictionary(grouping: findings) { finding in
      configurations[finding.file.path]?.configuration.file.path ?? ConfigurationSearch.names[0]
    }
    for (path, findings) in groups.sorted(by: { $0.key < $1.key }) {
      var entries: [SuppressionEntry] = []
      for finding in findings {
        let below = configurations[finding.file.path]?.path ?? finding.file.path
        guard !below.hasPrefix(".."), !below.hasPrefix("/") else { continue }
        let entry = SuppressionEntry(for: finding, path: below, reason: reason)
        if !entries.contains(entry) { entries.append(entry) }
        done.append(finding)
      }
      if entries.isEmpty { continue }
      let old = try? readFile(at: path, count: 1 << 20)
      guard let text = adding(entries, toConfiguration: String(decoding: old ?? [], as: UTF8.self)) else {
        throw UsageError(text: "\(path): 'suppressions' has to be a list with one entry a line to be added to")
      }
      try replace(path, text.utf8, of: old, count: entries.count)
    }
    return done
  }
}
