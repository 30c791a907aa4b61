import Syntax

extension Text {
  /// The parts between the occurrences of an ASCII separator in what is known; an unknown part is never cut.
  package func split(on separator: Unicode.Scalar, maxSplits: Int = .max) -> [Text] {
    var parts: [[Piece]] = [[]]
    for piece in pieces {
      guard case .literal(let known) = piece else {
        parts[parts.count - 1].append(piece)
        continue
      }
      var rest = known.unicodeScalars[...]
      while parts.count <= maxSplits, let index = rest.firstIndex(of: separator) {
        parts[parts.count - 1].append(.literal(String(rest[..<index])))
        parts.append([])
        rest = rest[rest.index(after: index)...]
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

  /// Whether the text matches a pattern of parts between dots, where nil stands for any part.
  ///
  /// An unknown part matches nil alone.
  package func matches(dotted pattern: [String?]) -> Bool {
    let parts = split(on: ".")
    guard parts.count == pattern.count else { return false }
    return zip(parts, pattern).allSatisfy { part, wanted in wanted == nil || part.literal?.lowercased() == wanted }
  }
}

/// The words of a name in lower case: `ecsTaskExecutionRole` has `ecs`, `task`, `execution`, `role`.
package func wordsOfName(_ name: String) -> [String] {
  var words: [String] = []
  var word = ""
  var previous: UInt8 = 0
  for byte in name.utf8 {
    if !byte.isLetterOrDigit || (byte.isUpperCase && previous.isLowerOrDigit) {
      if !word.isEmpty { words.append(word.lowercased()) }
      word = ""
    }
    if byte.isLetterOrDigit { word.unicodeScalars.append(Unicode.Scalar(byte)) }
    previous = byte
  }
  if !word.isEmpty { words.append(word.lowercased()) }
  return words
}
