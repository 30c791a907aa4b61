import Forms
import Rules
import Syntax

/// How resources of different files find each other: one defines what the other refers to.
struct Link: Hashable, Sendable {
  enum Role: Sendable {
    case defines
    case refers
  }

  enum Key: Hashable, Sendable {
    /// A task definition by its family.
    case family(String)
    /// Whatever task definition stands in this folder: ecspresso's service file names none.
    case taskDefinitionIn(folder: String)
  }

  let role: Role
  let key: Key
}

extension Resource {
  /// What it defines for other files, and what it refers to in them.
  var links: [Link] {
    var links: [Link] = []
    if let family = definedFamily { links.append(Link(role: .defines, key: .family(family))) }
    if let family = referredFamily { links.append(Link(role: .refers, key: .family(family))) }
    if kind == .taskDefinition { links.append(Link(role: .defines, key: .taskDefinitionIn(folder: folder))) }
    if form == .ecspressoService { links.append(Link(role: .refers, key: .taskDefinitionIn(folder: folder))) }
    return links
  }

  private var folder: String {
    file.path.lastIndex(of: "/").map { String(file.path[..<$0]) } ?? ""
  }
}

/// The files that have to be looked at together: where one refers to what another defines.
///
/// - Parameter links: of each file, in the order of the files.
/// - Returns: groups of two or more indices, each in order, ordered by their first.
func connectedGroups(_ links: [[Link]]) -> [[Int]] {
  guard links.count > 1 else { return [] }
  var definers: [Link.Key: [Int]] = [:]
  for (index, fileLinks) in links.enumerated() {
    for link in fileLinks where link.role == .defines { definers[link.key, default: []].append(index) }
  }
  guard !definers.isEmpty else { return [] }
  var parents = Array(links.indices)
  func root(of index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }
  for (index, fileLinks) in links.enumerated() {
    for link in fileLinks where link.role == .refers {
      for definer in definers[link.key] ?? [] {
        let (left, right) = (root(of: index), root(of: definer))
        parents[max(left, right)] = min(left, right)
      }
    }
  }
  var groups: [Int: [Int]] = [:]
  for index in links.indices { groups[root(of: index), default: []].append(index) }
  return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
}
