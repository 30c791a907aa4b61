extension Function {
  static let operators: Table = [
    .function("!", 1): .unary(Operator.not),
    .function("-", 1): .unary(Operator.negate),
    .function("+", 2): .spendingBinary(Operator.add).takingPartial,
    .function("-", 2): .binary(Operator.subtract),
    .function("*", 2): .binary(Operator.multiply),
    .function("/", 2): .binary(Operator.divide),
    .function("%", 2): .binary(Operator.remainder),
    .function("==", 2): .spendingBinary(Operator.isEqual).takingPartial,
    .function("!=", 2): .spendingBinary(Operator.isNotEqual).takingPartial,
    .function("<", 2): .binary(Operator.isLess).takingPartial,
    .function("<=", 2): .binary(Operator.isLessOrEqual).takingPartial,
    .function(">", 2): .binary(Operator.isGreater).takingPartial,
    .function(">=", 2): .binary(Operator.isGreaterOrEqual).takingPartial,
    .function("in", 2): .spendingBinary(Operator.isIn).takingPartial,
    .function("size", 1): .spendingUnary(Operator.size),
    .method("size"): .spendingUnary(Operator.size),
  ]
}

/// Arithmetic, comparison, concatenation.
///
/// Integers that overflow are an error, as the language says.
private enum Operator {
  static func not(_ value: Value) throws(Failure) -> Value {
    guard case .bool(let bool) = value else { throw .noOverload }
    return .bool(!bool)
  }

  static func negate(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .int(let int): try checked(Int64(0).subtractingReportingOverflow(int))
    case .double(let double): .double(-double)
    case .duration(let duration): try duration == .min ? throwing(overflow) : .duration(-duration)
    default: throw .noOverload
    }
  }

  static func add(_ first: Value, _ second: Value, _ budget: inout Budget) throws(Failure) -> Value {
    switch (first, second) {
    case (.int(let first), .int(let second)): return try checked(first.addingReportingOverflow(second))
    case (.uint(let first), .uint(let second)): return try checked(first.addingReportingOverflow(second))
    case (.double(let first), .double(let second)): return .double(first + second)
    case (.string(let first), .string(let second)):
      try budget.spend(bytes: first.utf8.count + second.utf8.count)
      return .string(first + second)
    case (.bytes(let first), .bytes(let second)):
      try budget.spend(bytes: first.count + second.count)
      return .bytes(first + second)
    case (.list(let first), .list(let second)):
      try budget.spend(first.count + second.count)
      return .list(Items(first.all + second.all, isComplete: first.isComplete && second.isComplete))
    case (.timestamp, _), (.duration, _): return try Time.add(first, second)
    default: return try addInPart(first, second, &budget)
    }
  }

  private static func addInPart(_ first: Value, _ second: Value, _ budget: inout Budget) throws(Failure) -> Value {
    // What is not known has no length that counts, but its pieces may be copied again and again.
    let length = first.piecesLength + second.piecesLength
    try budget.spend(bytes: length)
    switch (first, second) {
    case (.partial(let first), .partial(let second)): return .partial(first + second)
    case (.partial(let first), .string(let second)): return .partial(first + second)
    case (.string(let first), .partial(let second)): return .partial(first + second)
    default: throw .noOverload
    }
  }

  static func subtract(_ first: Value, _ second: Value) throws(Failure) -> Value {
    switch (first, second) {
    case (.int(let first), .int(let second)): try checked(first.subtractingReportingOverflow(second))
    case (.uint(let first), .uint(let second)): try checked(first.subtractingReportingOverflow(second))
    case (.double(let first), .double(let second)): .double(first - second)
    default: try Time.subtract(first, second)
    }
  }

  static func multiply(_ first: Value, _ second: Value) throws(Failure) -> Value {
    switch (first, second) {
    case (.int(let first), .int(let second)): try checked(first.multipliedReportingOverflow(by: second))
    case (.uint(let first), .uint(let second)): try checked(first.multipliedReportingOverflow(by: second))
    case (.double(let first), .double(let second)): .double(first * second)
    default: throw .noOverload
    }
  }

  static func divide(_ first: Value, _ second: Value) throws(Failure) -> Value {
    switch (first, second) {
    case (.int, .int(0)), (.uint, .uint(0)): throw Failure("division by zero")
    case (.int(let first), .int(let second)): try checked(first.dividedReportingOverflow(by: second))
    case (.uint(let first), .uint(let second)): try checked(first.dividedReportingOverflow(by: second))
    case (.double(let first), .double(let second)): .double(first / second)
    default: throw .noOverload
    }
  }

  static func remainder(_ first: Value, _ second: Value) throws(Failure) -> Value {
    switch (first, second) {
    case (.int, .int(0)), (.uint, .uint(0)): throw Failure("modulus by zero")
    case (.int(let first), .int(let second)): try checked(first.remainderReportingOverflow(dividingBy: second))
    case (.uint(let first), .uint(let second)): try checked(first.remainderReportingOverflow(dividingBy: second))
    default: throw .noOverload
    }
  }

  private static let overflow = Failure("the number is too large for its type")

  private static func throwing(_ failure: Failure) throws(Failure) -> Value { throw failure }

  private static func checked(_ result: (partialValue: Int64, overflow: Bool)) throws(Failure) -> Value {
    guard !result.overflow else { throw overflow }
    return .int(result.partialValue)
  }

  private static func checked(_ result: (partialValue: UInt64, overflow: Bool)) throws(Failure) -> Value {
    guard !result.overflow else { throw overflow }
    return .uint(result.partialValue)
  }

  // MARK: Comparison

  static func isEqual(_ first: Value, _ second: Value, _ budget: inout Budget) throws(Failure) -> Value {
    Value(try Comparison.areEqual(first, second, &budget))
  }

  static func isNotEqual(_ first: Value, _ second: Value, _ budget: inout Budget) throws(Failure) -> Value {
    Value(try Comparison.areEqual(first, second, &budget).map { !$0 })
  }

  static func isLess(_ first: Value, _ second: Value) throws(Failure) -> Value {
    Value(try Comparison.isLess(first, second))
  }

  static func isLessOrEqual(_ first: Value, _ second: Value) throws(Failure) -> Value {
    Value(try Comparison.isLessOrEqual(first, second))
  }

  static func isGreater(_ first: Value, _ second: Value) throws(Failure) -> Value {
    Value(try Comparison.isLess(second, first))
  }

  static func isGreaterOrEqual(_ first: Value, _ second: Value) throws(Failure) -> Value {
    Value(try Comparison.isLessOrEqual(second, first))
  }

  static func isIn(_ element: Value, _ container: Value, _ budget: inout Budget) throws(Failure) -> Value {
    Value(try Comparison.contains(element, in: container, &budget))
  }

  static func size(_ value: Value, _ budget: inout Budget) throws(Failure) -> Value {
    switch value {
    case .string(let string):
      try budget.spend(bytes: string.utf8.count)
      return .int(Int64(string.unicodeScalars.count))
    case .bytes(let bytes): return .int(Int64(bytes.count))
    case .list(let list): return list.isComplete ? .int(Int64(list.count)) : .unknown
    case .map(let map): return map.isComplete ? .int(Int64(map.count)) : .unknown
    default: throw .noOverload
    }
  }
}

extension ListContents {
  /// All known elements.
  var all: [Value] { (0..<count).map(element) }
}

extension Value {
  fileprivate var piecesLength: Int {
    switch self {
    case .string(let string): string.utf8.count
    case .partial(let partial): partial.pieces.reduce(0) { $0 + $1.utf8.count } + 32 * partial.pieces.count
    default: 0
    }
  }
}
