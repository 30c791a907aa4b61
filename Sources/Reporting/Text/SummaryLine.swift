import Syntax

/// The last line of the report for people: `3 errors in 2 files (12 checked) · 1 fixable with --fix · 4 ms`.
struct SummaryLine {
  let summary: Summary
  /// How long the run took, or nil to leave it out.
  let elapsed: Duration?

  /// One row, or more where it is too wide for the terminal; its parts are never broken.
  func rows(width: Int?) -> [Row] {
    var rows: [Row] = []
    for part in parts {
      if let last = rows.last, width.map({ last.width + 3 + part.width <= $0 }) ?? true {
        rows[rows.count - 1].append(Span(" · "))
        rows[rows.count - 1].append(part)
      } else {
        rows.append(part)
      }
    }
    return rows
  }

  private var parts: [Row] {
    var parts = [verdict]
    if summary.fixable > 0 { parts.append(Row(Span("\(summary.fixable) fixable with --fix"))) }
    if summary.unsafelyFixable > 0 {
      let more = summary.fixable > 0 ? " more" : " fixable"
      parts.append(Row(Span("\(summary.unsafelyFixable)\(more) with --unsafe-fixes")))
    }
    if let elapsed { parts.append(Row(Span(elapsed.shown))) }
    return parts
  }

  private var verdict: Row {
    let counts: [(Int, String, Severity)] = [
      (summary.errors, "error", .error), (summary.warnings, "warning", .warning), (summary.notes, "note", .note),
    ]
    let found = counts.filter { $0.0 > 0 }
    guard !found.isEmpty else { return praise }
    var row = Row()
    for (index, count) in found.enumerated() {
      if index > 0 { row.append(Span(", ")) }
      row.append(Span(counted(count.0, count.1), .severity(count.2)))
    }
    row.append(Span(" in \(counted(summary.filesWithFindings, "file"))"))
    row.append(Span(remarks([summary.checked > 0 ? "\(summary.checked) checked" : nil, passedBy, unreadable])))
    return row
  }

  private var praise: Row {
    guard summary.checked > 0 else {
      let looked = summary.passedBy > 0 ? "\(counted(summary.passedBy, "file")) looked at" : nil
      return Row(Span("No deployment configs found"), Span(remarks([looked, unreadable])))
    }
    let files = "in \(counted(summary.checked, "file"))"
    // Nothing is all good as long as something could not be seen.
    guard summary.unreadable == 0 else {
      return Row(Span("No problems \(files)"), Span(remarks([passedBy, unreadable])))
    }
    return Row(Span("All good:", .good), Span(" no problems \(files)\(remarks([passedBy]))"))
  }

  private var passedBy: String? {
    summary.passedBy > 0 ? "\(summary.passedBy) not deployment config\(summary.passedBy == 1 ? "" : "s")" : nil
  }

  private var unreadable: String? { summary.unreadable > 0 ? "\(summary.unreadable) unreadable" : nil }

  private func remarks(_ all: [String?]) -> String {
    let present = all.compactMap(\.self)
    return present.isEmpty ? "" : " (\(present.joined(separator: ", ")))"
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
