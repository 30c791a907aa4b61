import Syntax

extension Text {
  /// The parts between the occurrences of an ASCII separator in what is known; an unknown part is never cut.
  package func split(on separator: Unicode.Scalar, maxSplits: Int = .max) -> [Text] {
    if let literal {
      return literal[...].split(on: separator, maxSplits: maxSplits, keepingEmpty: true).map { Text(String($0)) }
    }
    let separator = UInt8(ascii: separator)
    var parts: [[Piece]] = [[]]
    for piece in pieces {
      guard case .literal(let known) = piece else {
        parts[parts.count - 1].append(piece)
        continue
      }
      var rest = known[...]
      while parts.count <= maxSplits, let index = rest.utf8.firstIndex(of: separator) {
        parts[parts.count - 1].append(.literal(String(rest[..<index])))
        parts.append([])
        rest = rest[rest.utf8.index(after: index)...]
      }
      parts[parts.count - 1].append(.literal(String(rest)))
    }
    return parts.map { Text($0) }
  }

  /// Whether some part is unknown.
  package var hasHoles: Bool { literal == nil }

  /// As it was written, placeholders and all.
  package var source: String {
    pieces.reduce(into: "") { result, piece in
      switch piece {
      case .literal(let part), .hole(let part): result += part
      }
    }
  }

  /// Whether every unknown part means the same thing wherever it stands: a variable, not a stand-in to be replaced by hand.
  package var hasOnlyVariables: Bool { holes.allSatisfy { $0.hasPrefix("$") || $0.hasPrefix("{{") } }
}

/// The words of a name in lower case: `ecsTaskExecutionRole` has `ecs`, `task`, `execution`, `role`.
package func wordsOfName(_ name: String) -> [String] {
  var words: [String] = []
  var word: [UInt8] = []
  var previous: UInt8 = 0
  func finish() {
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    word.removeAll(keepingCapacity: true)
  }
  for byte in name.utf8 {
    if !byte.isLetterOrDigit || (byte.isUpperCase && previous.isLowerOrDigit) { finish() }
    if byte.isLetterOrDigit { word.append(byte.isUpperCase ? byte | 0x20 : byte) }
    previous = byte
  }
  finish()
  return words
}

extension Sequence<String> {
  /// The strings as a sentence lists them: `a`, `a or b`, `a, b or c`.
  package func inWords(_ conjunction: String) -> String {
    let all = Array(self)
    guard let last = all.last, all.count > 1 else { return all.first ?? "" }
    return all.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
