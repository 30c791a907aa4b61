extension ParsedFile.Comment {
  private static let words = ["seatrial", "from-param"].map { Array($0.utf8) }

  /// Whether a comment for us could stand in the bytes.
  static func mayOccur(in bytes: [UInt8]) -> Bool { nextWord(in: bytes, from: 0) != nil }

  /// The YAML comments that mention `seatrial` or `from-param`, in order; `scalars` are ranges where `#` is text.
  static func find(in file: SourceFile, outside scalars: [SourceRange]) -> [ParsedFile.Comment] {
    let bytes = file.bytes
    var comments: [ParsedFile.Comment] = []
    var offset = 0
    while let word = nextWord(in: bytes, from: offset) {
      var lower = word
      while lower > 0, bytes[lower - 1] != 0x0A, bytes[lower - 1] != 0x0D { lower -= 1 }
      var upper = word
      while upper < bytes.count, bytes[upper] != 0x0A, bytes[upper] != 0x0D { upper += 1 }
      // The word may stand in a value before the comment.
      if let marker = marker(in: bytes, lower, upper, outside: scalars),
        let own = nextWord(in: bytes, from: marker), own < upper
      {
        comments.append(comment(file, SourceRange(marker, upper)))
      }
      offset = upper
    }
    return comments
  }

  /// The offset of the next word behind a `#` on the same line that makes a comment ours.
  private static func nextWord(in bytes: [UInt8], from start: Int) -> Int? {
    var offset = start
    var isBehindHash = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "#") {
        isBehindHash = true
      } else if byte == 0x0A {
        isBehindHash = false
      } else if isBehindHash, byte == UInt8(ascii: "s") || byte == UInt8(ascii: "f"),
        words.contains(where: { bytes[offset...].starts(with: $0) })
      {
        return offset
      }
      offset += 1
    }
    return nil
  }

  /// The `#` that starts a comment on a line.
  private static func marker(in bytes: [UInt8], _ lower: Int, _ upper: Int, outside scalars: [SourceRange]) -> Int? {
    for offset in lower..<upper where bytes[offset] == UInt8(ascii: "#") {
      let before = offset > lower ? bytes[offset - 1] : 0x20
      guard before == 0x20 || before == 0x09 else { continue }
      if !contains(scalars, offset) { return offset }
    }
    return nil
  }

  /// Whether one of the ranges, which are in order, holds the byte at `offset`.
  private static func contains(_ ranges: [SourceRange], _ offset: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upper <= offset { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lower <= offset
  }

  private static func comment(_ file: SourceFile, _ range: SourceRange) -> ParsedFile.Comment {
    var lower = range.lower
    var upper = range.upper
    while lower < upper, file.bytes[lower] == UInt8(ascii: "#") { lower += 1 }
    while lower < upper, file.bytes[lower] == 0x20 || file.bytes[lower] == 0x09 { lower += 1 }
    while upper > lower, file.bytes[upper - 1] == 0x20 || file.bytes[upper - 1] == 0x09 { upper -= 1 }
    return ParsedFile.Comment(text: file.text(in: SourceRange(lower, upper)), range: range)
  }
}
