/// Bytes `lower..<upper` of one source file, counted in UTF-8 from 0.
///
/// Lines and columns exist only where something is printed: see `SourceFile.position(at:)`.
package struct SourceRange: Hashable, Sendable {
  /// Offset of the first byte.
  package let lower: Int
  /// Offset just past the last byte; equal to `lower` for a place between two bytes.
  package let upper: Int

  package init(_ lower: Int, _ upper: Int) {
    precondition(0 <= lower && lower <= upper, "a range starts at or after 0 and does not end before it starts")
    self.lower = lower
    self.upper = upper
  }

  package var isEmpty: Bool { lower == upper }
  package var count: Int { upper - lower }

  /// Whether every byte of `other` lies inside this range.
  package func contains(_ other: SourceRange) -> Bool { lower <= other.lower && other.upper <= upper }

  /// The smallest range that holds both.
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lower, other.lower), max(upper, other.upper))
  }
}
