import Syntax

/// Task definitions by what services call them, to find the one that is meant.
///
/// Copies of one family are common (`dev/`, `prod/`): what stands in the same file is meant, else in the same folder,
/// else by the shortest way through the folders. Where several are as near, nobody can tell which one is meant.
package struct Definitions: Sendable {
  private struct Place: Hashable {
    let name: String
    /// A file's path, or a folder's with `/` at its end.
    let path: String
  }

  private var byPlace: [Place: [Int]] = [:]
  private var byName: [String: [(path: String, index: Int)]] = [:]

  /// With more copies than this only those in the same folder are looked at, to keep the work in proportion.
  private static let manyCopies = 256

  package init() {}

  /// Adds what `index` stands for under a name.
  package mutating func add(_ name: String, path: String, index: Int) {
    byPlace[Place(name: name, path: path), default: []].append(index)
    byPlace[Place(name: name, path: String(path.folder)), default: []].append(index)
    byName[name, default: []].append((path, index))
  }

  /// What a name means in the file at `path`; nil when nothing has the name, or several are as near.
  package func meant(by name: String, in path: String) -> Int? {
    for place in [path, String(path.folder)] {
      if let found = byPlace[Place(name: name, path: place)] { return found.count == 1 ? found[0] : nil }
    }
    let candidates = byName[name] ?? []
    guard candidates.count <= Self.manyCopies else { return nil }
    let ways = candidates.map { way(from: path, to: $0.path) }
    guard let shortest = ways.min() else { return nil }
    let near = zip(ways, candidates).filter { $0.0 == shortest }
    return near.count == 1 ? near[0].1.index : nil
  }
}

/// How many folders one leaves and enters from one file to another.
private func way(from first: String, to second: String) -> Int {
  let slash = UInt8(ascii: "/")
  var shared = 0
  for (one, other) in zip(first.utf8, second.utf8) {
    guard one == other else { break }
    if one == slash { shared += 1 }
  }
  return first.utf8.count { $0 == slash } + second.utf8.count { $0 == slash } - 2 * shared
}
