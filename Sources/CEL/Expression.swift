/// A parsed expression of the Common Expression Language, https://github.com/google/cel-spec.
///
/// It has the whole language but messages of protocol buffers, with the extensions for strings, mathematics, base64,
/// networks, optional values, `cel.bind` and comprehensions over two variables.
package struct Expression: Sendable {
  /// A name and where it is first used.
  package struct Reference: Sendable, Equatable {
    package let name: String
    /// Offset in the source's UTF-8.
    package let offset: Int
  }

  /// The variables that the expression needs, by the order of their first use.
  ///
  /// A caller that knows all variables rejects the others here: only what is reached is noticed when it is evaluated.
  package let variables: [Reference]

  /// The functions that it calls and that do not exist, or not with this number of arguments.
  package let unknownFunctions: [Reference]

  private let root: Node
  private let slots: Int

  /// Parses an expression.
  ///
  /// - Throws: What is wrong with it, and where. No source makes this trap, hang or exhaust the stack.
  package init(parsing source: String) throws(ExpressionProblem) {
    var parser = try Parser(source)
    let tree = try parser.parse()
    var resolver = Resolver()
    root = try resolver.resolve(tree)
    variables = resolver.variables
    unknownFunctions = resolver.unknownFunctions
    slots = resolver.slots
  }

  /// Evaluates the expression.
  ///
  /// - Parameter value: What a variable holds, asked once for each; nil if there is no such variable.
  /// - Returns: The value, `unknown` if what is known does not decide it.
  /// - Throws: The error that evaluation ends with, with the place of what failed.
  package func evaluate(_ value: (String) -> Value?) throws(EvaluationProblem) -> Value {
    var evaluation = Evaluation(variables: variables.map { value($0.name) }, slots: slots)
    return try evaluation.value(of: root)
  }

  /// Evaluates the expression with these variables.
  package func evaluate(_ values: [String: Value] = [:]) throws(EvaluationProblem) -> Value {
    try evaluate { values[$0] }
  }
}

/// Why a text is no expression.
package struct ExpressionProblem: Error, Sendable, Equatable {
  /// Offset in the source's UTF-8; the source's length where something is missing at its end.
  package let offset: Int
  package let message: String
}

/// Why an expression has no value.
package struct EvaluationProblem: Error, Sendable, Equatable {
  /// Offset in the source's UTF-8 of the operator, name or bracket whose evaluation failed.
  package let offset: Int
  package let message: String
  /// Whether it asks for a field or an element that is not there.
  package let isAbsence: Bool

  init(offset: Int, message: String, isAbsence: Bool = false) {
    self.offset = offset
    self.message = message
    self.isAbsence = isAbsence
  }
}

/// What keeps any expression from exhausting the stack, the memory or the reader's patience.
enum Limit {
  /// Levels of brackets while parsing, and levels of the parsed tree: a debug build has fat frames, a thread 512 KiB.
  static let depth = 100
  /// Levels of a tree with every variable that `bind` or a comprehension introduces replaced by what it stands for,
  /// which is what bounds the depth of a value.
  static let expandedDepth = 200
  /// Evaluated nodes; what makes or reads long values counts for more.
  static let steps = 1_000_000
  /// States of a compiled pattern.
  static let patternStates = 10_000
  /// A counted repetition of a pattern, as in RE2.
  static let patternRepetition = 1_000
  /// Levels of groups in a pattern.
  static let patternDepth = 100
  /// Digits after the point in `format`.
  static let precision = 100
}
