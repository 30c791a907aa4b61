/// The candidates that somebody may have meant by a word, the closest first; empty when none is near.
///
/// A word is near when it takes few edits to become the candidate: insert, remove or replace a character, or swap
/// two neighbours. About one edit is allowed for every three characters; upper and lower case hardly count.
/// An equal candidate is near, too. Among equally near ones the order of `candidates` is kept.
package func nearest(to word: String, among candidates: some Sequence<String>) -> [String] {
  let exact = Array(word.utf8)
  let folded = exact.map(foldingCase)
  let limit = max(1, folded.count / 3)
  var found: [(candidate: String, distance: Int, exactDistance: Int)] = []
  for candidate in candidates {
    let other = Array(candidate.utf8)
    guard abs(other.count - folded.count) <= limit else { continue }
    let distance = editDistance(folded, other.map(foldingCase))
    // A wholly different short word is no suggestion.
    guard distance <= limit, distance < max(folded.count, other.count) else { continue }
    found.append((candidate, distance, editDistance(exact, other)))
  }
  let order = found.indices.sorted { left, right in
    (found[left].distance, found[left].exactDistance, left) < (found[right].distance, found[right].exactDistance, right)
  }
  return order.map { found[$0].candidate }
}

private func foldingCase(_ byte: UInt8) -> UInt8 {
  0x41...0x5A ~= byte ? byte | 0x20 : byte
}

/// The number of edits between two words, where swapped neighbours are one edit.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    for column in right.indices {
      let isSame = left[row] == right[column]
      var best = min(last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current.append(best)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
