import Syntax

/// What a piece of text is for, which decides its colour.
enum Role: Hashable {
  case plain
  case strong
  case severity(Severity)
  /// Line numbers, rules and arrows, and what belongs to second places.
  case gutter
  case good
  case code

  fileprivate var code: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .severity(.error): "1;31"
    case .severity(.warning): "1;33"
    case .severity(.note): "1;36"
    case .gutter: "1;34"
    case .good: "1;32"
    case .code: "36"
    }
  }
}

/// Text with its role.
struct Span {
  let text: String
  let role: Role
  /// Columns of a terminal.
  let width: Int

  init(_ text: String, _ role: Role = .plain) { self.init(text, role, width: text.displayWidth) }

  /// For text whose width is known already.
  init(_ text: String, _ role: Role = .plain, width: Int) {
    self.text = text
    self.role = role
    self.width = width
  }

  /// So many of one ASCII character.
  static func line(of character: Unicode.Scalar, _ count: Int, _ role: Role = .plain) -> Span {
    // What the standard library repeats is a text of any length, which takes ten times as long.
    Span(
      String(decoding: [UInt8](repeating: UInt8(ascii: character), count: count), as: UTF8.self), role, width: count)
  }

  static func blank(_ count: Int, _ role: Role = .plain) -> Span { line(of: " ", count, role) }
}

/// One row of a report, before it is known whether it is coloured.
struct Row {
  /// A part of the text with one role.
  private struct Run {
    let role: Role
    /// Offset in UTF-8 just past its last byte.
    var end: Int
  }

  private var text = ""
  private var runs: [Run] = []
  private(set) var width = 0

  init(_ spans: Span...) {
    for span in spans { append(span) }
  }

  mutating func append(_ span: Span) {
    guard !span.text.isEmpty else { return }
    width += span.width
    text += span.text
    extend(to: text.utf8.count, span.role)
  }

  mutating func append(_ row: Row) {
    let start = text.utf8.count
    width += row.width
    text += row.text
    for run in row.runs { extend(to: start + run.end, run.role) }
  }

  private mutating func extend(to end: Int, _ role: Role) {
    if let last = runs.last, last.role == role {
      runs[runs.count - 1].end = end
    } else {
      runs.append(Run(role: role, end: end))
    }
  }

  /// The text by its roles.
  var parts: [(text: Substring, role: Role)] {
    var start = text.startIndex
    return runs.map { run in
      let end = text.utf8.index(text.startIndex, offsetBy: run.end)
      defer { start = end }
      return (text[start..<end], run.role)
    }
  }

  /// Fills up with spaces to a column, counted from 0, and writes there; what stands further right already is kept.
  mutating func put(_ span: Span, at column: Int) {
    if column > width { append(.blank(column - width)) }
    append(span)
  }

  /// The row with a line feed and no spaces at its end.
  func rendered(inColor: Bool) -> String {
    var line = ""
    write(to: &line, inColor: inColor)
    return line
  }

  /// Writes the row with a line feed and no spaces at its end.
  func write(to output: inout String, inColor: Bool) {
    var line = text[...]
    if inColor {
      line = ""
      for (part, role) in parts {
        if let code = role.code { line += "\u{1B}[\(code)m\(part)\u{1B}[0m" } else { line += part }
      }
    }
    while line.utf8.last == UInt8(ascii: " ") { line = Substring(line.utf8.dropLast()) }
    output += line
    output += "\n"
  }
}
