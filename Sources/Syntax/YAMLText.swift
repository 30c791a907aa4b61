/// The text that is given to libyaml: as long as the file, with filler where the file holds something that is not YAML.
struct YAMLText {
  /// Bytes that were replaced.
  struct Gap {
    enum Reason {
      /// Template syntax that stands for a value or a part of it.
      case value
      /// Template syntax alone on its lines, now blank.
      case line
      /// Bytes that are no text.
      case damage
    }

    let range: SourceRange
    let reason: Reason
  }

  private(set) var bytes: [UInt8]
  /// Behind the byte order mark.
  let start: Int
  private(set) var isASCII = true
  /// In order; they do not overlap.
  private(set) var gaps: [Gap] = []
  /// The first thing in the bytes that is no text, in words.
  private(set) var damage: (message: String, range: SourceRange)?
  /// Whether actions of a template language were replaced.
  private(set) var isTemplate = false
  /// Whether a template decides which lines there are.
  private(set) var hasControlActions = false
  /// Takes the place of the first bytes of a template action; it does not occur in the file.
  private(set) var marker: Unicode.Scalar = "\u{E000}"
  /// Whether there may be comments.
  private(set) var hasHash = false
  /// Lines that start with `%`, of which libyaml compares each with all others.
  private(set) var directiveCount = 0

  init(_ file: SourceFile) {
    self.init(file, in: SourceRange(file.hasByteOrderMark ? 3 : 0, file.bytes.count))
  }

  /// The text of a part of the file; offsets still count from the file's start.
  init(_ file: SourceFile, in range: SourceRange) {
    bytes = range.upper == file.bytes.count ? file.bytes : Array(file.bytes[..<range.upper])
    start = range.lower
    let mayHoldActions = check()
    guard mayHoldActions else { return }
    mask(TemplateAction.find(in: bytes, from: start))
    isTemplate = gaps.contains { $0.reason != .damage }
  }

  /// The same text without its placeholders, some of which are no YAML until they are filled in: `[${ARGS}]`, `%TAG%`.
  ///
  /// nil when it has none.
  func maskingPlaceholders() -> YAMLText? {
    let placeholders = TemplateAction.findPlaceholders(in: bytes, from: start)
    if placeholders.isEmpty { return nil }
    var text = self
    text.mask(placeholders)
    return text
  }

  var hasGaps: Bool { !gaps.isEmpty }

  /// The gaps inside a range, in order.
  func gaps(in range: SourceRange) -> ArraySlice<Gap> {
    let first = firstGap { $0.range.upper > range.lower }
    var last = first
    while last < gaps.count, gaps[last].range.lower < range.upper { last += 1 }
    return gaps[first..<last]
  }

