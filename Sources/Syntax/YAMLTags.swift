extension ParsedFile {
  /// The tag and the value of a node with a tag of somebody's own: `!Ref` and `X` for `!Ref X`; nil for any other node.
  ///
  /// To us such a node is unresolved as a whole. Who knows the tag can look behind it: the text is read again, and the
  /// ranges point into this file. Tags inside are unresolved again, and so are aliases of anchors outside.
  package func value(behindTagOf node: Node) -> (tag: String, value: Node)? {
    let bytes = file.bytes
    let range = node.range
    guard language == .yaml, node.isUnresolved, range.upper <= bytes.count, !range.isEmpty,
      bytes[range.lower] == UInt8(ascii: "!")
    else { return nil }
    var tagEnd = range.lower
    while tagEnd < range.upper, !" \t\r\n".utf8.contains(bytes[tagEnd]) { tagEnd += 1 }
    // A block of text keeps its last line end.
    var upper = range.upper
    if upper < bytes.count, bytes[upper] == 0x0D { upper += 1 }
    if upper < bytes.count, bytes[upper] == 0x0A { upper += 1 }
    let text = YAMLText(file, in: SourceRange(tagEnd, upper))
    var tree = YAMLTree(file: file, text: text, limits: .standard, keepsScalarRanges: false)
    let reader = EventReader(text.bytes, from: tagEnd, isASCII: text.isASCII)
    do {
      while let event = try reader.next() { try tree.take(event) }
    } catch {
      return nil
    }
    let value = tree.documents.first ?? Node(.null, SourceRange(tagEnd, tagEnd))
    return (file.text(in: SourceRange(range.lower, tagEnd)), value)
  }
}
