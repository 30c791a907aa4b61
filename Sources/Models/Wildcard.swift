import Syntax

/// A pattern of a configuration in which `*` stands for any text within a part between slashes, and `**` for any text.
package struct Wildcard: Sendable, Hashable {
  private enum Token: Sendable, Hashable {
    case byte(UInt8)
    /// Any text; without a slash unless it crosses them.
    case any(crossesSlash: Bool)

    var isAny: Bool { if case .any = self { true } else { false } }
  }

  private let tokens: [Token]

  package init(_ pattern: String) { tokens = Self.tokens(of: pattern) }

  /// Whether it matches a whole text.
  package func matches(_ text: String) -> Bool { mayMatch(Text(text)) }

  /// Whether it can match a whole text, whatever the unknown parts of that become.
  package func mayMatch(_ text: Text) -> Bool {
    let other = text.pieces.flatMap { piece -> [Token] in
      switch piece {
      case .literal(let known): known.utf8.map { .byte($0) }
      case .hole: [.any(crossesSlash: true)]
      }
    }
    // reachable[j]: what is behind of the pattern can be what the first j tokens of the text stand for.
    var reachable = [Bool](repeating: false, count: other.count + 1)
    reachable[0] = true
    for index in other.indices where reachable[index] && other[index].isAny { reachable[index + 1] = true }
    for token in tokens {
      reachable = Self.step(token, other, from: reachable)
      guard reachable.contains(true) else { return false }
    }
    return reachable[other.count]
  }

  private static func tokens(of pattern: String) -> [Token] {
    var tokens: [Token] = []
    var stars = 0
    func any() -> [Token] { stars == 0 ? [] : [.any(crossesSlash: stars > 1)] }
    for byte in pattern.utf8 {
      if byte == UInt8(ascii: "*") {
        stars += 1
        continue
      }
      tokens += any() + [.byte(byte)]
      stars = 0
    }
    return tokens + any()
  }

  /// What can be reached in the text once one more token of the pattern is used up.
  private static func step(_ token: Token, _ text: [Token], from reachable: [Bool]) -> [Bool] {
    var next = [Bool](repeating: false, count: reachable.count)
    for index in reachable.indices {
      let hasNext = index < text.count
      switch token {
      case .any(let crossesSlash):
        if reachable[index] { next[index] = true }
        guard hasNext, next[index] else { continue }
        let isSlash = text[index] == .byte(UInt8(ascii: "/"))
        if crossesSlash || !isSlash { next[index + 1] = true }
      case .byte:
        // An unknown part may be this byte and more to come, or nothing at all.
        if hasNext, reachable[index] {
          if text[index] == token { next[index + 1] = true }
          if text[index].isAny { next[index] = true }
        }
        if hasNext, next[index], text[index].isAny { next[index + 1] = true }
      }
    }
    return next
  }
}
