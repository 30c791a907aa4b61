/// The text of a JSON message with a replacement character for each half of a surrogate pair that stands alone.
///
/// Editors that keep their text in UTF-16 can send such halves, and no other encoding can say them. A replacement
/// character counts like a half in every unit, so that positions stay what they are.
func repairingSurrogates(_ json: [UInt8]) -> [UInt8] {
  var result: [UInt8]?
  var offset = 0
  while offset + 1 < json.count {
    guard json[offset] == UInt8(ascii: "\\") else {
      offset += 1
      continue
    }
    guard let unit = escapedUnit(in: json, at: offset) else {
      // An escaped backslash is no beginning of the next escape.
      offset += 2
      continue
    }
    if 0xD800..<0xDC00 ~= unit, let next = escapedUnit(in: json, at: offset + 6), 0xDC00..<0xE000 ~= next {
      offset += 12
      continue
    }
    if 0xD800..<0xE000 ~= unit {
      var repaired = result ?? json
      repaired.replaceSubrange(offset..<(offset + 6), with: "\\ufffd".utf8)
      result = repaired
    }
    offset += 6
  }
  return result ?? json
}

/// What `\uXXXX` at an offset stands for; nil where something else stands.
private func escapedUnit(in json: [UInt8], at offset: Int) -> UInt16? {
  guard offset + 6 <= json.count, json[offset] == UInt8(ascii: "\\"), json[offset + 1] == UInt8(ascii: "u") else {
    return nil
  }
  return UInt16(String(decoding: json[(offset + 2)..<(offset + 6)], as: UTF8.self), radix: 16)
}
