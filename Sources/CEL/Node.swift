/// An expression ready to be evaluated: names are places, macros are what they stand for.
indirect enum Node: Sendable {
  case constant(Value)
  /// A variable of the caller, by its place in the list of them.
  case variable(Int, name: String, offset: Int)
  /// A variable that a comprehension or `bind` introduces, by its place.
  case local(Int)
  case select(Node, Field)
  /// `has(operand.field)`.
  case has(Node, Field)
  case index(Node, Node, isOptional: Bool, offset: Int)
  case and([Node], offset: Int)
  case or([Node], offset: Int)
  case conditional(Node, Node, Node, offset: Int)
  case call(Call)
  case list([Element])
  case map([Pair])
  case comprehension(Comprehension)
  case bind(slot: Int, Node, Node)
  /// `optional.optMap(name, body)`; `isFlat` if the body makes an optional itself.
  case whenPresent(Node, slot: Int, Node, isFlat: Bool, offset: Int)
  /// What is an error only when it is reached: another operand may decide without it.
  case failure(EvaluationProblem)

  struct Field: Sendable {
    let name: String
    let isOptional: Bool
    let offset: Int
  }

  struct Call: Sendable {
    let name: String
    let function: Function
    let arguments: [Node]
    let offset: Int
  }

  struct Element: Sendable {
    let value: Node
    let isOptional: Bool
    let offset: Int
  }

  struct Pair: Sendable {
    let key: Node
    let value: Node
    let isOptional: Bool
    let offset: Int
  }

  struct Comprehension: Sendable {
    enum Kind: Sendable { case all, exists, existsOne, list, map }

    let kind: Kind
    let range: Node
    /// Where the element stands; where the key and the value stand, if there are two variables.
    let slots: (Int, Int?)
    /// Which elements are taken; nil if all are.
    let filter: Node?
    /// What is made of an element; nil if it stays what it is.
    let body: Node?
    let offset: Int
  }
}
