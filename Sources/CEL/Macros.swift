/// What is written as a call and is none: its arguments name variables, or are not evaluated.
extension Resolver {
  /// Nil if it is a call of a function after all.
  mutating func macro(
    _ receiver: Tree?, _ name: String, _ arguments: [Tree], at offset: Int
  ) throws(ExpressionProblem) -> Node? {
    guard let receiver else {
      return name == "has" && arguments.count == 1 ? try has(arguments[0], at: offset) : nil
    }
    switch (name, arguments.count) {
    case ("bind", 3) where receiver.qualifiedName == "cel":
      let variable = try variableName(arguments[0])
      let slot = nextSlot
      let value = try resolve(arguments[1])
      return .bind(slot: slot, value, try resolve(arguments[2], with: [variable], over: arguments[1]))
    case ("optMap", 2), ("optFlatMap", 2):
      let variable = try variableName(arguments[0])
      let slot = nextSlot
      let operand = try resolve(receiver)
      return .whenPresent(
        operand, slot: slot, try resolve(arguments[1], with: [variable], over: receiver),
        isFlat: name == "optFlatMap", offset: offset)
    default:
      guard let shape = Shape(name, arguments: arguments.count) else { return nil }
      return try comprehension(shape, over: receiver, arguments, at: offset)
    }
  }

  private mutating func has(_ argument: Tree, at offset: Int) throws(ExpressionProblem) -> Node {
    guard case .select(let operand, let field, let isOptional) = argument.kind else {
      throw ExpressionProblem(offset: argument.offset, message: "has() takes a field: has(value.field)")
    }
    return .has(try resolve(operand), Node.Field(name: field, isOptional: isOptional, offset: argument.offset))
  }

  private func variableName(_ tree: Tree) throws(ExpressionProblem) -> String {
    guard case .name(let name, isRooted: false) = tree.kind else {
      throw ExpressionProblem(offset: tree.offset, message: "expected the name of a variable")
    }
    return name
  }

  /// How a comprehension is written: its variables, then perhaps a condition, then perhaps what is made of an element.
  private struct Shape {
    let kind: Node.Comprehension.Kind
    let variables: Int
    let hasFilter: Bool
    let hasBody: Bool

    init?(_ name: String, arguments: Int) {
      switch (name, arguments) {
      case ("all", 2): self.init(.all, 1, filter: true)
      case ("exists", 2): self.init(.exists, 1, filter: true)
      case ("exists_one", 2), ("existsOne", 2): self.init(.existsOne, 1, filter: true)
      case ("filter", 2): self.init(.list, 1, filter: true)
      case ("map", 2): self.init(.list, 1, body: true)
      case ("map", 3): self.init(.list, 1, filter: true, body: true)
      case ("all", 3): self.init(.all, 2, filter: true)
      case ("exists", 3): self.init(.exists, 2, filter: true)
      case ("exists_one", 3), ("existsOne", 3): self.init(.existsOne, 2, filter: true)
      case ("transformList", 3): self.init(.list, 2, body: true)
      case ("transformList", 4): self.init(.list, 2, filter: true, body: true)
      case ("transformMap", 3): self.init(.map, 2, body: true)
      case ("transformMap", 4): self.init(.map, 2, filter: true, body: true)
      default: return nil
      }
    }

    private init(_ kind: Node.Comprehension.Kind, _ variables: Int, filter: Bool = false, body: Bool = false) {
      self.kind = kind
      self.variables = variables
      self.hasFilter = filter
      self.hasBody = body
    }
  }

  private mutating func comprehension(
    _ shape: Shape, over range: Tree, _ arguments: [Tree], at offset: Int
  ) throws(ExpressionProblem) -> Node {
    var names: [String] = []
    for argument in arguments.prefix(shape.variables) {
      let name = try variableName(argument)
      guard !names.contains(name) else {
        throw ExpressionProblem(offset: argument.offset, message: "both variables are called '\(name)'")
      }
      names.append(name)
    }
    var rest = arguments.dropFirst(shape.variables)
    let filter = shape.hasFilter ? rest.popFirst() : nil
    let body = shape.hasBody ? rest.popFirst() : nil

    let slot = nextSlot
    let resolvedRange = try resolve(range)
    var resolvedFilter: Node?
    if let filter { resolvedFilter = try resolve(filter, with: names, over: range) }
    var resolvedBody: Node?
    if let body { resolvedBody = try resolve(body, with: names, over: range) }
    return .comprehension(
      Node.Comprehension(
        kind: shape.kind, range: resolvedRange, slots: (slot, shape.variables == 2 ? slot + 1 : nil),
        filter: resolvedFilter, body: resolvedBody, offset: offset))
  }
}
