import Synchronization

/// Standard input as a file, read once and when it is asked for.
final class StandardInput: Sendable {
  private enum State {
    case unread
    case read([UInt8])
    case refused(SystemFailure)
  }

  /// The name that it goes by.
  let name: String
  private let state = Mutex(State.unread)

  init(name: String) { self.name = name }

  /// At most `count` bytes, the same each time.
  func bytes(_ count: Int) throws(SystemFailure) -> [UInt8] {
    let state = state.withLock { state in
      if case .unread = state {
        do throws(SystemFailure) {
          state = .read(try readAll(0, count: count))
        } catch {
          state = .refused(error)
        }
      }
      return state
    }
    switch state {
    case .unread: return []
    case .read(let bytes): return bytes
    case .refused(let failure): throw failure
    }
  }
}
