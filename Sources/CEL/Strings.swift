/// What the language's definition says about strings.
extension Function {
  static let strings: Table = [
    .method("startsWith", 1): .spendingBinary(Strings.startsWith).takingPartial,
    .method("endsWith", 1): .spendingBinary(Strings.endsWith).takingPartial,
    .method("contains", 1): .spendingBinary(Strings.contains).takingPartial,
    .method("matches", 1): .spendingBinary(Strings.matches).takingPartial,
    .function("matches", 2): .spendingBinary(Strings.matches).takingPartial,
  ]

  /// `matches` with a pattern that is known before anything is evaluated.
  static func matches(_ pattern: Pattern) -> Function {
    let body: Binary = { (text, _, budget) throws(Failure) in try Strings.matches(text, pattern, &budget) }
    return Function(body: .binary(body), takesPartial: true)
  }
}

private enum Strings {
  static func startsWith(_ text: Value, _ part: Value, _ budget: inout Budget) throws(Failure) -> Value {
    let part = try string(part, &budget)
    switch (text, part) {
    case (.string(let text), let part?): return .bool(text.utf8.starts(with: part.utf8))
    case (.partial(let text), let part?): return Value(text.hasPrefix(part))
    case (.string, nil), (.partial, nil): return .unknown
    default: throw .noOverload
    }
  }

  static func endsWith(_ text: Value, _ part: Value, _ budget: inout Budget) throws(Failure) -> Value {
    let part = try string(part, &budget)
    switch (text, part) {
    case (.string(let text), let part?): return .bool(text.utf8.ends(with: part.utf8))
    case (.partial(let text), let part?): return Value(text.hasSuffix(part))
    case (.string, nil), (.partial, nil): return .unknown
    default: throw .noOverload
    }
  }

  static func contains(_ text: Value, _ part: Value, _ budget: inout Budget) throws(Failure) -> Value {
    let part = try string(part, &budget)
    switch (text, part) {
    case (.string(let text), let part?):
      // A search takes as many steps as text and part have bytes together, if all but the last byte agree everywhere.
      try budget.spend(bytes: text.utf8.count * max(part.utf8.count / 16, 1))
      return .bool(text.contains(bytesOf: part))
    case (.partial(let text), let part?):
      let length = text.pieces.reduce(0) { $0 + $1.utf8.count }
      try budget.spend(bytes: length * max(part.utf8.count / 16, 1))
      return Value(text.contains(part))
    case (.string, nil), (.partial, nil): return .unknown
    default: throw .noOverload
    }
  }

  /// Nil for a string that is known in part.
  private static func string(_ value: Value, _ budget: inout Budget) throws(Failure) -> String? {
    switch value {
    case .string(let string):
      try budget.spend(bytes: string.utf8.count)
      return string
    case .partial: return nil
    default: throw .noOverload
    }
  }

  static func matches(_ text: Value, _ pattern: Value, _ budget: inout Budget) throws(Failure) -> Value {
    switch (text, pattern) {
    case (.string, .string(let source)), (.partial, .string(let source)):
      try budget.spend(source.utf8.count)
      let pattern: Pattern
      do { pattern = try Pattern(source) } catch { throw Failure(error.message) }
      // Compiling a state takes about as much as evaluating a node.
      try budget.spend(pattern.size)
      return try matches(text, pattern, &budget)
    case (.string, .partial), (.partial, .partial): return .unknown
    default: throw .noOverload
    }
  }

  static func matches(_ text: Value, _ pattern: Pattern, _ budget: inout Budget) throws(Failure) -> Value {
    switch text {
    case .string(let text): .bool(try pattern.matches(text, &budget))
    case .partial(let text): Value(try pattern.matches(text, &budget))
    default: throw .noOverload
    }
  }
}
