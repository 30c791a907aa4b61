import Syntax

extension SourceFile {
  /// The file after changes, each of which is about the text that the one before it left.
  func applying(_ changes: [Wire.ContentChange], in encoding: PositionEncoding) -> SourceFile {
    changes.reduce(self) { file, change in
      guard let range = change.range else { return SourceFile(path: path, text: change.text) }
      let place = TextPlaces(file, encoding).bytes(of: range)
      var bytes = file.bytes
      bytes.replaceSubrange(place.lower..<place.upper, with: change.text.utf8)
      return SourceFile(path: path, bytes: bytes)
    }
  }
}

extension EditedText {
  /// What was changed, as edits of whole lines in the original.
  var lineEdits: [Fix.Edit] {
    let (old, new) = (TextLines(original.bytes), TextLines(bytes))
    return changes(old, new).map { block in
      let lower = block.old.isEmpty ? old.offset(ofLine: block.old.lowerBound) : old[block.old.lowerBound].startIndex
      let upper = block.old.last.map { old[$0].endIndex } ?? lower
      return Fix.Edit(
        SourceRange(lower, upper), String(decoding: block.new.flatMap { new[$0] }, as: UTF8.self))
    }
  }
}

extension TextLines {
  fileprivate func offset(ofLine line: Int) -> Int { line < count ? self[line].startIndex : bytes.count }
}

extension SourceFile {
  /// The one edit that makes this text another one, as short as it can be.
  func edit(toBecome text: String) -> Fix.Edit {
    let new = Array(text.utf8)
    let most = min(bytes.count, new.count)
    var lower = 0
    while lower < most, bytes[lower] == new[lower] { lower += 1 }
    var same = 0
    while same < most - lower, bytes[bytes.count - 1 - same] == new[new.count - 1 - same] { same += 1 }
    // A character is replaced as a whole, and so is the end of a line.
    while lower > 0, lower < bytes.count, !isBoundary(lower, bytes) { lower -= 1 }
    while same > 0, !isBoundary(bytes.count - same, bytes) { same -= 1 }
    let end = new.count - same
    return Fix.Edit(
      SourceRange(lower, bytes.count - same), String(decoding: new[lower..<max(lower, end)], as: UTF8.self))
  }
}

private func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
  bytes[offset] & 0xC0 != 0x80 && !(bytes[offset] == 0x0A && offset > 0 && bytes[offset - 1] == 0x0D)
}
