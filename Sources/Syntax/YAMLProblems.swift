/// Says what libyaml could not read in the words of somebody who writes deployment files.
struct YAMLExplanation {
  let problem: YAMLProblem
  let file: SourceFile
  /// The text as libyaml saw it: as long as the file.
  let bytes: [UInt8]

  var diagnostic: Diagnostic {
    if let cause = hiddenCause { return cause }
    switch problem.problem {
    case "mapping values are not allowed in this context": return misplacedColon
    case "could not find expected ':'": return notAnEntry(YAMLLine(bytes, at: problem.contextOffset ?? offset))
    case "did not find expected key": return unexpected(in: "mapping")
    case "did not find expected '-' indicator": return unexpected(in: "list")
    case "did not find expected ',' or ']'": return unclosed("[", "]")
    case "did not find expected ',' or '}'": return unclosed("{", "}")
    case "did not find expected node content": return missingValue
    case "did not find expected <document start>": return afterTheDocument
    default: break
    }
    if problem.context.hasSuffix("quoted scalar") { return quoted }
    if let start = problem.contextOffset, problem.context.hasSuffix("block scalar") { return blockScalar(start) }
    return indicator
  }

  private var offset: Int { problem.offset }

  private func complain(
    _ message: String, _ range: SourceRange, caption: String = "", help: String? = nil,
    label: (SourceRange, String)? = nil,
    fixes: [Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      code: "SYN001", severity: .error, file: file, range: range, message: message, caption: caption,
      labels: label.map { [Diagnostic.Label(file: file, range: $0.0, message: $0.1)] } ?? [], help: help, fixes: fixes)
  }

  /// The character at an offset; empty at the end of the file.
  private func character(at offset: Int) -> SourceRange {
    var upper = min(offset + 1, bytes.count)
    while upper < bytes.count, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    return SourceRange(min(offset, bytes.count), upper)
  }

  /// From an offset to the next blank or line end.
  private func word(at offset: Int) -> SourceRange {
    var upper = min(offset, bytes.count)
    while upper < bytes.count, !YAMLLine.isBlank(bytes[upper]), !YAMLLine.isBreak(bytes[upper]) { upper += 1 }
    return upper > offset ? SourceRange(offset, upper) : character(at: offset)
  }

  private func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }
}

// Causes that no message of libyaml names.
extension YAMLExplanation {
  private var hiddenCause: Diagnostic? {
    let isKey = problem.context == "while scanning a simple key"
    let line = YAMLLine(bytes, at: offset)
    let first = isKey ? YAMLLine(bytes, at: problem.contextOffset ?? offset) : line
    for candidate in [first, line] where candidate.isConflictMarker {
      return complain("an unfinished merge of branches is left in the file", candidate.content)
    }
    if let separator = separator(from: first.start) { return separator }
    let isFlow = problem.context.contains("flow")
    if !isFlow, line.isIndentedWithTab {
      let blanks = SourceRange(line.start, line.content.lower)
      return complain(
        "this line is indented with a tab; YAML takes only spaces", blanks, help: "Replace the tab with spaces")
    }
    if byte(at: offset) == 0x09, problem.problem == "found character that cannot start any token" {
      return complain(
        "a tab stands where YAML takes only spaces", character(at: offset), help: "Replace it with a space")
    }
    return nil
  }

  /// Line ends that no editor shows, but YAML 1.1 takes for one.
  private func separator(from start: Int) -> Diagnostic? {
    let separators: [(name: String, bytes: [UInt8])] = [
      ("U+2028", [0xE2, 0x80, 0xA8]), ("U+2029", [0xE2, 0x80, 0xA9]), ("U+0085", [0xC2, 0x85]),
    ]
    for place in start..<max(start, min(offset, bytes.count)) where bytes[place] >= 0xC2 {
      guard let found = separators.first(where: { bytes[place...].starts(with: $0.bytes) }) else { continue }
      return complain(
        "an invisible line separator (\(found.name)) ends the line here", SourceRange(place, place + found.bytes.count),
        help: "Delete the character")
    }
    return nil
  }
}

// Keys and indentation.
extension YAMLExplanation {
  private var misplacedColon: Diagnostic {
    let line = YAMLLine(bytes, at: offset)
    if let colon = line.colon, colon < offset, let value = line.value {
      return complain(
        "a value without quotes cannot \(offset + 1 == value.upper ? "end with `:`" : "contain `: `")", value,
        help: "Put the value in quotes", fixes: quoting(value))
    }
    let key = SourceRange(min(line.text.lower, offset), offset)
    if key.count > 1024 { return complain("a key cannot be longer than 1024 characters", key) }
    guard let above = line.previous else { return separator(from: 0) ?? complain("a key cannot stand here", key) }
    guard above.colon != nil else { return notAnEntry(above) }
    if above.indentation < line.indentation {
      return complain(
        "this key is indented deeper than the one above it, which already has a value", key,
        help: "Give both the same indentation", label: (above.text, "already has a value"))
    }
    return complain("a key cannot stand here", key, label: (above.text, "the line above"))
  }

