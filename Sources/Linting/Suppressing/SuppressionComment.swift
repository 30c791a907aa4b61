import Rules
import Syntax

/// A comment that suppresses findings: `# seatrial: ignore=IMG001 reason="the vendor has no other tag"`.
struct SuppressionComment {
  /// A rule that it names.
  struct Name {
    let text: String
    let range: SourceRange
    /// Nil when there is no such rule.
    let selector: RuleSelector?
    let suggestions: [String]
  }

  /// Of the comment with its marker.
  let range: SourceRange
  let names: [Name]
  let reason: String?
  /// The last day on which it holds.
  let until: CivilDate?
  let untilRange: SourceRange?
  /// The line it is about; nil for the whole file.
  let line: Int?
  /// What is not understood, and where.
  let flaw: (message: String, range: SourceRange)?

  /// Nil when the comment is not meant for us.
  ///
  /// - Parameters:
  ///   - comment: the comment.
  ///   - file: the file that it is in.
  ///   - custom: the rules of the user's own.
  init?(_ comment: ParsedFile.Comment, in file: SourceFile, knowing custom: [Rule] = []) {
    guard let prefix = comment.text.firstRange(of: "seatrial:") else { return nil }
    let startsWithName = prefix.lowerBound == comment.text.startIndex
    let skipped = file.text(in: comment.range).firstRange(of: "seatrial:").map { range in
      file.text(in: comment.range)[..<range.upperBound].utf8.count
    }
    guard let skipped else { return nil }
    var reader = WordReader(file: file, offset: comment.range.lower + skipped, end: comment.range.upper)
    var words: [WordReader.Word] = []
    var flaw: (message: String, range: SourceRange)?
    while let word = reader.next() { words.append(word) }
    var (names, reason, until, isForFile) = ([Name](), String?.none, WordReader.Word?.none, false)
    for word in words {
      switch word.key {
      case "ignore", "ignore-file":
        names += word.parts.map { Name($0.text, $0.range, knowing: custom) }
        isForFile = word.key == "ignore-file"
      case "reason": reason = word.value.isEmpty ? nil : word.value
      case "until":
        until = word
        if CivilDate(word.value) == nil { flaw = ("'\(word.value)' is no date; write one like 2027-03-31", word.range) }
      default:
        // Free text after what was said is nobody's mistake.
        guard names.isEmpty || word.hasValue else { continue }
        flaw = flaw ?? ("'\(word.key)' is not understood here", word.range)
      }
    }
    if names.isEmpty {
      // Prose may mention the name.
      guard startsWithName else { return nil }
      flaw = flaw ?? ("this comment names no rule", comment.range)
    }
    range = comment.range
    self.names = names
    self.reason = reason
    self.until = until.flatMap { CivilDate($0.value) }
    untilRange = until?.range
    line = isForFile ? nil : Self.target(of: comment, in: file)
    self.flaw = flaw
  }

  /// The comment's own line when something stands before it, otherwise the next line with more than a comment.
  private static func target(of comment: ParsedFile.Comment, in file: SourceFile) -> Int {
    let own = file.line(at: comment.range.lower)
    let start = file.rangeOfLine(own).lower
    if !isBlank(file.bytes[start..<comment.range.lower]) { return own }
    var line = own + 1
    while line <= file.lineCount {
      let range = file.rangeOfLine(line)
      let text = file.bytes[range.lower..<range.upper].drop { $0 == 0x20 || $0 == 0x09 }
      if let first = text.first, first != UInt8(ascii: "#"), !text.starts(with: "//".utf8) { return line }
      line += 1
    }
    return own
  }

  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

extension SuppressionComment.Name {
  fileprivate init(_ text: String, _ range: SourceRange, knowing custom: [Rule]) {
    self.text = text
    self.range = range
    do throws(UnknownSelector) {
      selector = try RuleSelector(text, among: Rule.all(with: custom))
      suggestions = []
    } catch {
      selector = nil
      suggestions = error.suggestions
    }
  }
}

/// Reads `key=value` and `key="some text"`, separated by blanks.
private struct WordReader {
  struct Word {
    let key: String
    let value: String
    let hasValue: Bool
    /// Of the value where there is one, otherwise of the word.
    let range: SourceRange
    /// The parts of the value between commas.
    let parts: [(text: String, range: SourceRange)]
  }

  let file: SourceFile
  var offset: Int
  let end: Int

  mutating func next() -> Word? {
    skip { $0 == 0x20 || $0 == 0x09 }
    guard offset < end else { return nil }
    let start = offset
    skip { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "=") }
    let key = text(start, offset)
    guard offset < end, file.bytes[offset] == UInt8(ascii: "=") else {
      return Word(key: key, value: "", hasValue: false, range: SourceRange(start, offset), parts: [])
    }
    offset += 1
    let quote = offset < end ? file.bytes[offset] : 0
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let lower = offset + 1
      offset = lower
      skip { $0 != quote }
      let upper = offset
      offset = min(offset + 1, end)
      let range = SourceRange(lower, upper)
      return Word(key: key, value: text(lower, upper), hasValue: true, range: range, parts: parts(of: range))
    }
    let lower = offset
    skip { $0 != 0x20 && $0 != 0x09 }
    let range = SourceRange(lower, offset)
    return Word(key: key, value: text(lower, offset), hasValue: true, range: range, parts: parts(of: range))
  }

  private func parts(of range: SourceRange) -> [(text: String, range: SourceRange)] {
    var parts: [(text: String, range: SourceRange)] = []
    for part in file.bytes[range.lower..<range.upper].split(separator: UInt8(ascii: ",")) {
      let inner = part.drop { $0 == 0x20 }
      if inner.isEmpty { continue }
      parts.append((String(decoding: inner, as: UTF8.self), SourceRange(inner.startIndex, inner.endIndex)))
    }
    return parts
  }

  private mutating func skip(_ belongs: (UInt8) -> Bool) {
    while offset < end, belongs(file.bytes[offset]) { offset += 1 }
  }

  private func text(_ lower: Int, _ upper: Int) -> String { file.text(in: SourceRange(lower, upper)) }
}
