import Testing

@testable import LanguageServer

@Suite struct FrameTests {
  private func frames(_ parts: [[UInt8]], longest: Int = 1000) -> [Frames.Frame] {
    var frames = Frames(longest: longest)
    var found: [Frames.Frame] = []
    for part in parts {
      frames.append(part)
      while let frame = frames.next() { found.append(frame) }
    }
    return found
  }

  private func frames(_ text: String) -> [Frames.Frame] { frames([Array(text.utf8)]) }
  private func message(_ text: String) -> Frames.Frame { .message(Array(text.utf8)) }

  @Test func severalMessagesInOneRead() {
    #expect(
      frames("Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]") == [message("{}"), message("[1]")])
  }

  @Test func everySplitGivesTheSame() {
    let bytes = Array("Content-Length: 4\r\n\r\n\"é\"Content-Length: 0\r\n\r\nContent-Length: 2\r\n\r\n{}".utf8)
    let expected = [message("\"é\""), message(""), message("{}")]
    #expect(frames(bytes.map { [$0] }) == expected)
    for split in bytes.indices { #expect(frames([Array(bytes[..<split]), Array(bytes[split...])]) == expected) }
  }

  @Test func headersOfAnyKindAndCase() {
    let text = "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:2\r\nX-Other: :\r\n\r\n{}"
    #expect(frames(text) == [message("{}")])
    #expect(frames("CONTENT-LENGTH: \t2 \n\n{}") == [message("{}")])
  }

  @Test(arguments: [
    "\r\n{}", "{}\r\n\r\n", "Content-Length: x\r\n\r\n{}", "Content-Length: -1\r\n\r\n{}", "Content-Length:\r\n\r\n{}",
    "Content-Length: 99999999999999999999\r\n\r\n{}", "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    "X: 1\r\n\r\n{}", String(repeating: "a", count: 5000),
  ])
  func whatIsNoHeaderEndsTheStream(_ text: String) {
    #expect(frames(text + "Content-Length: 2\r\n\r\n{}") == [.broken])
  }

  @Test func aMessageThatIsTooLongIsSkipped() {
    let body = [UInt8](repeating: 0x61, count: 2000)
    let bytes = framed(body) + framed(Array("{}".utf8))
    #expect(frames([bytes]) == [.tooLong(2000), message("{}")])
    #expect(frames(bytes.map { [$0] }) == [.tooLong(2000), message("{}")])
  }

  @Test func anythingAtAllIsRead() {
    var generator = SeededGenerator(seed: 7)
    let pieces = ["Content-Length: ", "\r\n", "\r\n\r\n", "3", "{}", "\n", ":", "\u{0}", "é"].map { Array($0.utf8) }
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0..<12, using: &generator)).flatMap { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      let whole = frames([bytes])
      #expect(frames(bytes.map { [$0] }) == whole)
    }
  }
}

@Suite struct SurrogateTests {
  @Test(arguments: [
    (#""\ud83d\ude00""#, #""\ud83d\ude00""#), (#""\ud83d""#, #""\ufffd""#), (#""\ude00x""#, #""\ufffdx""#),
    (#""\ud83d\ud83d\ude00""#, #""\ufffd\ud83d\ude00""#), (#""\\ud83d""#, #""\\ud83d""#),
    (#""\\\uD83D""#, #""\\\ufffd""#), (#""\ud83d\n""#, #""\ufffd\n""#), (#""\ud8"#, #""\ud8"#), (#"\"#, #"\"#),
    (#""\u00e9\udc00""#, #""\u00e9\ufffd""#),
  ])
  func halvesThatStandAloneAreReplaced(_ text: String, _ expected: String) {
    #expect(String(decoding: repairingSurrogates(Array(text.utf8)), as: UTF8.self) == expected)
  }
}

/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
