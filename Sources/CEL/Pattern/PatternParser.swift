/// Reads the syntax of RE2.
///
/// What is greedy and what is captured makes no difference to whether a text matches.
struct PatternParser {
  private let scalars: [UnicodeScalar]
  private var position = 0
  private var depth = 0
  private var flags = Flags()

  private struct Flags {
    var ignoresCase = false
    var isMultiline = false
    var dotTakesNewline = false
  }

  init(_ source: String) {
    scalars = Array(source.unicodeScalars)
  }

  mutating func parse() throws(Failure) -> Pattern.Syntax {
    let syntax = try choice()
    guard position == scalars.count else { throw Failure("invalid pattern: ')' closes nothing") }
    return syntax
  }

  // MARK: Scalars

  private var current: UnicodeScalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ scalar: UnicodeScalar) -> Bool {
    guard current == scalar else { return false }
    position += 1
    return true
  }

  private mutating func take(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  // MARK: Structure

  private mutating func choice() throws(Failure) -> Pattern.Syntax {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(Failure) -> Pattern.Syntax {
    var parts: [Pattern.Syntax] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      if take("\\Q") {
        while position < scalars.count, !take("\\E") { parts.append(literal(next())) }
        continue
      }
      if let part = try atom() { parts.append(try repeated(part)) }
    }
    return .sequence(parts)
  }

  /// The current scalar, which the caller has seen.
  private mutating func next() -> UnicodeScalar {
    defer { position += 1 }
    return scalars[position]
  }

  /// Nil for what only sets flags.
  private mutating func atom() throws(Failure) -> Pattern.Syntax? {
    switch next() {
    case "(": return try group()
    case "[": return .take(try set())
    case ".":
      let newline: [ClosedRange<UInt32>] = flags.dotTakesNewline ? [] : [10...10]
      return .take(ScalarSet(ranges: newline, isNegated: true))
    case "^": return .assert(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .assert(flags.isMultiline ? .lineEnd : .textEnd)
    case "\\": return try escape()
    case let scalar where "*+?".unicodeScalars.contains(scalar):
      throw Failure("invalid pattern: '\(scalar)' repeats nothing")
    case let scalar: return literal(scalar)
    }
  }

  private func literal(_ scalar: UnicodeScalar) -> Pattern.Syntax {
    .take(ScalarSet(scalar, ignoresCase: flags.ignoresCase))
  }

  private mutating func group() throws(Failure) -> Pattern.Syntax? {
    depth += 1
    guard depth <= Limit.patternDepth else {
      throw Failure("the pattern is nested deeper than \(Limit.patternDepth) levels")
    }
    defer { depth -= 1 }
    let outer = flags
    if take("?P<") || take("?<") {
      let name = scalars[position...].prefix { $0 != ">" }
      position += name.count
      let isWord = name.allSatisfy { ScalarSet.word.contains($0) }
      guard !name.isEmpty, isWord, take(">")
      else { throw Failure("invalid pattern: the name of a group is missing or has other than letters and digits") }
    } else if take("?") {
      guard try setFlags() else { return nil }
    }
    let syntax = try choice()
    guard take(")") else { throw Failure("invalid pattern: a '(' is not closed") }
    flags = outer
    return syntax
  }

  /// Reads `i`, `m-s`; returns whether a group follows, and not only the rest of the group it stands in.
  private mutating func setFlags() throws(Failure) -> Bool {
    var isOn = true
    while let scalar = current {
      position += 1
      switch scalar {
      case "i": flags.ignoresCase = isOn
      case "m": flags.isMultiline = isOn
      case "s": flags.dotTakesNewline = isOn
      case "U": break
      case "-" where isOn: isOn = false
      case ":": return true
      case ")": return false
      default: throw Failure("invalid pattern: '(?\(scalar)' is no group of RE2, which has no look-around")
      }
    }
    throw Failure("invalid pattern: a '(' is not closed")
  }

  // MARK: Repetition

  private mutating func repeated(_ part: Pattern.Syntax) throws(Failure) -> Pattern.Syntax {
    guard let (least, most) = try count() else { return part }
    _ = take("?")
    let start = position
    guard try count() == nil else { throw Failure("invalid pattern: a repetition is repeated") }
    position = start
    return .repetition(part, least: least, most: most)
  }

  private mutating func count() throws(Failure) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let start = position
    guard take("{"), let least = number() else {
      position = start
      return nil
    }
    var most: Int? = least
    if take(",") { most = number() }
    guard take("}") else {
      // A brace that counts nothing stands for itself.
      position = start
      return nil
    }
    guard least <= Limit.patternRepetition, (most ?? least) <= Limit.patternRepetition, (most ?? least) >= least else {
      throw Failure("invalid pattern: a part is repeated \(least) to \(most ?? least) times")
    }
    return (least, most)
  }

  private mutating func number() -> Int? {
    let digits = scalars[position...].prefix { "0"..."9" ~= $0 }
    position += digits.count
    guard !digits.isEmpty else { return nil }
    return digits.reduce(0) { min($0 * 10 + Int($1.value - 48), Limit.patternRepetition + 1) }
  }

  // MARK: Escapes

  private mutating func escape() throws(Failure) -> Pattern.Syntax {
    switch current {
    case "A": position += 1; return .assert(.textStart)
    case "z": position += 1; return .assert(.textEnd)
    case "b": position += 1; return .assert(.wordBoundary)
    case "B": position += 1; return .assert(.noWordBoundary)
    default:
      if let set = try escapedSet() { return .take(set.ignoringCase(flags.ignoresCase)) }
      return literal(try escapedScalar())
    }
  }

  /// `\d`, `\pL`; nil if it is one scalar.
  private mutating func escapedSet() throws(Failure) -> ScalarSet? {
    guard let letter = current else { throw Failure("invalid pattern: a backslash ends it") }
    if let set = ScalarSet(perlClass: letter) {
      position += 1
      return set
    }
    guard letter == "p" || letter == "P" else { return nil }
    position += 1
    var name: [UnicodeScalar]
    if take("{") {
      name = Array(scalars[position...].prefix { $0 != "}" })
      position += name.count
      guard take("}") else { throw Failure("invalid pattern: a '{' is not closed") }
    } else {
      guard position < scalars.count else { throw Failure("invalid pattern: the class's name is missing") }
      name = [next()]
    }
    let isNegated = name.first == "^"
    if isNegated { name.removeFirst() }
    let text = name.map { String($0) }.joined()
    guard let set = ScalarSet(category: text, isNegated: isNegated != (letter == "P")) else {
      throw Failure("invalid pattern: there is no class '\(text)', or it is not supported")
    }
    return set
  }

  private mutating func escapedScalar() throws(Failure) -> UnicodeScalar {
    let letter = next()
    switch letter {
    case "a": return "\u{07}"
    case "f": return "\u{0C}"
    case "t": return "\t"
    case "n": return "\n"
    case "r": return "\r"
    case "v": return "\u{0B}"
    case "x": return try hexadecimal()
    case "0"..."7":
      // A single digit but zero would be a reference to a group, which RE2 has not.
      position -= 1
      let digits = scalars[position...].prefix(3).prefix { "0"..."7" ~= $0 }
      position += digits.count
      let value = digits.reduce(UInt32(0)) { $0 * 8 + ($1.value - 48) }
      guard letter == "0" || digits.count > 1, let scalar = UnicodeScalar(value) else { break }
      return scalar
    case let letter where letter.isASCII && !letter.properties.isAlphabetic && !letter.isDigitOrLine: return letter
    case "_": return letter
    default: break
    }
    throw Failure("invalid pattern: RE2 has no escape sequence '\\\(letter)'")
  }

  private mutating func hexadecimal() throws(Failure) -> UnicodeScalar {
    let isBraced = take("{")
    let digits = scalars[position...].prefix(isBraced ? 8 : 2).prefix { $0.isASCII && $0.properties.isASCIIHexDigit }
    position += digits.count
    let text = digits.map { String($0) }.joined()
    guard !isBraced || take("}"), isBraced || digits.count == 2, let value = UInt32(text, radix: 16),
      let scalar = UnicodeScalar(value)
    else { throw Failure("invalid pattern: '\\x' wants two hexadecimal digits, or some between braces") }
    return scalar
  }

  // MARK: Sets

  /// What stands behind an opening bracket.
  private mutating func set() throws(Failure) -> ScalarSet {
    let isNegated = take("^")
    var set = ScalarSet()
    var isFirst = true
    while isFirst || current != "]" {
      guard position < scalars.count else { throw Failure("invalid pattern: a '[' is not closed") }
      isFirst = false
      if take("[:") {
        let name = scalars[position...].prefix { $0 != ":" }
        position += name.count
        let text = name.map { String($0) }.joined()
        guard take(":]"), let named = ScalarSet(posixClass: text) else {
          throw Failure("invalid pattern: there is no class '[:\(text):]'")
        }
        set.formUnion(named)
      } else if try !addEscapedSet(to: &set) {
        try addRange(to: &set)
      }
    }
    position += 1
    return set.ignoringCase(flags.ignoresCase).negated(isNegated)
  }

  private mutating func addEscapedSet(to set: inout ScalarSet) throws(Failure) -> Bool {
    let start = position
    guard take("\\"), let escaped = try escapedSet() else {
      position = start
      return false
    }
    set.formUnion(escaped)
    return true
  }

  private mutating func addRange(to set: inout ScalarSet) throws(Failure) {
    let first = try setScalar()
    var last = first
    if current == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
      position += 1
      last = try setScalar()
    }
    guard first <= last else { throw Failure("invalid pattern: the range '\(first)-\(last)' is the wrong way round") }
    set.insert(first.value...last.value)
  }

  private mutating func setScalar() throws(Failure) -> UnicodeScalar {
    guard take("\\") else { return next() }
    guard position < scalars.count else { throw Failure("invalid pattern: a backslash ends it") }
    return try escapedScalar()
  }
}

extension UnicodeScalar {
  fileprivate var isDigitOrLine: Bool { "0"..."9" ~= self || self == "_" }
}
