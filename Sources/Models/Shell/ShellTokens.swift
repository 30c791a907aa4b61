/// A part of a shell command.
enum ShellToken: Equatable {
  /// Without its quotes; what is expanded later is kept as it is.
  case word(String, isQuoted: Bool)
  case pipe
  case joint(ShellScript.Joint)
  /// `> file`, `2>&1`, `< file`
  case redirection
}

/// The parts of a shell command; nil when it has parentheses, a here-document, or quotes that do not close.
func shellTokens(_ text: String) -> [ShellToken]? {
  var scanner = ShellScanner(Array(text.utf8))
  return scanner.scan()
}

private struct ShellScanner {
  private let bytes: [UInt8]
  private var index = 0
  private var tokens: [ShellToken] = []
  private var word: [UInt8] = []
  private var isOpen = false
  private var isQuoted = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private func byte(_ offset: Int = 0) -> UInt8? { index + offset < bytes.count ? bytes[index + offset] : nil }

  mutating func scan() -> [ShellToken]? {
    while let byte = byte() {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        finishWord()
        index += 1
      case UInt8(ascii: "\n"), UInt8(ascii: ";"):
        guard self.byte(1) != UInt8(ascii: ";") || byte == UInt8(ascii: "\n") else { return nil }
        finishWord()
        tokens.append(.joint(.then))
        index += 1
      case UInt8(ascii: "#") where !isOpen: skipComment()
      case UInt8(ascii: "|"), UInt8(ascii: "&"): readOperator(byte)
      case UInt8(ascii: ">"), UInt8(ascii: "<"): guard readRedirection() else { return nil }
      case UInt8(ascii: "("), UInt8(ascii: ")"): return nil
      default: guard readWordPart(byte) else { return nil }
      }
    }
    finishWord()
    return tokens
  }

  private mutating func finishWord() {
    if isOpen { tokens.append(.word(String(decoding: word, as: UTF8.self), isQuoted: isQuoted)) }
    word.removeAll(keepingCapacity: true)
    (isOpen, isQuoted) = (false, false)
  }

  private mutating func skipComment() {
    while let byte = byte(), byte != UInt8(ascii: "\n") { index += 1 }
  }

  private mutating func readOperator(_ byte: UInt8) {
    finishWord()
    let isDouble = self.byte(1) == byte
    if byte == UInt8(ascii: "&"), self.byte(1) == UInt8(ascii: ">") {
      index += 1
      skipRedirection()
      return
    }
    index += isDouble ? 2 : 1
    switch (byte == UInt8(ascii: "|"), isDouble) {
    case (true, true): tokens.append(.joint(.or))
    case (true, false): tokens.append(.pipe)
    case (false, true): tokens.append(.joint(.and))
    case (false, false): tokens.append(.joint(.background))
    }
  }

  /// False for a here-document and the substitution of a process.
  private mutating func readRedirection() -> Bool {
    // The number before it belongs to it: `2>`.
    if isOpen, !isQuoted, word.allSatisfy(\.isDecimalDigit) { (word, isOpen) = ([], false) }
    finishWord()
    if byte() == UInt8(ascii: "<"), byte(1) == UInt8(ascii: "<") { return false }
    if byte(1) == UInt8(ascii: "(") { return false }
    skipRedirection()
    return true
  }

  /// Skips the operator and marks that the next word is no argument.
  private mutating func skipRedirection() {
    while let byte = byte(), byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "|") {
      index += 1
    }
    if byte() == UInt8(ascii: "&") { index += 1 }
    while byte() == UInt8(ascii: " ") { index += 1 }
    // The file, or the number behind `>&`.
    let before = tokens.count
    while let byte = byte(), !" \t\r\n;|&<>()".utf8.contains(byte), readWordPart(byte) {}
    finishWord()
    tokens.removeSubrange(before...)
    tokens.append(.redirection)
  }

  /// Reads one character of a word, or a whole part in quotes; false when that does not end.
  private mutating func readWordPart(_ byte: UInt8) -> Bool {
    isOpen = true
    switch byte {
    case UInt8(ascii: "\\"):
      index += 1
      guard let next = self.byte() else { return true }
      index += 1
      if next == UInt8(ascii: "\n") { isOpen = !word.isEmpty || isQuoted } else { word.append(next) }
    case UInt8(ascii: "'"): return readQuoted(by: byte)
    case UInt8(ascii: "\""): return readQuoted(by: byte)
    case UInt8(ascii: "`"): return readBackticks()
    case UInt8(ascii: "$") where self.byte(1) == UInt8(ascii: "("): return readSubstitution()
    default:
      word.append(byte)
      index += 1
    }
    return true
  }

  private mutating func readQuoted(by quote: UInt8) -> Bool {
    isQuoted = true
    index += 1
    let isDouble = quote == UInt8(ascii: "\"")
    while let byte = byte() {
      if byte == quote {
        index += 1
        return true
      }
      if isDouble, byte == UInt8(ascii: "\\"), let next = self.byte(1) {
        word.append(next)
        index += 2
      } else if isDouble, byte == UInt8(ascii: "$"), self.byte(1) == UInt8(ascii: "(") {
        guard readSubstitution() else { return false }
      } else if isDouble, byte == UInt8(ascii: "`") {
        guard readBackticks() else { return false }
      } else {
        word.append(byte)
        index += 1
      }
    }
    return false
  }

  /// Keeps `$( … )` as it is; parentheses and quotes inside of it must be balanced.
  private mutating func readSubstitution() -> Bool {
    var depth = 0
    var quote: UInt8?
    while let byte = byte() {
      word.append(byte)
      index += 1
      if let current = quote {
        if byte == current { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return true }
      }
    }
    return false
  }

  private mutating func readBackticks() -> Bool {
    word.append(UInt8(ascii: "`"))
    index += 1
    while let byte = byte() {
      word.append(byte)
      index += 1
      if byte == UInt8(ascii: "`") { return true }
    }
    return false
  }
}
