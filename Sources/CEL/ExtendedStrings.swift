/// The extension for strings. Positions count code points.
extension Function {
  static let extendedStrings: Table = [
    .method("charAt", 1): .spendingBinary(ExtendedStrings.charAt),
    .method("indexOf", 1): .spendingBinary(ExtendedStrings.indexOf),
    .method("indexOf", 2): .spendingTernary(ExtendedStrings.indexOf),
    .method("lastIndexOf", 1): .spendingBinary(ExtendedStrings.lastIndexOf),
    .method("lastIndexOf", 2): .spendingTernary(ExtendedStrings.lastIndexOf),
    .method("lowerAscii"): .spendingUnary(ExtendedStrings.lowerAscii).takingPartial,
    .method("upperAscii"): .spendingUnary(ExtendedStrings.upperAscii).takingPartial,
    .method("replace", 2): .spendingTernary(ExtendedStrings.replace),
    .method("replace", 3): Function(body: .variadic(ExtendedStrings.replaceSome)),
    .method("split", 1): .spendingBinary(ExtendedStrings.split),
    .method("split", 2): .spendingTernary(ExtendedStrings.split),
    .method("substring", 1): .spendingBinary(ExtendedStrings.substring),
    .method("substring", 2): .spendingTernary(ExtendedStrings.substring),
    .method("trim"): .spendingUnary(ExtendedStrings.trim),
    .method("join"): .spendingUnary(ExtendedStrings.join),
    .method("join", 1): .spendingBinary(ExtendedStrings.join),
    .method("reverse"): .spendingUnary(ExtendedStrings.reverse),
    .method("format", 1): .spendingBinary(Format.format),
    .function("strings.quote", 1): .spendingUnary(ExtendedStrings.quote),
  ]
}

private enum ExtendedStrings {
  /// The code points of a string, which cost as much as it is long.
  private static func scalars(_ value: Value, _ budget: inout Budget) throws(Failure) -> [UnicodeScalar] {
    Array(try string(value, &budget).unicodeScalars)
  }

  private static func string(_ value: Value, _ budget: inout Budget) throws(Failure) -> String {
    guard case .string(let string) = value else { throw .noOverload }
    try budget.spend(bytes: string.utf8.count)
    return string
  }

  private static func text(_ scalars: some Sequence<UnicodeScalar>) -> Value {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return .string(String(text))
  }

  /// A position in a text, its end included.
  private static func position(_ value: Value, in scalars: [UnicodeScalar]) throws(Failure) -> Int {
    guard case .int(let position) = value else { throw .noOverload }
    guard position >= 0, position <= scalars.count else { throw Failure("index out of range: \(position)") }
    return Int(position)
  }

  // MARK: Positions

  static func charAt(_ value: Value, _ index: Value, _ budget: inout Budget) throws(Failure) -> Value {
    let scalars = try scalars(value, &budget)
    return text(scalars.dropFirst(try position(index, in: scalars)).prefix(1))
  }

  static func substring(_ value: Value, _ start: Value, _ budget: inout Budget) throws(Failure) -> Value {
    let scalars = try scalars(value, &budget)
    return text(scalars.dropFirst(try position(start, in: scalars)))
  }

  static func substring(
    _ value: Value, _ start: Value, _ end: Value, _ budget: inout Budget
  ) throws(Failure) -> Value {
    let scalars = try scalars(value, &budget)
    let (start, end) = (try position(start, in: scalars), try position(end, in: scalars))
    guard start <= end else { throw Failure("invalid substring range. start: \(start), end: \(end)") }
    return text(scalars[start..<end])
  }

  static func indexOf(_ value: Value, _ part: Value, _ budget: inout Budget) throws(Failure) -> Value {
    try indexOf(value, part, .int(0), &budget)
  }

