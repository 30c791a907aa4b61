/// What an expression is made of.
struct Token: Sendable {
  enum Kind: Sendable {
    case name(String)
    /// A field's name between backticks.
    case quotedName(String)
    case int(magnitude: UInt64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case symbol(String)
    case end
  }

  let kind: Kind
  let offset: Int
}

/// Cuts a source into tokens.
struct Lexer {
  let bytes: [UInt8]
  var offset = 0

  init(_ source: String) {
    bytes = Array(source.utf8)
  }

  static func tokens(of source: String) throws(ExpressionProblem) -> [Token] {
    var lexer = Lexer(source)
    var tokens: [Token] = []
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if case .end = token.kind { return tokens }
    }
  }

  /// The byte that stands some way ahead; 0 behind the end, which no token has outside of quotes.
  func peek(_ ahead: Int = 0) -> UInt8 {
    offset + ahead < bytes.count ? bytes[offset + ahead] : 0
  }

  func text(from start: Int) -> String {
    String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func next() throws(ExpressionProblem) -> Token {
    skipBlanks()
    let start = offset
    guard offset < bytes.count else { return Token(kind: .end, offset: start) }
    let byte = peek()
    if byte.isNameStart {
      if let prefix = quotePrefix { return Token(kind: try quoted(prefix), offset: start) }
      while peek().isNamePart { offset += 1 }
      return Token(kind: .name(text(from: start)), offset: start)
    }
    if byte.isDigit || (byte == UInt8(ascii: ".") && peek(1).isDigit) {
      return Token(kind: try number(), offset: start)
    }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return Token(kind: try quoted(QuotePrefix()), offset: start)
    case UInt8(ascii: "`"): return Token(kind: try quotedName(), offset: start)
    default: return Token(kind: .symbol(try symbol()), offset: start)
    }
  }

  private mutating func skipBlanks() {
    while offset < bytes.count {
      switch peek() {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x0C: offset += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        while offset < bytes.count, peek() != UInt8(ascii: "\n") { offset += 1 }
      default: return
      }
    }
  }

  /// The letters before a quote that change how it is read.
  struct QuotePrefix {
    var isRaw = false
    var isBytes = false
    var length = 0
  }

  private var quotePrefix: QuotePrefix? {
    var prefix = QuotePrefix()
    while true {
      switch peek(prefix.length) | 0x20 {
      case UInt8(ascii: "r") where !prefix.isRaw: prefix.isRaw = true
      case UInt8(ascii: "b") where !prefix.isBytes: prefix.isBytes = true
      default:
        let quote = peek(prefix.length)
        return quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") ? prefix : nil
      }
      prefix.length += 1
    }
  }

  private mutating func quotedName() throws(ExpressionProblem) -> Token.Kind {
    let start = offset
    offset += 1
    while peek() != UInt8(ascii: "`") {
      let byte = peek()
      guard byte.isNamePart || [".", "-", "/", " "].contains(where: { UInt8(ascii: $0) == byte }) else {
        throw ExpressionProblem(
          offset: offset, message: "a name between backticks has letters, digits, '_', '.', '-', '/' and blanks only")
      }
      offset += 1
    }
    let name = String(decoding: bytes[start + 1..<offset], as: UTF8.self)
    offset += 1
    guard !name.isEmpty else { throw ExpressionProblem(offset: start, message: "the name between backticks is empty") }
    return .quotedName(name)
  }

  private mutating func symbol() throws(ExpressionProblem) -> String {
    let two = String(decoding: bytes[offset..<min(offset + 2, bytes.count)], as: UTF8.self)
    if ["==", "!=", "<=", ">=", "&&", "||"].contains(two) {
      offset += 2
      return two
    }
    let one = String(UnicodeScalar(peek()))
    guard "+-*/%<>!?:.,()[]{}".contains(one) else {
      throw ExpressionProblem(offset: offset, message: unexpected)
    }
    offset += 1
    return one
  }

  private var unexpected: String {
    switch peek() {
    case UInt8(ascii: "="): return "unexpected '='; write == to compare"
    case UInt8(ascii: "&"): return "unexpected '&'; write && for and"
    case UInt8(ascii: "|"): return "unexpected '|'; write || for or"
    case 0x21..<0x7F: return "unexpected '\(UnicodeScalar(peek()))'"
    default:
      // The source is valid UTF-8, so that a scalar starts where no token does.
      let scalar = String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
      return "unexpected character U+" + (scalar.map { String($0.value, radix: 16, uppercase: true) } ?? "0")
    }
  }
}

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  var isNameStart: Bool {
    let lower = self | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")) || self == UInt8(ascii: "_")
  }
  var isNamePart: Bool { isNameStart || isDigit }

  /// The value of a hexadecimal digit.
  var hexValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self) - 0x57
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self) - 0x37
    default: nil
    }
  }
}
