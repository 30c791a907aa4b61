import Syntax

/// Whether a path that was named one by one would have been left out of a walk, for `--force-exclude`.
struct NamedExclusion {
  /// By the absolute path of the directory; nil for one that is left out itself.
  private let start = try? absolutePath(of: ".")
  private var known: [String: Surroundings?] = [:]

  mutating func excludes(_ path: String, isDirectory: Bool) -> Bool {
    let parts = path.split(on: "/")
    guard let name = parts.last.map(String.init), name != "." && name != ".." else { return false }
    let parent = String(path.dropLast(path.reversed().drop { $0 == "/" }.prefix { $0 != "/" }.count))
    guard let directory = try? absolutePath(of: parent.isEmpty ? "." : parent) else { return false }
    guard let surroundings = surroundings(of: directory) else { return true }
    return surroundings.excludes(name, isDirectory: isDirectory)
  }

  private mutating func surroundings(of directory: String) -> Surroundings? {
    if let known = known[directory] { return known }
    let result = read(directory)
    known[directory] = .some(result)
    return result
  }

  private mutating func read(_ directory: String) -> Surroundings? {
    // Like a walk, this starts where we are, and knows nothing about what is above a repository.
    let isTop = directory == "/" || directory == start || (try? kindOfFile(at: directory + "/.git")) != nil
    var surroundings: Surroundings
    if isTop {
      surroundings = Surroundings(of: directory)
    } else {
      let name = directory.split(on: "/").last.map(String.init) ?? ""
      let parent = String(directory.dropLast(name.count + 1))
      guard let above = self.surroundings(of: parent.isEmpty ? "/" : parent),
        !above.excludes(name, isDirectory: true)
      else { return nil }
      surroundings = above.below(name)
    }
    surroundings.readIgnoreFiles(in: directory, among: [".git", ".gitignore", ".ignore"])
    return surroundings
  }
}
