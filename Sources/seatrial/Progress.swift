import Synchronization

/// Tells who watches a terminal how far a long run is; a run that nobody watches, or that is soon over, says nothing.
final class Progress: Sendable {
  /// Before this nobody takes the run for one that hangs.
  private static let patience = Duration.milliseconds(500)
  private static let pause = Duration.milliseconds(100)

  private let total: Int
  private let write: @Sendable (String) -> Void
  private let now: @Sendable () -> ContinuousClock.Instant
  private let done = Atomic(0)
  private let next: Mutex<ContinuousClock.Instant>
  private let isShown = Atomic(false)

  /// - Parameters:
  ///   - total: how many files there are.
  ///   - write: writes to the terminal.
  ///   - now: the time, for tests.
  init(
    total: Int, write: @escaping @Sendable (String) -> Void,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
  ) {
    self.total = total
    self.write = write
    self.now = now
    next = Mutex(now() + Self.patience)
  }

  /// One file more is done.
  func advance() {
    let count = done.wrappingAdd(1, ordering: .relaxed).newValue
    // Looking at the clock is not free, and who cannot have the lock need not say anything.
    guard count.isMultiple(of: 16), count < total else { return }
    let isTime = next.withLockIfAvailable { next in
      let time = now()
      guard time >= next else { return false }
      next = time + Self.pause
      return true
    }
    guard isTime == true else { return }
    isShown.store(true, ordering: .relaxed)
    write("\r\(count) of \(total) files (\(count * 100 / total) %)")
  }

  /// Leaves the line as it was found.
  func finish() {
    if isShown.load(ordering: .relaxed) { write("\r\u{1B}[K") }
  }
}

extension Progress {
  /// Nil when nobody watches, or there is too little to do.
  convenience init?(_ request: LintRequest, total: Int) {
    guard total >= 500, !request.isQuiet, isTerminal(2), environment("TERM") != "dumb" else { return nil }
    self.init(total: total, write: { text in try? seatrial.write(text.utf8, to: 2) })
  }
}
