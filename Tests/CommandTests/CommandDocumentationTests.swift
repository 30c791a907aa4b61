import Foundation
import Testing

/// A fenced block of a page, or a comment that speaks to these tests: its info string, and its lines.
private struct Block {
  let info: [String]
  let lines: [String]
  /// The numbers of its lines in the page, without the fences.
  let range: Range<Int>

  /// The value of `name=…`.
  func value(of name: String) -> String? {
    info.first { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) }
  }
}

/// Every command that the pages show is run, and answers what they show; `make docs` writes the answers anew.
///
/// All commands of a page run in one scratch directory. A block with `file=NAME` is written to it. Of `console` blocks
/// the lines that start with `$` are run, and the others are what they answer. Of `sh` blocks every line is run and must
/// be right usage; those that would change the machine are run by the file that `run-by=FILE` names. What nobody needs to
/// see stands in a comment: `<!-- run: COMMAND -->`, with the project's own directory in `$project`.
@Suite struct CommandDocumentationTests {
  static let pages: [String] = {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: TestTools.root.appending(path: "docs").path())) ?? []
    return ["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
  }()

  @Test(arguments: pages)
  func whatAPageShowsIsWhatHappens(_ name: String) throws {
    let page = TestTools.root.appending(path: name)
    var lines = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n")
    let folder = try Folder()
    defer { folder.remove() }
    let isWriting = ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil
    var answers: [(range: Range<Int>, lines: [String])] = []
    for block in Self.blocks(lines) {
      if let file = block.value(of: "file") {
        try folder.write(block.lines.joined(separator: "\n") + "\n", to: file)
      }
      switch block.info.first {
      case "run:":
        let result = try Self.run(block.info.dropFirst().joined(separator: " "), in: folder)
        try #require(result.status == 0, "\(name): \(block.info): \(result.output)")
      case "console":
        let answer = try Self.answer(to: block, in: folder)
        if isWriting { answers.append((block.range, answer)) } else { #expect(block.lines == answer, "\(name)") }
      case "sh":
        if let script = block.value(of: "run-by") {
          #expect(FileManager.default.fileExists(atPath: TestTools.root.appending(path: script).path()), "\(script)")
          continue
        }
        for line in block.lines where !line.isEmpty {
          let result = try Self.run(line, in: folder)
          #expect([0, 1].contains(result.status), "\(name): \(line): \(result.output)")
        }
      default:
        let isShown = block.lines.contains { $0.hasPrefix("$ ") || $0.hasPrefix("seatrial ") }
        #expect(!isShown, "\(name): a command in a block that is neither console nor sh: \(block.lines)")
      }
    }
    guard isWriting else { return }
    for (range, answer) in answers.reversed() { lines.replaceSubrange(range, with: answer) }
    try lines.joined(separator: "\n").write(to: page, atomically: true, encoding: .utf8)
  }

  @Test(arguments: pages)
  func thePagesLinkToWhatIsThere(_ name: String) throws {
    let page = TestTools.root.appending(path: name)
    let text = try String(contentsOf: page, encoding: .utf8)
    let links = text.matches(of: #/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/#).map { String($0.1) }
    for link in links {
      let target = page.deletingLastPathComponent().appending(path: link)
      #expect(FileManager.default.fileExists(atPath: target.path()), "\(name): \(link)")
    }
    guard name == "docs/README.md" else { return }
    for other in Self.pages where other.hasPrefix("docs/") && other != name {
      #expect(links.contains(String(other.dropFirst("docs/".count))), "\(other) is not in the index")
    }
  }

  /// The commands of a block, each with everything that it says.
  private static func answer(to block: Block, in folder: Folder) throws -> [String] {
    var lines: [String] = []
    for line in block.lines where line.hasPrefix("$ ") {
      let result = try run(String(line.dropFirst(2)), in: folder)
      let answer = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      lines += [line] + (answer.last == "" ? answer.dropLast() : answer)
    }
    return lines
  }

  private static func run(_ command: String, in folder: Folder) throws -> Command.Result {
    let script = "seatrial() { command \"$seatrial\" \"$@\"; }\n{ \(command)\n} 2>&1"
    return try Command.shell(script, in: folder, environment: ["project": TestTools.root.path()])
  }

  private static func blocks(_ lines: [String]) -> [Block] {
    var blocks: [Block] = []
    var open: (info: [String], start: Int)?
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        if let (info, start) = open {
          blocks.append(Block(info: info, lines: Array(lines[start..<index]), range: start..<index))
          open = nil
        } else {
          open = (line.dropFirst(3).split(separator: " ").map(String.init), index + 1)
        }
      } else if open == nil, let comment = line.wholeMatch(of: /<!-- (run: .*) -->/) {
        blocks.append(
          Block(info: comment.1.split(separator: " ").map(String.init), lines: [], range: index..<index))
      }
    }
    return blocks
  }
}

/// Wherever a page or a template names the version, it is the one that is released next; `make docs` writes it anew.
@Suite struct VersionDocumentationTests {
  @Test(arguments: CommandDocumentationTests.pages + ["templates/seatrial.yml"])
  func theVersionIsOurs(_ name: String) throws {
    let page = TestTools.root.appending(path: name)
    let version = try Command.run(["--version"]).output.trimmingCharacters(in: .newlines)
    let text = try String(contentsOf: page, encoding: .utf8)
    let places =
      #/(?<before>seatrial@v|rev: v|seatrial==|seatrial\/v|download\/v|seatrial[-_:]|default: ")\d+\.\d+\.\d+/#
    let updated = text.replacing(places) { "\($0.before)\(version)" }
    if ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil {
      if updated != text { try updated.write(to: page, atomically: true, encoding: .utf8) }
    } else {
      #expect(text == updated, "run `make docs`")
    }
  }
}
