/// One evaluation: what the variables hold, and how much work is still allowed.
///
/// Every node's work stands in a function of its own, which keeps the frames of a debug build small.
struct Evaluation {
  private let variables: [Value?]
  private var locals: [Value]
  var budget = Budget()

  init(variables: [Value?], slots: Int) {
    self.variables = variables
    locals = Array(repeating: .null, count: slots)
  }

  mutating func value(of node: Node) throws(EvaluationProblem) -> Value {
    switch node {
    case .constant(let value): return value
    case .local(let slot): return locals[slot]
    case .variable(let index, let name, let offset): return try variable(index, name, offset)
    case .select(let operand, let field): return try select(operand, field)
    case .has(let operand, let field): return try has(operand, field)
    case .index(let operand, let index, let isOptional, let offset):
      return try self.index(operand, index, isOptional: isOptional, at: offset)
    case .and(let operands, let offset): return try fold(operands, decidedBy: false, "&&", at: offset)
    case .or(let operands, let offset): return try fold(operands, decidedBy: true, "||", at: offset)
    case .conditional(let condition, let first, let second, let offset):
      return try conditional(condition, first, second, at: offset)
    case .call(let call): return try self.call(call)
    case .list(let elements): return try list(elements)
    case .map(let pairs): return try map(pairs)
    case .comprehension(let comprehension): return try self.comprehension(comprehension)
    case .bind(let slot, let value, let body): return try bind(slot, value, body)
    case .whenPresent(let operand, let slot, let body, let isFlat, let offset):
      return try whenPresent(operand, slot, body, isFlat: isFlat, at: offset)
    case .failure(let problem): throw problem
    }
  }

  mutating func set(_ slot: Int, _ value: Value) {
    locals[slot] = value
  }

  mutating func spend(_ steps: Int, at offset: Int) throws(EvaluationProblem) {
    do { try budget.spend(steps) } catch { throw EvaluationProblem(offset: offset, message: error.message) }
  }

  private func variable(_ index: Int, _ name: String, _ offset: Int) throws(EvaluationProblem) -> Value {
    guard index < variables.count, let value = variables[index] else {
      throw EvaluationProblem(offset: offset, message: "undeclared reference to '\(name)'")
    }
    return value
  }

  private mutating func bind(_ slot: Int, _ value: Node, _ body: Node) throws(EvaluationProblem) -> Value {
    let value = try self.value(of: value)
    set(slot, value)
    return try self.value(of: body)
  }

  // MARK: Logic

  /// The value of an operand of `&&` or `||`, or the error it ends with.
  private enum Outcome {
    case value(Value)
    case problem(EvaluationProblem)
  }

  private mutating func outcome(of node: Node) -> Outcome {
    do { return .value(try value(of: node)) } catch { return .problem(error) }
  }

  /// `&&` and `||` are decided by one operand, whatever the others are; what is not decided is unknown rather than an
  /// error.
  private mutating func fold(
    _ operands: [Node], decidedBy deciding: Bool, _ symbol: String, at offset: Int
  ) throws(EvaluationProblem) -> Value {
    try spend(operands.count, at: offset)
    var isUnknown = false
    var problem: EvaluationProblem?
    for operand in operands {
      switch outcome(of: operand) {
      case .value(.bool(deciding)): return .bool(deciding)
      case .value(.bool): break
      case .value(.unknown): isUnknown = true
      case .value(let other):
        problem = problem ?? noOverload(symbol, [other], at: offset)
      case .problem(let found):
        if budget.isSpent { throw found }
        problem = problem ?? found
      }
    }
    if isUnknown { return .unknown }
    if let problem { throw problem }
    return .bool(!deciding)
  }

  private mutating func conditional(
    _ condition: Node, _ first: Node, _ second: Node, at offset: Int
  ) throws(EvaluationProblem) -> Value {
    try spend(1, at: offset)
    switch try value(of: condition) {
    case .bool(let bool): return try value(of: bool ? first : second)
    case .unknown: return .unknown
    case let other: throw noOverload("?:", [other], at: offset)
    }
  }

  // MARK: Calls

