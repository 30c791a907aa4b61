import Foundation
import Testing

@testable import Syntax

private let oracle = URL(filePath: #filePath).appending(path: "../../../../shared/oracles/yaml/yaml-test-suite.jsonl")
  .standardized

/// A case of the YAML test suite.
private struct SuiteCase: Sendable, CustomTestStringConvertible, Decodable {
  let id: String
  let name: String
  let yaml: String
  let json: String?
  let error: Bool
  var testDescription: String { "\(id) \(name)" }

  static let all: [SuiteCase] = {
    let text = (try? Data(contentsOf: oracle)) ?? Data()
    return text.split(separator: UInt8(ascii: "\n")).compactMap { try? JSONDecoder().decode(SuiteCase.self, from: $0) }
  }()
}

/// What libyaml takes for YAML 1.1, though the suite, which is for 1.2, calls it an error.
private let acceptedByLibyaml: Set = [
  "9C9N", "9HCY", "9JBA", "CVW2", "DK95/01", "EB22", "G5U8", "MUS6/00", "MUS6/01", "QB6E", "RHX7", "S98Z", "SU5Z",
  "X4QW", "Y79Y/003", "YJV2",
]

/// What libyaml refuses, though the suite calls it valid.
private let refusedByLibyaml: Set = [
  "2JQS", "2LFX", "2SXE", "4ABK", "4MUZ/00", "4MUZ/01", "4MUZ/02", "58MP", "5MUD", "5T43", "6BCT", "6CA3", "6LVF",
  "6M2F", "7Z25", "8XYN", "96NN/00", "96NN/01", "9SA2", "A2M4", "BEC7", "CFD4", "DBG4", "DK3J", "DK95/00", "DK95/03",
  "DK95/04", "FP8R", "FRK4", "HM87/00", "HWV9", "K3WX", "M2N8/00", "M7A3", "MUS6/05", "MUS6/06", "NHX8", "NJ66",
  "NKF9", "Q5MG", "QT73", "R4YG", "S3PD", "SM9W/01", "UKK6/00", "UT92", "VJP3/01", "W4TN", "W5VH", "Y79Y/001",
  "Y79Y/010",
]

/// Where libyaml sees another text than the suite.
private let differentInLibyaml: Set = ["652Z", "HM87/01", "JEF9/02", "L24T/01", "Y2GN"]

/// `20:03:20` is a number in base 60 to YAML 1.1.
private let differentInYAML11: Set = ["U9NS"]

@Suite(.enabled(if: !SuiteCase.all.isEmpty, "yaml-test-suite.jsonl is not in ../shared/oracles"))
struct YAMLSuiteTests {
  @Test(arguments: SuiteCase.all.filter(\.error))
  fileprivate func refusesWhatIsNoYAML(_ example: SuiteCase) {
    let isRefused = parseYAML(example.yaml).diagnostics.contains { $0.code == "SYN001" }
    #expect(isRefused != acceptedByLibyaml.contains(example.id))
  }

  @Test(arguments: SuiteCase.all.filter { !$0.error })
  fileprivate func readsWhatIsYAML(_ example: SuiteCase) {
    let parsed = parseYAML(example.yaml)
    let isRefused = parsed.diagnostics.contains { $0.code == "SYN001" }
    #expect(isRefused == refusedByLibyaml.contains(example.id), "\(parsed.complaints)")
    guard !isRefused, !differentInLibyaml.union(differentInYAML11).contains(example.id), let json = example.json
    else { return }
    let expected = documents(json)
    #expect(parsed.documents.count == expected.count)
    for (node, value) in zip(parsed.documents, expected) {
      #expect(isSame(node, value), "\(node.outline) is not \(value)")
    }
  }

  /// The JSON values of a text, each of which starts at the start of a line.
  private func documents(_ json: String) -> [Any] {
    var texts: [String] = []
    for line in json.split(separator: "\n") {
      let isInside = line.hasPrefix(" ") || line.hasPrefix("}") || line.hasPrefix("]")
      if isInside, !texts.isEmpty { texts[texts.count - 1] += line } else { texts.append(String(line)) }
    }
    return texts.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed) }
  }

  private func isSame(_ node: Node, _ value: Any) -> Bool {
    switch node.value {
    case .null: value is NSNull
    case .bool(let own): value as? Bool == own
    case .integer(let own): value as? Int == own
    case .number(let own): Double(own) == value as? Double
    case .string(let own): value as? String == own
    case .sequence(let own):
      (value as? [Any]).map { $0.count == own.count && zip(own, $0).allSatisfy { isSame($0, $1) } } ?? false
    case .mapping(let own):
      (value as? [String: Any]).map { value in
        value.count == own.entries.count && own.entries.allSatisfy { isSame($0.value, value[$0.key] ?? 0) }
      } ?? false
    // What somebody's own tag makes of the value is not for us to know.
    case .unresolved(let text): text.holes.first?.hasPrefix("!") == true
    }
  }
}
