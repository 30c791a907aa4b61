/// Finds what names mean, and expands macros.
struct Resolver {
  private(set) var variables: [Expression.Reference] = []
  private(set) var unknownFunctions: [Expression.Reference] = []
  /// How many places local variables take.
  private(set) var slots = 0

  /// Local variables in scope, the innermost last; each takes the place that its index says.
  private var locals: [String] = []
  /// How much deeper than the tree a value can be, for what the local variables stand for.
  private var borrowedDepth = 0

  mutating func resolve(_ tree: Tree) throws(ExpressionProblem) -> Node {
    switch tree.kind {
    case .literal(let value): return .constant(value)
    case .name(let name, let isRooted): return self.name(name, isRooted: isRooted, at: tree.offset)
    case .select(let operand, let field, let isOptional):
      if let type = typeName(tree) { return .constant(.type(type)) }
      return .select(try resolve(operand), Node.Field(name: field, isOptional: isOptional, offset: tree.offset))
    case .index(let operand, let index, let isOptional):
      return .index(try resolve(operand), try resolve(index), isOptional: isOptional, offset: tree.offset)
    case .and(let operands): return .and(try resolve(operands), offset: tree.offset)
    case .or(let operands): return .or(try resolve(operands), offset: tree.offset)
    case .conditional(let condition, let first, let second):
      return .conditional(try resolve(condition), try resolve(first), try resolve(second), offset: tree.offset)
    case .list(let elements): return try list(elements)
    case .map(let pairs): return try map(pairs)
    case .call(let receiver, let name, let arguments):
      if let node = try macro(receiver, name, arguments, at: tree.offset) { return node }
      return try call(receiver, name, arguments, at: tree.offset)
    }
  }

  private mutating func resolve(_ trees: [Tree]) throws(ExpressionProblem) -> [Node] {
    var nodes: [Node] = []
    for tree in trees { nodes.append(try resolve(tree)) }
    return nodes
  }

  private mutating func list(_ elements: [Tree.Element]) throws(ExpressionProblem) -> Node {
    var nodes: [Node.Element] = []
    for element in elements {
      nodes.append(
        Node.Element(
          value: try resolve(element.value), isOptional: element.isOptional, offset: element.value.offset))
    }
    return .list(nodes)
  }

  private mutating func map(_ pairs: [Tree.Pair]) throws(ExpressionProblem) -> Node {
    var nodes: [Node.Pair] = []
    for pair in pairs {
      nodes.append(
        Node.Pair(
          key: try resolve(pair.key), value: try resolve(pair.value), isOptional: pair.isOptional,
          offset: pair.key.offset))
    }
    return .map(nodes)
  }

  // MARK: Names

  private static let types: Set = [
    "bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type", "optional_type",
    "google.protobuf.Timestamp", "google.protobuf.Duration", "net.IP", "net.CIDR",
  ]

  private func isLocal(_ tree: Tree) -> Bool {
    switch tree.kind {
    case .name(let name, isRooted: false): locals.contains(name)
    case .select(let operand, _, _): isLocal(operand)
    default: false
    }
  }

  private func typeName(_ tree: Tree) -> String? {
    guard let name = tree.qualifiedName, Resolver.types.contains(name), !isLocal(tree) else { return nil }
    return name
  }

  private mutating func name(_ name: String, isRooted: Bool, at offset: Int) -> Node {
    if !isRooted, let slot = locals.lastIndex(of: name) { return .local(slot) }
    if Resolver.types.contains(name) { return .constant(.type(name)) }
    if let index = variables.firstIndex(where: { $0.name == name }) {
      return .variable(index, name: name, offset: offset)
    }
    variables.append(Expression.Reference(name: name, offset: offset))
    return .variable(variables.count - 1, name: name, offset: offset)
  }

  /// Resolves a tree in which more local variables are in scope, which stand for a value or are taken from it.
  mutating func resolve(_ tree: Tree, with names: [String], over value: Tree) throws(ExpressionProblem) -> Node {
    borrowedDepth += value.height
    guard borrowedDepth + tree.height <= Limit.expandedDepth else {
      throw ExpressionProblem(
        offset: tree.offset,
        message: "variables are built upon each other more than \(Limit.expandedDepth) levels deep")
    }
    locals += names
    slots = max(slots, locals.count)
    defer {
      locals.removeLast(names.count)
      borrowedDepth -= value.height
    }
    return try resolve(tree)
  }

  /// Where the next local variable will stand.
  var nextSlot: Int { locals.count }

  // MARK: Calls

  private mutating func call(
    _ receiver: Tree?, _ name: String, _ arguments: [Tree], at offset: Int
  ) throws(ExpressionProblem) -> Node {
    if let receiver, let namespace = receiver.qualifiedName, !isLocal(receiver),
      let function = Function.named("\(namespace).\(name)", arguments: arguments.count)
    {
      return try call(function, "\(namespace).\(name)", arguments, at: offset)
    }
    if let receiver {
      if let function = Function.method(name, arguments: arguments.count) {
        return try call(function, name, [receiver] + arguments, at: offset)
      }
    } else if let function = Function.named(name, arguments: arguments.count) {
      return try call(function, name, arguments, at: offset)
    }

    unknownFunctions.append(Expression.Reference(name: name, offset: offset))
    _ = try resolve((receiver.map { [$0] } ?? []) + arguments)
    let count = arguments.count == 1 ? "1 argument" : "\(arguments.count) arguments"
    return .failure(EvaluationProblem(offset: offset, message: "there is no function '\(name)' with \(count)"))
  }

  private mutating func call(
    _ function: Function, _ name: String, _ arguments: [Tree], at offset: Int
  ) throws(ExpressionProblem) -> Node {
    var function = function
    if name == "matches", case .literal(.string(let pattern)) = arguments.last?.kind {
      do {
        function = Function.matches(try Pattern(pattern))
      } catch {
        throw ExpressionProblem(offset: arguments.last?.offset ?? offset, message: error.message)
      }
    }
    return .call(Node.Call(name: name, function: function, arguments: try resolve(arguments), offset: offset))
  }
}
