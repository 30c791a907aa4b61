import Linting
import Reporting
import Syntax

/// Hands out what fixes made of the files: on disk, or as a diff.
struct FixWriter {
  let request: LintRequest
  let fixing: Fixing

  /// Writes the files, and says which ones could not be written.
  ///
  /// - Parameter isOnDisk: whether the file of a path is one; the text of others is for the caller to write.
  /// - Returns: what the files hold now, as far as it is not what they held before.
  func write(where isOnDisk: (String) -> Bool) -> (texts: [String: EditedText], status: ExitStatus) {
    var status = noteRefusals()
    var texts = fixing.texts
    for (path, text) in changed where isOnDisk(path) {
      do throws(SystemFailure) {
        try replaceFile(at: path, with: text.bytes, ifStill: text.original.bytes)
        if request.isVerbose { note("\(counted(fixing.counts[path] ?? 0, "finding")) fixed in \(path)") }
      } catch {
        note("\(path) is not fixed: \(error.reason)")
        texts[path] = nil
        status = .incomplete
      }
    }
    if !request.isQuiet, !texts.isEmpty { note("fixed \(numbers(of: Set(texts.keys)))") }
    return (texts, status)
  }

  /// Shows on standard output what would be written.
  func show(_ report: Report, in context: ReportContext) -> ExitStatus {
    var status = noteRefusals()
    let hidden = HiddenSource(report.findings)
    for (path, text) in changed {
      guard let diff = UnifiedDiff(text, hiding: hidden) else {
        note("\(path) would be changed, but is not shown: a line that changes may hold a secret")
        continue
      }
      if !writeAnswer(diff.bytes(in: context)) { return .incomplete }
    }
    if !request.isQuiet {
      note(
        changed.isEmpty ? "nothing would be fixed\(rest)" : "would fix \(numbers(of: Set(fixing.texts.keys)))\(rest)")
    }
    if !changed.isEmpty, !request.policy.exitsZero { status = max(status, .findings) }
    return status
  }

  private var changed: [(path: String, text: EditedText)] {
    fixing.texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func numbers(of paths: Set<String>) -> String {
    let count = paths.reduce(0) { $0 + (fixing.counts[$1] ?? 0) }
    return "\(counted(count, "finding")) in \(counted(paths.count, "file"))"
  }

  /// What could be had besides.
  private var rest: String {
    let count = fixing.candidates.count { $0.fix(includingUnsafe: true) != nil }
    return request.includesUnsafeFixes || count == 0 ? "" : " (\(count) more with --unsafe-fixes)"
  }

  private func noteRefusals() -> ExitStatus {
    for (path, refusal) in fixing.refusals.sorted(by: { $0.key < $1.key }) {
      switch refusal {
      case .unreadable(let codes):
        note("\(path) is not fixed further: it could not be parsed after the fix of \(codes.joined(separator: ", "))")
      case .endless(let codes):
        note("\(path) is left as it was: the fixes of \(codes.joined(separator: ", ")) come to no end")
      }
    }
    return fixing.refusals.isEmpty ? .clean : .incomplete
  }
}
