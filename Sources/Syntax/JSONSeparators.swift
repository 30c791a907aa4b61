/// What stands between the items of mappings and sequences.
extension JSONParser {
  /// Stands before an item: whether one follows, or else the container has been closed.
  mutating func itemFollows(_ closer: Unicode.Scalar, comma: inout Int?) -> Bool {
    while !isStopped {
      skipBlanks()
      guard offset < bytes.count else {
        complainUnclosed(closer)
        return false
      }
      switch bytes[offset] {
      case "\"": return true
      case closer:
        if let comma { complainTrailing(comma) }
        offset += 1
        return false
      case "]", "}":
        closeMismatched(closer)
        return false
      case ",":
        complainDoubled(closer, comma: comma)
        comma = nil
      default:
        if closer == "}" ? skipAction() : skipControlAction() { continue }
        return true
      }
    }
    return false
  }

  /// Stands after an item: whether another may follow, or else the container has been closed.
  mutating func separator(_ closer: Unicode.Scalar, comma: inout Int?) -> Bool {
    let end = offset
    while !isStopped {
      skipBlanks()
      guard offset < bytes.count else {
        complainUnclosed(closer)
        return false
      }
      switch bytes[offset] {
      case ",":
        comma = offset
        offset += 1
        return true
      case closer:
        offset += 1
        return false
      case "]", "}":
        closeMismatched(closer)
        return false
      default:
        if skipAction() { continue }
        comma = nil
        if complainUnseparated(closer, after: end) { return true }
      }
    }
    return false
  }

  /// Stands after a key: whether a value follows.
  mutating func colon(after key: SourceRange) -> Bool {
    while true {
      skipBlanks()
      if offset < bytes.count, bytes[offset].is(":") {
        offset += 1
        return true
      }
      guard offset < bytes.count else {
        complaints.end("expected `:` and a value after the key \(named(key)), but the file ends", at: bytes.count)
        return false
      }
      let here = SourceRange(offset, tokenEnd(at: offset))
      switch bytes[offset] {
      case "=":
        let sign = SourceRange(offset, offset + (byte(at: offset + 1).is(">") ? 2 : 1))
        complaints.syntax(
          "expected `:` after the key \(named(key)), found `\(file.text(in: sign))`", at: sign, met: key.lower,
          fixes: [Fix("Write `:`", .safe, [.init(sign, ":")])])
        offset = sign.upper
        return true
      case ",", "}", "]":
        complaints.syntax(
          "the key \(named(key)) has no value: expected `:`, found \(found(at: offset))", at: key,
          met: key.lower)
        complaints.quiet(before: tokenEnd(at: blanksEnd(at: here.upper)))
        return false
      case "\"", "{", "[", "0"..."9", "-":
        complaints.syntax(
          "expected `:` after the key \(named(key)), found \(found(at: offset))", at: here, met: key.lower,
          fixes: [Fix("Insert `:`", .unsafe, [.init(SourceRange(key.upper, key.upper), ":")])])
        complaints.quiet(before: here.upper)
        return true
      default:
        if skipAction() { continue }
        complaints.syntax(
          "expected `:` after the key \(named(key)), found \(found(at: offset))", at: here, met: key.lower)
        skipItem("}")
        return false
      }
    }
  }

  /// How a message names a key: without its quotes.
  private func named(_ key: SourceRange) -> String {
    let isQuoted = bytes[key.lower].is("\"") && key.count >= 2
    return shown(isQuoted ? SourceRange(key.lower + 1, key.upper - 1) : key)
  }

  private mutating func complainTrailing(_ comma: Int) {
    let range = SourceRange(comma, comma + 1)
    complaints.syntax(
      "a trailing comma is not allowed in JSON", at: range, caption: "nothing follows this comma",
      fixes: [Fix("Remove the comma", .safe, [.init(range, "")])])
  }

  /// Steps over commas that stand where an item is expected.
  private mutating func complainDoubled(_ closer: Unicode.Scalar, comma: Int?) {
    let first = offset
    var commas: [Int] = []
    while offset < bytes.count, bytes[offset].is(",") {
      commas.append(offset)
      offset += 1
      skipBlanks()
    }
    if let comma, offset < bytes.count, bytes[offset].is(closer) { commas.append(comma) }
    let item = closer == "}" ? "a key in double quotes" : "a value"
    let fix = Fix(
      commas.count > 1 ? "Remove the commas" : "Remove the comma", closer == "}" ? .safe : .unsafe,
      commas.sorted().map { .init(SourceRange($0, $0 + 1), "") })
    complaints.syntax("expected \(item), found `,`", at: SourceRange(first, first + 1), fixes: [fix])
  }

