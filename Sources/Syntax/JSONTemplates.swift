/// Placeholders and template actions outside of strings.
extension JSONParser {
  /// Whether a placeholder starts here, outside of a string.
  ///
  /// `<null>` is how a program prints that it has nothing, and no name to fill in.
  mutating func opensTemplate(at start: Int) -> Bool {
    guard PlaceholderScanner.opens(bytes[start]), !bytes[start].is("[") else { return false }
    guard let end = scanner.end(at: start) else { return false }
    guard bytes[start].is("<") else { return true }
    let name = file.text(in: SourceRange(start + 1, end - 1))
    return name.unicodeScalars.allSatisfy { $0 != " " } && !JSONParser.nothing.contains(name.lowercased())
  }

  private static let nothing: [String] = ["null", "nil", "none", "undefined", "unknown", "nan", "true", "false"]

  /// Reads a value that is a placeholder, or several of them and text without blanks between: `${A}-${B}`, `${N}MB`.
  mutating func template() -> Node? {
    glued(from: offset, isTemplate: true)
  }

  /// What stands from `start` to here and goes on without a blank; nil when it goes on with no placeholder.
  mutating func glued(from start: Int, isTemplate: Bool = false) -> Node? {
    var isTemplate = isTemplate
    var end = isTemplate ? start : offset
    var openBlocks = 0
    while end < bytes.count {
      let byte = bytes[end]
      if !byte.is("["), PlaceholderScanner.opens(byte), let after = scanner.end(at: end) {
        isTemplate = true
        switch actionKind(SourceRange(end, after)) {
        case .opening: openBlocks += 1
        case .closing: openBlocks -= 1
        default: break
        }
        end = after
      } else if isTemplate, byte.is("\""), let after = plainStringEnd(at: end) {
        end = after
      } else if isTemplate, goesOn(byte, at: end) {
        end += 1
      } else {
        break
      }
    }
    guard isTemplate else { return nil }
    // A block that ends elsewhere decides about more than this value.
    if openBlocks != 0 { isOpaque = true }
    offset = end
    let range = SourceRange(start, end)
    templateActions.append(range)
    return Node(.unresolved(Text([.hole(file.text(in: range))])), range)
  }

  private func goesOn(_ byte: UInt8, at offset: Int) -> Bool {
    switch byte {
    case ".", "-", "+", "*", "(", ")", "'", "|": true
    case "/": !self.byte(at: offset + 1).is("/") && !self.byte(at: offset + 1).is("*")
    case ":": self.byte(at: offset + 1).isNameByte
    default: byte.isNameByte
    }
  }

  /// Steps over a template action that stands where a key, a comma or a bracket belongs; false when there is none.
  mutating func skipAction() -> Bool {
    if skipControlAction() { return true }
    let start = offset
    guard opensTemplate(at: start), let end = scanner.end(at: start) else { return false }
    // In the place of a key it may be just that.
    if byte(at: blanksEnd(at: end)).is(":") { return false }
    templateActions.append(SourceRange(start, end))
    isOpaque = true
    offset = end
    return true
  }

  /// Steps over `{{ if … }}`, `{% for … %}`, `%{ endif }`, `{# … #}` and the like, which stand for no value.
  mutating func skipControlAction() -> Bool {
    let start = offset
    let (first, second) = (bytes[start], byte(at: start + 1))
    let isDirective = (first.is("{") && second.is("%")) || (first.is("%") && second.is("{"))
    if first.is("{"), second.is("#") { return skipTemplateComment() }
    guard isDirective || (first.is("{") && second.is("{")), let end = scanner.end(at: start) else { return false }
    let range = SourceRange(start, end)
    let kind = actionKind(range)
    if kind == .value { return false }
    if kind != .silent { isOpaque = true }
    templateActions.append(range)
    offset = end
    return true
  }

  /// `{# … #}`.
  private mutating func skipTemplateComment() -> Bool {
    var index = offset + 2
    while index + 1 < bytes.count, !(bytes[index].is("#") && bytes[index + 1].is("}")) {
      if bytes[index] == 0x0A { return false }
      index += 1
    }
    guard index + 1 < bytes.count else { return false }
    templateActions.append(SourceRange(offset, index + 2))
    offset = index + 2
    return true
  }

  private enum ActionKind {
    case value
    /// These decide what of the text around them is used: `{{ if … }}`, `{{ else }}`, `{{ end }}`.
    case opening, middle, closing
    /// Writes nothing: a comment, an assignment.
    case silent
  }

  private func actionKind(_ range: SourceRange) -> ActionKind {
    let isDirective = bytes[range.lower].is("%") || byte(at: range.lower + 1).is("%")
    guard isDirective || (bytes[range.lower].is("{") && byte(at: range.lower + 1).is("{")) else { return .value }
    let source = file.text(in: range)
    let inside = source.dropFirst(2).dropLast(2).drop { $0 == "-" || $0 == "~" || $0.isWhitespace }
    if inside.hasPrefix("/*") || inside.hasPrefix("!") { return .silent }
    if inside.hasPrefix("$"), inside.contains(":=") || inside.contains(" = ") { return .silent }
    let word = String(inside.prefix { $0.isLetter })
    if inside.hasPrefix("#") || inside.hasPrefix("^") || JSONParser.openingWords.contains(word) { return .opening }
    if inside.hasPrefix("/") || word.hasPrefix("end") { return .closing }
    return isDirective || word == "else" || word == "break" ? .middle : .value
  }

  private static let openingWords: [String] = ["if", "range", "with", "define", "block", "for"]
}
