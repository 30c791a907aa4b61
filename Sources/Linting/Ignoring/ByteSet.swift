/// A set of bytes.
struct ByteSet: Sendable {
  private var low: UInt128 = 0
  private var high: UInt128 = 0

  func contains(_ byte: UInt8) -> Bool {
    (byte < 128 ? low >> UInt128(byte) : high >> UInt128(byte - 128)) & 1 == 1
  }

  mutating func insert(_ byte: UInt8) {
    if byte < 128 { low |= 1 << UInt128(byte) } else { high |= 1 << UInt128(byte - 128) }
  }

  private mutating func insert(where isIn: (UInt8) -> Bool) {
    for byte in UInt8.min...UInt8.max where isIn(byte) { insert(byte) }
  }

  private mutating func invert() {
    low = ~low
    high = ~high
  }

  /// The set that a bracket expression describes, and the offset of its last byte; nil when it is not closed or
  /// names a class that does not exist.
  ///
  /// `[abc]`, `[a-z]`, `[!a]` and `[^a]`, `[]a]`, `[\]]`, `[[:alpha:]_]`.
  static func bracket(_ pattern: [UInt8], at start: Int) -> (set: ByteSet, end: Int)? {
    var reader = BracketReader(pattern: pattern, index: start + 1)
    return reader.read().map { ($0, reader.index) }
  }

  private struct BracketReader {
    let pattern: [UInt8]
    var index: Int
    private var set = ByteSet()
    /// The last single byte, with which a range may start.
    private var previous: UInt8?

    init(pattern: [UInt8], index: Int) {
      self.pattern = pattern
      self.index = index
    }

    mutating func read() -> ByteSet? {
      var isInverted = false
      if let byte = peek(), byte == UInt8(ascii: "!") || byte == UInt8(ascii: "^") {
        isInverted = true
        index += 1
      }
      var isFirst = true
      while let byte = peek() {
        if byte == UInt8(ascii: "]"), !isFirst {
          if isInverted { set.invert() }
          return set
        }
        isFirst = false
        guard readItem(byte) else { return nil }
        index += 1
      }
      return nil
    }

    private func peek(_ distance: Int = 0) -> UInt8? {
      index + distance < pattern.count ? pattern[index + distance] : nil
    }

    /// Leaves the index on the last byte of the item; false where the pattern is broken.
    private mutating func readItem(_ byte: UInt8) -> Bool {
      if byte == UInt8(ascii: "-"), let lower = previous, let next = peek(1), next != UInt8(ascii: "]") {
        index += 1
        guard let upper = literal(next) else { return false }
        if lower <= upper { set.insert { lower...upper ~= $0 } }
        previous = nil
      } else if byte == UInt8(ascii: "["), peek(1) == UInt8(ascii: ":") {
        return readClass()
      } else {
        guard let single = literal(byte) else { return false }
        set.insert(single)
        previous = single
      }
      return true
    }

    /// The byte at the index, or the one that is escaped there.
    private mutating func literal(_ byte: UInt8) -> UInt8? {
      guard byte == UInt8(ascii: "\\") else { return byte }
      index += 1
      return peek()
    }

    private mutating func readClass() -> Bool {
      guard let close = pattern[(index + 2)...].firstIndex(of: UInt8(ascii: "]")) else { return false }
      guard close > index + 2, pattern[close - 1] == UInt8(ascii: ":") else {
        // No class after all: the bracket stands for itself.
        set.insert(UInt8(ascii: "["))
        previous = UInt8(ascii: "[")
        return true
      }
      guard let members = Self.members(String(decoding: pattern[(index + 2)..<(close - 1)], as: UTF8.self)) else {
        return false
      }
      set.insert(where: members)
      previous = nil
      index = close
      return true
    }

    private static func members(_ name: String) -> ((UInt8) -> Bool)? {
      let isLower = { (byte: UInt8) in 0x61...0x7A ~= byte }
      let isUpper = { (byte: UInt8) in 0x41...0x5A ~= byte }
      let isDigit = { (byte: UInt8) in 0x30...0x39 ~= byte }
      let isGraph = { (byte: UInt8) in 0x21...0x7E ~= byte }
      switch name {
      case "lower": return isLower
      case "upper": return isUpper
      case "alpha": return { isLower($0) || isUpper($0) }
      case "digit": return isDigit
      case "alnum": return { isLower($0) || isUpper($0) || isDigit($0) }
      case "xdigit": return { isDigit($0) || 0x41...0x46 ~= $0 || 0x61...0x66 ~= $0 }
      case "blank": return { $0 == 0x20 || $0 == 0x09 }
      case "space": return { $0 == 0x20 || 0x09...0x0D ~= $0 }
      case "cntrl": return { $0 < 0x20 || $0 == 0x7F }
      case "graph": return isGraph
      case "print": return { isGraph($0) || $0 == 0x20 }
      case "punct": return { isGraph($0) && !isLower($0) && !isUpper($0) && !isDigit($0) }
      default: return nil
      }
    }
  }
}