  private func firstGap(where isBehind: (Gap) -> Bool) -> Int {
    var low = 0
    var high = gaps.count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(gaps[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Replaces what is not UTF-8 or not allowed in YAML; gives whether `{{` or `{%` was seen.
  private mutating func check() -> Bool {
    var offset = start
    var mayHoldActions = false
    let count = bytes.count
    while offset < count {
      let byte = bytes[offset]
      if byte < 0x80 {
        if byte >= 0x20 && byte != 0x7F {
          if byte == UInt8(ascii: "{") {
            let next = offset + 1 < count ? bytes[offset + 1] : 0
            if next == UInt8(ascii: "{") || next == UInt8(ascii: "%") { mayHoldActions = true }
          } else if byte == UInt8(ascii: "#") {
            hasHash = true
          } else if byte == UInt8(ascii: "%"), offset == start || bytes[offset - 1] == 0x0A {
            directiveCount += 1
          }
        } else if byte != 0x0A && byte != 0x0D && byte != 0x09 {
          replaceDamage(at: offset, count: 1, "the control character U+00\(hex(byte)) is not allowed in YAML")
        }
        offset += 1
        continue
      }
      isASCII = false
      offset += checkScalar(at: offset)
    }
    return mayHoldActions
  }

  /// Checks a scalar of two or more bytes; gives how many bytes are dealt with.
  private mutating func checkScalar(at offset: Int) -> Int {
    let first = bytes[offset]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    var isValid = first >= 0xC2 && first <= 0xF4 && offset + length <= bytes.count
    if isValid {
      for index in (offset + 1)..<(offset + length) {
        let byte = bytes[index]
        if byte & 0xC0 != 0x80 { isValid = false }
        value = value << 6 | UInt32(byte & 0x3F)
      }
    }
    let smallest: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    guard isValid, value >= smallest, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else {
      replaceDamage(at: offset, count: 1, "the byte 0x\(hex(first)) is not valid UTF-8 here")
      return 1
    }
    if value < 0xA0 && value != 0x85 {
      replaceDamage(at: offset, count: 2, "the control character U+00\(hex(UInt8(value))) is not allowed in YAML")
    } else if value == 0xFEFF {
      replaceDamage(at: offset, count: 3, "a byte order mark (U+FEFF) is allowed only at the start of the file")
    } else if value == 0xFFFE || value == 0xFFFF {
      replaceDamage(at: offset, count: 3, "the character U+FFF\(value == 0xFFFE ? "E" : "F") is not allowed in YAML")
    }
    return length
  }

  private mutating func replaceDamage(at offset: Int, count: Int, _ message: @autoclosure () -> String) {
    if damage == nil { damage = (message(), SourceRange(offset, offset + count)) }
    for index in offset..<(offset + count) { bytes[index] = UInt8(ascii: "x") }
    if let last = gaps.last, last.range.upper == offset {
      gaps[gaps.count - 1] = Gap(range: SourceRange(last.range.lower, offset + count), reason: .damage)
    } else {
      gaps.append(Gap(range: SourceRange(offset, offset + count), reason: .damage))
    }
  }

  private mutating func mask(_ actions: [TemplateAction]) {
    if actions.isEmpty { return }
    marker = gaps.contains { $0.reason == .value } ? marker : unusedMarker()
    for action in actions { mask(action) }
    orderGaps()
  }

  private mutating func mask(_ action: TemplateAction) {
    let range = action.range
    switch action.place {
    case .comment: break
    case .line:
      // Empty lines mean the least, also inside a text that goes on behind them.
      for index in range.lower..<range.upper { bytes[index] = 0x0A }
      if action.decidesLines { hasControlActions = true }
      gaps.append(Gap(range: range, reason: .line))
    case .value:
      let filler = Array(String(Character(marker)).utf8)
      for index in range.lower..<range.upper {
        let place = index - range.lower
        bytes[index] = place < filler.count ? filler[place] : UInt8(ascii: "x")
      }
      isASCII = false
      gaps.append(Gap(range: range, reason: .value))
    }
  }

  /// Sorts them, and drops damage that is hidden by a template action.
  private mutating func orderGaps() {
    var ordered: [Gap] = []
    for gap in gaps.sorted(by: { ($0.range.lower, $1.range.upper) < ($1.range.lower, $0.range.upper) }) {
      if let last = ordered.last, gap.range.lower < last.range.upper { continue }
      ordered.append(gap)
    }
    gaps = ordered
  }

  /// A character of the private use area that the file does not hold.
  private func unusedMarker() -> Unicode.Scalar {
    var isUsed = [Bool](repeating: false, count: 64)
    for offset in bytes.indices.dropLast(2) where bytes[offset] == 0xEE && bytes[offset + 1] == 0x80 {
      isUsed[Int(bytes[offset + 2] & 0x3F)] = true
    }
    let free = isUsed.firstIndex(of: false) ?? 0
    return Unicode.Scalar(0xE000 + UInt32(free)) ?? "\u{E000}"
  }
}

/// Two digits.
private func hex(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.utf8.count == 1 ? "0" + digits : digits
}