  private func notAnEntry(_ line: YAMLLine) -> Diagnostic {
    if let space = line.noBreakSpace {
      return complain(
        "an invisible no-break space (U+00A0) stands where YAML takes only spaces", space,
        help: "Replace it with a space")
    }
    if line.lacksBlankAfterColon {
      return complain("a blank is missing after the `:`", line.text, help: "Write `key: value`")
    }
    return complain(
      "this line is no `key: value`", line.text, help: "Give it a `:`, or indent it as part of a text above")
  }

  /// Something that neither goes on with a mapping or list nor ends it.
  private func unexpected(in collection: String) -> Diagnostic {
    let line = YAMLLine(bytes, at: offset)
    let start = problem.contextOffset.map { (character(at: $0), "the \(collection) starts here") }
    var before = offset
    while before > line.content.lower, YAMLLine.isBlank(bytes[before - 1]) { before -= 1 }
    if before > line.content.lower { return afterValue(ending: before - 1) }
    let found = word(at: offset)
    if byte(at: offset) == UInt8(ascii: "-"), found.count == 1, collection == "mapping" {
      return complain("a list item cannot stand among the keys of a mapping", line.content, label: start)
    }
    if collection == "list" {
      return complain(
        "this stands where the list above goes on, but has no `- `", line.content,
        help: "Write `- ` before it, or change its indentation", label: start)
    }
    return complain(
      "the indentation of this line matches no line above it", line.content,
      help: "Align it with the key it belongs beside", label: start)
  }

  /// Something on the same line as a value that is complete; `last` is the value's last byte.
  private func afterValue(ending last: Int) -> Diagnostic {
    let rest = SourceRange(offset, max(offset, YAMLLine(bytes, at: offset).content.upper))
    let closing = String(decoding: [bytes[last]], as: UTF8.self)
    if let found = byte(at: offset), found == UInt8(ascii: "]") || found == UInt8(ascii: "}") {
      return complain("this `\(file.text(in: character(at: offset)))` closes nothing", character(at: offset))
    }
    guard closing == "\"" || closing == "'" else {
      return complain("nothing can follow the value on this line", rest)
    }
    if let opening = bytes[..<last].lastIndex(of: bytes[last]),
      YAMLLine(bytes, at: opening).start != YAMLLine(bytes, at: last).start
    {
      let line = file.line(at: last)
      return complain(
        "this quote is closed only on line \(line)", SourceRange(opening, opening + 1),
        label: (SourceRange(last, last + 1), "closes it"))
    }
    return complain(
      "there is text after the closing quote", rest,
      help: closing == "'" ? "Inside single quotes, write `''` for `'`" : "Inside double quotes, write `\\\"` for `\"`",
      label: (SourceRange(last, last + 1), "closes the quote"))
  }

  private var afterTheDocument: Diagnostic {
    let line = YAMLLine(bytes, at: offset)
    var first = line
    while let above = first.previous, !bytes[above.start...].starts(with: "---".utf8) { first = above }
    if first.indentation > line.indentation {
      return complain(
        "this line is indented less than the first one", line.content,
        help: "Give all keys of a mapping the same indentation", label: (first.content, "the first line"))
    }
    return complain("the document is complete before this line", line.content, help: "Start another one with `---`")
  }
}

// Brackets, quotes and indicators.
extension YAMLExplanation {
  private func unclosed(_ opening: String, _ closing: String) -> Diagnostic {
    let start = character(at: problem.contextOffset ?? offset)
    let isOnLaterLine = YAMLLine(bytes, at: start.lower).start != YAMLLine(bytes, at: offset).start
    if offset >= YAMLLine(bytes, at: bytes.count).content.upper, isOnLaterLine || offset >= bytes.count {
      return complain("this `\(opening)` is never closed", start)
    }
    if isOnLaterLine, byte(at: offset) == UInt8(ascii: ":") {
      let line = YAMLLine(bytes, at: offset)
      if line.indentation > YAMLLine(bytes, at: start.lower).indentation {
        return complain("expected `,` or `\(closing)` before this line", line.content, label: (start, "still open"))
      }
      return complain(
        "this `\(opening)` is not closed before the next key", start, label: (line.content, "the next key"))
    }
    return complain(
      "expected `,` or `\(closing)` here", word(at: offset), label: (start, "the `\(opening)` that is still open"))
  }

  private var missingValue: Diagnostic {
    let found = character(at: offset)
    if offset >= bytes.count || YAMLLine.isBlank(bytes[offset]) || bytes[offset] == 0x0A || bytes[offset] == 0x0D {
      return missingValueAtTheEnd
    }
    return complain(
      "expected a value before this `\(file.text(in: found))`", found, help: "If it is text, put it in quotes")
  }

