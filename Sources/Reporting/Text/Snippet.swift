import Linting
import Syntax

/// A place that a snippet marks.
struct Mark {
  let range: SourceRange
  /// What is written under it, or empty.
  let caption: String
  let isPrimary: Bool
}

/// The marked lines of one file, with their numbers, and what there is to say under them.
struct Snippet {
  let file: SourceFile
  let marks: [Mark]
  /// The colour of the primary mark.
  let severity: Severity
  let hidden: HiddenSource
  /// Columns for the line numbers.
  let gutter: Int
  /// Columns of the terminal; nil when nobody is watching.
  let width: Int?

  /// Where a line is cropped when the width is not known.
  private static let usualWidth = 120

  /// The rows between the arrow and the next block.
  var rows: [Row] {
    var rows = [emptyRow]
    var last: Int?
    for (line, marks) in marksByLine {
      if let last, line > last + 1 { rows.append(Row(Span("...", .gutter))) }
      last = line
      let display = DisplayLine(
        line, of: file, marks: marks.sorted { $0.isPrimary && !$1.isPrimary }.map(\.range), hiding: hidden,
        room: max(20, (width ?? Self.usualWidth) - gutter - 4))
      rows.append(row(line, Row(Span(display.text, width: display.width))))
      rows += notes(under: display, for: marks)
    }
    return rows
  }

  /// A row with nothing but the rule beside it.
  var emptyRow: Row { Row(.blank(gutter + 2, .gutter), Span("|", .gutter, width: 1)) }

  private var marksByLine: [(Int, [Mark])] {
    guard marks.count > 1 else { return marks.map { (file.line(at: $0.range.lower), [$0]) } }
    return Dictionary(grouping: marks) { file.line(at: $0.range.lower) }.sorted { $0.key < $1.key }
  }

  private func row(_ line: Int, _ content: Row) -> Row {
    let digits = String(line)
    let count = digits.utf8.count
    var row = Row(
      .blank(1 + gutter - count, .gutter), Span(digits, .gutter, width: count), Span(" |", .gutter, width: 2),
      Span(" ", width: 1))
    row.append(content)
    return row
  }

  private func row(_ content: Row) -> Row {
    var row = emptyRow
    row.append(Span(" ", width: 1))
    row.append(content)
    return row
  }

  private struct Placed {
    let columns: Range<Int>
    let caption: String
    let role: Role
    let isPrimary: Bool
  }

  private func notes(under display: DisplayLine, for marks: [Mark]) -> [Row] {
    // From left to right, and the primary one last of those that start together, since its caption comes first.
    let placed = marks.map { mark in
      Placed(
        columns: display.columns(of: mark.range), caption: mark.caption.visible,
        role: mark.isPrimary ? .severity(severity) : .gutter, isPrimary: mark.isPrimary)
    }.sorted { ($0.columns.lowerBound, $0.isPrimary ? 1 : 0) < ($1.columns.lowerBound, $1.isPrimary ? 1 : 0) }

    var underline = underline(placed)
    var waiting = placed.filter { !$0.caption.isEmpty }
    // The rightmost caption stands beside its mark, when that is plainly its own and there is room.
    if let last = waiting.last, last.columns.upperBound == underline.width,
      last.columns.lowerBound == placed.last?.columns.lowerBound, fits(last.caption, at: underline.width + 1)
    {
      underline.put(Span(last.caption, last.role), at: underline.width + 1)
      waiting.removeLast()
    }
    var rows = [row(underline)]
    if waiting.count > 1
      || waiting.last.map({ $0.columns.lowerBound < (placed.last?.columns.lowerBound ?? 0) }) ?? false
    {
      rows.append(row(connectors(waiting, before: Int.max)))
    }
    while let next = waiting.popLast() { rows += caption(next, besides: waiting) }
    return rows
  }

  private func underline(_ placed: [Placed]) -> Row {
    if placed.count == 1, let mark = placed.first {
      return Row(.blank(mark.columns.lowerBound), .line(of: mark.isPrimary ? "^" : "-", mark.columns.count, mark.role))
    }
    // 0 where nothing is marked, 2 for the primary mark, which covers the others.
    var columns = [UInt8](repeating: 0, count: placed.map(\.columns.upperBound).max() ?? 0)
    for mark in placed {
      for column in mark.columns { columns[column] = max(columns[column], mark.isPrimary ? 2 : 1) }
    }
    var row = Row()
    var start = 0
    while start < columns.count {
      let kind = columns[start]
      let end = columns[start...].firstIndex { $0 != kind } ?? columns.count
      row.append(
        .line(
          of: kind == 0 ? " " : kind == 1 ? "-" : "^", end - start,
          kind == 0 ? .plain : kind == 1 ? .gutter : .severity(severity)))
      start = end
    }
    return row
  }

  /// A `|` under the beginning of every mark that starts left of a column.
  private func connectors(_ marks: [Placed], before column: Int) -> Row {
    var row = Row()
    for mark in marks where mark.columns.lowerBound < column && mark.columns.lowerBound >= row.width {
      row.put(Span("|", mark.role, width: 1), at: mark.columns.lowerBound)
    }
    return row
  }

  /// The rows of a caption that hangs under its mark, beside the connectors of those that are still to come.
  private func caption(_ mark: Placed, besides others: [Placed]) -> [Row] {
    var column = mark.columns.lowerBound
    var lines = [mark.caption]
    if let room {
      // Near the right edge there is no room to wrap: move left.
      column = max(0, min(column, room - min(mark.caption.displayWidth, max(room / 2, 24))))
      lines = wrapped(mark.caption, to: room - column)
    }
    return lines.map { line in
      var content = connectors(others, before: column - 1)
      content.put(Span(line, mark.role), at: column)
      return row(content)
    }
  }

  /// Columns right of the rule and its space; nil when there is no limit.
  private var room: Int? { width.map { max(24, $0 - gutter - 4) } }

  private func fits(_ text: String, at column: Int) -> Bool {
    room.map { column + text.displayWidth <= $0 } ?? true
  }
}

extension Diagnostic {
  /// Columns for the numbers of the lines that it is about.
  var gutter: Int {
    let last = labels.reduce(file.line(at: range.lower)) { max($0, $1.file.line(at: $1.range.lower)) }
    return String(last).utf8.count
  }

  /// The finding's own file first, then those of its labels in the labels' order.
  func snippets(hiding hidden: HiddenSource, width: Int?) -> [Snippet] {
    let primary = Mark(range: range, caption: caption, isPrimary: true)
    if labels.isEmpty {
      return [
        Snippet(file: file, marks: [primary], severity: severity, hidden: hidden, gutter: gutter, width: width)
      ]
    }
    var files = [file]
    var marks = [file.path: [primary]]
    for label in labels {
      if marks[label.file.path] == nil { files.append(label.file) }
      marks[label.file.path, default: []].append(
        Mark(range: label.range, caption: label.message, isPrimary: false))
    }
    return files.map { file in
      Snippet(
        file: file, marks: marks[file.path] ?? [], severity: severity, hidden: hidden, gutter: gutter, width: width)
    }
  }
}
