import Linting
import Syntax

/// What is known about a directory on the way down: where it is, and the ignore files from there up.
struct Surroundings {
  /// The names of its path from the root of the file system.
  private var names: [[UInt8]]
  private var rules = IgnoreRules()

  private init(names: [[UInt8]]) { self.names = names }

  /// The directory with the ignore files above it, up to the root of its repository.
  ///
  /// Its own are not read yet.
  init(of directory: String) {
    guard let path = try? absolutePath(of: directory) else {
      self.init(names: [])
      return
    }
    let parts = path.split(on: "/").map(String.init)
    let names = parts.map { Array($0.utf8) }
    self.init(names: names)
    guard let repository = Self.repository(above: parts) else { return }
    for depth in repository..<parts.count {
      self.names = Array(names[..<depth])
      readIgnoreFiles(in: "/" + parts[..<depth].joined(separator: "/"), among: [".gitignore", ".ignore", ".git"])
    }
    self.names = names
  }

  /// The depth of the nearest directory at or above a path that is a repository; nil when there is none.
  private static func repository(above names: [String]) -> Int? {
    (0...names.count).last { depth in
      let directory = names[..<depth].map { "/" + $0 }.joined()
      return (try? kindOfFile(at: directory + "/.git")) != nil
    }
  }

  /// Takes in the ignore files of this directory.
  ///
  /// - Parameters:
  ///   - path: by which it can be reached.
  ///   - entries: names that may be there; others are not looked for.
  mutating func readIgnoreFiles(in path: String, among entries: [String]) {
    let most = 1 << 20
    if entries.contains(".git"), (try? kindOfFile(at: path + "/.git")) != nil {
      rules.enterRepository()
      if let bytes = try? readFile(at: path + "/.git/info/exclude", count: most) {
        rules.add(IgnoreFile(bytes), .git, depth: names.count)
      }
    }
    for (name, kind) in [(".gitignore", IgnoreRules.Kind.git), (".ignore", .own)] where entries.contains(name) {
      if let bytes = try? readFile(at: path + "/" + name, count: most) {
        rules.add(IgnoreFile(bytes), kind, depth: names.count)
      }
    }
  }

  /// Whether an entry of this directory is left out.
  func excludes(_ name: String, isDirectory: Bool) -> Bool {
    if isDirectory, neverWalked.contains(name) || (name.hasPrefix("asset.") && isNamed("cdk.out")) { return true }
    return !rules.isEmpty && rules.ignores(names + [Array(name.utf8)], isDirectory: isDirectory)
  }

  private func isNamed(_ name: String) -> Bool { names.last.map { $0.elementsEqual(name.utf8) } ?? false }

  /// The same for a directory in this one.
  func below(_ name: String) -> Surroundings {
    var below = self
    below.names.append(Array(name.utf8))
    return below
  }
}

/// Version control, caches and vendored trees.
private let neverWalked: Set = [".git", ".terraform", ".build", ".venv", "node_modules", "vendor"]
