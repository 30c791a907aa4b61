/// Fields, elements, and whether they are there.
extension Evaluation {
  /// What a look into a value finds.
  enum Found {
    case value(Value)
    case unknown
    /// With the words for why.
    case absent(String)
    /// A value of this type has no fields, or no elements.
    case unsupported
  }

  mutating func select(_ operand: Node, _ field: Node.Field) throws(EvaluationProblem) -> Value {
    try spend(1, at: field.offset)
    let value = try value(of: operand)
    return try pick(from: value, isOptional: field.isOptional, "field selection", at: field.offset) {
      $0.entry(.string(field.name))
    }
  }

  mutating func index(
    _ operand: Node, _ index: Node, isOptional: Bool, at offset: Int
  ) throws(EvaluationProblem) -> Value {
    try spend(1, at: offset)
    guard let values = try values(of: [operand, index]), values.count == 2 else { return .unknown }
    if case .partial = values[1] { return .unknown }
    let index = values[1]
    return try pick(from: values[0], isOptional: isOptional, "an index", at: offset) { $0.element(index) }
  }

  /// Looks into a value, or into the value of an optional, which makes the outcome an optional.
  private func pick(
    from value: Value, isOptional: Bool, _ what: String, at offset: Int, _ look: (Value) -> Found
  ) throws(EvaluationProblem) -> Value {
    var inner = value
    var isOptional = isOptional
    if case .optional(let present) = value {
      guard let present else { return .optional(nil) }
      inner = present
      isOptional = true
    }
    switch look(inner) {
    case .value(let found): return isOptional ? .optional(found) : found
    case .unknown: return .unknown
    case .absent(let reason):
      if isOptional { return .optional(nil) }
      throw EvaluationProblem(offset: offset, message: reason, isAbsence: true)
    case .unsupported:
      throw EvaluationProblem(offset: offset, message: "a value of type \(inner.typeName) does not support \(what)")
    }
  }

  mutating func has(_ operand: Node, _ field: Node.Field) throws(EvaluationProblem) -> Value {
    try spend(1, at: field.offset)
    var value = try value(of: operand)
    if case .optional(let present) = value {
      guard let present else { return .bool(false) }
      value = present
    }
    switch value.entry(.string(field.name)) {
    // What decides the value may decide that there is none.
    case .value(.unknown), .unknown: return .unknown
    case .value: return .bool(true)
    case .absent: return .bool(false)
    case .unsupported:
      throw EvaluationProblem(
        offset: field.offset, message: "a value of type \(value.typeName) does not support field selection")
    }
  }

  mutating func whenPresent(
    _ operand: Node, _ slot: Int, _ body: Node, isFlat: Bool, at offset: Int
  ) throws(EvaluationProblem) -> Value {
    try spend(1, at: offset)
    let name = isFlat ? "optFlatMap" : "optMap"
    switch try value(of: operand) {
    case .unknown: return .unknown
    case .optional(nil): return .optional(nil)
    case .optional(let present?):
      set(slot, present)
      let value = try value(of: body)
      switch (value, isFlat) {
      case (.unknown, _): return .unknown
      case (_, false): return .optional(value)
      case (.optional, true): return value
      case (_, true): throw noOverload(name, [value], at: offset)
      }
    case let other: throw noOverload(name, [other], at: offset)
    }
  }
}

extension Value {
  /// The entry of a map.
  func entry(_ key: Value) -> Evaluation.Found {
    switch self {
    case .map(let map):
      let hashed = MapKey(key)
      if let hashed, let value = map.value(at: hashed) { return .value(value) }
      guard map.isComplete || hashed == nil else { return .unknown }
      return .absent("no such key: \(key.shown)")
    case .unknown: return .unknown
    default: return .unsupported
    }
  }

  /// The element of a list or the entry of a map.
  func element(_ index: Value) -> Evaluation.Found {
    guard case .list(let list) = self else { return entry(index) }
    guard let key = MapKey(index), case .int(let position) = key else {
      return .absent("a list has no index \(index.shown)")
    }
    guard list.isComplete else { return .unknown }
    guard position >= 0, position < list.count else {
      return .absent("index \(position) is out of bounds for a list of \(list.count)")
    }
    return .value(list.element(at: Int(position)))
  }
}
