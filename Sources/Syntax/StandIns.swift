extension Text {
  /// The string with its stand-ins as holes; nil when it has none.
  ///
  /// A stand-in is a word that the author of an example left to be replaced: `PROJECT_ID`,
  /// `ACCOUNT_ID.dkr.ecr.REGION.amazonaws.com`, `your-project`, `changeme`, `xxxxxxxxxxxx`, `<...>`. Any word of three
  /// or more upper-case letters counts. So ask only of a field where a real value is hardly ever upper-case (an image,
  /// an ARN, a project), never of the name of a variable or of an enumeration.
  package init?(standInsIn text: String) {
    let bytes = Array(text.utf8)
    var holes: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      if bytes[index].is("<"), let end = Text.angleEnd(bytes, from: index) {
        holes.append(index..<end)
        index = end
        continue
      }
      let end = Text.tokenEnd(bytes, from: index)
      if end > index { Text.findStandIns(in: bytes, token: index..<end, into: &holes) }
      index = max(end, index + 1)
    }
    guard !holes.isEmpty else { return nil }
    var pieces: [Piece] = []
    var literalStart = 0
    for hole in holes {
      pieces.append(.literal(String(decoding: bytes[literalStart..<hole.lowerBound], as: UTF8.self)))
      pieces.append(.hole(String(decoding: bytes[hole], as: UTF8.self)))
      literalStart = hole.upperBound
    }
    pieces.append(.literal(String(decoding: bytes[literalStart...], as: UTF8.self)))
    self.init(pieces)
  }

  /// The same text with the stand-ins in its known parts as holes, too.
  package var markingStandIns: Text {
    if let literal { return Text(standInsIn: literal) ?? self }
    return Text(
      pieces.flatMap { piece in
        if case .literal(let known) = piece, let marked = Text(standInsIn: known) { marked.pieces } else { [piece] }
      })
  }

  private static func angleEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start + 1
    while index < bytes.count, !bytes[index].is("<"), !bytes[index].is(">") { index += 1 }
    return index < bytes.count && index > start + 1 && bytes[index].is(">") ? index + 1 : nil
  }

  private static func tokenEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index].isNameByte || bytes[index].is("-") { index += 1 }
    return index
  }

  /// Looks at the words that hyphens join into one token.
  private static func findStandIns(in bytes: [UInt8], token: Range<Int>, into holes: inout [Range<Int>]) {
    var start = token.lowerBound
    if bytes[start] | 0x20 == UInt8(ascii: "m"),
      exampleTokens.contains(String(decoding: bytes[token], as: UTF8.self).lowercased())
    {
      holes.append(token)
      return
    }
    while start < token.upperBound {
      var end = start
      while end < token.upperBound, !bytes[end].is("-") { end += 1 }
      if startsReplaced(bytes[start..<token.upperBound]) {
        holes.append(start..<token.upperBound)
        return
      }
      if isStandIn(bytes[start..<end]) { holes.append(start..<end) }
      start = end + 1
    }
  }

  private static func isStandIn(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, word.count >= 3 else { return false }
    if first.isUpper, word.allSatisfy(\.isUpperNameByte) { return true }
    if first.is("x") { return word.allSatisfy { $0.is("x") } }
    return first | 0x20 == UInt8(ascii: "p") && String(decoding: word, as: UTF8.self).lowercased() == "placeholder"
  }

  /// Whether a text begins, in whatever case, with words that say that it is to be replaced.
  private static func startsReplaced(_ bytes: ArraySlice<UInt8>) -> Bool {
    // Hardly any word begins with one of these letters, and no other is worth a copy.
    guard let first = bytes.first.map({ $0 | 0x20 }), "ycr".utf8.contains(first) else { return false }
    // Longer than the longest prefix is not needed, and would cost the square of a long token.
    let start = String(decoding: bytes.prefix(16), as: UTF8.self).lowercased()
    return replacedPrefixes.contains(where: start.hasPrefix)
  }

  private static let exampleTokens: [String] = ["my-project", "my-project-id"]
  private static let replacedPrefixes = [
    "your", "changeme", "change-me", "change_me", "replaceme", "replace-me", "replace_me", "replace-with",
    "replace_with",
  ]
}
