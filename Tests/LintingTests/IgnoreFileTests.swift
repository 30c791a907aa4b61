import Foundation
import Testing

@testable import Linting

/// A pattern, a path and whether git ignores it.
private struct IgnoreCase: CustomTestStringConvertible, Sendable {
  let patterns: String
  let path: String
  let isIgnored: Bool

  var testDescription: String { "\(patterns.debugDescription) \(path)" }

  init(_ patterns: String, _ path: String, _ isIgnored: Bool) {
    self.patterns = patterns
    self.path = path
    self.isIgnored = isIgnored
  }

  static let all = [
    IgnoreCase("dist", "dist", true), IgnoreCase("dist", "a/dist", true), IgnoreCase("/dist", "a/dist", false),
    IgnoreCase("dist/", "dist", false), IgnoreCase("dist/", "dist/", true), IgnoreCase("a/b", "x/a/b", false),
    IgnoreCase("a/b", "a/b", true), IgnoreCase("**/b", "a/x/b", true), IgnoreCase("a/**/b", "a/b", true),
    IgnoreCase("a/**/b", "a/x/y/b", true), IgnoreCase("a/**", "a", false), IgnoreCase("a/**", "a/x/y", true),
    IgnoreCase("*.json", "x/y.json", true), IgnoreCase("*.json\n!keep.json", "keep.json", false),
    IgnoreCase("a*c", "abc", true), IgnoreCase("a/*/c", "a/x/y/c", false), IgnoreCase("\\!x", "!x", true),
    IgnoreCase("\\#x", "#x", true), IgnoreCase("#x", "#x", false), IgnoreCase("x ", "x", true),
    IgnoreCase("x\\ ", "x ", true), IgnoreCase("x\r", "x", true), IgnoreCase("[a-c]x", "bx", true),
    IgnoreCase("[!a-c]x", "bx", false), IgnoreCase("[]x]", "]", true), IgnoreCase("[a", "[a", false),
    IgnoreCase("x\\", "x\\", false), IgnoreCase("?", "a", true), IgnoreCase("**", "a/b", true),
    IgnoreCase("[[:digit:]]", "7", true), IgnoreCase("\u{FEFF}x", "x", true),
  ]
}

@Suite struct IgnoreFileTests {
  @Test(arguments: IgnoreCase.all)
  private func aPatternMeansWhatItMeansToGit(_ example: IgnoreCase) {
    let file = IgnoreFile(Array(example.patterns.utf8))
    let isIgnored = file.ignores(names(example.path)[...], isDirectory: example.path.hasSuffix("/"))
    #expect((isIgnored ?? false) == example.isIgnored)
  }

  @Test func manyStarsTakeNoTime() {
    let file = IgnoreFile(
      Array((String(repeating: "*a", count: 40) + "b\n" + String(repeating: "**/", count: 40) + "b").utf8))
    #expect(file.ignores([Array(String(repeating: "a", count: 4000).utf8)], isDirectory: false) == nil)
    #expect(file.ignores(Array(repeating: Array("a".utf8), count: 4000)[...], isDirectory: false) == nil)
  }

  @Test(.enabled(if: Git.isThere, "git is not installed"))
  func randomPatternsMeanWhatTheyMeanToGit() throws {
    var random = SeededGenerator(seed: 20_261_123)
    let repository = try Git()
    defer { repository.remove() }
    for _ in 0..<100 {
      let patterns = (0..<4).map { _ in randomPattern(&random) }.filter { !startsWithWordAndStars($0) }
      let paths = Set((0..<250).map { _ in randomPath(&random) }).sorted()
      let file = IgnoreFile(Array(patterns.joined(separator: "\n").utf8))
      let expected = try repository.ignored(paths, by: patterns.joined(separator: "\n"))
      for path in paths {
        let isIgnored = isIgnored(path, by: file)
        #expect(isIgnored == expected.contains(path), "\(patterns) \(path)")
      }
    }
  }
}

private func names(_ path: String) -> [[UInt8]] { path.split(separator: "/").map { Array($0.utf8) } }

/// Asks for each directory on the way first, as a walk does.
private func isIgnored(_ path: String, by file: IgnoreFile) -> Bool {
  let names = names(path)
  for count in names.indices.dropLast() where file.ignores(names[...count], isDirectory: true) == true {
    return true
  }
  return file.ignores(names[...], isDirectory: path.hasSuffix("/")) ?? false
}

/// `b**/c`, where git's manual says that these stars are plain ones and its code reads them as `**`.
///
/// We follow the manual.
private func startsWithWordAndStars(_ pattern: String) -> Bool {
  let first = pattern.drop { $0 == "!" || $0 == "/" }.split(separator: "/").first ?? ""
  return first.contains("**") && !first.allSatisfy { $0 == "*" }
}

private func randomPattern(_ random: inout SeededGenerator) -> String {
  let pieces = [
    "a", "b", "c", "ab", "/", "/", "*", "**", "?", "[ab]", "[!a]", "[a-c]", "\\a", "\\*", "**/", "/**", " ", "!",
    "[^b-]",
    "[[:alpha:]]", "[]a]", "-", ".", "[a\\]]", "[", "]", "[b-a]", "***", "[a/]", "\\/",
  ]
  let count = Int.random(in: 1...5, using: &random)
  let pattern = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
  switch Int.random(in: 0..<6, using: &random) {
  case 0: return "!" + pattern
  case 1: return pattern + "/"
  case 2: return "/" + pattern
  default: return pattern
  }
}

/// Paths of files: the directories on the way to them are asked for, too.
private func randomPath(_ random: inout SeededGenerator) -> String {
  let names = ["a", "b", "c", "ab", "abc", "ba", "a.b", "*", "-", "]", "[", "a b", "ä"]
  let count = Int.random(in: 1...5, using: &random)
  return (0..<count).map { _ in names[Int.random(in: 0..<names.count, using: &random)] }.joined(separator: "/")
}

/// The same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// An empty repository, to ask git itself.
private struct Git {
  static let isThere = (try? run(["--version"], in: nil, input: "")) != nil

  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "seatrial-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    _ = try Self.run(["init", "--quiet"], in: folder, input: "")
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func ignored(_ paths: [String], by patterns: String) throws -> Set<String> {
    try patterns.write(to: folder.appending(path: ".gitignore"), atomically: true, encoding: .utf8)
    let answer = try Self.run(
      ["check-ignore", "--no-index", "-z", "--stdin"], in: folder, input: paths.map { $0 + "\0" }.joined())
    return Set(answer.split(separator: "\0").map(String.init))
  }

  private static func run(_ arguments: [String], in folder: URL?, input: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"]) { $1 }
    if let folder { process.currentDirectoryURL = folder }
    let (standardInput, output) = (Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: answer, as: UTF8.self)
  }
}
