import Syntax

/// The last line of the report for people: `3 errors in 2 files (12 checked) · 1 fixable with --fix · 4 ms`.
struct SummaryLine {
  let summary: Summary
  /// How long the run took, or nil to leave it out.
  let elapsed: Duration?

  /// One row, or more where it is too wide for the terminal; its parts are never broken.
  func rows(width: Int?) -> [Row] {
    var rows: [Row] = []
    var row = verdict
    for (separator, part) in parts {
      if let width, row.width + separator.count + part.displayWidth > width {
        rows.append(row)
        row = Row(Span(part))
      } else {
        row.append(Span(separator + part))
      }
    }
    return rows + [row]
  }

  /// What was found, or that nothing was.
  private var verdict: Row {
    let counts: [(Int, String, Severity)] = [
      (summary.errors, "error", .error), (summary.warnings, "warning", .warning), (summary.notes, "note", .note),
    ]
    let found = counts.filter { $0.0 > 0 }
    if !found.isEmpty {
      var row = Row()
      for (index, count) in found.enumerated() {
        if index > 0 { row.append(Span(", ")) }
        row.append(Span(counted(count.0, count.1), .severity(count.2)))
      }
      row.append(Span(" in \(counted(summary.filesWithFindings, "file"))"))
      return row
    }
    if summary.checked == 0 { return Row(Span("No deployment configs found")) }
    let files = "in \(counted(summary.checked, "file"))"
    // Nothing is all good as long as something could not be seen.
    if summary.unreadable > 0 { return Row(Span("No problems \(files)")) }
    return Row(Span("All good:", .good), Span(" no problems \(files)"))
  }

  /// What follows the verdict, each with what separates it from what is before it.
  private var parts: [(separator: String, text: String)] {
    var details: [String] = []
    switch (summary.fixable, summary.unsafelyFixable) {
    case (0, 0): break
    case (let safe, 0): details.append("\(safe) fixable with --fix")
    case (0, let unsafe): details.append("\(unsafe) fixable with --fix --unsafe-fixes")
    case (let safe, let unsafe): details.append("\(safe) fixable with --fix (\(unsafe) more with --unsafe-fixes)")
    }
    if summary.suppressed > 0 { details.append("\(summary.suppressed) suppressed") }
    if summary.baselined > 0 { details.append("\(summary.baselined) in the baseline") }
    if let elapsed { details.append(elapsed.shown) }
    let remark = fileCounts.isEmpty ? [] : [(" ", "(\(fileCounts.joined(separator: ", ")))")]
    return remark + details.map { (" · ", $0) }
  }

  private var fileCounts: [String] {
    let hasFindings = summary.filesWithFindings > 0
    var counts: [String] = []
    if hasFindings, summary.checked > 0 { counts.append("\(summary.checked) checked") }
    if summary.passedBy > 0 {
      if hasFindings || summary.checked > 0 {
        counts.append(
          summary.passedBy == 1 ? "1 not a deployment config" : "\(summary.passedBy) not deployment configs")
      } else {
        counts.append("\(counted(summary.passedBy, "file")) looked at")
      }
    }
    if summary.unreadable > 0 { counts.append("\(summary.unreadable) unreadable") }
    return counts
  }
}

extension Duration {
  /// In the unit that reads best: `4 ms`, `1.2 s`, `2 min 5 s`.
  fileprivate var shown: String {
    let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    switch milliseconds {
    case ..<1: return "under 1 ms"
    case ..<1000: return "\(milliseconds) ms"
    case ..<60_000: return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
    default: return "\(milliseconds / 60_000) min \(milliseconds / 1000 % 60) s"
    }
  }
}
