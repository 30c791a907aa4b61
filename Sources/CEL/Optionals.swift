/// The extension for optional values, and base64.
extension Function {
  static let optionals: Table = [
    .function("optional.none", 0): .variadic { (_) throws(Failure) in .optional(nil) },
    .function("optional.of", 1): Function.unary { (value) throws(Failure) in .optional(value) }.takingPartial,
    .function("optional.ofNonZeroValue", 1): Function.unary(Optionals.ofNonZeroValue).takingPartial,
    .function("optional.unwrap", 1): .unary(Optionals.unwrap),
    .method("unwrapOpt"): .unary(Optionals.unwrap),
    .method("hasValue"): .unary { (value) throws(Failure) in .bool(try Optionals.content(value) != nil) },
    .method("value"): .unary(Optionals.value),
    .method("or", 1): .binary(Optionals.or),
    .method("orValue", 1): Function.binary(Optionals.orValue).takingPartial,
  ]

  static let base64: Table = [
    .function("base64.encode", 1): .spendingUnary(Base64.encode),
    .function("base64.decode", 1): .spendingUnary(Base64.decode),
  ]
}

private enum Optionals {
  static func content(_ value: Value) throws(Failure) -> Value? {
    guard case .optional(let content) = value else { throw .noOverload }
    return content
  }

  static func value(_ value: Value) throws(Failure) -> Value {
    guard let content = try content(value) else { throw Failure("optional.none() has no value") }
    return content
  }

  static func or(_ first: Value, _ second: Value) throws(Failure) -> Value {
    _ = try content(second)
    return try content(first) == nil ? second : first
  }

  static func orValue(_ first: Value, _ second: Value) throws(Failure) -> Value {
    try content(first) ?? second
  }

  static func unwrap(_ value: Value) throws(Failure) -> Value {
    guard case .list(let list) = value else { throw .noOverload }
    var values: [Value] = []
    var isComplete = list.isComplete
    for position in 0..<list.count {
      let element = list.element(at: position)
      if case .unknown = element {
        isComplete = false
      } else if let content = try content(element) {
        values.append(content)
      }
    }
    return .list(Items(values, isComplete: isComplete))
  }

  /// `optional.none()` for what a field holds that nobody has set.
  static func ofNonZeroValue(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .null, .bool(false), .int(0), .uint(0), .duration(0): return .optional(nil)
    case .double(let double): return .optional(double == 0 ? nil : value)
    case .string(let string): return .optional(string.isEmpty ? nil : value)
    case .bytes(let bytes): return .optional(bytes.isEmpty ? nil : value)
    case .partial(let partial): return partial.pieces.allSatisfy(\.isEmpty) ? .unknown : .optional(value)
    case .list(let list): return list.count > 0 ? .optional(value) : list.isComplete ? .optional(nil) : .unknown
    case .map(let map): return map.count > 0 ? .optional(value) : map.isComplete ? .optional(nil) : .unknown
    case .optional(nil): return .optional(nil)
    default: return .optional(value)
    }
  }
}

private enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ value: Value, _ budget: inout Budget) throws(Failure) -> Value {
    guard case .bytes(let bytes) = value else { throw .noOverload }
    try budget.spend(bytes: bytes.count * 2)
    var output: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let padded = group + Array(repeating: 0, count: 3 - group.count)
      let bits = padded.reduce(0) { $0 << 8 | Int($1) }
      for digit in 0..<4 {
        output.append(digit <= group.count ? alphabet[bits >> (18 - 6 * digit) & 63] : UInt8(ascii: "="))
      }
    }
    return .string(String(decoding: output, as: UTF8.self))
  }

  /// Padding may be missing.
  static func decode(_ value: Value, _ budget: inout Budget) throws(Failure) -> Value {
    guard case .string(let string) = value else { throw .noOverload }
    try budget.spend(bytes: string.utf8.count * 4)
    var digits = Array(string.utf8)
    while digits.last == UInt8(ascii: "="), string.utf8.count - digits.count < 2 { digits.removeLast() }
    var output: [UInt8] = []
    var bits = 0
    var count = 0
    for digit in digits {
      guard let value = alphabet.firstIndex(of: digit) else { throw Failure("the text is not base64") }
      bits = (bits << 6 | value) & 0xFFFF
      count += 6
      if count >= 8 {
        count -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    guard digits.count % 4 != 1 else { throw Failure("the text is not base64") }
    return .bytes(output)
  }
}
