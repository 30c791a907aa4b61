/// Reads one JSON document from bytes into a tree.
///
/// Everything that reads leaves `offset` just past what it read. Whatever cannot be read is complained about once and
/// stepped over, so that every loop moves on.
struct JSONParser {
  let file: SourceFile
  let bytes: [UInt8]
  let limits: Limits
  var offset = 0
  /// Where the brackets stand that are open now.
  var openers: [Int] = []
  var complaints: JSONComplaints
  var scanner: PlaceholderScanner
  var comments: [ParsedFile.Comment] = []
  var templateActions: [SourceRange] = []
  var isOpaque = false
  private var isPastLimit = false
  private var valueCount = 0

  init(file: SourceFile, limits: Limits) {
    self.file = file
    self.limits = limits
    bytes = file.bytes
    complaints = JSONComplaints(file: file)
    scanner = PlaceholderScanner(file.bytes)
    if file.hasByteOrderMark { offset = 3 }
  }

  /// Nothing more is read: a limit was reached, or there were too many mistakes.
  var isStopped: Bool { isPastLimit || complaints.isFull }

  /// Where a value is expected, for the words of a complaint.
  enum Place {
    case document
    case element
    /// After the colon.
    case property
  }

  mutating func document() -> Node? {
    while true {
      skipBlanks()
      guard offset < bytes.count else {
        let isBlank = bytes.allSatisfy(\.isBlank) || (file.hasByteOrderMark && bytes.count == 3)
        let message = isBlank ? "the file is empty" : "the file holds no value"
        if !complaints.has(.encoding) { complaints.end("\(message); expected a JSON value", at: 0) }
        return nil
      }
      if !skipControlAction() { break }
    }
    let node = value(.document)
    // Behind a word that is no JSON, the rest is hardly meant as JSON either.
    if let node, complaints.isEmpty || node.mapping != nil || node.sequence != nil { finish() }
    return node
  }

  /// Nothing but white space may follow the document.
  private mutating func finish() {
    while !isStopped {
      skipBlanks()
      guard offset < bytes.count else { return }
      if skipAction() { continue }
      let range = SourceRange(offset, tokenEnd(at: offset))
      switch bytes[offset] {
      case "}", "]":
        complaints.syntax(
          "\(found(at: offset)) closes nothing: the document ends before it", at: range,
          fixes: [Fix("Remove it", .unsafe, [.init(range, "")])])
      case "{", "[":
        complaints.syntax("a second value after the end of the document; a JSON file holds one", at: range)
      default:
        complaints.syntax("text after the end of the document: \(found(at: offset))", at: range)
      }
      return
    }
  }

  /// Reads a value, or complains and returns nil; then what stands there was stepped over, unless others need it.
  mutating func value(_ place: Place) -> Node? {
    skipBlanks()
    valueCount += 1
    if valueCount > limits.values {
      stop("the file has more than \(limits.values) values; the rest is not read")
      return nil
    }
    guard offset < bytes.count else {
      complaints.end("expected a value, but the file ends", at: bytes.count)
      return nil
    }
    let start = offset
    let node: Node?
    switch bytes[offset] {
    case "\"": node = string().node
    case "{": node = opensTemplate(at: offset) ? template() : mapping()
    case "[": node = sequence()
    case "-", "0"..."9": node = number()
    case "t": node = keyword("true", .bool(true))
    case "f": node = keyword("false", .bool(false))
    case "n": node = keyword("null", .null)
    default: return strangeValue(place)
    }
    guard offset < bytes.count, !isStopped, !JSONParser.endsValue(bytes[offset]), node != nil else { return node }
    return glued(from: start) ?? node
  }

