import Foundation
import Testing

@testable import Syntax

private let oracle = URL(filePath: #filePath).appending(path: "../../../../shared/oracles/yaml/yaml-scalars.txt")
  .standardized

/// A scalar and what gcloud's reader makes of it, as the oracle's column for ruamel.yaml 1.1 writes it.
private struct ScalarCase: Sendable, CustomTestStringConvertible {
  let scalar: String
  let expected: String
  var testDescription: String { scalar }

  static let all: [ScalarCase] = {
    let text = (try? String(contentsOf: oracle, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let columns = line.components(separatedBy: " | ")
      return columns.count > 2 ? ScalarCase(scalar: columns[0], expected: columns[2]) : nil
    }
  }()
}

/// Where we differ from ruamel.yaml on purpose.
private let differences = [
  // Nothing that is deployed takes a date, and in messages the text as it was written is wanted.
  "2001-12-14": "\"2001-12-14\"",
  "2001-12-14T21:59:43Z": "\"2001-12-14T21:59:43Z\"",
  // The reader refuses what YAML 1.1 reserves; it is text to everybody else.
  "=": "\"=\"", "<<": "\"<<\"",
]

@Suite struct YAMLScalarTests {
  @Test(
    .enabled(if: !ScalarCase.all.isEmpty, "yaml-scalars.txt is not in ../shared/oracles"), arguments: ScalarCase.all)
  fileprivate func readsAsGcloudDoes(_ example: ScalarCase) throws {
    let parsed = parseYAML("a: \(example.scalar)\n")
    if example.expected == "ERR", differences[example.scalar] == nil {
      #expect(parsed.diagnostics.map(\.code) == ["SYN001"])
      return
    }
    let node = try #require(parsed.documents.first?.mapping?.entry("a")?.value)
    let expected = differences[example.scalar] ?? example.expected
    switch node.value {
    case .number(let text):
      #expect(text == example.scalar)
      #expect(number(text) == number(expected.replacing("(f)", with: "")))
    default: #expect(node.outline == expected)
    }
  }

  private func number(_ text: String) -> String {
    let digits = text.filter { $0 != "_" }
    if digits.count > 15, digits.allSatisfy(\.isNumber) { return digits }
    let name = digits.lowercased().replacing(".inf", with: "inf").replacing(".nan", with: "nan")
    return Double(name.hasSuffix(".") ? String(name.dropLast()) : name).map { "\($0)" } ?? text
  }

  @Test(
    arguments: [
      ("", "null"), ("~", "null"), ("NULL", "null"), ("nULL", "\"nULL\""), ("~a", "\"~a\""),
      ("y", "true"), ("N", "false"), ("oN", "\"oN\""), ("Off", "false"), ("yess", "\"yess\""),
      ("0", "0"), ("-0", "0"), ("+12", "12"), ("012", "10"), ("-010", "-8"), ("08", "\"08\""), ("0o14", "\"0o14\""),
      ("0x1F", "31"), ("-0xff", "-255"), ("0xG", "\"0xG\""), ("0b101", "5"), ("0b2", "\"0b2\""), ("0x", "\"0x\""),
      ("1_000", "1000"), ("0_", "0"), ("_1", "\"_1\""), ("+_", "\"+_\""), ("1-2", "\"1-2\""),
      ("1:30", "90"), ("-1:30", "-90"), ("1:60", "\"1:60\""), ("01:30", "\"01:30\""), ("80:80", "\"80:80\""),
      ("1:2:3", "3723"), ("1:30.5", "number(1:30.5)"), ("1:", "\"1:\""), ("3000:3000", "\"3000:3000\""),
      ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
      ("9223372036854775808", "number(9223372036854775808)"), ("0xFFFFFFFFFFFFFFFF", "number(0xFFFFFFFFFFFFFFFF)"),
      ("1.5", "number(1.5)"), ("5.", "number(5.)"), (".5", "number(.5)"), ("-.5", "\"-.5\""), (".", "\".\""),
      ("1e3", "number(1e3)"), ("1e", "\"1e\""), ("1.e+3", "number(1.e+3)"), (".5e3", "\".5e3\""),
      ("1.5.2", "\"1.5.2\""),
      ("-.INF", "number(-.INF)"), (".nan", "number(.nan)"), ("-.nan", "\"-.nan\""), ("1e400", "number(1e400)"),
      ("1 2", "\"1 2\""), ("1٣", "\"1٣\""),
    ])
  func readsPlainScalars(_ scalar: String, _ expected: String) {
    let text = scalar == "1:" ? "'\(scalar)'" : scalar
    #expect(parseYAML("[\(text)]").outline == (scalar.isEmpty ? "[]" : "[\(expected)]"))
    #expect(parseYAML("a: \(text)").outline == "{a: \(expected)}")
  }
}
