/// An expression as it was written: names stand for themselves, macros are calls.
struct Tree: Sendable {
  let offset: Int
  /// Levels of trees, this one included.
  let height: Int
  let kind: Kind

  indirect enum Kind: Sendable {
    case literal(Value)
    /// `isRooted` if a dot stands before it, so that no variable of a comprehension is meant.
    case name(String, isRooted: Bool)
    case select(Tree, String, isOptional: Bool)
    case index(Tree, Tree, isOptional: Bool)
    case call(receiver: Tree?, String, [Tree])
    case list([Element])
    case map([Pair])
    case and([Tree])
    case or([Tree])
    case conditional(Tree, Tree, Tree)
  }

  /// An element of a list; one that is optional and has no value is left out.
  struct Element: Sendable {
    let value: Tree
    let isOptional: Bool
  }

  struct Pair: Sendable {
    let key: Tree
    let value: Tree
    let isOptional: Bool
  }
}
