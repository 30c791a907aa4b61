/// Builds the tree of an expression, by the grammar of the language's definition.
struct Parser {
  private let tokens: [Token]
  private var position = 0
  private var depth = 0

  init(_ source: String) throws(ExpressionProblem) {
    tokens = try Lexer.tokens(of: source)
  }

  mutating func parse() throws(ExpressionProblem) -> Tree {
    let tree = try expression()
    guard case .end = current.kind else { throw unexpected("the end of the expression") }
    return tree
  }

  // MARK: Tokens

  /// The lexer ends every list with a token that is never passed.
  private var current: Token { tokens[min(position, tokens.count - 1)] }

  private mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  private func isAt(_ symbol: String) -> Bool {
    if case .symbol(symbol) = current.kind { true } else { false }
  }

  private mutating func take(_ symbol: String) -> Bool {
    guard isAt(symbol) else { return false }
    advance()
    return true
  }

  private mutating func expect(_ symbol: String) throws(ExpressionProblem) {
    guard take(symbol) else { throw unexpected("'\(symbol)'") }
  }

  private func unexpected(_ expected: String) -> ExpressionProblem {
    let found =
      switch current.kind {
      case .name(let name), .quotedName(let name): "'\(name)'"
      case .int, .uint, .double: "a number"
      case .string, .bytes: "a string"
      case .symbol(let symbol): "'\(symbol)'"
      case .end: "the end"
      }
    return ExpressionProblem(offset: current.offset, message: "expected \(expected), found \(found)")
  }

  private func make(_ kind: Tree.Kind, at offset: Int, over children: [Tree] = []) throws(ExpressionProblem) -> Tree {
    let height = 1 + children.reduce(0) { max($0, $1.height) }
    guard height <= Limit.depth else { throw tooDeep(offset) }
    return Tree(offset: offset, height: height, kind: kind)
  }

  private func tooDeep(_ offset: Int) -> ExpressionProblem {
    ExpressionProblem(offset: offset, message: "the expression is nested deeper than \(Limit.depth) levels")
  }

  // MARK: Operators

  private mutating func expression() throws(ExpressionProblem) -> Tree {
    depth += 1
    guard depth <= Limit.depth else { throw tooDeep(current.offset) }
    defer { depth -= 1 }

    // The last branch of a conditional may be a conditional again, which is a chain and no nesting while it is read.
    var steps: [(condition: Tree, value: Tree, offset: Int)] = []
    var tree = try disjunction()
    while isAt("?") {
      let offset = current.offset
      advance()
      let value = try disjunction()
      try expect(":")
      steps.append((tree, value, offset))
      tree = try disjunction()
    }
    for step in steps.reversed() {
      tree = try make(
        .conditional(step.condition, step.value, tree), at: step.offset, over: [step.condition, step.value, tree])
    }
    return tree
  }

  private mutating func disjunction() throws(ExpressionProblem) -> Tree {
    let first = try conjunction()
    guard isAt("||") else { return first }
    let offset = current.offset
    var operands = [first]
    while take("||") { operands.append(try conjunction()) }
    return try make(.or(operands), at: offset, over: operands)
  }

  private mutating func conjunction() throws(ExpressionProblem) -> Tree {
    let first = try binary(above: 0)
    guard isAt("&&") else { return first }
    let offset = current.offset
    var operands = [first]
    while take("&&") { operands.append(try binary(above: 0)) }
    return try make(.and(operands), at: offset, over: operands)
  }

  private static let precedences = [
    "==": 1, "!=": 1, "<": 1, "<=": 1, ">": 1, ">=": 1, "in": 1, "+": 2, "-": 2, "*": 3, "/": 3, "%": 3,
  ]

  private var binaryOperator: String? {
    switch current.kind {
    case .symbol(let symbol): symbol
    case .name("in"): "in"
    default: nil
    }
  }

  private mutating func binary(above least: Int) throws(ExpressionProblem) -> Tree {
    var left = try unary()
    while let symbol = binaryOperator, let precedence = Parser.precedences[symbol], precedence > least {
      let offset = current.offset
      advance()
      let right = try binary(above: precedence)
      left = try make(.call(receiver: nil, symbol, [left, right]), at: offset, over: [left, right])
    }
    return left
  }

  private mutating func unary() throws(ExpressionProblem) -> Tree {
    var operators: [(symbol: String, offset: Int)] = []
    while isAt("!") || isAt("-") {
      if isAt("-"), case .int(let magnitude) = tokens[min(position + 1, tokens.count - 1)].kind {
        // The sign belongs to the number: the least int has no positive twin.
        let offset = current.offset
        advance()
        let value = try int(magnitude, isNegative: true)
        return try apply(operators, to: try members(of: make(.literal(value), at: offset)))
      }
      operators.append((isAt("!") ? "!" : "-", current.offset))
      advance()
    }
    return try apply(operators, to: try members(of: primary()))
  }

  private func apply(
    _ operators: [(symbol: String, offset: Int)], to operand: Tree
  ) throws(ExpressionProblem) -> Tree {
    var tree = operand
    for (symbol, offset) in operators.reversed() {
      tree = try make(.call(receiver: nil, symbol, [tree]), at: offset, over: [tree])
    }
    return tree
  }

  // MARK: Members

