import Foundation
import Testing

/// A fenced block of a page: its info string, and its lines.
private struct Block {
  let info: [String]
  let lines: [String]
  /// The numbers of its lines in the page, without the fences.
  let range: Range<Int>

  /// The value of `file=…`.
  var file: String? { info.first { $0.hasPrefix("file=") }.map { String($0.dropFirst("file=".count)) } }
}

/// Every command that the pages show is run, and answers what they show; `make docs` writes the answers anew.
///
/// A block with `file=NAME` is written to a scratch directory, in which the lines of `console` blocks that start with
/// `$` are run.
@Suite struct CommandDocumentationTests {
  private static let docs = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs")
    .standardized

  @Test(arguments: ["configuration.md", "suppression.md"])
  func whatAPageShowsIsWhatHappens(_ name: String) throws {
    let page = Self.docs.appending(path: name)
    var lines = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n")
    let folder = try Folder()
    defer { folder.remove() }
    let isWriting = ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil
    var answers: [(range: Range<Int>, lines: [String])] = []
    for block in Self.blocks(lines) {
      if let file = block.file { try folder.write(block.lines.joined(separator: "\n") + "\n", to: file) }
      guard block.info.first == "console" else { continue }
      let answer = try Self.answer(to: block, in: folder)
      if isWriting { answers.append((block.range, answer)) } else { #expect(block.lines == answer, "\(name)") }
    }
    guard isWriting else { return }
    for (range, answer) in answers.reversed() { lines.replaceSubrange(range, with: answer) }
    try lines.joined(separator: "\n").write(to: page, atomically: true, encoding: .utf8)
  }

  /// The commands of a block, each with everything that it says.
  private static func answer(to block: Block, in folder: Folder) throws -> [String] {
    var lines: [String] = []
    for line in block.lines where line.hasPrefix("$ ") {
      let command = line.dropFirst(2).replacing(/^seatrial/, with: "\"$seatrial\"")
      let result = try Command.shell("{ \(command); } 2>&1", in: folder)
      let answer = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      lines += [line] + (answer.last == "" ? answer.dropLast() : answer)
    }
    return lines
  }

  private static func blocks(_ lines: [String]) -> [Block] {
    var blocks: [Block] = []
    var open: (info: [String], start: Int)?
    for (index, line) in lines.enumerated() where line.hasPrefix("```") {
      if let (info, start) = open {
        blocks.append(Block(info: info, lines: Array(lines[start..<index]), range: start..<index))
        open = nil
      } else {
        open = (line.dropFirst(3).split(separator: " ").map(String.init), index + 1)
      }
    }
    return blocks
  }
}