  /// Whether this byte may stand right behind a value.
  @inline(__always)
  static func endsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case ",", "]", "}", " ", "\n", "\r", "\t", ":": true
    default: false
    }
  }

  private mutating func keyword(_ word: StaticString, _ value: Value) -> Node? {
    let start = offset
    let end = start + word.utf8CodeUnitCount
    guard wordEnd(at: start) == end, file.text(in: SourceRange(start, end)) == word.description else {
      return bareText()
    }
    offset = end
    return Node(value, SourceRange(start, end))
  }

  private mutating func sequence() -> Node? {
    let start = offset
    guard open() else { return nil }
    var elements: [Node] = []
    var comma: Int?
    while itemFollows("]", comma: &comma) {
      if let element = value(.element) {
        if isKey(element) {
          closeBefore(element, comma: comma)
          break
        }
        elements.append(element)
      }
      guard separator("]", comma: &comma) else { break }
    }
    openers.removeLast()
    return Node(.sequence(elements), SourceRange(start, offset))
  }

  private mutating func mapping() -> Node? {
    let start = offset
    guard open() else { return nil }
    var entries: [Mapping.Entry] = []
    var names = KeyIndex()
    var isOpen = false
    var comma: Int?
    while itemFollows("}", comma: &comma) {
      // What cannot be read may have been any key, and so may what a placeholder names.
      var name: String?
      let keyStart = offset
      let key = key()
      let keyRange = SourceRange(keyStart, offset)
      if case .name(let text) = key { name = text } else { isOpen = true }
      if key == nil || !colon(after: keyRange) {
        isOpen = true
        guard separator("}", comma: &comma) else { break }
        continue
      }
      if let value = value(.property) {
        if let name {
          if let first = names.place(of: name, in: entries) {
            let other = entries[first].value.range
            let isSame =
              comma.map { bytes[($0 + 1)..<keyStart].allSatisfy(\.isBlank) } ?? false
              && bytes[other.lower..<other.upper] == bytes[value.range.lower..<value.range.upper]
            complaints.duplicate(
              name, at: keyRange, first: entries[first].keyRange,
              // With the comma before it and what stands between.
              removing: isSame ? comma.map { SourceRange($0, value.range.upper) } : nil)
          } else {
            if entries.isEmpty { entries.reserveCapacity(4) }
            entries.append(Mapping.Entry(key: name, keyRange: keyRange, value: value))
          }
        }
      } else {
        isOpen = true
      }
      guard separator("}", comma: &comma) else { break }
    }
    openers.removeLast()
    // Cut off at the end of the file: what is missing may have held anything.
    let end = entries.last?.value.range.upper ?? start + 1
    let isClosed = offset > end && bytes[offset - 1] == UInt8(ascii: "}")
    return Node(.mapping(Mapping(entries, isOpen: isOpen || isStopped || !isClosed)), SourceRange(start, offset))
  }

  private mutating func open() -> Bool {
    guard openers.count < limits.depth else {
      stop("values are nested more than \(limits.depth) deep; the rest of the file is not read")
      return false
    }
    openers.append(offset)
    offset += 1
    return true
  }

  mutating func stop(_ message: String) {
    if !isPastLimit { complaints.limit(message, at: SourceRange(offset, min(offset + 1, bytes.count))) }
    isPastLimit = true
    offset = bytes.count
  }
}

/// Finds a key among the entries of one mapping, by its bytes: é written in two ways is two keys.
private struct KeyIndex {
  private struct ExactKey: Hashable {
    let text: String

    static func == (left: ExactKey, right: ExactKey) -> Bool { isSame(left.text, right.text) }
    // Equal bytes have equal hashes, which is all that is asked.
    func hash(into hasher: inout Hasher) { hasher.combine(text) }
  }

  private var table: [ExactKey: Int] = [:]

  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && left == right && left.utf8.elementsEqual(right.utf8)
  }

  /// The index of the entry with this key; nil when there is none, and then the caller appends it.
  mutating func place(of key: String, in entries: [Mapping.Entry]) -> Int? {
    guard entries.count >= 16 else { return entries.firstIndex { KeyIndex.isSame($0.key, key) } }
    if table.isEmpty {
      for (index, entry) in entries.enumerated() { table[ExactKey(text: entry.key)] = index }
    }
    if let index = table[ExactKey(text: key)] { return index }
    table[ExactKey(text: key)] = entries.count
    return nil
  }
}
