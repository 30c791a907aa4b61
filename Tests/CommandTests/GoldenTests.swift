import Foundation
import Testing

/// Each directory of `fixtures/` gives the report that stands beside it; `make golden` writes the reports anew, and the
/// change is read before it is committed.
@Suite struct GoldenTests {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../fixtures", directoryHint: .isDirectory).standardized

  static let names: [String] = entries().filter { !$0.hasSuffix(".txt") }

  private static func entries() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: fixtures.path())) ?? []).sorted()
  }

  @Test(arguments: names)
  func aDeploymentGivesItsReport(_ name: String) throws {
    try expect("\(name).expected.txt", from: "'\(name)'")
  }

  private func expect(_ name: String, from arguments: String) throws {
    let result = try Command.shell("cd '\(Self.fixtures.path())' && \"$seatrial\" lint --exit-zero \(arguments)")
    let golden = Self.fixtures.appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try result.output.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("wrote \(golden.lastPathComponent); read the difference, then run without UPDATE_GOLDEN")
    } else {
      #expect(result.output == (try? String(contentsOf: golden, encoding: .utf8)), "\(name)")
      #expect(result.errors.isEmpty)
    }
  }

  @Test(arguments: ["github", "markdown", "gitlab", "junit", "checkstyle", "rdjson", "ndjson"])
  func aDeploymentGivesTheSameInEveryFormat(_ format: String) throws {
    try expect("broken.expected.\(format).txt", from: "--format \(format) broken")
  }

  @Test func theReadmeShowsARealReport() throws {
    let result = try Command.shell(
      "cd '\(Self.fixtures.path())/shop' && \"$seatrial\" --exit-zero --select SPT001,HLT004 deploy")
    let readme = try String(contentsOf: Self.fixtures.appending(path: "../README.md"), encoding: .utf8)
    #expect(readme.contains("$ seatrial --select SPT001,HLT004 deploy\n\(result.output)```\n"))
  }

  @Test func everyReportHasItsDeployment() {
    let reports = Self.entries().filter { $0.hasSuffix(".expected.txt") }.map { $0.dropLast(".expected.txt".count) }
    #expect(Set(reports.map(String.init)) == Set(Self.names))
  }
}
