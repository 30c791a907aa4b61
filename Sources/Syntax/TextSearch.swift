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

extension Substring {
  /// The parts between the occurrences of an ASCII character; what follows the first `maxSplits` parts is the last one.
  package func split(
    on separator: Unicode.Scalar, maxSplits: Int = .max, keepingEmpty: Bool = false
  ) -> [Substring] {
    let separator = UInt8(ascii: separator)
    var parts: [Substring] = []
    var rest = utf8
    while parts.count < maxSplits, let end = rest.firstIndex(of: separator) {
      if keepingEmpty || end > rest.startIndex { parts.append(Substring(rest[..<end])) }
      rest = rest[rest.index(after: end)...]
    }
    if keepingEmpty || !rest.isEmpty { parts.append(Substring(rest)) }
    return parts
  }
}

extension String {
  /// The parts between the occurrences of an ASCII character.
  package func split(on separator: Unicode.Scalar, keepingEmpty: Bool = false) -> [Substring] {
    self[...].split(on: separator, keepingEmpty: keepingEmpty)
  }

  /// The path of the folder that a path leads through, with `/` at its end; empty for a bare name.
  package var folder: Substring {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { self[...$0] } ?? ""
  }

  /// Whether an ASCII text occurs in it.
  package func holds(_ word: String) -> Bool { self[...].holds(word) }

  /// What follows the first occurrence of an ASCII text; nil when it does not occur.
  package func rest(after word: String) -> Substring? { self[...].rest(after: word) }
}
