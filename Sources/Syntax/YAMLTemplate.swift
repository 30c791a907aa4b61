/// An action of a template language in a YAML file: `{{ .Values.image }}`, `{% if x %}`, `{# … #}`.
struct TemplateAction {
  enum Place {
    /// Alone on its lines.
    case line
    /// Part of a line that holds something else too, or of a block of text.
    case value
    /// Behind a comment marker at the start of the line.
    case comment
  }

  let range: SourceRange
  let place: Place
  /// Whether it can add or leave out lines, unlike a comment or an assignment.
  let decidesLines: Bool

  /// All actions from `start` on, in order.
  static func find(in bytes: [UInt8], from start: Int) -> [TemplateAction] {
    var finder = TemplateFinder(bytes: bytes)
    return finder.find(from: start)
  }

  /// Whether an action decides if what stands behind it is there: `{{ if … }}`, `{% for … %}`.
  static func isConditional(_ bytes: [UInt8], in range: SourceRange) -> Bool {
    let inside = bytes[range.lower..<range.upper].drop { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    return ["if ", "else", "end", "range ", "with ", "for "].contains { inside.starts(with: $0.utf8) }
  }

  /// All placeholders from `start` on that stand on one line, in order: `${NAME}`, `%NAME%`, `@NAME@`.
  static func findPlaceholders(in bytes: [UInt8], from start: Int) -> [TemplateAction] {
    var placeholders: [TemplateAction] = []
    var scanner = PlaceholderScanner(bytes)
    var offset = start
    while offset < bytes.count {
      guard PlaceholderScanner.opens(bytes[offset]), let end = scanner.end(at: offset), end - offset > 3,
        !bytes[offset..<end].contains(0x0A)
      else {
        offset += 1
        continue
      }
      placeholders.append(TemplateAction(range: SourceRange(offset, end), place: .value, decidesLines: false))
      offset = end
    }
    return placeholders
  }
}

private struct TemplateFinder {
  let bytes: [UInt8]
  /// The indentation of the line whose `|` or `>` started a block of text; nil outside of one.
  private var blockIndentation: Int?

  private var scanner: PlaceholderScanner
  private var hasComments = true

  init(bytes: [UInt8]) {
    self.bytes = bytes
    scanner = PlaceholderScanner(bytes)
  }

  mutating func find(from start: Int) -> [TemplateAction] {
    var actions: [TemplateAction] = []
    var line = start
    while line < bytes.count {
      var end = endOfLine(line)
      let content = endOfBlanks(line, before: end)
      if let indentation = blockIndentation, content < end, content - line <= indentation { blockIndentation = nil }
      let ranges = actionRanges(from: content, to: &end)
      let isAlone = blockIndentation == nil && isBlank(content, end, without: ranges)
      let isComment = blockIndentation == nil && content < end && bytes[content] == UInt8(ascii: "#")
      for range in ranges {
        actions.append(
          TemplateAction(
            range: range, place: isComment ? .comment : isAlone ? .line : .value, decidesLines: decidesLines(range)))
      }
      if blockIndentation == nil, !isComment, opensBlock(content, end) { blockIndentation = indentation(line, content) }
      line = end + 1
    }
    return actions
  }

  /// The actions that start on a line; `end` is moved to the end of the line on which the last one ends.
  private mutating func actionRanges(from content: Int, to end: inout Int) -> [SourceRange] {
    var ranges: [SourceRange] = []
    var offset = content
    while offset + 1 < end {
      guard let upper = endOfAction(offset) else {
        offset += 1
        continue
      }
      ranges.append(SourceRange(offset, upper))
      offset = upper
      if upper > end { end = endOfLine(upper) }
    }
    return ranges
  }

  private mutating func endOfAction(_ start: Int) -> Int? {
    let dollar = bytes[start] == UInt8(ascii: "$") ? 1 : 0
    guard start + dollar + 1 < bytes.count, bytes[start + dollar] == UInt8(ascii: "{") else { return nil }
    switch (bytes[start + dollar + 1], dollar) {
    case (UInt8(ascii: "{"), _), (UInt8(ascii: "%"), 0): return scanner.end(at: start)
    case (UInt8(ascii: "#"), 0): return endOfComment(start + 2)
    default: return nil
    }
  }

  /// Behind the `#}` of Jinja.
  private mutating func endOfComment(_ start: Int) -> Int? {
    guard hasComments else { return nil }
    for offset in start..<max(start, bytes.count - 1)
    where bytes[offset] == UInt8(ascii: "#") && bytes[offset + 1] == UInt8(ascii: "}") {
      return offset + 2
    }
    hasComments = false
    return nil
  }

  private func isBlank(_ content: Int, _ end: Int, without ranges: [SourceRange]) -> Bool {
    var offset = content
    for range in ranges {
      guard endOfBlanks(offset, before: range.lower) == range.lower else { return false }
      offset = range.upper
    }
    let rest = endOfBlanks(offset, before: end)
    return rest == end || (rest > offset && bytes[rest] == UInt8(ascii: "#"))
  }

  private func decidesLines(_ range: SourceRange) -> Bool {
    var offset = range.lower + 2
    if bytes[range.lower + 1] == UInt8(ascii: "#") { return false }
    while offset < range.upper, [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "-")].contains(bytes[offset]) { offset += 1 }
    let inside = bytes[offset..<range.upper]
    if inside.starts(with: "/*".utf8) || inside.starts(with: "set ".utf8) { return false }
    guard inside.first == UInt8(ascii: "$") else { return true }
    return !zip(inside, inside.dropFirst()).contains { $0 == UInt8(ascii: ":") && $1 == UInt8(ascii: "=") }
  }

  /// Whether a line ends with the `|` or `>` of a block of text, perhaps with `-`, `+`, a digit or a comment behind it.
  private func opensBlock(_ content: Int, _ end: Int) -> Bool {
    var offset = content
    while offset < end {
      let isIndicator = bytes[offset] == UInt8(ascii: "|") || bytes[offset] == UInt8(ascii: ">")
      guard isIndicator, offset > content, bytes[offset - 1] == 0x20 else {
        offset += 1
        continue
      }
      var rest = offset + 1
      while rest < end, "+-123456789".utf8.contains(bytes[rest]) { rest += 1 }
      let blanks = endOfBlanks(rest, before: end)
      if blanks == end || (blanks > rest && bytes[blanks] == UInt8(ascii: "#")) { return true }
      offset += 1
    }
    return false
  }

  /// The columns of a line before its first key: list markers are part of the indentation of what they hold.
  private func indentation(_ line: Int, _ content: Int) -> Int { content - line }

  private func endOfLine(_ start: Int) -> Int {
    var offset = start
    while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
    return offset
  }

  /// Behind spaces, tabs and a carriage return.
  private func endOfBlanks(_ start: Int, before end: Int) -> Int {
    var offset = start
    while offset < end, bytes[offset] == 0x20 || bytes[offset] == 0x09 || bytes[offset] == 0x0D { offset += 1 }
    return offset
  }
}
