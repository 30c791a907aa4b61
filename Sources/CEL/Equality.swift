/// What is equal, what is ordered; nil where what is unknown decides.
enum Comparison {
  /// Values of different types are not equal; numbers are, whatever their type.
  static func areEqual(_ first: Value, _ second: Value, _ budget: inout Budget) throws(Failure) -> Bool? {
    switch (first, second) {
    case (.unknown, _), (_, .unknown): return nil
    case (.string(let first), .string(let second)):
      try budget.spend(bytes: min(first.utf8.count, second.utf8.count))
      return first.isSame(as: second)
    case (.list(let first), .list(let second)): return try areEqual(first, second, &budget)
    case (.map(let first), .map(let second)): return try areEqual(first, second, &budget)
    case (.optional(let first), .optional(let second)):
      guard let first, let second else { return first == nil && second == nil }
      return try areEqual(first, second, &budget)
    case (.partial, _), (_, .partial): return areEqualInPart(first, second)
    default: return areEqualScalars(first, second)
    }
  }

  private static func areEqualInPart(_ first: Value, _ second: Value) -> Bool? {
    switch (first, second) {
    case (.partial(let first), .partial(let second)): first.isEqual(to: second)
    case (.partial(let partial), .string(let string)), (.string(let string), .partial(let partial)):
      partial.isEqual(to: string)
    default: false
    }
  }

  private static func areEqualScalars(_ first: Value, _ second: Value) -> Bool {
    switch (first, second) {
    case (.null, .null): true
    case (.bool(let first), .bool(let second)): first == second
    case (.int(let first), .int(let second)): first == second
    case (.uint(let first), .uint(let second)): first == second
    case (.bytes(let first), .bytes(let second)): first == second
    case (.timestamp(let first), .timestamp(let second)): first == second
    case (.duration(let first), .duration(let second)): first == second
    case (.type(let first), .type(let second)): first == second
    case (.network(let first), .network(let second)): first == second
    default: numbers(first, second) == .equal
    }
  }

  private static func areEqual(
    _ first: any ListContents, _ second: any ListContents, _ budget: inout Budget
  ) throws(Failure) -> Bool? {
    guard first.isComplete, second.isComplete else { return nil }
    guard first.count == second.count else { return false }
    try budget.spend(first.count)
    var isUnknown = false
    for position in 0..<first.count {
      switch try areEqual(first.element(at: position), second.element(at: position), &budget) {
      case false?: return false
      case nil: isUnknown = true
      default: break
      }
    }
    return isUnknown ? nil : true
  }

  private static func areEqual(
    _ first: any MapContents, _ second: any MapContents, _ budget: inout Budget
  ) throws(Failure) -> Bool? {
    let areComplete = first.isComplete && second.isComplete
    guard first.count == second.count || !areComplete else { return false }
    try budget.spend(first.count)
    var isUnknown = !areComplete
    for key in first.keys {
      guard let key = MapKey(key), let one = first.value(at: key) else { continue }
      guard let other = second.value(at: key) else {
        if second.isComplete { return false }
        continue
      }
      switch try areEqual(one, other, &budget) {
      case false?: return false
      case nil: isUnknown = true
      default: break
      }
    }
    return isUnknown ? nil : true
  }

  // MARK: Order

  enum Order { case ascending, equal, descending }

  /// Numbers of any type, on one line; nil for what is none, and for NaN.
  static func numbers(_ first: Value, _ second: Value) -> Order? {
    switch (first, second) {
    case (.int(let first), .int(let second)): order(first, second)
    case (.uint(let first), .uint(let second)): order(first, second)
    case (.int(let first), .uint(let second)): first < 0 ? .ascending : order(UInt64(first), second)
    case (.uint(let first), .int(let second)): second < 0 ? .descending : order(first, UInt64(second))
    case (.double(let first), .double(let second)): order(first, second)
    // The definition's tests ask for the precision of a double here.
    case (.int(let first), .double(let second)): order(Double(first), second)
    case (.uint(let first), .double(let second)): order(Double(first), second)
    case (.double(let first), .int(let second)): order(first, Double(second))
    case (.double(let first), .uint(let second)): order(first, Double(second))
    default: nil
    }
  }

  private static func order<Number: Comparable>(_ first: Number, _ second: Number) -> Order? {
    first < second ? .ascending : first == second ? .equal : first > second ? .descending : nil
  }

  /// Whether the first is less than the second; nil if that is unknown.
  static func isLess(_ first: Value, _ second: Value) throws(Failure) -> Bool? {
    switch (first, second) {
    case (.string(let first), .string(let second)): return first.precedes(second)
    case (.partial(let first), .string(let second)): return first.precedes(second)
    case (.string(let first), .partial(let second)): return second.follows(first)
    case (.partial, .partial): return nil
    case (.bytes(let first), .bytes(let second)): return first.lexicographicallyPrecedes(second)
    case (.bool(let first), .bool(let second)): return !first && second
    case (.timestamp(let first), .timestamp(let second)): return first < second
    case (.duration(let first), .duration(let second)): return first < second
    default:
      guard first.isNumber, second.isNumber else { throw .noOverload }
      return numbers(first, second) == .ascending
    }
  }

  /// Whether the first is less than or equal to the second.
  static func isLessOrEqual(_ first: Value, _ second: Value) throws(Failure) -> Bool? {
    // NaN is neither less nor greater than anything.
    if first.isNumber, second.isNumber {
      let order = numbers(first, second)
      return order == .ascending || order == .equal
    }
    return try isLess(second, first).map { !$0 }
  }

  /// Whether a list has an equal element, or a map the key.
  static func contains(_ value: Value, in container: Value, _ budget: inout Budget) throws(Failure) -> Bool? {
    switch container {
    case .map(let map):
      if case .partial = value { return nil }
      guard let key = MapKey(value), let found = map.value(at: key) else { return map.isComplete ? false : nil }
      if case .unknown = found { return nil }
      return true
    case .list(let list):
      try budget.spend(list.count)
      var isUnknown = !list.isComplete
      for position in 0..<list.count {
        switch try areEqual(value, list.element(at: position), &budget) {
        case true?: return true
        case nil: isUnknown = true
        default: break
        }
      }
      return isUnknown ? nil : false
    default: throw .noOverload
    }
  }
}

extension Value {
  var isNumber: Bool {
    switch self {
    case .int, .uint, .double: true
    default: false
    }
  }

  /// A truth that may be unknown.
  init(_ truth: Bool?) {
    self = truth.map(Value.bool) ?? .unknown
  }
}
