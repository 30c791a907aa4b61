// Bytes are compared with the ASCII characters they stand for, so that readers of text say what they mean.

@inline(__always)
func ~= (character: Unicode.Scalar, byte: UInt8) -> Bool { UInt32(byte) == character.value }

@inline(__always)
func ~= (characters: ClosedRange<Unicode.Scalar>, byte: UInt8) -> Bool {
  characters.lowerBound.value <= UInt32(byte) && UInt32(byte) <= characters.upperBound.value
}

extension UInt8 {
  @inline(__always)
  func `is`(_ character: Unicode.Scalar) -> Bool { UInt32(self) == character.value }

  var isUpper: Bool { "A"..."Z" ~= self }
  var isLetter: Bool { "a"..."z" ~= self || "A"..."Z" ~= self }
  var isDigit: Bool { "0"..."9" ~= self }
  /// A letter, a digit or an underscore.
  var isNameByte: Bool { isLetter || isDigit || self.is("_") }
  /// A byte that upper-case names such as `PROJECT_ID` are made of.
  var isUpperNameByte: Bool { isUpper || isDigit || self.is("_") }
  /// Space, tab, line feed, carriage return: the white space of JSON.
  var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
  /// The value of a hexadecimal digit.
  var hexValue: UInt32? {
    switch self {
    case "0"..."9": UInt32(self) - 48
    case "a"..."f": UInt32(self) - 87
    case "A"..."F": UInt32(self) - 55
    default: nil
    }
  }
}
