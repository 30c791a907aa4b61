extension Text {
  /// The string with its placeholders as holes; nil when it has none.
  ///
  /// A placeholder is what a shell, a template language or a pipeline fills in later: `${VAR}`, `${{ github.sha }}`,
  /// `$VAR`, `$(VAR)`, `{{ … }}`, `{% … %}`, `<image>`, `%VAR%`, `@VAR@`, `@@VAR@@`, `#{VAR}#`, `__VAR__`, `[[VAR]]`,
  /// `{VAR}`. When in doubt it is one: what is unknown is never wrong.
  package init?(placeholdersIn text: String) {
    guard Text.mayHoldPlaceholder(text.utf8) else { return nil }
    self.init(placeholdersIn: Array(text.utf8))
  }

  private init?(placeholdersIn bytes: [UInt8]) {
    var scanner = PlaceholderScanner(bytes)
    var pieces: [Piece] = []
    var literalStart = 0
    var index = 0
    while index < bytes.count {
      guard PlaceholderScanner.opens(bytes[index]) else {
        index += 1
        continue
      }
      guard let end = scanner.end(at: index) else {
        // `$$` is an escaped `$` nearly everywhere.
        let isEscape = bytes[index].is("$") && index + 1 < bytes.count && bytes[index + 1].is("$")
        index += isEscape ? 2 : 1
        continue
      }
      pieces.append(.literal(String(decoding: bytes[literalStart..<index], as: UTF8.self)))
      pieces.append(.hole(String(decoding: bytes[index..<end], as: UTF8.self)))
      index = end
      literalStart = end
    }
    guard !pieces.isEmpty else { return nil }
    pieces.append(.literal(String(decoding: bytes[literalStart...], as: UTF8.self)))
    self.init(pieces)
  }

  /// Whether two neighbouring bytes could begin a placeholder: cheap, allocates nothing, and says yes too often.
  private static func mayHoldPlaceholder(_ bytes: String.UTF8View) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      if PlaceholderScanner.opens(previous), PlaceholderScanner.opens(previous, byte) { return true }
      previous = byte
    }
    return false
  }
}

/// Finds where a placeholder ends, in time linear in the text however often it is asked.
struct PlaceholderScanner {
  private let bytes: [UInt8]
  /// How many bytes failed searches for a balanced end may still cost; then the nearest end is taken.
  private var patience = 1 << 22
  private var doubleBraces = CloserSearch("}", "}")
  private var directives = CloserSearch("%", "}")
  private var braces = CloserSearch("}", nil)
  private var isMarkup: Bool?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether a placeholder can start with this byte.
  @inline(__always)
  static func opens(_ byte: UInt8) -> Bool {
    switch byte {
    case "$", "{", "<", "%", "@", "#", "_", "[": true
    default: false
    }
  }

