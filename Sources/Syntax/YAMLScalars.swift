extension Value {
  /// What a plain YAML scalar means to gcloud's reader: YAML 1.1, where `no` is a boolean and `1:30` is 90.
  ///
  /// Dates stay strings: nothing that is deployed takes a date. nil when it is a string.
  init?(plainYAML bytes: [UInt8], in range: SourceRange) {
    let scalar = PlainScalar(bytes: bytes, lower: range.lower, upper: range.upper)
    guard let first = scalar.first else {
      self = .null
      return
    }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      guard let number = scalar.number else { return nil }
      self = number
    case UInt8(ascii: "~") where range.count == 1: self = .null
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "T"), UInt8(ascii: "F"),
      UInt8(ascii: "y"), UInt8(ascii: "n"), UInt8(ascii: "Y"), UInt8(ascii: "N"),
      UInt8(ascii: "o"), UInt8(ascii: "O"):
      guard range.count <= 5, let word = Self.words[String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)]
      else { return nil }
      self = word
    default: return nil
    }
  }

  private static let words: [String: Value] = {
    var words: [String: Value] = [:]
    for word in ["true", "yes", "on"] { for form in forms(of: word) { words[form] = .bool(true) } }
    for word in ["false", "no", "off"] { for form in forms(of: word) { words[form] = .bool(false) } }
    for word in ["y", "Y"] { words[word] = .bool(true) }
    for word in ["n", "N"] { words[word] = .bool(false) }
    for form in forms(of: "null") { words[form] = .null }
    return words
  }()

  /// `yes`, `Yes` and `YES`; `yEs` is a string.
  private static func forms(of word: String) -> [String] {
    [word, word.prefix(1).uppercased() + word.dropFirst(), word.uppercased()]
  }
}

/// The number grammar of YAML 1.1, as the patterns of ruamel.yaml have it.
private struct PlainScalar {
  let bytes: [UInt8]
  let lower: Int
  let upper: Int

  var first: UInt8? { lower < upper ? bytes[lower] : nil }

  var number: Value? {
    var body = lower
    let sign = bytes[lower]
    let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
    if isSigned { body += 1 }
    guard body < upper else { return nil }
    if isFloat(from: body, isSigned: isSigned) { return .number(text) }
    guard let digits = integerDigits(from: body) else { return nil }
    let magnitude = digits.text
    guard let value = Int(sign == UInt8(ascii: "-") ? "-" + magnitude : magnitude, radix: digits.radix) else {
      return magnitude.isEmpty ? nil : .number(text)
    }
    return .integer(value)
  }

  private var text: String { String(decoding: bytes[lower..<upper], as: UTF8.self) }

  /// The digits of an integer without underscores, and their base; nil when it is no integer.
  private func integerDigits(from body: Int) -> (text: String, radix: Int)? {
    if bytes[body] == UInt8(ascii: "0") {
      guard body + 1 < upper else { return ("0", 10) }
      switch bytes[body + 1] {
      case UInt8(ascii: "b"): return digits(from: body + 2, radix: 2)
      case UInt8(ascii: "x"): return digits(from: body + 2, radix: 16)
      default: return digits(from: body, radix: 8)
      }
    }
    guard isDigit(bytes[body]) else { return nil }
    if let colon = bytes[body..<upper].firstIndex(of: UInt8(ascii: ":")) {
      return sexagesimal(from: body, colon: colon)
    }
    return digits(from: body, radix: 10)
  }

  private func digits(from body: Int, radix: Int) -> (text: String, radix: Int)? {
    var digits: [UInt8] = []
    for byte in bytes[body..<upper] where byte != UInt8(ascii: "_") {
      let lowered = byte | 0x20
      let value =
        isDigit(byte)
        ? Int(byte - UInt8(ascii: "0"))
        : lowered >= UInt8(ascii: "a") && lowered <= UInt8(ascii: "f") ? Int(lowered - UInt8(ascii: "a")) + 10 : 99
      guard value < radix else { return nil }
      digits.append(byte)
    }
    return digits.isEmpty ? nil : (String(decoding: digits, as: UTF8.self), radix)
  }

  /// `190:20:30`, a number in base 60.
  private func sexagesimal(from body: Int, colon: Int) -> (text: String, radix: Int)? {
    guard let first = PlainScalar(bytes: bytes, lower: body, upper: colon).digits(from: body, radix: 10),
      var total = Int(first.text)
    else { return nil }
    var offset = colon
    while offset < upper {
      guard let digit = sixtieths(at: &offset) else { return nil }
      let (product, overflow) = total.multipliedReportingOverflow(by: 60)
      if overflow || product > Int.max - digit { return nil }
      total = product + digit
    }
    return (String(total), 10)
  }

  /// `:0` to `:59` at `offset`, which is moved behind it.
  private func sixtieths(at offset: inout Int) -> Int? {
    guard offset + 1 < upper, bytes[offset] == UInt8(ascii: ":"), isDigit(bytes[offset + 1]) else { return nil }
    var value = Int(bytes[offset + 1] - UInt8(ascii: "0"))
    offset += 2
    if offset < upper, isDigit(bytes[offset]) {
      guard value <= 5 else { return nil }
      value = value * 10 + Int(bytes[offset] - UInt8(ascii: "0"))
      offset += 1
    }
    return value
  }

  private func isFloat(from body: Int, isSigned: Bool) -> Bool {
    if bytes[body] == UInt8(ascii: ".") {
      switch String(decoding: bytes[(body + 1)..<upper], as: UTF8.self) {
      case "inf", "Inf", "INF": return true
      case "nan", "NaN", "NAN": return !isSigned
      default: break
      }
      guard !isSigned, body + 1 < upper else { return false }
      let fraction = endOfDigits(from: body + 1)
      guard fraction > body + 1 else { return false }
      return fraction == upper || isExponent(from: fraction, signRequired: true)
    }
    guard isDigit(bytes[body]) else { return false }
    var offset = endOfDigits(from: body)
    let whole = offset
    while offset < upper, bytes[offset] == UInt8(ascii: ":") {
      guard sixtieths(at: &offset) != nil else { return false }
    }
    guard offset < upper else { return false }
    if bytes[offset] == UInt8(ascii: ".") {
      let fraction = endOfDigits(from: offset + 1)
      return fraction == upper || (offset == whole && isExponent(from: fraction, signRequired: false))
    }
    return offset == whole && isExponent(from: offset, signRequired: false)
  }

  private func isExponent(from start: Int, signRequired: Bool) -> Bool {
    guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return false }
    var offset = start + 1
    if offset < upper, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") {
      offset += 1
    } else if signRequired {
      return false
    }
    return offset < upper && bytes[offset..<upper].allSatisfy(isDigit)
  }

  /// Behind the digits and underscores at `start`.
  private func endOfDigits(from start: Int) -> Int {
    var offset = start
    while offset < upper, isDigit(bytes[offset]) || bytes[offset] == UInt8(ascii: "_") { offset += 1 }
    return offset
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
