/// `'%s has %d'.format([name, count])`.
enum Format {
  static func format(_ text: Value, _ arguments: Value, _ budget: inout Budget) throws(Failure) -> Value {
    guard case .string(let text) = text, case .list(let list) = arguments else { throw .noOverload }
    guard list.isComplete else { return .unknown }
    try budget.spend(bytes: text.utf8.count)
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var position = 0
    var used = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      guard byte == UInt8(ascii: "%") else {
        output.append(byte)
        continue
      }
      if position < bytes.count, bytes[position] == byte {
        output.append(byte)
        position += 1
        continue
      }
      let clause = try Clause(bytes, &position)
      guard used < list.count else { throw Failure("index \(used) out of range: format has more clauses than values") }
      let value = list.element(at: used)
      used += 1
      guard !value.isUncertain else { return .unknown }
      guard let formatted = try clause.text(value, &budget) else { return .unknown }
      output += formatted.utf8
    }
    return .string(String(decoding: output, as: UTF8.self))
  }

  /// What stands behind a percent sign.
  private struct Clause {
    private let letter: UInt8
    private let precision: Int

    init(_ bytes: [UInt8], _ position: inout Int) throws(Failure) {
      var precision: Int?
      if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
        position += 1
        var value = 0
        while position < bytes.count, bytes[position].isDigit {
          value = min(value * 10 + Int(bytes[position] - UInt8(ascii: "0")), Limit.precision + 1)
          position += 1
        }
        guard value <= Limit.precision else {
          throw Failure("could not parse formatting clause: the precision is greater than \(Limit.precision)")
        }
        precision = value
      }
      guard position < bytes.count else {
        throw Failure("could not parse formatting clause: unexpected end of string")
      }
      letter = bytes[position]
      guard "sdfebxXo".utf8.contains(letter) else {
        let name = String(decoding: bytes[position...], as: UTF8.self).unicodeScalars.first.map { String($0) } ?? ""
        throw Failure("could not parse formatting clause: unrecognized formatting clause \"\(name)\"")
      }
      position += 1
      self.precision = precision ?? 6
    }

    /// Nil if something inside of the value is unknown.
    func text(_ value: Value, _ budget: inout Budget) throws(Failure) -> String? {
      switch letter {
      case UInt8(ascii: "s"): return try Format.text(value, &budget)
      case UInt8(ascii: "d"): return try decimal(value)
      case UInt8(ascii: "f"), UInt8(ascii: "e"):
        try budget.spend(Limit.precision)
        return try real(value)
      case UInt8(ascii: "b"):
        if case .bool(let bool) = value { return bool ? "1" : "0" }
        return try integer(value, radix: 2, "only integers and bools can be formatted as binary")
      case UInt8(ascii: "o"): return try integer(value, radix: 8, "octal clause can only be used on integers")
      default: return try hexadecimal(value, isUppercase: letter == UInt8(ascii: "X"), &budget)
      }
    }

    private func refuse(_ rule: String, _ value: Value) -> Failure {
      Failure("error during formatting: \(rule), was given \(value.typeName)")
    }

    private func decimal(_ value: Value) throws(Failure) -> String {
      if case .double(let double) = value, let special = Decimal.special(double) { return special }
      return try integer(value, radix: 10, "decimal clause can only be used on integers")
    }

    private func integer(_ value: Value, radix: Int, _ rule: String) throws(Failure) -> String {
      switch value {
      case .int(let int): String(int, radix: radix)
      case .uint(let uint): String(uint, radix: radix)
      default: throw refuse(rule, value)
      }
    }

    private func real(_ value: Value) throws(Failure) -> String {
      let isFixed = letter == UInt8(ascii: "f")
      let double: Double
      switch value {
      case .double(let value): double = value
      case .int(let value): double = Double(value)
      case .uint(let value): double = Double(value)
      default: throw refuse("\(isFixed ? "fixed-point" : "scientific") clause can only be used on doubles", value)
      }
      return isFixed
        ? Decimal.fixed(double, precision: precision) : Decimal.scientific(double, precision: precision)
    }

    private func hexadecimal(_ value: Value, isUppercase: Bool, _ budget: inout Budget) throws(Failure) -> String {
      let bytes: [UInt8]
      switch value {
      case .int(let int): return String(int, radix: 16, uppercase: isUppercase)
      case .uint(let uint): return String(uint, radix: 16, uppercase: isUppercase)
      case .string(let string): bytes = Array(string.utf8)
      case .bytes(let value): bytes = value
      default: throw refuse("only integers, byte buffers, and strings can be formatted as hex", value)
      }
      try budget.spend(bytes: bytes.count * 2)
      return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: isUppercase) }.joined()
    }
  }

  /// A value for `%s`; nil if something in it is unknown.
  private static func text(_ value: Value, _ budget: inout Budget) throws(Failure) -> String? {
    try budget.spend(1)
    switch value {
    case .null: return "null"
    case .bool(let bool): return String(bool)
    case .int(let int): return String(int)
    case .uint(let uint): return String(uint)
    case .double(let double): return Decimal.shortest(double)
    case .string(let string):
      try budget.spend(bytes: string.utf8.count)
      return string
    case .bytes(let bytes):
      try budget.spend(bytes: bytes.count)
      return String(decoding: bytes, as: UTF8.self)
    case .timestamp(let timestamp): return timestamp.description
    case .duration(let duration): return Time.text(duration)
    case .type(let name): return name
    case .network(let network): return network.description
    case .list(let list): return try text(list, &budget)
    case .map(let map): return try text(map, &budget)
    case .partial, .unknown: return nil
    case .optional:
      throw Failure("error during formatting: string clause cannot be used on \(value.typeName)")
    }
  }

  private static func text(_ list: any ListContents, _ budget: inout Budget) throws(Failure) -> String? {
    guard list.isComplete else { return nil }
    var parts: [String] = []
    for position in 0..<list.count {
      guard let part = try text(list.element(at: position), &budget) else { return nil }
      parts.append(part)
    }
    return "[" + parts.joined(separator: ", ") + "]"
  }

  /// The keys in order, so that equal maps have equal texts.
  private static func text(_ map: any MapContents, _ budget: inout Budget) throws(Failure) -> String? {
    guard map.isComplete else { return nil }
    var parts: [(key: String, text: String)] = []
    for key in map.keys {
      guard let found = MapKey(key).flatMap(map.value), let name = try text(key, &budget),
        let part = try text(found, &budget)
      else { return nil }
      parts.append((name, "\(name): \(part)"))
    }
    return "{" + parts.sorted { $0.key.precedes($1.key) }.map(\.text).joined(separator: ", ") + "}"
  }
}
