/// Looks for any of a few words in bytes, in one pass.
struct ByteMarkers: Sendable {
  /// The words by their first byte.
  private let wordsByFirstByte: [[[UInt8]]]

  init(_ words: [String]) {
    var table = [[[UInt8]]](repeating: [], count: 256)
    for word in words {
      let bytes = Array(word.utf8)
      table[Int(bytes[0])].append(bytes)
    }
    wordsByFirstByte = table
  }

  func occur(in bytes: [UInt8]) -> Bool {
    // Without its NUL bytes, UTF-16 reads like ASCII. The readers then say that they do not take it.
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return occur(inText: isUTF16 ? bytes.filter { $0 != 0 } : bytes)
  }

  private func occur(inText bytes: [UInt8]) -> Bool {
    var interesting = [Bool](repeating: false, count: 256)
    for (byte, words) in wordsByFirstByte.enumerated() where !words.isEmpty { interesting[byte] = true }
    for offset in bytes.indices where interesting[Int(bytes[offset])] {
      for word in wordsByFirstByte[Int(bytes[offset])] where matches(word, in: bytes, at: offset) { return true }
    }
    return false
  }

  private func matches(_ word: [UInt8], in bytes: [UInt8], at offset: Int) -> Bool {
    guard offset + word.count <= bytes.count else { return false }
    for index in word.indices where bytes[offset + index] != word[index] { return false }
    return true
  }
}
