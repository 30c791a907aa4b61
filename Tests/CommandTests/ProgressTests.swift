import Synchronization
import Testing

@testable import seatrial

@Suite struct ProgressTests {
  /// A clock that is set by hand, and what was written.
  private final class Scene: Sendable {
    let time = Mutex(ContinuousClock.now)
    let written = Mutex<[String]>([])

    func progress(total: Int) -> Progress {
      Progress(
        total: total, write: { text in self.written.withLock { $0.append(text) } },
        now: { self.time.withLock { $0 } })
    }

    func wait(_ duration: Duration) { time.withLock { $0 += duration } }
    var output: [String] { written.withLock { $0 } }
  }

  @Test func aShortRunSaysNothing() {
    let scene = Scene()
    let progress = scene.progress(total: 1000)
    for _ in 0..<1000 { progress.advance() }
    progress.finish()
    #expect(scene.output.isEmpty)
  }

  @Test func aLongRunSaysHowFarItIsAndCleansUp() {
    let scene = Scene()
    let progress = scene.progress(total: 1000)
    scene.wait(.milliseconds(600))
    for _ in 0..<100 { progress.advance() }
    scene.wait(.milliseconds(50))
    for _ in 0..<100 { progress.advance() }
    scene.wait(.milliseconds(100))
    for _ in 0..<800 { progress.advance() }
    progress.finish()
    #expect(scene.output == ["\r16 of 1000 files (1 %)", "\r208 of 1000 files (20 %)", "\r\u{1B}[K"])
  }

  @Test func nothingIsSaidWhereNobodyWatches() {
    // Tests have no terminal.
    #expect(Progress(LintRequest(), total: 100_000) == nil)
  }
}