  /// Whether a placeholder can start with these two bytes.
  static func opens(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case "$": second.is("{") || second.is("(") || second.is("$") || second.isLetter || second.is("_")
    case "{": second.is("{") || second.is("%") || second.isUpper
    case "<": second.isLetter
    case "%": second.is("{") || second.isUpper || second.is("_")
    case "@": second.is("@") || second.isUpper || second.is("_")
    case "#": second.is("{")
    case "_": second.is("_")
    case "[": second.is("[")
    default: false
    }
  }

  /// Where the placeholder that starts at `start` ends; nil when none does.
  mutating func end(at start: Int) -> Int? {
    guard start + 2 < bytes.count else { return start + 1 < bytes.count ? shortEnd(at: start) : nil }
    let next = bytes[start + 1]
    guard PlaceholderScanner.opens(bytes[start], next) else { return nil }
    switch bytes[start] {
    case "$":
      if next.is("{") {
        return bytes[start + 2].is("{") ? action(from: start + 1) : balanced(from: start + 1)
      }
      return dollar(at: start)
    case "{":
      if next.is("{") { return action(from: start) }
      if next.is("%") { return directives.end(in: bytes, from: start + 2) }
      return upperName(from: start + 1, closedBy: ["}"])
    case "<": return angle(at: start)
    case "%":
      if next.is("{") { return directive(at: start) }
      return isHexPair(at: start + 1) ? nil : upperName(from: start + 1, closedBy: ["%"])
    case "@":
      if next.is("@") { return upperName(from: start + 2, closedBy: ["@", "@"]) }
      return upperName(from: start + 1, closedBy: ["@"])
    case "#": return hash(at: start)
    case "_": return dunder(at: start)
    default: return upperName(from: start + 2, closedBy: ["]", "]"])
    }
  }

  /// The last two bytes of the text can only be `$X`.
  private func shortEnd(at start: Int) -> Int? {
    bytes[start].is("$") && (bytes[start + 1].isLetter || bytes[start + 1].is("_")) ? start + 2 : nil
  }

  private func nameEnd(from start: Int, while belongs: (UInt8) -> Bool) -> Int {
    var index = start
    while index < bytes.count, belongs(bytes[index]) { index += 1 }
    return index
  }

  /// `$VAR`, `$(VAR)`, and `$$VAR$$` with any number of `$`.
  private func dollar(at start: Int) -> Int? {
    let next = bytes[start + 1]
    if next.is("(") {
      let end = nameEnd(from: start + 2) { $0.isNameByte }
      return end > start + 2 && end < bytes.count && bytes[end].is(")") && !bytes[start + 2].isDigit ? end + 1 : nil
    }
    guard next.is("$") else { return nameEnd(from: start + 1) { $0.isNameByte } }
    if start > 0, bytes[start - 1].is("$") { return nil }
    let name = nameEnd(from: start) { $0.is("$") }
    let close = nameEnd(from: name) { $0.isUpperNameByte }
    guard close > name, bytes[name].isUpper else { return nil }
    let end = nameEnd(from: close) { $0.is("$") }
    return end - close >= 2 ? end : nil
  }

  /// An upper-case name of two bytes or more that starts at `start`, and the bytes that must follow it.
  private func upperName(from start: Int, closedBy closer: [Unicode.Scalar]) -> Int? {
    let end = nameEnd(from: start) { $0.isUpperNameByte }
    guard end - start >= 2, !bytes[start].isDigit, end + closer.count <= bytes.count else { return nil }
    for (index, scalar) in closer.enumerated() where !bytes[end + index].is(scalar) { return nil }
    return end + closer.count
  }

  /// `%C3%A9` is a percent-encoded letter, not a variable.
  private func isHexPair(at start: Int) -> Bool {
    start + 2 < bytes.count && bytes[start].hexValue != nil && bytes[start + 1].hexValue != nil
      && bytes[start + 2].is("%")
  }

  /// `<IMAGE1_NAME>` anywhere; `<image>` where it is neither the argument of a type nor a tag of markup.
  private mutating func angle(at start: Int) -> Int? {
    let end = nameEnd(from: start + 1) {
      $0.isNameByte || $0.is(".") || $0.is("-") || $0 == 0x20
    }
    guard end < bytes.count, bytes[end].is(">"), bytes[end - 1] != 0x20 else { return nil }
    if bytes[(start + 1)..<end].allSatisfy(\.isUpperNameByte) { return end + 1 }
    if start > 0, bytes[start - 1].isNameByte || bytes[start - 1].is("<") { return nil }
    let isMarkup = isMarkup ?? holdsClosingTag
    self.isMarkup = isMarkup
    return isMarkup ? nil : end + 1
  }

  private var holdsClosingTag: Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      if previous.is("<"), byte.is("/") { return true }
      previous = byte
    }
    return false
  }

  /// `#{VAR}` and `#{VAR}#`.
  private func hash(at start: Int) -> Int? {
    let end = nameEnd(from: start + 2) { $0.isNameByte || $0.is(".") || $0.is("-") || $0 == 0x20 }
    guard end > start + 2, end < bytes.count, bytes[end].is("}") else { return nil }
    return end + 1 < bytes.count && bytes[end + 1].is("#") ? end + 2 : end + 1
  }

  /// `__VAR__` that is not a part of a longer name such as `AIRFLOW__CORE__EXECUTOR`.
  private func dunder(at start: Int) -> Int? {
    if start > 0, bytes[start - 1].isNameByte { return nil }
    guard bytes[start + 2].isUpper else { return nil }
    let end = nameEnd(from: start + 2) { $0.isUpperNameByte }
    let isClosed = end - start > 5 && bytes[end - 1].is("_") && bytes[end - 2].is("_")
    return isClosed && !(end < bytes.count && bytes[end].isNameByte) ? end : nil
  }

  /// `%{ if … }` and its relatives in Terraform templates; `%{http_code}` is curl's.
  private mutating func directive(at start: Int) -> Int? {
    let name = nameEnd(from: start + 2) { $0 == 0x20 || $0.is("~") }
    let end = nameEnd(from: name) { $0.isLetter }
    switch String(decoding: bytes[name..<end], as: UTF8.self) {
    case "if", "else", "endif", "for", "endfor": return braces.end(in: bytes, from: end)
    default: return nil
    }
  }

  /// `{{ … }}`: to the `}}` outside of quoted text, or else to the nearest one.
  private mutating func action(from open: Int) -> Int? {
    guard let nearest = doubleBraces.end(in: bytes, from: open + 2) else { return nil }
    let careful = min(bytes.count, open + 512)
    var quote: UInt8 = 0
    var index = open + 2
    var end = nearest
    while index + 1 < careful {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte.is("\"") || byte.is("`") {
        quote = byte
      } else if byte.is("}"), bytes[index + 1].is("}") {
        end = index + 2
        break
      }
      index += 1
    }
    let isTriple = bytes[open + 2].is("{") && end < bytes.count && bytes[end].is("}")
    return isTriple ? end + 1 : end
  }

  /// `${ … }` with the braces and strings that an expression may hold, or else to the nearest `}`.
  private mutating func balanced(from open: Int) -> Int? {
    let limit = min(bytes.count, open + patience)
    var depth = 0
    var isQuoted = false
    var index = open
    while index < limit {
      switch bytes[index] {
      case "\"": isQuoted.toggle()
      case "\\": index += 1
      case "{" where !isQuoted: depth += 1
      case "}" where !isQuoted:
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    patience -= limit - open
    return braces.end(in: bytes, from: open)
  }
}

/// Looks for the next closing mark and remembers it, so that asking at every offset stays linear.
private struct CloserSearch {
  private let first: Unicode.Scalar
  private let second: Unicode.Scalar?
  /// No mark stands between `from` and `end`; `end` is just past it, or nil when there is none up to the end.
  private var known: (from: Int, end: Int?)?

  init(_ first: Unicode.Scalar, _ second: Unicode.Scalar?) {
    self.first = first
    self.second = second
  }

  mutating func end(in bytes: [UInt8], from start: Int) -> Int? {
    let length = second == nil ? 1 : 2
    if let known, known.from <= start {
      guard let end = known.end else { return nil }
      if start + length <= end { return end }
    }
    var index = start
    while index + length <= bytes.count {
      if bytes[index].is(first), second.map({ bytes[index + 1].is($0) }) ?? true {
        known = (start, index + length)
        return index + length
      }
      index += 1
    }
    known = (start, nil)
    return nil
  }
}
