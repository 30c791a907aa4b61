import Foundation
import Testing

/// What ARCHITECTURE and style ask of the sources, as a test.
@Suite struct TidyTests {
  @Test(arguments: Source.all)
  func aFileIsShort(_ source: Source) {
    #expect(source.lines.count <= 400, "split it: a file has one subject")
  }

  /// The compiler holds the targets' direction; it does not see a module that arrives through another one.
  @Test(arguments: Source.all.filter { $0.path.hasPrefix("Sources/") })
  func aTargetImportsOnlyWhatStandsAboveIt(_ source: Source) {
    guard let allowed = allowedImports[source.target] else { return }
    for module in source.imports {
      #expect(allowed.contains(module), "\(source.target) must not know \(module)")
    }
  }

  @Test(arguments: Source.all.filter { $0.path.hasPrefix("Sources/") && !mayBeUnsafe.contains($0.target) })
  func unsafeCodeStaysWhereItIsFenced(_ source: Source) {
    #expect(!source.lines.contains { $0.contains("unsafe ") && !$0.contains("//") && !$0.contains("\"") })
  }

  @Test(arguments: Source.all)
  func noFileSpeaksOfAMachine(_ source: Source) {
    let fragments = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/tmp/ba" + "sh"]
    for fragment in fragments { #expect(!source.text.contains(fragment), "\(fragment)") }
  }

  @Test(arguments: Source.all)
  func nothingIsLeftForLater(_ source: Source) {
    for word in ["TO" + "DO", "FIX" + "ME", "X" + "XX:"] { #expect(!source.text.contains(word), "\(word)") }
  }
}

private let foundation: Set = ["Foundation", "FoundationEssentials"]
private let mayBeUnsafe: Set = ["Syntax", "seatrial"]
private let allowedImports: [String: Set<String>] = [
  "Syntax": ["CLibYAML", "Synchronization"],
  "CEL": [],
  "Models": ["Syntax"],
  "Forms": ["Syntax", "Models"],
  "RuleFiles": ["Syntax"],
  "Rules": ["Syntax", "Models", "Forms"],
  "Linting": ["CEL", "Syntax", "Models", "Forms", "RuleFiles", "Rules", "Dispatch", "Synchronization"],
  "Reporting": ["Syntax", "Rules", "Forms", "Linting", "FoundationEssentials"],
  "LanguageServer": [
    "Syntax", "RuleFiles", "Rules", "Linting", "Reporting", "FoundationEssentials", "Synchronization",
  ],
  "EmbedRules": foundation.union(["RuleFiles", "Syntax"]),
]

/// A Swift file of the project.
struct Source: CustomTestStringConvertible, Sendable {
  let path: String
  let text: String

  var testDescription: String { path }
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  var imports: [String] {
    lines.filter { !$0.hasPrefix(" ") }.compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index <= 1, words.count > index + 1 else { return nil }
      return index == 0 || words[0].hasPrefix("@") || words[0] == "internal" ? String(words[index + 1]) : nil
    }
  }

  static let all: [Source] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    return ["Sources", "Tests", "Plugins"].flatMap { folder -> [Source] in
      let enumerator = FileManager.default.enumerator(atPath: root.appending(path: folder).path())
      return (enumerator?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.sorted().compactMap {
        guard let text = try? String(contentsOf: root.appending(path: folder).appending(path: $0), encoding: .utf8)
        else { return nil }
        return Source(path: "\(folder)/\($0)", text: text)
      }
    }
  }()
}
