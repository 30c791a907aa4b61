import Syntax

extension SourceFile {
  /// Where a text stands inside a range, exactly as it is; nil when it does not, or stands there more than once.
  func range(of text: String, in range: SourceRange) -> SourceRange? {
    let wanted = Array(text.utf8)
    let upper = min(range.upper, bytes.count)
    guard !wanted.isEmpty, upper - range.lower >= wanted.count else { return nil }
    var found: SourceRange?
    for start in range.lower...(upper - wanted.count) where bytes[start..<(start + wanted.count)].elementsEqual(wanted)
    {
      if found != nil { return nil }
      found = SourceRange(start, start + wanted.count)
    }
    return found
  }
}