  private mutating func members(of operand: Tree) throws(ExpressionProblem) -> Tree {
    var tree = operand
    while true {
      let offset = current.offset
      if take(".") {
        tree = try member(of: tree, at: offset)
      } else if take("[") {
        let isOptional = take("?")
        let index = try expression()
        try expect("]")
        tree = try make(.index(tree, index, isOptional: isOptional), at: offset, over: [tree, index])
      } else if isAt("{"), tree.isQualifiedName {
        throw ExpressionProblem(offset: offset, message: "messages of protocol buffers are not supported")
      } else {
        return tree
      }
    }
  }

  /// A field or a method, behind its dot.
  private mutating func member(of tree: Tree, at dot: Int) throws(ExpressionProblem) -> Tree {
    let isOptional = take("?")
    let offset = current.offset
    switch current.kind {
    case .quotedName(let field):
      advance()
      return try make(.select(tree, field, isOptional: isOptional), at: offset, over: [tree])
    case .name(let name) where !["in", "true", "false", "null"].contains(name):
      advance()
      guard !isOptional, take("(") else {
        return try make(.select(tree, name, isOptional: isOptional), at: offset, over: [tree])
      }
      let arguments = try expressions(until: ")")
      return try make(.call(receiver: tree, name, arguments), at: offset, over: [tree] + arguments)
    default: throw unexpected("a field's name")
    }
  }

  private mutating func expressions(until end: String) throws(ExpressionProblem) -> [Tree] {
    var trees: [Tree] = []
    guard !take(end) else { return trees }
    repeat { trees.append(try expression()) } while take(",")
    try expect(end)
    return trees
  }

  // MARK: Primaries

  private mutating func primary() throws(ExpressionProblem) -> Tree {
    let offset = current.offset
    switch current.kind {
    case .int(let magnitude): return try make(.literal(try int(magnitude, isNegative: false)), at: offset)
    case .uint(let value): return try literal(.uint(value))
    case .double(let value): return try literal(.double(value))
    case .string(let value): return try literal(.string(value))
    case .bytes(let value): return try literal(.bytes(value))
    case .name(let name): return try named(name)
    case .symbol("("):
      advance()
      let tree = try expression()
      try expect(")")
      return tree
    case .symbol("["):
      advance()
      return try list(at: offset)
    case .symbol("{"):
      advance()
      return try map(at: offset)
    case .symbol("."):
      advance()
      guard case .name(let name) = current.kind else { throw unexpected("a name") }
      return try named(name, isRooted: true)
    default: throw unexpected("a value")
    }
  }

  private mutating func literal(_ value: Value) throws(ExpressionProblem) -> Tree {
    let offset = current.offset
    advance()
    return try make(.literal(value), at: offset)
  }

  private mutating func int(_ magnitude: UInt64, isNegative: Bool) throws(ExpressionProblem) -> Value {
    let value = isNegative ? Int64(exactly: 0 - Int128(magnitude)) : Int64(exactly: magnitude)
    guard let value else {
      throw ExpressionProblem(offset: current.offset, message: "the number is too large for the type int")
    }
    advance()
    return .int(value)
  }

  private static let reserved: Set = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "in", "let", "loop", "package",
    "namespace", "return", "var", "void", "while",
  ]

  private mutating func named(_ name: String, isRooted: Bool = false) throws(ExpressionProblem) -> Tree {
    let offset = current.offset
    if !isRooted {
      switch name {
      case "true": return try literal(.bool(true))
      case "false": return try literal(.bool(false))
      case "null": return try literal(.null)
      default: break
      }
    }
    guard !Parser.reserved.contains(name) else {
      throw ExpressionProblem(offset: offset, message: "'\(name)' is a reserved word")
    }
    advance()
    guard take("(") else { return try make(.name(name, isRooted: isRooted), at: offset) }
    let arguments = try expressions(until: ")")
    return try make(.call(receiver: nil, name, arguments), at: offset, over: arguments)
  }

  private mutating func list(at offset: Int) throws(ExpressionProblem) -> Tree {
    var elements: [Tree.Element] = []
    while !isAt("]") {
      let isOptional = take("?")
      elements.append(Tree.Element(value: try expression(), isOptional: isOptional))
      guard take(",") else { break }
    }
    try expect("]")
    return try make(.list(elements), at: offset, over: elements.map(\.value))
  }

  private mutating func map(at offset: Int) throws(ExpressionProblem) -> Tree {
    var pairs: [Tree.Pair] = []
    while !isAt("}") {
      let isOptional = take("?")
      let key = try expression()
      try expect(":")
      pairs.append(Tree.Pair(key: key, value: try expression(), isOptional: isOptional))
      guard take(",") else { break }
    }
    try expect("}")
    return try make(.map(pairs), at: offset, over: pairs.flatMap { [$0.key, $0.value] })
  }
}

extension Tree {
  /// Whether it is a name, or fields of a name: what the type of a message looks like.
  var isQualifiedName: Bool { qualifiedName != nil }

  /// `a.b.c` as one name.
  var qualifiedName: String? {
    switch kind {
    case .name(let name, _): name
    case .select(let operand, let field, isOptional: false): operand.qualifiedName.map { "\($0).\(field)" }
    default: nil
    }
  }
}
