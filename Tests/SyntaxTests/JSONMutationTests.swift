import Testing

@testable import Syntax

/// A generator whose numbers are the same in every run (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}

@Suite struct JSONMutationTests {
  private static let seeds = [
    #"{"family": "web", "cpu": 256, "containerDefinitions": [{"name": "app", "image": "nginx:1", "essential": true}]}"#,
    #"{"a": ${X}, "b": "{{ must_env "Y" }}", "c": [<PORT>, FAMILY, 1.5e-3, null], "d": "\u00e9\ud83d\ude00\n"}"#,
    "// seatrial\n{'a': 01, b: True, \"c\": \"é\tx\", /* d */ \"e\": [1,, 2;3], \"f\" = +5,}\r\n# x",
    "{{ if .X }}[1, {{ range }} {\"a\": \"b\"}, {% end %}]{{ end }} ${jsonencode({a = \"}\"})} %{ if x }",
  ]
  private static let pieces =
    [
      "{", "}", "[", "]", "\"", "'", ",", ":", "\\", "\n", "{{", "}}", "${", "%{", "/*", "//", "#", "<", "\\u", "\\ud8",
      "0",
    ]
    + ["-", "e", "true", "NaN", "“", "\u{A0}", "\u{FEFF}", "$", "__", "@", "%", "\u{0}"]

  @Test(.timeLimit(.minutes(2)), arguments: 0..<8)
  func survivesEveryMutation(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    for _ in 0..<500 {
      var bytes = Array(JSONMutationTests.seeds[seed % JSONMutationTests.seeds.count].utf8)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        JSONMutationTests.mutate(&bytes, with: &generator)
      }
      let file = SourceFile(path: "a.json", bytes: bytes)
      let parsed = ParsedFile(reading: file, as: .json)
      #expect(parsed.documents.count <= 1)
      #expect(parsed.diagnostics.count <= 46)
      #expect(parsed.documents.allSatisfy { isWellPlaced($0, in: file.range) })
      let told = parsed.diagnostics.flatMap { diagnostic in
        [diagnostic.range] + diagnostic.labels.map(\.range) + diagnostic.fixes.flatMap(\.edits).map(\.range)
      }
      let ranges = told + parsed.templateActions + parsed.comments.map(\.range)
      #expect(ranges.allSatisfy(file.range.contains), "\(file.text(in: file.range).debugDescription)")
      if parsed.diagnostics.isEmpty, !parsed.isOpaqueTemplate { #expect(parsed.documents.count == 1) }
    }
  }

  private static func mutate(_ bytes: inout [UInt8], with generator: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    let upper = min(bytes.count, place + Int.random(in: 0...12, using: &generator))
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: bytes.removeSubrange(place..<upper)
    case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
    case 2:
      bytes.insert(contentsOf: Array(bytes[place..<upper]), at: Int.random(in: 0...bytes.count, using: &generator))
    case 3: bytes.removeLast(bytes.count - place)
    default: bytes.insert(contentsOf: Array((pieces.randomElement(using: &generator) ?? "").utf8), at: place)
    }
  }

  /// Each safe fix is one step on the way to a file without mistakes.
  @Test(arguments: 0..<4)
  func safeFixesNeverAddMistakes(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed) + 99)
    for _ in 0..<500 {
      var bytes = Array(JSONMutationTests.seeds[seed % 3].utf8)
      JSONMutationTests.mutate(&bytes, with: &generator)
      let parsed = ParsedFile(reading: SourceFile(path: "a.json", bytes: bytes), as: .json)
      for diagnostic in parsed.diagnostics {
        for fix in diagnostic.fixes where fix.safety == .safe {
          var fixed = bytes
          for edit in fix.edits.sorted(by: { $0.range.lower > $1.range.lower }) {
            fixed.replaceSubrange(edit.range.lower..<edit.range.upper, with: Array(edit.replacement.utf8))
          }
          let again = ParsedFile(reading: SourceFile(path: "a.json", bytes: fixed), as: .json)
          #expect(
            again.diagnostics.count < parsed.diagnostics.count || again.diagnostics.count == 20,
            "\(String(decoding: bytes, as: UTF8.self).debugDescription): \(diagnostic.message)")
        }
      }
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "[", "{", "{\"a\":", "\"", "\"\\", "{{", "${", "[\"{{", "'", ",", ":", "/*", "//", "#", "<A", "\"a\n", "[1,", "}",
      "-",
      "{a:", "“", "\u{A0}", "[\"${\"", "{% ", "{# ", "__A", "$", "\\u", "\"a\",", "1 ", "{\"a\" ", "[FOO ", "[x ", "x/",
      " <A>", " =", "\"a\"b",
      "\u{0}",
    ])
  func staysLinearOnHostileText(_ piece: String) {
    for text in [String(repeating: piece, count: 10_000), "[" + String(repeating: piece, count: 10_000)] {
      _ = readJSON(text)
    }
  }
}