  /// Complains about what stands where `,` or the closing bracket should; true when it begins the next item.
  private mutating func complainUnseparated(_ closer: Unicode.Scalar, after end: Int) -> Bool {
    let here = SourceRange(offset, tokenEnd(at: offset))
    let message = "expected `,` or `\(closer)` after this value, found \(found(at: offset))"
    if skipInnerQuotes(after: end, message) { return false }
    switch bytes[offset] {
    case ";":
      complaints.syntax(message, at: here, fixes: [Fix("Write `,`", .unsafe, [.init(here, ",")])])
      offset += 1
      return true
    case "\"" where closer == "}", "\"", "{", "[", "'", "0"..."9", "a"..."z", "A"..."Z":
      let isSure =
        closer == "}"
        ? bytes[offset].is("\"") && keyIsPlain(at: offset)
        : bytes[offset].is("{") && bytes[end - 1].is("}")
      let insertion = Fix.Edit(SourceRange(end, end), ",")
      complaints.syntax(
        message, at: SourceRange(end, end), met: offset, caption: "a comma is missing here",
        fixes: [Fix("Insert a comma", isSure ? .safe : .unsafe, [insertion])])
      complaints.quiet(before: here.upper)
      return true
    default:
      complaints.syntax(message, at: here)
      skipItem(closer)
      return false
    }
  }

  /// Whether the string at `start` ends on its line and a colon follows.
  private func keyIsPlain(at start: Int) -> Bool {
    guard let end = plainStringEnd(at: start) else { return false }
    return byte(at: blanksEnd(at: end)).is(":")
  }

  /// Stands before a closing bracket of the other kind.
  private mutating func closeMismatched(_ closer: Unicode.Scalar) {
    let here = SourceRange(offset, offset + 1)
    let wanted: Unicode.Scalar = bytes[offset].is("}") ? "{" : "["
    let isExpectedLater = openers.dropLast().contains { bytes[$0].is(wanted) }
    var labels: [Diagnostic.Label] = []
    if let opener = openers.last {
      labels.append(complaints.label(SourceRange(opener, opener + 1), "this is still open"))
    }
    let fix =
      isExpectedLater
      ? Fix("Insert `\(closer)`", .unsafe, [.init(SourceRange(offset, offset), String(closer))])
      : Fix("Write `\(closer)`", .unsafe, [.init(here, String(closer))])
    complaints.syntax(
      "expected `,` or `\(closer)`, found \(found(at: offset))", at: here, labels: labels, fixes: [fix])
    complaints.quiet(before: here.upper)
    if !isExpectedLater { offset += 1 }
  }

  private mutating func complainUnclosed(_ closer: Unicode.Scalar) {
    guard let opener = openers.last else { return }
    let bracket = closer == "}" ? "{" : "["
    var labels = [complaints.label(SourceRange(bytes.count, bytes.count), "the file ends here")]
    if let suspect = suspiciousOpener() {
      let message = "perhaps it is this one: what closes it stands further left"
      labels.insert(complaints.label(SourceRange(suspect, suspect + 1), message), at: 0)
    }
    complaints.end(
      "the file ends before this `\(bracket)` is closed; expected `\(closer)`", at: opener, length: 1, labels: labels)
  }

  /// Steps over what makes no sense, up to a comma or closing bracket of this container.
  mutating func skipItem(_ closer: Unicode.Scalar) {
    var depth = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case "\"": offset = (plainStringEnd(at: offset) ?? lineEnd(at: offset)) - 1
      case "{", "[": depth += 1
      case "}", "]":
        if depth == 0 { return }
        depth -= 1
      case ",": if depth == 0 { return }
      case "\n" where depth == 0 && closer == "}":
        let next = blanksEnd(at: offset)
        if byte(at: next).is("\"") {
          offset = next
          complaints.quiet(before: next + 1)
          return
        }
      default: break
      }
      offset += 1
    }
    complaints.quietEnd()
  }
}