  /// Evaluates all arguments, so that one that is unknown hides the error of another.
  mutating func values(of nodes: [Node]) throws(EvaluationProblem) -> [Value]? {
    var values: [Value] = []
    values.reserveCapacity(nodes.count)
    var isUnknown = false
    var problem: EvaluationProblem?
    for node in nodes {
      switch outcome(of: node) {
      case .value(.unknown): isUnknown = true
      case .value(let value): values.append(value)
      case .problem(let found):
        if budget.isSpent { throw found }
        problem = problem ?? found
      }
    }
    if isUnknown { return nil }
    if let problem { throw problem }
    return values
  }

  private mutating func call(_ call: Node.Call) throws(EvaluationProblem) -> Value {
    try spend(1, at: call.offset)
    guard let arguments = try values(of: call.arguments) else { return .unknown }
    if !call.function.takesPartial {
      for case .partial in arguments { return .unknown }
    }
    do {
      return try call.function.apply(to: arguments, &budget)
    } catch {
      guard error.isNoOverload else { throw EvaluationProblem(offset: call.offset, message: error.message) }
      throw noOverload(call.name, arguments, at: call.offset)
    }
  }

  func noOverload(_ name: String, _ arguments: [Value], at offset: Int) -> EvaluationProblem {
    let types = arguments.map(\.typeName).joined(separator: ", ")
    return EvaluationProblem(offset: offset, message: "no matching overload for '\(name)' applied to (\(types))")
  }

  // MARK: Literals

  private mutating func list(_ elements: [Node.Element]) throws(EvaluationProblem) -> Value {
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    var isComplete = true
    for element in elements {
      try spend(1, at: element.offset)
      let value = try value(of: element.value)
      guard element.isOptional else {
        values.append(value)
        continue
      }
      switch value {
      case .optional(let present): if let present { values.append(present) }
      case .unknown: isComplete = false
      default: throw notOptional(value, at: element.offset)
      }
    }
    return .list(Items(values, isComplete: isComplete))
  }

  private mutating func map(_ pairs: [Node.Pair]) throws(EvaluationProblem) -> Value {
    var entries = Entries.Builder()
    var isComplete = true
    for pair in pairs {
      try spend(1, at: pair.offset)
      let key = try value(of: pair.key)
      var value = try value(of: pair.value)
      if pair.isOptional {
        switch value {
        case .optional(let present?): value = present
        case .optional: continue
        case .unknown:
          isComplete = false
          continue
        default: throw notOptional(value, at: pair.offset)
        }
      }
      if key.isUncertain {
        isComplete = false
        continue
      }
      try insert(key, value, into: &entries, at: pair.offset)
    }
    return .map(Entries(entries, isComplete: isComplete))
  }

  func insert(
    _ key: Value, _ value: Value, into entries: inout Entries.Builder, at offset: Int
  ) throws(EvaluationProblem) {
    switch entries.insert(key, value) {
    case .inserted: return
    case .repeated: throw EvaluationProblem(offset: offset, message: "repeated key: \(key.shown)")
    case .unsupported:
      throw EvaluationProblem(offset: offset, message: "a value of type \(key.typeName) cannot be a key")
    }
  }

  private func notOptional(_ value: Value, at offset: Int) -> EvaluationProblem {
    EvaluationProblem(offset: offset, message: "expected an optional value behind '?', found \(value.typeName)")
  }
}

/// How much work an evaluation may still do.
struct Budget {
  private var steps = Limit.steps

  /// Once it is, no operator may go on with another operand.
  var isSpent: Bool { steps < 0 }

  mutating func spend(_ count: Int) throws(Failure) {
    guard steps >= 0, count <= steps else {
      steps = -1
      throw Failure("the evaluation takes more than \(Limit.steps) steps")
    }
    steps -= count
  }

  /// Spends what making or reading this many bytes takes.
  mutating func spend(bytes count: Int) throws(Failure) {
    try spend(count / 16)
  }
}

extension Value {
  /// Whether something about the value itself is unknown, elements of it aside.
  var isUncertain: Bool {
    switch self {
    case .unknown, .partial: true
    default: false
    }
  }

  /// A key, as messages write it.
  var shown: String {
    switch self {
    case .string(let string): "'\(string)'"
    case .int(let int): String(int)
    case .uint(let uint): String(uint)
    case .bool(let bool): String(bool)
    case .double(let double): Decimal.shortest(double)
    default: typeName
    }
  }
}
