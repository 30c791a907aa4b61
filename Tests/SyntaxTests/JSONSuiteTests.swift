import Foundation
import Testing

@testable import Syntax

/// Test files that others wrote, beside the project; absent on most machines.
private let suite = oracles.appending(path: "json/JSONTestSuite")
private let lintCases = oracles.appending(path: "json/lint-cases")
private var oracles: URL {
  URL(filePath: #filePath).appending(path: "../../../../shared/oracles").standardized
}

private func files(in folder: URL, startingWith prefix: String = "") -> [String] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  return names.filter { $0.hasPrefix(prefix) }.sorted()
}

private func read(_ name: String, in folder: URL) throws -> ParsedFile {
  let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name)))
  return ParsedFile(reading: SourceFile(path: name, bytes: bytes), as: .json)
}

@Suite(.enabled(if: !files(in: suite).isEmpty, "JSONTestSuite is not in ../shared/oracles"))
struct JSONSuiteTests {
  @Test(arguments: files(in: suite, startingWith: "y_"))
  func acceptsWhatIsValid(_ name: String) throws {
    let parsed = try read(name, in: suite)
    #expect(parsed.diagnostics.filter { $0.code != "SYN002" }.map(\.message) == [])
    #expect(parsed.documents.count == 1)
    #expect(parsed.templateActions.isEmpty)
  }

  @Test(arguments: files(in: suite, startingWith: "n_"))
  func refusesWhatIsNot(_ name: String) throws {
    let parsed = try read(name, in: suite)
    #expect(!parsed.diagnostics.isEmpty)
    #expect(parsed.templateActions.isEmpty)
  }
}
