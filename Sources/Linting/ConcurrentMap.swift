import Dispatch
import Synchronization

/// Transforms each element, several at the same time, and gives the results in the order of the elements.
///
/// A few elements are done on the spot: starting threads would take longer.
package func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int, _ transform: @Sendable (Element) -> Result
) -> [Result] {
  let elementsWorthAThread = 8
  let workers = min(jobs, elements.count / elementsWorthAThread)
  guard workers > 1 else { return elements.map(transform) }

  // Each worker takes the next chunk that nobody has: files differ too much in size to be dealt out beforehand.
  let chunk = 16
  let next = Atomic(0)
  let chunks = Mutex<[Int: [Result]]>([:])
  DispatchQueue.concurrentPerform(iterations: workers) { _ in
    while true {
      let start = next.wrappingAdd(chunk, ordering: .relaxed).oldValue
      guard start < elements.count else { return }
      let results = elements[start..<min(start + chunk, elements.count)].map(transform)
      chunks.withLock { $0[start] = results }
    }
  }
  return chunks.withLock { done in
    done.sorted { $0.key < $1.key }.flatMap(\.value)
  }
}
