extension String {
  /// The text with nothing in it that a terminal obeys or a reader cannot see: control characters, line ends and the
  /// characters that turn the direction of text get a visible spelling.
  var visible: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    var result = ""
    for scalar in unicodeScalars {
      if let spelling = scalar.visibleSpelling { result += spelling } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// How a character that must not be printed is shown, or nil for all the others.
  var visibleSpelling: String? {
    switch value {
    // The control pictures: ␀ to ␟, and ␡.
    case 0..<0x20: Unicode.Scalar(0x2400 + value).map { String($0) }
    case 0x7F: "\u{2421}"
    // C1 controls, which some terminals obey; line and paragraph separators; marks and overrides of direction;
    // what has no width and no business in a configuration.
    case 0x80...0x9F, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      "<U+\(hexadecimal)>"
    default: nil
    }
  }

  private var hexadecimal: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
