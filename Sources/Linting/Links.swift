import Forms
import Rules

/// How the resources of a file find those of others: by the names that it defines and the names that it refers to.
package struct Links: Sendable, Equatable {
  let defined: [String]
  let referred: [String]
  /// What would be replaced by whatever has the same.
  let shared: [String]

  init(defined: [String], referred: [String], shared: [String] = []) {
    self.defined = defined
    self.referred = referred
    self.shared = shared
  }

  init(_ resources: [Resource]) {
    self.init(
      defined: resources.flatMap(\.definedNames),
      referred: resources.compactMap(\.referredName) + resources.compactMap(\.referredCluster),
      shared: resources.compactMap { $0.sharedName?.key })
  }
}

/// The files that have to be looked at together: where one refers to what another defines, or both define the same.
///
/// - Parameter files: the path and the links of each, in the order of the files.
/// - Returns: groups of two or more indices, each in order, ordered by their first.
func connectedGroups(_ files: [(path: String, links: Links)]) -> [[Int]] {
  guard files.count > 1 else { return [] }
  var parents = Array(files.indices)
  func root(of index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }
  forEachLink(files) { index, other in
    let (left, right) = (root(of: index), root(of: other))
    parents[max(left, right)] = min(left, right)
  }
  var groups: [Int: [Int]] = [:]
  for index in files.indices { groups[root(of: index), default: []].append(index) }
  return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
}

/// Goes through the links between files: from each to the first that defines the same, and to what defines what it
/// refers to, which may be itself.
func forEachLink(_ files: [(path: String, links: Links)], _ body: (_ index: Int, _ other: Int) -> Void) {
  var definitions = Definitions()
  for (index, file) in files.enumerated() {
    for name in file.links.defined { definitions.add(name, path: file.path, index: index) }
  }
  var firsts: [String: Int] = [:]
  for (index, file) in files.enumerated() {
    for name in file.links.shared {
      if let first = firsts[name] { body(index, first) } else { firsts[name] = index }
    }
    for name in file.links.referred {
      if let definer = definitions.meant(by: name, in: file.path) { body(index, definer) }
    }
  }
}
