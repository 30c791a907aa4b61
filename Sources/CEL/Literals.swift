/// Numbers and quoted texts.
extension Lexer {
  mutating func number() throws(ExpressionProblem) -> Token.Kind {
    let start = offset
    if peek() == UInt8(ascii: "0"), peek(1) | 0x20 == UInt8(ascii: "x") {
      offset += 2
      while peek().hexValue != nil { offset += 1 }
      return try integer(UInt64(text(from: start).dropFirst(2), radix: 16), from: start)
    }
    while peek().isDigit { offset += 1 }
    var isDouble = false
    if peek() == UInt8(ascii: "."), peek(1).isDigit {
      isDouble = true
      offset += 1
      while peek().isDigit { offset += 1 }
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      let sign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 1 : 0
      if peek(1 + sign).isDigit {
        isDouble = true
        offset += 1 + sign
        while peek().isDigit { offset += 1 }
      }
    }
    guard isDouble else { return try integer(UInt64(text(from: start)), from: start) }
    guard let double = Double(text(from: start)), double.isFinite, !peek().isNamePart else {
      throw ExpressionProblem(offset: start, message: "'\(text(from: start))' is no number of type double")
    }
    return .double(double)
  }

  private mutating func integer(_ value: UInt64?, from start: Int) throws(ExpressionProblem) -> Token.Kind {
    let isUnsigned = peek() | 0x20 == UInt8(ascii: "u")
    if isUnsigned { offset += 1 }
    guard let value, !peek().isNamePart else {
      throw ExpressionProblem(offset: start, message: "'\(text(from: start))' is no number, or too large")
    }
    return isUnsigned ? .uint(value) : .int(magnitude: value)
  }

  mutating func quoted(_ prefix: QuotePrefix) throws(ExpressionProblem) -> Token.Kind {
    let start = offset
    offset += prefix.length
    let quote = peek()
    let isTriple = peek(1) == quote && peek(2) == quote
    offset += isTriple ? 3 : 1
    var content: [UInt8] = []
    while true {
      guard offset < bytes.count else { throw ExpressionProblem(offset: start, message: "the quote is not closed") }
      let byte = peek()
      if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) { break }
      if byte == UInt8(ascii: "\\") {
        if prefix.isRaw {
          // Both stay, and the second closes nothing.
          content.append(byte)
          offset += 1
          if offset < bytes.count { content.append(peek()) }
          offset += 1
        } else {
          try escape(isBytes: prefix.isBytes, into: &content)
        }
        continue
      }
      guard isTriple || (byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r")) else {
        throw ExpressionProblem(offset: start, message: "the quote is not closed on its line")
      }
      content.append(byte)
      offset += 1
    }
    offset += isTriple ? 3 : 1
    return prefix.isBytes ? .bytes(content) : .string(String(decoding: content, as: UTF8.self))
  }

  private mutating func escape(isBytes: Bool, into content: inout [UInt8]) throws(ExpressionProblem) {
    let start = offset
    let letter = peek(1)
    offset += 2
    let value: UInt32?
    switch letter {
    case UInt8(ascii: "a"): value = 0x07
    case UInt8(ascii: "b"): value = 0x08
    case UInt8(ascii: "f"): value = 0x0C
    case UInt8(ascii: "n"): value = 0x0A
    case UInt8(ascii: "r"): value = 0x0D
    case UInt8(ascii: "t"): value = 0x09
    case UInt8(ascii: "v"): value = 0x0B
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      value = UInt32(letter)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): value = digits(2, radix: 16)
    case UInt8(ascii: "u") where !isBytes: value = digits(4, radix: 16)
    case UInt8(ascii: "U") where !isBytes: value = digits(8, radix: 16)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      offset -= 1
      value = digits(3, radix: 8)
    default: value = nil
    }
    guard let value, let scalar = UnicodeScalar(value) else {
      throw ExpressionProblem(offset: start, message: "there is no such escape sequence")
    }
    if isBytes {
      content.append(UInt8(truncatingIfNeeded: value))
    } else {
      content.append(contentsOf: String(Character(scalar)).utf8)
    }
  }

  private mutating func digits(_ count: Int, radix: UInt32) -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = peek().hexValue, digit < radix else { return nil }
      value = value << (radix == 16 ? 4 : 3) | digit
      offset += 1
    }
    return value
  }
}
