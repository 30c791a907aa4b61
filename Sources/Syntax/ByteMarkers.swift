/// Looks for any of a few words in bytes, in one pass.
package struct ByteMarkers: Sendable {
  /// The words by their first byte.
  private let wordsByFirstByte: [[[UInt8]]]
  /// Whether a word begins with a byte.
  private let begins: [Bool]

  package init(_ words: [String]) {
    var table = [[[UInt8]]](repeating: [], count: 256)
    for word in words {
      let bytes = Array(word.utf8)
      table[Int(bytes[0])].append(bytes)
    }
    wordsByFirstByte = table
    begins = table.map { !$0.isEmpty }
  }

  /// Whether one of the words occurs anywhere.
  package func occur(in bytes: [UInt8]) -> Bool {
    for offset in bytes.indices where begins[Int(bytes[offset])] {
      if start(bytes, at: offset) { return true }
    }
    return false
  }

  /// Whether one of the words stands at the beginning.
  package func start(_ bytes: [UInt8]) -> Bool { !bytes.isEmpty && start(bytes, at: 0) }

  /// Whether one of the words stands at an offset, which must be one of a byte.
  package func start(_ bytes: [UInt8], at offset: Int) -> Bool {
    for word in wordsByFirstByte[Int(bytes[offset])] where matches(word, in: bytes, at: offset) { return true }
    return false
  }

  private func matches(_ word: [UInt8], in bytes: [UInt8], at offset: Int) -> Bool {
    guard offset + word.count <= bytes.count else { return false }
    for index in word.indices where bytes[offset + index] != word[index] { return false }
    return true
  }
}