  /// The text ends where a value is expected.
  private var missingValueAtTheEnd: Diagnostic {
    guard let last = bytes[..<min(offset, bytes.count)].lastIndex(where: { $0 > 0x20 }) else {
      return complain("expected a value, found the end of the file", SourceRange(bytes.count, bytes.count))
    }
    let place = character(at: last)
    return [UInt8(ascii: "["), UInt8(ascii: "{")].contains(bytes[last])
      ? complain("this `\(file.text(in: place))` is never closed", place)
      : complain("expected a value behind this `\(file.text(in: place))`, found the end of the file", place)
  }

  private var quoted: Diagnostic {
    let start = character(at: problem.contextOffset ?? offset)
    let help = "Write `\\\\` for `\\`, or use single quotes"
    switch problem.problem {
    case "found unexpected end of stream": return complain("this quote is never closed", start)
    case "found unexpected document indicator":
      return complain("this quote is not closed before the document ends", start, label: (word(at: offset), "ends it"))
    case "found unknown escape character":
      let escape = SourceRange(offset, character(at: offset + 1).upper)
      return complain("`\(file.text(in: escape))` means nothing in double quotes", escape, help: help)
    default:
      let escape = SourceRange(max(0, offset - 2), offset)
      return complain("`\(file.text(in: escape))` needs the digits of a character behind it", escape, help: help)
    }
  }

  private func blockScalar(_ start: Int) -> Diagnostic {
    let line = YAMLLine(bytes, at: start)
    if problem.problem == "found an indentation indicator equal to 0" {
      return complain("the indentation of a text block cannot be 0", SourceRange(start, max(start, line.content.upper)))
    }
    let value = SourceRange(start, max(start, line.content.upper))
    return complain(
      "a value that starts with `\(file.text(in: character(at: start)))` is a text block, which starts on the next line",
      value, help: "Put the value in quotes", fixes: quoting(value))
  }

  /// Characters that mean something where they stand.
  private var indicator: Diagnostic {
    let start = problem.contextOffset ?? offset
    let quote = "If it is text, put it in quotes"
    let rest = SourceRange(start, max(word(at: start).upper, YAMLLine(bytes, at: start).content.upper))
    switch problem.problem {
    case "found character that cannot start any token":
      let value = SourceRange(offset, max(word(at: offset).upper, YAMLLine(bytes, at: offset).content.upper))
      return complain(
        "a value without quotes cannot start with `\(file.text(in: character(at: offset)))`", value,
        help: "Put the value in quotes", fixes: quoting(value))
    case "did not find expected alphabetic or numeric character":
      return complain(
        "`\(file.text(in: character(at: start)))` starts the name of a\(problem.context.hasSuffix("alias") ? "n alias" : "n anchor"), and none follows",
        rest, help: quote, fixes: quoting(rest))
    case "block sequence entries are not allowed in this context":
      return complain(
        "a list cannot start on the line of its key", character(at: offset), help: "Put `- ` on the next line")
    case "mapping keys are not allowed in this context":
      return complain("`?` and a blank cannot start a value", character(at: offset), help: quote)
    case "found undefined tag handle":
      return complain(
        "no %TAG line defines the tag `\(file.text(in: word(at: offset)))`", word(at: offset), help: quote)
    case "found incompatible YAML document":
      return complain("only YAML 1.1 and 1.2 can be read", YAMLLine(bytes, at: offset).content)
    default: break
    }
    if problem.context.hasSuffix("tag") {
      return complain("`\(file.text(in: word(at: start)))` is no valid tag", word(at: start), help: quote)
    }
    if problem.context.hasSuffix("directive") || problem.problem.hasSuffix("directive") {
      return complain(
        "a line that starts with `%` can only be `%YAML 1.1` or `%TAG`", YAMLLine(bytes, at: start).content)
    }
    if problem.problem == "memory" { return complain("there is not enough memory to read the file", SourceRange(0, 0)) }
    let context = problem.context.isEmpty ? "" : " \(problem.context)"
    return complain("not valid YAML\(context): \(problem.problem)", word(at: offset))
  }

  /// Quotes around a value, where nothing in it would have to be escaped.
  private func quoting(_ value: SourceRange) -> [Fix] {
    let needsEscape: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "'")]
    guard !value.isEmpty, !bytes[value.lower..<value.upper].contains(where: needsEscape.contains) else { return [] }
    let edits = [
      Fix.Edit(SourceRange(value.lower, value.lower), "\""), Fix.Edit(SourceRange(value.upper, value.upper), "\""),
    ]
    return [Fix("Quote the value", .unsafe, edits)]
  }
}
