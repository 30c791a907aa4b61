// How many columns text takes in a terminal: 2 for what East Asian fonts draw wide (UAX #11, W and F) and for emoji,
// 0 for what combines with the character before it, 1 for the rest. Ambiguous characters count 1, as terminals do
// outside East Asian locales.

extension String {
  /// Columns of a terminal; the text must be `visible`.
  var displayWidth: Int {
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
    return reduce(0) { $0 + $1.displayWidth }
  }
}

extension Character {
  /// Columns of a terminal.
  var displayWidth: Int {
    if isASCII { return 1 }
    // Emoji made of several, flags, and symbols made emoji by a variation selector are drawn as one.
    if unicodeScalars.count > 1, let first = unicodeScalars.first,
      unicodeScalars.contains(where: \.joinsEmoji), first.properties.isEmoji
    {
      return 2
    }
    return unicodeScalars.reduce(0) { $0 + $1.displayWidth }
  }
}

extension Unicode.Scalar {
  fileprivate var joinsEmoji: Bool {
    switch value {
    case 0x200D, 0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: true
    default: false
    }
  }

  fileprivate var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case .format: return value == 0xAD ? 1 : 0
    default: break
    }
    switch value {
    // Hangul vowels and final consonants, which join the first one of their syllable.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    default: return isWide ? 2 : 1
    }
  }

  private var isWide: Bool {
    switch value {
    case ..<0x1100: false
    case 0x303F: false
    case 0x1100...0x115F,  // Hangul first consonants
      0x2329...0x232A,  // angle brackets
      0x2E80...0x303E,  // radicals, ideographic description, CJK punctuation
      0x3041...0x3247, 0x3250...0x4DBF,  // kana, bopomofo, enclosed and compatible forms, ideographs A
      0x4DC0...0x4DFF, 0x4E00...0x9FFF,  // hexagrams, ideographs
      0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,  // Yi, Hangul
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,  // compatible ideographs, vertical and small forms
      0xFF00...0xFF60, 0xFFE0...0xFFE6,  // full-width forms
      0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,  // Tangut, Khitan, Nushu, kana
      0x1D300...0x1D376, 0x1F200...0x1F265,  // counting signs, enclosed ideographs
      0x20000...0x2FFFD, 0x30000...0x3FFFD:  // ideographs B and later
      true
    default: properties.isEmojiPresentation
    }
  }
}
