/// The characters that a string may have, in the notation of a regular expression's character class.
///
/// It knows what the API models use: single characters, `a-z` spans, `\p{L}` letters, `\p{N}` numbers, `\p{Z}` blanks,
/// and a backslash before any other character.
package struct Alphabet: Sendable {
  private let parts: [Part]

  private enum Part {
    case span(ClosedRange<Unicode.Scalar>)
    case letters
    case numbers
    case blanks
  }

  package init(_ characterClass: String) {
    var parts: [Part] = []
    var rest = Array(characterClass.unicodeScalars)[...]
    while let first = rest.popFirst() {
      if first == "\\", let second = rest.popFirst() {
        if second == "p", rest.count >= 3 {
          switch rest[rest.startIndex + 1] {
          case "L": parts.append(.letters)
          case "N": parts.append(.numbers)
          default: parts.append(.blanks)
          }
          rest = rest.dropFirst(3)
        } else {
          parts.append(.span(second...second))
        }
      } else if rest.count >= 2, rest.first == "-", let last = rest.dropFirst().first, first <= last {
        parts.append(.span(first...last))
        rest = rest.dropFirst(2)
      } else {
        parts.append(.span(first...first))
      }
    }
    self.parts = parts
  }

  /// Names of task families, containers, volumes and services.
  static var resourceName: Alphabet { Alphabet("A-Za-z0-9_-") }

  /// The first character that is not allowed, nil when all are.
  package func firstStranger(in text: String) -> Character? {
    text.first { character in !character.unicodeScalars.allSatisfy(contains) }
  }

  private func contains(_ scalar: Unicode.Scalar) -> Bool {
    parts.contains { part in
      switch part {
      case .span(let span): span.contains(scalar)
      case .letters: scalar.properties.isLetter
      case .numbers: scalar.properties.isNumber
      case .blanks: scalar.properties.isBlank
      }
    }
  }

  /// In words: `letters, digits, - and _`.
  package var description: String {
    var words: [String] = []
    for part in parts {
      switch part {
      case .letters: words.append("letters")
      case .numbers: words.append("digits")
      case .blanks: words.append("spaces")
      case .span(let span):
        switch (span.lowerBound, span.upperBound) {
        case ("A", "Z"): words.append("letters A-Z")
        case ("a", "z"): words.append("a-z")
        case ("0", "9"): words.append("digits")
        default: words.append(String(span.lowerBound))
        }
      }
    }
    guard let last = words.popLast() else { return "nothing" }
    return words.isEmpty ? last : words.joined(separator: ", ") + " and " + last
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isLetter: Bool {
    switch generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  fileprivate var isNumber: Bool {
    switch generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }

  fileprivate var isBlank: Bool {
    switch generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
