/// Why a function has no value for its arguments; the caller adds the place.
struct Failure: Error {
  let message: String

  init(_ message: String) {
    self.message = message
  }

  /// The types of the arguments are not the function's; the caller, who knows them, finds the words.
  static let noOverload = Failure("")
  var isNoOverload: Bool { message.isEmpty }
}

/// What can be called: a function, a method, or an operator.
struct Function: Sendable {
  typealias Unary = @Sendable (Value, inout Budget) throws(Failure) -> Value
  typealias Binary = @Sendable (Value, Value, inout Budget) throws(Failure) -> Value
  typealias Ternary = @Sendable (Value, Value, Value, inout Budget) throws(Failure) -> Value
  typealias Variadic = @Sendable ([Value], inout Budget) throws(Failure) -> Value

  enum Body: Sendable {
    case unary(Unary)
    case binary(Binary)
    case ternary(Ternary)
    case variadic(Variadic)
  }

  let body: Body
  /// Whether it knows what to do with a string that is known in part; if not, its value is unknown for one.
  var takesPartial = false

  /// No argument is unknown.
  func apply(to arguments: [Value], _ budget: inout Budget) throws(Failure) -> Value {
    switch (body, arguments.count) {
    case (.unary(let body), 1): try body(arguments[0], &budget)
    case (.binary(let body), 2): try body(arguments[0], arguments[1], &budget)
    case (.ternary(let body), 3): try body(arguments[0], arguments[1], arguments[2], &budget)
    case (.variadic(let body), _): try body(arguments, &budget)
    default: throw .noOverload
    }
  }

  // MARK: All of them

  struct Signature: Hashable, Sendable {
    let name: String
    let isMethod: Bool
    /// Arguments without the receiver; nil if there may be any number of them.
    let arguments: Int?
  }

  typealias Table = [Signature: Function]

  private static let table: Table = {
    let parts: [Table] = [
      operators, conversions, strings, extendedStrings, mathematics, bits, time, optionals, base64, networks,
    ]
    return parts.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
  }()

  /// A function or, by its symbol, an operator.
  static func named(_ name: String, arguments: Int) -> Function? {
    table[Signature(name: name, isMethod: false, arguments: arguments)]
      ?? table[Signature(name: name, isMethod: false, arguments: nil)]
  }

  static func method(_ name: String, arguments: Int) -> Function? {
    table[Signature(name: name, isMethod: true, arguments: arguments)]
  }
}

extension Function.Signature {
  static func function(_ name: String, _ arguments: Int?) -> Function.Signature {
    Function.Signature(name: name, isMethod: false, arguments: arguments)
  }

  static func method(_ name: String, _ arguments: Int = 0) -> Function.Signature {
    Function.Signature(name: name, isMethod: true, arguments: arguments)
  }
}

extension Function {
  static func unary(_ body: @escaping @Sendable (Value) throws(Failure) -> Value) -> Function {
    Function(body: .unary { (value, _) throws(Failure) in try body(value) })
  }

  static func binary(_ body: @escaping @Sendable (Value, Value) throws(Failure) -> Value) -> Function {
    Function(body: .binary { (first, second, _) throws(Failure) in try body(first, second) })
  }

  static func ternary(_ body: @escaping @Sendable (Value, Value, Value) throws(Failure) -> Value) -> Function {
    Function(body: .ternary { (first, second, third, _) throws(Failure) in try body(first, second, third) })
  }

  static func variadic(_ body: @escaping @Sendable ([Value]) throws(Failure) -> Value) -> Function {
    Function(body: .variadic { (values, _) throws(Failure) in try body(values) })
  }

  static func spendingUnary(_ body: @escaping Unary) -> Function { Function(body: .unary(body)) }
  static func spendingBinary(_ body: @escaping Binary) -> Function { Function(body: .binary(body)) }
  static func spendingTernary(_ body: @escaping Ternary) -> Function { Function(body: .ternary(body)) }

  /// The same function, asked about strings that are known in part.
  var takingPartial: Function { Function(body: body, takesPartial: true) }
}
