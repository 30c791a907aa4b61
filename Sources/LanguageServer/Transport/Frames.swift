/// Cuts a stream of bytes into messages: each follows a header that says how long it is.
///
/// Reference: <https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#baseProtocol>
struct Frames {
  /// What came out of the stream.
  enum Frame: Equatable {
    /// The bytes of a message.
    case message([UInt8])
    /// A message of so many bytes, which is skipped.
    case tooLong(Int)
    /// Nobody can tell where the next message begins; nothing more comes.
    case broken
  }

  private enum Header {
    case incomplete
    case broken
    case whole(body: Int, length: Int)
  }

  private let longest: Int
  private var buffer: [UInt8] = []
  /// Where in the buffer the next header begins.
  private var start = 0
  /// Bytes of a message that is too long which are still to come.
  private var skipping = 0
  private var isBroken = false

  /// A header is two or three short lines.
  private static let longestHeader = 4096

  /// - Parameter longest: bytes of the longest message that is kept.
  init(longest: Int = 64 << 20) { self.longest = longest }

  /// Takes in what was read, whatever part of a message it is.
  mutating func append(_ bytes: some Collection<UInt8>) {
    guard !isBroken else { return }
    let skipped = min(skipping, bytes.count)
    skipping -= skipped
    if start > 0, start == buffer.count || start > 1 << 16 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer += bytes.dropFirst(skipped)
  }

  /// The next message; nil until more was read.
  mutating func next() -> Frame? {
    guard !isBroken, start < buffer.count else { return nil }
    switch header() {
    case .incomplete: return nil
    case .broken:
      isBroken = true
      (buffer, start) = ([], 0)
      return .broken
    case .whole(let body, let length):
      let available = buffer.count - body
      if length > longest {
        skipping = max(0, length - available)
        start = min(body + length, buffer.count)
        return .tooLong(length)
      }
      guard available >= length else { return nil }
      start = body + length
      return .message(Array(buffer[body..<start]))
    }
  }

  private func header() -> Header {
    let limit = min(start + Self.longestHeader, buffer.count)
    var length: Int?
    var line = start
    while let end = buffer[line..<limit].firstIndex(of: 0x0A) {
      var text = buffer[line..<end]
      if text.last == 0x0D { text.removeLast() }
      line = end + 1
      if text.isEmpty { return length.map { .whole(body: line, length: $0) } ?? .broken }
      guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return .broken }
      let name = String(decoding: text[..<colon], as: UTF8.self).lowercased()
      // Others, such as Content-Type, have nothing to say: the text is UTF-8 in any case.
      guard name == "content-length" else { continue }
      let digits = text[(colon + 1)...].filter { $0 != 0x20 && $0 != 0x09 }
      guard length == nil, (1...12).contains(digits.count), digits.allSatisfy({ 0x30...0x39 ~= $0 }),
        let value = Int(String(decoding: digits, as: UTF8.self))
      else { return .broken }
      length = value
    }
    return buffer.count - start >= Self.longestHeader ? .broken : .incomplete
  }
}

/// A message with the header that says how long it is.
func framed(_ body: some Collection<UInt8>) -> [UInt8] { Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body }
