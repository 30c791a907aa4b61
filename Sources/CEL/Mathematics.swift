/// The extension for mathematics.
extension Function {
  static let mathematics: Table = [
    .function("math.greatest", nil): .variadic { (values) throws(Failure) in
      try Mathematics.extreme(values, .descending)
    },
    .function("math.least", nil): .variadic { (values) throws(Failure) in try Mathematics.extreme(values, .ascending) },
    .function("math.ceil", 1): .unary { (value) throws(Failure) in try Mathematics.rounded(value, .up) },
    .function("math.floor", 1): .unary { (value) throws(Failure) in try Mathematics.rounded(value, .down) },
    .function("math.round", 1): .unary { (value) throws(Failure) in
      try Mathematics.rounded(value, .toNearestOrAwayFromZero)
    },
    .function("math.trunc", 1): .unary { (value) throws(Failure) in try Mathematics.rounded(value, .towardZero) },
    .function("math.abs", 1): .unary(Mathematics.abs),
    .function("math.sign", 1): .unary(Mathematics.sign),
    .function("math.sqrt", 1): .unary(Mathematics.squareRoot),
    .function("math.isNaN", 1): .unary { (value) throws(Failure) in try .bool(Mathematics.double(value).isNaN) },
    .function("math.isInf", 1): .unary { (value) throws(Failure) in try .bool(Mathematics.double(value).isInfinite) },
    .function("math.isFinite", 1): .unary { (value) throws(Failure) in try .bool(Mathematics.double(value).isFinite) },
  ]

  static let bits: Table = [
    .function("math.bitAnd", 2): .binary { (first, second) throws(Failure) in
      try Bits.combine(first, second) { $0 & $1 }
    },
    .function("math.bitOr", 2): .binary { (first, second) throws(Failure) in
      try Bits.combine(first, second) { $0 | $1 }
    },
    .function("math.bitXor", 2): .binary { (first, second) throws(Failure) in
      try Bits.combine(first, second) { $0 ^ $1 }
    },
    .function("math.bitNot", 1): .unary(Bits.not),
    .function("math.bitShiftLeft", 2): .binary { (first, second) throws(Failure) in
      try Bits.shift(first, second) { $0 << $1 }
    },
    .function("math.bitShiftRight", 2): .binary { (first, second) throws(Failure) in
      try Bits.shift(first, second) { $0 >> $1 }
    },
  ]
}

private enum Mathematics {
  /// The greatest or least of some numbers, or of a list of them.
  static func extreme(_ values: [Value], _ wanted: Comparison.Order) throws(Failure) -> Value {
    var numbers = values
    if values.count == 1, case .list(let list) = values[0] {
      guard list.isComplete else { return .unknown }
      numbers = list.all
    }
    var isUnknown = false
    var best: Value?
    for number in numbers {
      if case .unknown = number {
        isUnknown = true
        continue
      }
      guard number.isNumber else { throw .noOverload }
      guard let current = best else {
        best = number
        continue
      }
      if Comparison.numbers(number, current) == wanted { best = number }
    }
    guard let best else {
      if isUnknown { return .unknown }
      throw Failure("there is no number to choose from")
    }
    return isUnknown ? .unknown : best
  }

  static func double(_ value: Value) throws(Failure) -> Double {
    guard case .double(let double) = value else { throw .noOverload }
    return double
  }

  static func rounded(_ value: Value, _ rule: FloatingPointRoundingRule) throws(Failure) -> Value {
    .double(try double(value).rounded(rule))
  }

  static func abs(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .int(let int):
      guard int != .min else { throw Failure("the number is too large for its type") }
      return .int(Swift.abs(int))
    case .uint: return value
    case .double(let double): return .double(double.magnitude)
    default: throw .noOverload
    }
  }

  static func sign(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .int(let int): .int(int.signum())
    case .uint(let uint): .uint(uint == 0 ? 0 : 1)
    case .double(let double): .double(double > 0 ? 1 : double < 0 ? -1 : double)
    default: throw .noOverload
    }
  }

  static func squareRoot(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .int(let int): .double(Double(int).squareRoot())
    case .uint(let uint): .double(Double(uint).squareRoot())
    default: .double(try double(value).squareRoot())
    }
  }
}

/// An int has the bits of its two's complement.
private enum Bits {
  static func combine(
    _ first: Value, _ second: Value, _ operation: (UInt64, UInt64) -> UInt64
  ) throws(Failure) -> Value {
    switch (first, second) {
    case (.int(let first), .int(let second)):
      .int(Int64(bitPattern: operation(UInt64(bitPattern: first), UInt64(bitPattern: second))))
    case (.uint(let first), .uint(let second)): .uint(operation(first, second))
    default: throw .noOverload
    }
  }

  static func not(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .int(let int): .int(~int)
    case .uint(let uint): .uint(~uint)
    default: throw .noOverload
    }
  }

  /// Shifts zeros in, and everything out if the distance is great enough.
  static func shift(_ value: Value, _ distance: Value, _ operation: (UInt64, Int64) -> UInt64) throws(Failure) -> Value
  {
    guard case .int(let distance) = distance else { throw .noOverload }
    guard distance >= 0 else { throw Failure("the distance of a shift is negative: \(distance)") }
    return switch value {
    case .int(let int): .int(Int64(bitPattern: operation(UInt64(bitPattern: int), distance)))
    case .uint(let uint): .uint(operation(uint, distance))
    default: throw .noOverload
    }
  }
}
