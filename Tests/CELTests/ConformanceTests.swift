import Foundation
import Testing

@testable import CEL

/// The tests of the language's definition, cel-spec; `Conformance` reads one.
@Suite(.enabled(if: Conformance.isPresent, "the tests of cel-spec are not in ../shared/oracles"))
struct ConformanceTests {
  /// Every test passes or is left out for a reason, and none that is left out passes by now.
  @Test func agreesWithTheDefinition() throws {
    var problems: [String] = []
    var outcomes = (passed: 0, leftOut: 0)
    for test in try Conformance.all where !test.needsMessages {
      let problem = test.problem
      if Conformance.leftOut.values.contains(where: { $0.contains(test.name) || $0.contains(test.file) }) {
        outcomes.leftOut += 1
        if problem == nil { problems.append("\(test.name) passes, though it is left out") }
      } else if let problem {
        problems.append("\(test.name): \(test.expression): \(problem)")
      } else {
        outcomes.passed += 1
      }
    }
    #expect(problems == [])
    #expect(outcomes == (1685, 55))
  }

  /// What needs messages of protocol buffers cannot pass, but for what expects an error or touches none after all.
  @Test func refusesMessages() throws {
    let tests = try Conformance.all.filter(\.needsMessages)
    #expect(tests.count == 716)
    #expect(tests.count { $0.problem == nil } == 53)
  }

  /// The names in the list are names of tests.
  @Test func leavesOutWhatThereIs() throws {
    let tests = try Conformance.all
    let names = Set(tests.map(\.name)).union(tests.map(\.file))
    #expect(Conformance.leftOut.values.flatMap(\.self).filter { !names.contains($0) } == [])
  }
}
