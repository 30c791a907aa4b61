/// A line of a text that could not be read, to find out what was meant.
struct YAMLLine {
  let bytes: [UInt8]
  /// Without the line end, comments, and blanks around it; empty for a line without text.
  let content: SourceRange
  /// Of the line's first byte.
  let start: Int

  /// The line that holds the byte at `offset`; the line end belongs to the line before it.
  init(_ bytes: [UInt8], at offset: Int) {
    self.bytes = bytes
    var start = min(offset, bytes.count)
    while start > 0, !Self.isBreak(bytes[start - 1]) { start -= 1 }
    var lower = start
    while lower < bytes.count, Self.isBlank(bytes[lower]) { lower += 1 }
    var end = lower
    while end < bytes.count, !Self.isBreak(bytes[end]) {
      if bytes[end] == UInt8(ascii: "#"), end == lower || Self.isBlank(bytes[end - 1]) { break }
      end += 1
    }
    while end > lower, Self.isBlank(bytes[end - 1]) { end -= 1 }
    self.start = start
    content = SourceRange(lower, end)
  }

  /// The nearest line above that has text.
  var previous: YAMLLine? {
    var line = self
    while line.start > 0 {
      line = YAMLLine(bytes, at: line.start - 1)
      if !line.content.isEmpty { return line }
    }
    return nil
  }

  var indentation: Int { content.lower - start }

  var isIndentedWithTab: Bool { bytes[start..<content.lower].contains(0x09) }

  /// Behind the `- ` of list items: the first byte of the key or value.
  var text: SourceRange {
    var lower = content.lower
    while lower + 1 < content.upper, bytes[lower] == UInt8(ascii: "-"), Self.isBlank(bytes[lower + 1]) {
      lower += 2
      while lower < content.upper, Self.isBlank(bytes[lower]) { lower += 1 }
    }
    return SourceRange(min(lower, content.upper), content.upper)
  }

  /// The offset of the `:` behind the key; nil when there is none with a blank behind it.
  var colon: Int? {
    text.first { place in
      bytes[place] == UInt8(ascii: ":") && (place + 1 == content.upper || Self.isBlank(bytes[place + 1]))
    }
  }

  /// The value behind the key; nil when there is none on this line.
  var value: SourceRange? {
    guard var lower = colon.map({ $0 + 1 }) else { return nil }
    while lower < content.upper, Self.isBlank(bytes[lower]) { lower += 1 }
    return lower < content.upper ? SourceRange(lower, content.upper) : nil
  }

  /// Whether it has a `:` that is no key's, for want of a blank: `cpu:1024`.
  var lacksBlankAfterColon: Bool { colon == nil && text.contains { bytes[$0] == UInt8(ascii: ":") } }

  /// A space that looks like one and is none to YAML.
  var noBreakSpace: SourceRange? {
    text.first { bytes[$0...].starts(with: [0xC2, 0xA0]) }.map { SourceRange($0, $0 + 2) }
  }

  /// Whether it was left by an unfinished merge of branches.
  var isConflictMarker: Bool {
    guard indentation == 0 else { return false }
    let markers = ["<<<<<<<", "=======", ">>>>>>>"]
    return markers.contains { bytes[content.lower..<content.upper].starts(with: $0.utf8) }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

extension SourceRange {
  /// The first offset in the range for which `isWanted` holds.
  fileprivate func first(where isWanted: (Int) -> Bool) -> Int? { (lower..<upper).first(where: isWanted) }
  fileprivate func contains(where isWanted: (Int) -> Bool) -> Bool { (lower..<upper).contains(where: isWanted) }
}
