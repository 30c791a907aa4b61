/// The patterns of one `.gitignore` or `.ignore` file, with git's meaning.
package struct IgnoreFile: Sendable {
  private struct Pattern: Sendable {
    let glob: Glob
    /// `!pattern`: what it matches is not ignored after all.
    let isNegated: Bool
    /// `pattern/`: only directories.
    let isForDirectories: Bool
    /// Whether the name alone counts, at any depth: the pattern has no slash but at its end.
    let isForNames: Bool
  }

  /// The last one first, since the last one decides.
  private let patterns: [Pattern]

  package init(_ bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    patterns = text.split(separator: UInt8(ascii: "\n")).compactMap(Self.pattern).reversed()
  }

  package var isEmpty: Bool { patterns.isEmpty }

  /// Whether a path is ignored.
  ///
  /// What lies below an ignored directory is ignored, too: ask for the directory first.
  ///
  /// - Parameters:
  ///   - path: its names, from the directory that the ignore file is in.
  ///   - isDirectory: whether it is one.
  /// - Returns: nil when no pattern says anything about it.
  package func ignores(_ path: ArraySlice<[UInt8]>, isDirectory: Bool) -> Bool? {
    guard let name = path.last else { return nil }
    for pattern in patterns where isDirectory || !pattern.isForDirectories {
      if pattern.isForNames ? pattern.glob.matches(name: name) : pattern.glob.matches(path: path) {
        return !pattern.isNegated
      }
    }
    return nil
  }

  private static func pattern(_ line: ArraySlice<UInt8>) -> Pattern? {
    let slash = UInt8(ascii: "/")
    var line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    guard line.first != UInt8(ascii: "#") else { return nil }
    line = withoutTrailingSpaces(line)
    let isNegated = line.first == UInt8(ascii: "!")
    if isNegated { line.removeFirst() }
    let isForDirectories = line.last == slash
    if isForDirectories { line.removeLast() }
    let isForNames = !line.contains(slash)
    if line.first == slash { line.removeFirst() }
    guard !line.isEmpty, let glob = Glob(line) else { return nil }
    return Pattern(glob: glob, isNegated: isNegated, isForDirectories: isForDirectories, isForNames: isForNames)
  }

  /// Spaces at the end do not count unless a backslash stands before them.
  private static func withoutTrailingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == UInt8(ascii: "\\"), index + 1 < line.endIndex {
        index += 1
        end = index + 1
      } else if line[index] != UInt8(ascii: " ") {
        end = index + 1
      }
      index += 1
    }
    return line[..<end]
  }
}
