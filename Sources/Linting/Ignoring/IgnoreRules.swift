/// All ignore files that have a say in one directory.
package struct IgnoreRules: Sendable {
  /// What kind of ignore file it is; `.ignore` wins over git's.
  package enum Kind: Sendable {
    case own
    case git
  }

  private struct Level: Sendable {
    let kind: Kind
    /// The number of names in the path of the directory that the file is in.
    let depth: Int
    let file: IgnoreFile
  }

  /// Those nearer to the root first, all of git's before all of `.ignore`: the last one that says anything decides.
  private var levels: [Level] = []

  package init() {}

  package var isEmpty: Bool { levels.isEmpty }

  /// Adds an ignore file of a directory that is not above those of the files added so far.
  package mutating func add(_ file: IgnoreFile, _ kind: Kind, depth: Int) {
    if file.isEmpty { return }
    let index = kind == .own ? levels.count : levels.firstIndex { $0.kind == .own } ?? levels.count
    levels.insert(Level(kind: kind, depth: depth, file: file), at: index)
  }

  /// Forgets git's files: another repository begins here.
  package mutating func enterRepository() { levels.removeAll { $0.kind == .git } }

  /// Says whether a path is ignored.
  ///
  /// - Parameters:
  ///   - path: all names of the path, from the root by which depths are counted.
  ///   - isDirectory: whether it is one.
  /// - Returns: whether it is, the directories that it is in left aside.
  package func ignores(_ path: [[UInt8]], isDirectory: Bool) -> Bool {
    for level in levels.reversed() where level.depth < path.count {
      if let verdict = level.file.ignores(path[level.depth...], isDirectory: isDirectory) { return verdict }
    }
    return false
  }
}