  static func indexOf(_ value: Value, _ part: Value, _ start: Value, _ budget: inout Budget) throws(Failure) -> Value {
    let (scalars, part) = (try scalars(value, &budget), try scalars(part, &budget))
    let first = try position(start, in: scalars)
    let last = scalars.count - part.count
    guard first <= last else { return .int(-1) }
    try budget.spend(bytes: (last - first) * part.count)
    return .int((first...last).first { scalars[$0...].starts(with: part) }.map(Int64.init) ?? -1)
  }

  static func lastIndexOf(_ value: Value, _ part: Value, _ budget: inout Budget) throws(Failure) -> Value {
    let (scalars, part) = (try scalars(value, &budget), try scalars(part, &budget))
    return try lastIndex(of: part, in: scalars, from: scalars.count, &budget)
  }

  static func lastIndexOf(
    _ value: Value, _ part: Value, _ start: Value, _ budget: inout Budget
  ) throws(Failure) -> Value {
    let (scalars, part) = (try scalars(value, &budget), try scalars(part, &budget))
    return try lastIndex(of: part, in: scalars, from: try position(start, in: scalars), &budget)
  }

  private static func lastIndex(
    of part: [UnicodeScalar], in scalars: [UnicodeScalar], from start: Int, _ budget: inout Budget
  ) throws(Failure) -> Value {
    let last = min(start, scalars.count - part.count)
    guard last >= 0 else { return .int(-1) }
    try budget.spend(bytes: last * part.count)
    return .int((0...last).last { scalars[$0...].starts(with: part) }.map(Int64.init) ?? -1)
  }

  // MARK: Letters

  static func lowerAscii(_ value: Value, _ budget: inout Budget) throws(Failure) -> Value {
    try mapped(value, &budget) { 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 }
  }

  static func upperAscii(_ value: Value, _ budget: inout Budget) throws(Failure) -> Value {
    try mapped(value, &budget) { 0x61...0x7A ~= $0 ? $0 - 0x20 : $0 }
  }

  private static func mapped(
    _ value: Value, _ budget: inout Budget, _ transform: (UInt8) -> UInt8
  ) throws(Failure) -> Value {
    guard case .partial(let partial) = value else {
      return .string(String(decoding: try string(value, &budget).utf8.map(transform), as: UTF8.self))
    }
    try budget.spend(bytes: partial.pieces.reduce(0) { $0 + $1.utf8.count })
    return .partial(partial.mapPieces { String(decoding: $0.utf8.map(transform), as: UTF8.self) })
  }

  static func trim(_ value: Value, _ budget: inout Budget) throws(Failure) -> Value {
    let scalars = try scalars(value, &budget)
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
    let end = scalars.lastIndex { !$0.properties.isWhitespace } ?? start - 1
    return text(scalars[start..<end + 1])
  }

  static func reverse(_ value: Value, _ budget: inout Budget) throws(Failure) -> Value {
    if case .list(let list) = value {
      try budget.spend(list.count)
      return .list(Items(list.all.reversed(), isComplete: list.isComplete))
    }
    return text(try scalars(value, &budget).reversed())
  }

