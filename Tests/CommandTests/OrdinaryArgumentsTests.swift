import ArgumentParser
import Testing

@testable import seatrial

@Suite struct OrdinaryArgumentsTests {
  /// What ArgumentParser makes of a command line; nil when it is no valid `lint`.
  private func request(_ arguments: [String]) -> LintRequest? {
    ((try? Seatrial.parseAsRoot(arguments)) as? LintCommand)?.request
  }

  @Test func everyOptionIsReadAtOnce() throws {
    let arguments = [
      "lint", "a", "--format", "json=x", "--format=text", "--fail-on", "never", "--select", "IMG,SCH",
      "--ignore=IMG001",
      "--min-severity", "error", "--platform", "ecs", "--no-config", "--no-annotations", "--files-from", "-",
      "--force-exclude",
      "--stdin-filename", "b", "--max-warnings", "3", "--exit-zero", "-j", "4", "--color", "never", "--statistics",
      "-q",
      "-v", "-",
    ]
    let ordinary = try #require(LintRequest(ordinary: arguments))
    #expect(ordinary == request(arguments))
  }

  @Test func whatBothReadersReadTheyReadAsTheSame() {
    let words = [
      "lint", "rules", "explain", "help", "a", ".", "-", "--", "x=y", "", "--format", "--format=json", "--format=",
      "json",
      "json=f", "nonsense", "--fail-on", "error", "never", "--select", "--select=IMG", "--ignore", "IMG001",
      "--min-severity",
      "warning", "--platform", "ecs", "--platform=cloudrun", "--no-config", "--no-annotations", "--config",
      "--files-from",
      "--force-exclude", "--jobs",
      "-j",
      "-j3", "2", "-1", "--max-warnings", "--max-warnings=0", "--exit-zero", "--color", "always", "--statistics", "-q",
      "-v",
      "-qv", "--quiet", "--verbose", "--quiet=true", "--stdin-filename", "--baseline", "--changed-since", "--staged",
      "--show-suppressed",
      "--sarif-include-suppressed", "--add-suppressions", "--reason", "--version", "--help", "-h", "--verb",
    ]
    var random = SeededGenerator(seed: 7)
    var ordinaryCount = 0
    for _ in 0..<1500 {
      let count = Int.random(in: 0...5, using: &random)
      let arguments = (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
      guard let ordinary = LintRequest(ordinary: arguments) else { continue }
      ordinaryCount += 1
      #expect(ordinary == request(arguments), "\(arguments)")
    }
    #expect(ordinaryCount > 200)
  }
}

/// The same numbers in every run.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
