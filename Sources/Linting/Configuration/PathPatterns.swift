import Syntax

/// Patterns for paths in git's own notation, as in `.gitignore`: `envs/dev/**`, `testdata/`, `*.example.json`.
package struct PathPatterns: Sendable {
  private let file: IgnoreFile
  /// As the user wrote them.
  package let texts: [String]

  package init(_ patterns: [String]) {
    texts = patterns
    file = IgnoreFile(Array(patterns.joined(separator: "\n").utf8))
  }

  package var isEmpty: Bool { file.isEmpty }

  /// Whether a file, or a directory that it is in, is meant.
  ///
  /// The path is from the directory that the patterns are relative to, with `/` between its names.
  package func match(_ path: String) -> Bool {
    let names = path.split(on: "/").map { Array($0.utf8) }
    guard !names.isEmpty, names[0] != [0x2E, 0x2E] else { return false }
    for depth in 1...names.count {
      if file.ignores(names[..<depth], isDirectory: depth < names.count) == true { return true }
    }
    return false
  }
}
