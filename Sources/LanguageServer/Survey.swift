import Linting
import Syntax

/// The files of the workspace that are still to be looked at for what ties them to others, a few at a time.
struct Survey {
  /// A piece of work that nobody has to wait for long.
  private static let portion = 100

  private let mostFiles: Int
  private var walks: [() -> String?]
  private var paths: [String] = []
  private var count = 0
  /// Whether the folders of the workspace hold too much.
  private(set) var isTooLarge = false

  init(folders: [String], machine: Machine) {
    mostFiles = machine.mostFiles
    walks = folders.map { machine.walk($0) }
  }

  var isOver: Bool { walks.isEmpty && paths.isEmpty }

  /// Whether all folders of the workspace are looked at, or will be.
  var coversFolders: Bool { !isTooLarge }

  mutating func add(_ more: some Sequence<String>) { paths += more }

  /// The next few files.
  mutating func next() -> [String] {
    var portion: [String] = []
    while portion.count < Self.portion {
      if let path = paths.popLast() {
        portion.append(path)
      } else if let walk = walks.last {
        guard let path = walk() else {
          walks.removeLast()
          continue
        }
        count += 1
        portion.append(path)
        if count > mostFiles {
          walks = []
          isTooLarge = true
        }
      } else {
        break
      }
    }
    return portion
  }
}
