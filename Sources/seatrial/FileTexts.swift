import Linting
import Synchronization
import Syntax

/// Where the texts of a run come from: the disk, standard input, git's index, or what is about to be written.
struct FileTexts: Sendable {
  private let standardInput: StandardInput
  /// With the files of which the index has another text than the disk; nil outside of `--staged`.
  private let index: (git: Git, differing: Set<String>)?
  private let replaced: [String: [UInt8]]

  init(standardInput: StandardInput, index git: Git?) throws(UsageError) {
    self.standardInput = standardInput
    replaced = [:]
    if let git { index = (git, try git.differingFromIndex()) } else { index = nil }
  }

  private init(_ other: FileTexts, replacing texts: [String: EditedText]) {
    standardInput = other.standardInput
    index = other.index
    replaced = other.replaced.merging(texts.mapValues(\.bytes)) { $1 }
  }

  /// The same, but for some files that have another text.
  func replacing(_ texts: [String: EditedText]) -> FileTexts {
    texts.isEmpty ? self : FileTexts(self, replacing: texts)
  }

  /// The first bytes of a file.
  func read(_ path: String, _ count: Int) throws(Unreadable) -> [UInt8] {
    if let bytes = replaced[path] { return bytes }
    if let index, index.differing.contains(path) {
      guard let bytes = index.git.textInIndex(path) else { throw Unreadable(reason: "git has it no longer") }
      return Array(bytes.prefix(count))
    }
    guard path == standardInput.name else { return try readText(at: path, count: count) }
    do throws(SystemFailure) {
      return try standardInput.bytes(count)
    } catch {
      throw Unreadable(reason: error.reason)
    }
  }
}

/// The first bytes of a file on disk.
func readText(at path: String, count: Int) throws(Unreadable) -> [UInt8] {
  do throws(SystemFailure) {
    return try readFile(at: path, count: count)
  } catch {
    throw Unreadable(reason: error.reason)
  }
}