  static func quote(_ value: Value, _ budget: inout Budget) throws(Failure) -> Value {
    let scalars = try scalars(value, &budget)
    var quoted = "\""
    for scalar in scalars {
      switch scalar {
      case "\u{07}": quoted += "\\a"
      case "\u{08}": quoted += "\\b"
      case "\u{0C}": quoted += "\\f"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0B}": quoted += "\\v"
      case "\\": quoted += "\\\\"
      case "\"": quoted += "\\\""
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return .string(quoted + "\"")
  }

  // MARK: Parts

  /// The text between separators, at most `limit` parts; between all letters if the separator is empty.
  private static func parts(
    _ value: Value, _ separator: Value, limit: Int64, _ budget: inout Budget
  ) throws(Failure) -> [String] {
    let (text, separator) = (try string(value, &budget), try string(separator, &budget))
    let limit = limit < 0 ? Int.max : Int(clamping: limit)
    guard limit > 0 else { return [] }
    try budget.spend(bytes: text.utf8.count * max(separator.utf8.count / 16, 1))
    guard !separator.isEmpty else {
      try budget.spend(text.utf8.count)
      let scalars = text.unicodeScalars
      guard scalars.count > limit else { return scalars.map { String($0) } }
      return scalars.prefix(limit - 1).map { String($0) } + [String(scalars.dropFirst(limit - 1))]
    }
    var parts: [String] = []
    var start = text.startIndex
    while parts.count < limit - 1, let found = text.utf8.firstRange(of: separator.utf8, from: start) {
      try budget.spend(1)
      parts.append(String(text[start..<found.lowerBound]))
      start = found.upperBound
    }
    return parts + [String(text[start...])]
  }

  static func split(_ value: Value, _ separator: Value, _ budget: inout Budget) throws(Failure) -> Value {
    .list(try parts(value, separator, limit: -1, &budget).map(Value.string))
  }

  static func split(
    _ value: Value, _ separator: Value, _ limit: Value, _ budget: inout Budget
  ) throws(Failure) -> Value {
    guard case .int(let limit) = limit else { throw .noOverload }
    return .list(try parts(value, separator, limit: limit, &budget).map(Value.string))
  }

  static func replace(_ value: Value, _ old: Value, _ new: Value, _ budget: inout Budget) throws(Failure) -> Value {
    try replace(value, old, new, limit: -1, &budget)
  }

  static func replaceSome(_ values: [Value], _ budget: inout Budget) throws(Failure) -> Value {
    guard values.count == 4, case .int(let limit) = values[3] else { throw .noOverload }
    return try replace(values[0], values[1], values[2], limit: limit, &budget)
  }

  private static func replace(
    _ value: Value, _ old: Value, _ new: Value, limit: Int64, _ budget: inout Budget
  ) throws(Failure) -> Value {
    let new = try string(new, &budget)
    var parts = try parts(value, old, limit: limit < 0 ? -1 : limit.addingReportingOverflow(1).partialValue, &budget)
    if case .string(let old) = old, old.isEmpty, limit != 0 {
      // An empty text stands before every letter, and at the end.
      parts.insert("", at: 0)
      if limit < 0 || parts.count <= limit { parts.append("") }
    }
    return try joined(parts, by: new, &budget)
  }

  static func join(_ list: Value, _ budget: inout Budget) throws(Failure) -> Value {
    try join(list, .string(""), &budget)
  }

  static func join(_ list: Value, _ separator: Value, _ budget: inout Budget) throws(Failure) -> Value {
    guard case .list(let list) = list else { throw .noOverload }
    let separator = try string(separator, &budget)
    try budget.spend(list.count)
    var parts: [String] = []
    // The pieces of the whole that are known, if some of it is not.
    var pieces: [String] = []
    for position in 0..<list.count {
      switch list.element(at: position) {
      case .string(let string): parts.append(string)
      case .partial(let partial):
        try budget.spend(bytes: partial.pieces.reduce(0) { $0 + $1.utf8.count })
        parts.append(partial.prefix)
        pieces.append(parts.joined(separator: separator))
        pieces += partial.pieces.dropFirst().dropLast()
        parts = [partial.suffix]
      case .unknown: return .unknown
      default: throw .noOverload
      }
    }
    guard list.isComplete else { return .unknown }
    let end = try joined(parts, by: separator, &budget)
    guard case .string(let end) = end, let partial = PartialString(pieces: pieces + [end]) else { return end }
    return .partial(partial)
  }

  private static func joined(
    _ parts: [String], by separator: String, _ budget: inout Budget
  ) throws(Failure) -> Value {
    let length = parts.reduce(separator.utf8.count * parts.count) { $0 + $1.utf8.count }
    try budget.spend(bytes: length)
    return .string(parts.joined(separator: separator))
  }
}
