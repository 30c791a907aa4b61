/// `all`, `exists`, `map` and their kin.
///
/// A list that is not complete is treated as what it is: elements that are known, and others that may be anything.
extension Evaluation {
  mutating func comprehension(_ comprehension: Node.Comprehension) throws(EvaluationProblem) -> Value {
    try spend(1, at: comprehension.offset)
    let range: Range
    switch try value(of: comprehension.range) {
    case .list(let list): range = .list(list)
    case .map(let map): range = .map(map, map.keys)
    case .unknown: return .unknown
    case let other:
      throw EvaluationProblem(
        offset: comprehension.offset, message: "a value of type \(other.typeName) has no elements to go through")
    }
    switch comprehension.kind {
    case .all: return try quantify(comprehension, over: range, decidedBy: false)
    case .exists: return try quantify(comprehension, over: range, decidedBy: true)
    case .existsOne: return try existsOne(comprehension, over: range)
    case .list: return try collectList(comprehension, over: range)
    case .map: return try collectMap(comprehension, over: range)
    }
  }

  /// What a comprehension goes through.
  private enum Range {
    case list(any ListContents)
    case map(any MapContents, [Value])

    var count: Int {
      switch self {
      case .list(let list): list.count
      case .map(_, let keys): keys.count
      }
    }

    var isComplete: Bool {
      switch self {
      case .list(let list): list.isComplete
      case .map(let map, _): map.isComplete
      }
    }

    /// The index or key of an element.
    func key(_ position: Int) -> Value {
      switch self {
      case .list(let list): list.isComplete ? .int(Int64(position)) : .unknown
      case .map(_, let keys): keys[position]
      }
    }

    func value(_ position: Int) -> Value {
      switch self {
      case .list(let list): list.element(at: position)
      case .map(let map, let keys): MapKey(keys[position]).flatMap(map.value) ?? .unknown
      }
    }

    /// What a single variable holds: the element of a list, the key of a map.
    func only(_ position: Int) -> Value {
      if case .map(_, let keys) = self { keys[position] } else { value(position) }
    }
  }

  private mutating func visit(
    _ position: Int, of range: Range, _ comprehension: Node.Comprehension
  ) throws(EvaluationProblem) {
    try spend(1, at: comprehension.offset)
    if let second = comprehension.slots.1 {
      set(comprehension.slots.0, range.key(position))
      set(second, range.value(position))
    } else {
      set(comprehension.slots.0, range.only(position))
    }
  }

  /// Whether the element is taken; nil if that is unknown.
  private mutating func isTaken(_ comprehension: Node.Comprehension) throws(EvaluationProblem) -> Bool? {
    guard let filter = comprehension.filter else { return true }
    switch try value(of: filter) {
    case .bool(let bool): return bool
    case .unknown: return nil
    case let other: throw noOverload("?:", [other], at: comprehension.offset)
    }
  }

  /// `all` is a chain of `&&`, `exists` one of `||`: errors and unknowns count only if no element decides.
  private mutating func quantify(
    _ comprehension: Node.Comprehension, over range: Range, decidedBy deciding: Bool
  ) throws(EvaluationProblem) -> Value {
    var isUnknown = !range.isComplete
    var problem: EvaluationProblem?
    for position in 0..<range.count {
      try visit(position, of: range, comprehension)
      do {
        switch try isTaken(comprehension) {
        case deciding?: return .bool(deciding)
        case nil: isUnknown = true
        default: break
        }
      } catch {
        if budget.isSpent { throw error }
        problem = problem ?? error
      }
    }
    if isUnknown { return .unknown }
    if let problem { throw problem }
    return .bool(!deciding)
  }

  private mutating func existsOne(
    _ comprehension: Node.Comprehension, over range: Range
  ) throws(EvaluationProblem) -> Value {
    var count = 0
    var isUnknown = !range.isComplete
    var problem: EvaluationProblem?
    for position in 0..<range.count {
      try visit(position, of: range, comprehension)
      do {
        switch try isTaken(comprehension) {
        case true?: count += 1
        case nil: isUnknown = true
        default: break
        }
      } catch {
        if budget.isSpent { throw error }
        problem = problem ?? error
      }
    }
    if isUnknown { return count > 1 && problem == nil ? .bool(false) : .unknown }
    if let problem { throw problem }
    return .bool(count == 1)
  }

  private mutating func collectList(
    _ comprehension: Node.Comprehension, over range: Range
  ) throws(EvaluationProblem) -> Value {
    var values: [Value] = []
    var isComplete = range.isComplete
    for position in 0..<range.count {
      try visit(position, of: range, comprehension)
      switch try isTaken(comprehension) {
      case true?:
        if let body = comprehension.body {
          values.append(try value(of: body))
        } else {
          values.append(range.only(position))
        }
      case nil: isComplete = false
      default: break
      }
    }
    return .list(Items(values, isComplete: isComplete))
  }

  private mutating func collectMap(
    _ comprehension: Node.Comprehension, over range: Range
  ) throws(EvaluationProblem) -> Value {
    var entries = Entries.Builder()
    var isComplete = range.isComplete
    for position in 0..<range.count {
      try visit(position, of: range, comprehension)
      let isTaken = try isTaken(comprehension)
      let key = range.key(position)
      guard isTaken == true, !key.isUncertain else {
        isComplete = isComplete && isTaken == false
        continue
      }
      var value = range.value(position)
      if let body = comprehension.body { value = try self.value(of: body) }
      try insert(key, value, into: &entries, at: comprehension.offset)
    }
    return .map(Entries(entries, isComplete: isComplete))
  }
}
