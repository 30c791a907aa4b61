import Linting
import Syntax

/// The files below a directory, in sorted order, without those that ignore files name.
///
/// Symbolic links are not followed: what they lead to is met on the way if it is part of the tree.
struct Walk {
  private struct Entry {
    let path: String
    let isDirectory: Bool
    let surroundings: Surroundings
  }

  /// Directories that could not be read.
  private(set) var problems: [String] = []
  /// What is still to be visited, the next one last.
  private var pending: [Entry]

  /// - Parameter root: as it is to be shown.
  init(from root: String) {
    pending = [Entry(path: root, isDirectory: true, surroundings: Surroundings(of: root))]
  }

  /// The next file; nil when there are no more.
  mutating func next() -> String? {
    while let entry = pending.popLast() {
      guard entry.isDirectory else { return entry.path }
      do {
        try enter(entry)
      } catch {
        problems.append("cannot read \(entry.path): \(error.reason)")
      }
    }
    return nil
  }

  private mutating func enter(_ directory: Entry) throws(SystemFailure) {
    let found = try entries(ofDirectory: directory.path)
    var surroundings = directory.surroundings
    surroundings.readIgnoreFiles(in: directory.path, among: found.map(\.name))
    let prefix = directory.path == "." ? "" : directory.path == "/" ? "/" : directory.path + "/"
    var wanted: [Entry] = []
    for (name, kind) in found {
      let isDirectory = kind == .directory
      guard isDirectory || (kind == .file && Language.mayBe(name: name)) else { continue }
      if surroundings.excludes(name, isDirectory: isDirectory) { continue }
      wanted.append(
        Entry(
          path: prefix + name, isDirectory: isDirectory,
          surroundings: isDirectory ? surroundings.below(name) : surroundings))
    }
    pending += wanted.sorted { $1.path.utf8.lexicographicallyPrecedes($0.path.utf8) }
  }
}
