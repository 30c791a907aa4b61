import Foundation
import Testing

@testable import Syntax

/// Test files that others wrote, beside the project; absent on most machines.
private let oracles = URL(filePath: #filePath).appending(path: "../../../../shared/oracles").standardized
private let suite = oracles.appending(path: "json/JSONTestSuite")
private let lintCases = oracles.appending(path: "json/lint-cases")

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

  /// What RFC 8259 leaves open: numbers of any size are kept as they were written, a byte order mark is passed over;
  /// what is no text in UTF-8, or nested deeper than any config, is refused.
  @Test(arguments: files(in: suite, startingWith: "i_"))
  func decidesWhatIsLeftOpen(_ name: String) throws {
    let parsed = try read(name, in: suite)
    if name.hasPrefix("i_number") || name == "i_structure_UTF-8_BOM_empty_object.json" {
      #expect(parsed.diagnostics.isEmpty)
    } else {
      #expect(parsed.diagnostics.map(\.code) == [name == "i_structure_500_nested_arrays.json" ? "SYN003" : "SYN001"])
    }
  }
}

@Suite(.enabled(if: !files(in: lintCases).isEmpty, "the lint cases are not in ../shared/oracles"))
struct JSONLintCaseTests {
  /// The AWS CLI refuses a byte order mark when it reads text, not when it reads bytes: it is left alone.
  private static let accepted: Set<String> = [
    "bom.json", "crlf.json", "dup_key_nfc_nfd.json", "int_2_53_plus_1.json", "int_huge.json", "int_uint64.json",
    "long_string_5MB.json", "nul_escape.json", "num_1.0.json", "num_1e400.json", "num_256.0_cpu.json",
    "num_neg_zero.json", "pair_ok.json", "scalar_top.json", "u2028.json",
    // Placeholders outside of quotes.
    "jinja.json", "template_env.json", "template_placeholder.json",
  ]

  @Test(arguments: files(in: lintCases))
  func judges(_ name: String) throws {
    let parsed = try read(name, in: lintCases)
    let code: String? =
      if JSONLintCaseTests.accepted.contains(name) {
        nil
      } else if name.hasPrefix("dup_") || name.hasPrefix("many_keys_dup") {
        "SYN002"
      } else if name.hasPrefix("deep_") || name == "unclosed_100000.json" {
        "SYN003"
      } else {
        "SYN001"
      }
    #expect(Set(parsed.diagnostics.map(\.code)) == Set(code.map { [$0] } ?? []))
    #expect(parsed.diagnostics.count <= 1)
  }
}
