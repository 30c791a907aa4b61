/// The files of a workspace that belong together, kept up to date file by file.
///
/// It says of a few files which others have to be linted with them, for the same findings as in a run over all.
package struct LinkedFiles: Sendable {
  private var links: [String: Links] = [:]
  /// The files at both ends of each link; nil until somebody asks.
  private var ends: [String: [String]]?

  package init() {}

  /// Takes note of what is in a file by now; nil when it is gone.
  package mutating func set(_ new: Links?, for path: String) {
    let new = new?.isEmpty == true ? nil : new
    guard links[path] != new else { return }
    links[path] = new
    ends = nil
  }

  /// Some files and those that they are linked with, over any number of links, the closest first.
  ///
  /// - Parameters:
  ///   - paths: the files.
  ///   - most: how many there may be in all; those that are farthest away are left out.
  /// - Returns: their paths.
  package mutating func connected(to paths: some Collection<String>, most: Int) -> [String] {
    let ends = self.ends ?? allEnds()
    self.ends = ends
    var found = paths.sorted()
    var known = Set(found)
    var next = 0
    while next < found.count {
      for path in ends[found[next]] ?? [] where found.count < most && known.insert(path).inserted { found.append(path) }
      next += 1
    }
    return found
  }

  private func allEnds() -> [String: [String]] {
    let files = links.sorted { $0.key < $1.key }.map { (path: $0.key, links: $0.value) }
    var ends: [String: [String]] = [:]
    forEachLink(files) { index, other in
      guard index != other else { return }
      ends[files[index].path, default: []].append(files[other].path)
      ends[files[other].path, default: []].append(files[index].path)
    }
    return ends
  }
}

extension Links {
  fileprivate var isEmpty: Bool { defined.isEmpty && referred.isEmpty && shared.isEmpty }
}
