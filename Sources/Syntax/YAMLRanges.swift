// Where values stand: libyaml marks them with their anchor and tag, and blocks up to what follows them.
extension YAMLText {
  /// The bytes of a scalar itself, with its quotes, or with its tag if that is part of the value.
  ///
  /// `lastEnd` is the end of what was written before it: an empty scalar stands there, or behind its `:` or `-`.
  func range(of scalar: YAMLEvent, after lastEnd: Int, withTag: Bool) -> SourceRange {
    let marked = scalar.range
    if marked.isEmpty {
      var place = marked.lower
      while place > lastEnd, isBlank(bytes[place - 1]) { place -= 1 }
      let indicators = [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?")]
      if place <= lastEnd || !indicators.contains(bytes[place - 1]) { place = min(lastEnd, marked.lower) }
      return SourceRange(place, place)
    }
    var lower = marked.lower
    if scalar.anchor != nil || scalar.tag != nil { lower = endOfProperties(scalar, butTag: withTag) }
    guard scalar.style == .block else { return SourceRange(lower, marked.upper) }
    return SourceRange(lower, endOfBlockScalar(lower, marked.upper))
  }

  /// The first byte of a collection: its bracket, its first key or its first `-`.
  func startOfCollection(_ event: YAMLEvent, withTag: Bool) -> Int {
    let marked = event.range
    if event.anchor == nil, event.tag == nil { return marked.lower }
    if withTag { return endOfProperties(event, butTag: true) }
    // The mark ends behind the bracket; or before the first key or `-`; or behind the `-` of a list that is not
    // indented, and then a blank follows it.
    if event.style == .flow { return max(marked.lower, marked.upper - 1) }
    let isBehindDash =
      marked.upper > marked.lower && bytes[marked.upper - 1] == UInt8(ascii: "-")
      && (marked.upper == bytes.count || isBlank(bytes[marked.upper]))
    return isBehindDash ? marked.upper - 1 : marked.upper
  }

  /// The range of a scalar without the line on which a block of text is announced, since comments may stand there.
  func rangeWithoutComments(_ scalar: YAMLEvent, _ range: SourceRange) -> SourceRange {
    guard scalar.style == .block else { return range }
    let newline = bytes[range.lower..<range.upper].firstIndex(of: 0x0A)
    return SourceRange(newline ?? range.upper, range.upper)
  }

  /// Behind the anchor and the tag, and the blanks and comments between them and the value.
  private func endOfProperties(_ event: YAMLEvent, butTag: Bool) -> Int {
    let marked = event.range
    var offset = marked.lower
    var mayBeAnchor = event.anchor != nil
    var mayBeTag = event.tag != nil
    while offset < marked.upper {
      let byte = bytes[offset]
      if isBlank(byte) {
        offset += 1
      } else if byte == UInt8(ascii: "#"), offset > marked.lower, isBlank(bytes[offset - 1]) {
        while offset < marked.upper, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
      } else if byte == UInt8(ascii: "&"), mayBeAnchor {
        mayBeAnchor = false
        offset += 1 + (event.anchor?.utf8.count ?? 0)
      } else if byte == UInt8(ascii: "!"), mayBeTag {
        if butTag { return offset }
        mayBeTag = false
        offset = endOfWord(offset, before: marked.upper)
      } else {
        break
      }
    }
    return min(offset, marked.upper)
  }

  private func endOfWord(_ start: Int, before upper: Int) -> Int {
    var offset = start
    while offset < upper, !isBlank(bytes[offset]) { offset += 1 }
    return offset
  }

  /// The end of the last line with text; libyaml's mark is at the start of the first line behind the block.
  private func endOfBlockScalar(_ lower: Int, _ upper: Int) -> Int {
    var end = upper
    while end > lower + 1 {
      var offset = end
      while offset > lower + 1, bytes[offset - 1] == 0x20 || bytes[offset - 1] == 0x09 { offset -= 1 }
      guard offset > lower + 1, bytes[offset - 1] == 0x0A || bytes[offset - 1] == 0x0D else { break }
      end = offset - 1
    }
    return end
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// The text of a scalar in which a template stands, with each action as it was written.
  func partialText(_ value: String, in range: SourceRange, _ gaps: ArraySlice<Gap>, of file: SourceFile) -> Text {
    guard gaps.allSatisfy({ $0.reason == .value && range.contains($0.range) }) else {
      return Text([.hole(file.text(in: range))])
    }
    var pieces: [Text.Piece] = []
    var rest = Substring(value)
    for gap in gaps {
      guard let found = rest.unicodeScalars.firstIndex(of: marker) else { return Text([.hole(file.text(in: range))]) }
      pieces += known(rest[..<found])
      pieces.append(.hole(file.text(in: gap.range)))
      // The marker takes three bytes, the filler one byte a character.
      let filler = rest.unicodeScalars.index(found, offsetBy: gap.range.count - 2, limitedBy: rest.endIndex)
      rest = rest[(filler ?? rest.endIndex)...]
    }
    pieces += known(rest)
    guard gaps.count > 1, let first = gaps.first, let last = gaps.last else { return Text(pieces) }
    guard gaps.contains(where: { TemplateAction.isConditional(file.bytes, in: $0.range) }) else { return Text(pieces) }
    // Of `{{ if … }}a{{ else }}b{{ end }}` either part may be left out.
    let middle = file.text(in: SourceRange(first.range.lower, last.range.upper))
    let text = Text(pieces)
    return Text([.literal(text.knownPrefix), .hole(middle), .literal(text.knownSuffix)])
  }

  private func known(_ text: Substring) -> [Text.Piece] {
    let text = String(text)
    return Text(placeholdersIn: text)?.pieces ?? [.literal(text)]
  }
}
