/// A string of which some pieces are known: `registry/app:${TAG}` is `registry/app:` and an empty piece.
///
/// Between two pieces stands text that is not known and may be empty.
package struct PartialString: Sendable {
  /// The known pieces, never fewer than two: what the string starts with, then what it holds, then what it ends with.
  package let pieces: [String]

  package init(prefix: String, suffix: String) {
    pieces = [prefix, suffix]
  }

  /// Nil if there are fewer than two pieces, and so nothing between them is unknown.
  package init?(pieces: [String]) {
    guard pieces.count >= 2 else { return nil }
    self.pieces = pieces
  }

  private init(certain pieces: [String]) {
    self.pieces = pieces
  }

  var prefix: String { pieces.first ?? "" }
  var suffix: String { pieces.last ?? "" }

  /// The least length it can have, in bytes.
  private var leastLength: Int { pieces.reduce(0) { $0 + $1.utf8.count } }

  func mapPieces(_ transform: (String) -> String) -> PartialString {
    PartialString(certain: pieces.map(transform))
  }

  // What follows answers nil where the unknown text decides.

  func hasPrefix(_ other: String) -> Bool? {
    if prefix.utf8.starts(with: other.utf8) { return true }
    return other.utf8.starts(with: prefix.utf8) ? nil : false
  }

  func hasSuffix(_ other: String) -> Bool? {
    if suffix.utf8.ends(with: other.utf8) { return true }
    return other.utf8.ends(with: suffix.utf8) ? nil : false
  }

  func contains(_ other: String) -> Bool? {
    pieces.contains { $0.contains(bytesOf: other) } ? true : nil
  }

  func isEqual(to other: String) -> Bool? {
    guard other.utf8.count >= leastLength, other.utf8.starts(with: prefix.utf8), other.utf8.ends(with: suffix.utf8)
    else { return false }
    return pieces.allSatisfy { other.contains(bytesOf: $0) } ? nil : false
  }

  func isEqual(to other: PartialString) -> Bool? {
    let prefixesAgree = hasPrefix(other.prefix) != false
    let suffixesAgree = hasSuffix(other.suffix) != false
    return prefixesAgree && suffixesAgree ? nil : false
  }

  /// Whether it sorts before another string, by code points.
  func precedes(_ other: String) -> Bool? {
    if other.utf8.starts(with: prefix.utf8) { return nil }
    return prefix.precedes(other)
  }

  /// Whether another string sorts before it.
  func follows(_ other: String) -> Bool? {
    guard other.utf8.starts(with: prefix.utf8) else { return other.precedes(prefix) }
    return other.isSame(as: prefix) && leastLength > other.utf8.count ? true : nil
  }

  static func + (first: PartialString, second: PartialString) -> PartialString {
    let joined = first.suffix + second.prefix
    return PartialString(certain: first.pieces.dropLast() + [joined] + second.pieces.dropFirst())
  }

  static func + (first: PartialString, second: String) -> PartialString {
    PartialString(certain: first.pieces.dropLast() + [first.suffix + second])
  }

  static func + (first: String, second: PartialString) -> PartialString {
    PartialString(certain: [first + second.prefix] + second.pieces.dropFirst())
  }
}

/// Strings as the language sees them, as code points: Swift would find composed and decomposed letters equal.
extension String {
  func isSame(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }

  func precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }

  func contains(bytesOf other: String) -> Bool {
    utf8.firstRange(of: other.utf8, from: utf8.startIndex) != nil
  }
}

extension String.UTF8View {
  func ends(with other: String.UTF8View) -> Bool {
    suffix(other.count).elementsEqual(other)
  }

  func firstRange(of needle: String.UTF8View, from start: Index) -> Range<Index>? {
    guard let first = needle.first else { return start..<start }
    var candidates = self[start...]
    while let found = candidates.firstIndex(of: first) {
      let rest = self[found...]
      if rest.starts(with: needle) { return found..<index(found, offsetBy: needle.count) }
      candidates = rest.dropFirst()
    }
    return nil
  }
}
