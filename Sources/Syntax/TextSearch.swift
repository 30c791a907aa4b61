// The standard library's `contains` takes canonical equivalence into account, which costs many times what these do.

extension StringProtocol {
  /// Whether an ASCII text occurs in it.
  package func holds(_ word: String) -> Bool { rest(after: word) != nil }

  /// What follows the first occurrence of an ASCII text; nil when it does not occur.
  package func rest(after word: String) -> SubSequence? {
    guard let first = word.utf8.first else { return self[...] }
    var rest = utf8[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: word.utf8) { return self[rest.dropFirst(word.utf8.count).startIndex...] }
      rest = rest.dropFirst()
    }
    return nil
  }
}
