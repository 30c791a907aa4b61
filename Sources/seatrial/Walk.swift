import Linting
import Syntax

/// The files below a directory, in sorted order.
///
/// Symbolic links are not followed: what they lead to is met on the way if it is part of the tree.
struct Walk {
  /// Directories that could not be read.
  private(set) var problems: [String] = []
  /// What is still to be visited, the next one last.
  private var pending: [(path: String, isDirectory: Bool)]

  init(from root: String) {
    pending = [(root, true)]
  }

  /// The next file; nil when there are no more.
  mutating func next() -> String? {
    while let (path, isDirectory) = pending.popLast() {
      if !isDirectory { return path }
      do {
        let found = try entries(ofDirectory: path)
        let wanted = found.filter { isWanted($0.name, $0.kind) }.sorted { $0.name > $1.name }
        for (name, kind) in wanted {
          pending.append((path == "." ? name : path == "/" ? "/" + name : "\(path)/\(name)", kind == .directory))
        }
      } catch {
        problems.append("cannot read \(path): \(error.reason)")
      }
    }
    return nil
  }

  private func isWanted(_ name: String, _ kind: FileKind) -> Bool {
    switch kind {
    case .file: Language.mayBe(name: name)
    case .directory: !neverWalked.contains(name)
    case .link, .other: false
    }
  }
}

/// Version control, caches and vendored trees.
private let neverWalked: Set = [".git", ".terraform", ".build", ".venv", "node_modules", "vendor"]
