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
  var definitions = Definitions()
  for (index, file) in files.enumerated() {
    for name in file.links.defined { definitions.add(name, path: file.path, index: index) }
  }
  var parents = Array(files.indices)
  func root(of index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }
  var firsts: [String: Int] = [:]
  for (index, file) in files.enumerated() {
    for name in file.links.shared {
      guard let first = firsts[name] else {
        firsts[name] = index
        continue
      }
      let (left, right) = (root(of: index), root(of: first))
      parents[max(left, right)] = min(left, right)
    }
    for name in file.links.referred {
      guard let definer = definitions.meant(by: name, in: file.path) else { continue }
      let (left, right) = (root(of: index), root(of: definer))
      parents[max(left, right)] = min(left, right)
    }
  }
  var groups: [Int: [Int]] = [:]
  for index in files.indices { groups[root(of: index), default: []].append(index) }
  return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
}
