// The standard library's `contains` takes canonical equivalence into account, which costs many times what these do. They
// are not generic, since what is generic is slow across modules.

extension Substring {
  /// Whether an ASCII text occurs in it.
  package func holds(_ word: String) -> Bool { rest(after: word) != nil }

  /// What follows the first occurrence of an ASCII text; nil when it does not occur.
  package func rest(after word: String) -> Substring? {
    guard let first = word.utf8.first else { return self }
    var rest = utf8
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: word.utf8) { return Substring(rest.dropFirst(word.utf8.count)) }
      rest = rest.dropFirst()
    }
    return nil
  }
}

extension String {
  /// Whether an ASCII text occurs in it.
  package func holds(_ word: String) -> Bool { self[...].holds(word) }

  /// What follows the first occurrence of an ASCII text; nil when it does not occur.
  package func rest(after word: String) -> Substring? { self[...].rest(after: word) }
}
