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
struct Span: Equatable {
  let text: String
  let role: Role

  init(_ text: String, _ role: Role = .plain) {
    self.text = text
    self.role = role
  }
}

/// One row of a report, before it is known whether it is coloured.
struct Row: Equatable {
  private(set) var spans: [Span] = []
  private(set) var width = 0

  init(_ spans: Span...) {
    for span in spans { append(span) }
  }

  mutating func append(_ span: Span) {
    guard !span.text.isEmpty else { return }
    width += span.text.displayWidth
    if let last = spans.last, last.role == span.role {
      spans[spans.count - 1] = Span(last.text + span.text, span.role)
    } else {
      spans.append(span)
    }
  }

  mutating func append(_ row: Row) {
    for span in row.spans { append(span) }
  }

  /// Fills up with spaces to a column, counted from 0, and writes there; what stands further right already is kept.
  mutating func put(_ span: Span, at column: Int) {
    if column > width { append(Span(String(repeating: " ", count: column - width))) }
    append(span)
  }

  /// The row with a line feed and no spaces at its end.
  func rendered(inColor: Bool) -> String {
    var line = ""
    for span in spans {
      if inColor, let code = span.role.code {
        line += "\u{1B}[\(code)m\(span.text)\u{1B}[0m"
      } else {
        line += span.text
      }
    }
    while line.utf8.last == UInt8(ascii: " ") { line.unicodeScalars.removeLast() }
    line += "\n"
    return line
  }
}
