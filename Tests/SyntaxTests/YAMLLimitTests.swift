import Testing

@testable import Syntax

/// Numbers that are the same on every run (xorshift).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

@Suite struct YAMLLimitTests {
  @Test(
    arguments: [
      YAMLCase("brackets", String(repeating: "[", count: 100_000), "depth"),
      YAMLCase("braces", String(repeating: "{\n", count: 100_000), "depth"),
      YAMLCase("dashes", String(repeating: "- ", count: 100_000), "depth"),
      YAMLCase("question marks", String(repeating: "? ", count: 100_000), "depth"),
      YAMLCase("mustaches", String(repeating: "{{", count: 100_000), "depth"),
      YAMLCase("blocks", (0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), "depth"),
      YAMLCase(
        "aliases inside each other",
        "- &a0 [x]\n" + (1..<3000).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined(), "depth"),
      YAMLCase(
        "a billion laughs",
        "- &a0 x\n" + (1..<30).map { "- &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]\n" }.joined(), "values"),
      YAMLCase(
        "merged laughs",
        "a0: &a0 {x: 1}\n" + (1..<60).map { "a\($0): &a\($0)\n  <<: [*a\($0 - 1), *a\($0 - 1)]\n" }.joined(), "values"),
      YAMLCase("directives", String(repeating: "%TAG !a! b\n", count: 1001), "lines start with `%`"),
    ])
  func refusesWhatWouldTakeTooLong(_ example: YAMLCase) {
    let parsed = parseYAML(example.yaml)
    let limits = parsed.diagnostics.filter { $0.code == "SYN003" }
    #expect(limits.count == 1)
    #expect(limits.allSatisfy { $0.severity == .error })
    let word = example.expected == "depth" ? "more than 128 deep" : example.expected
    #expect(limits.first?.message.contains(word) == true, "\(parsed.complaints)")
  }

  @Test func holdsTheLimitsExactly() {
    var limits = Limits()
    limits.depth = 2
    limits.values = 6
    limits.size = 20
    #expect(parseYAML("[[a]]", limits: limits).complaints == [])
    #expect(parseYAML("[[[a]]]", limits: limits).diagnostics.map(\.code) == ["SYN003"])
    #expect(parseYAML("[&a b,*a,*a,*a,*a]", limits: limits).complaints == [])
    #expect(parseYAML("[&a b,*a,*a,*a,*a,c]", limits: limits).diagnostics.map(\.code) == ["SYN003"])
    #expect(parseYAML("[&a [b],[*a]]", limits: limits).diagnostics.map(\.code) == ["SYN003"])
    #expect(parseYAML("aaaaaaaaaaaaaaaaaaaaa", limits: limits).diagnostics.map(\.code) == ["SYN003"])
  }

  @Test func keepsWhatWasReadBeforeALimit() {
    var limits = Limits()
    limits.depth = 3
    let parsed = parseYAML("a: 1\n---\nb: 2\nc: [[[d]]]\ne: 3\n", limits: limits)
    #expect(parsed.outline == "{a: 1}\n{b: 2, c: [[«»], «»], …}")
  }

  @Test func saysRepeatedThingsOnlySoOften() {
    let parsed = parseYAML(String(repeating: "a: *b\n", count: 5000))
    #expect(parsed.diagnostics.count == 1000)
  }

  private static let seeds = [
    "a: 1\nb:\n  - &x {c: \"d\", e: 'f'}\n  - *x\n  - <<: *x\n    g: |\n      text\n\n",
    "# seatrial: ignore=X\nspec:\n  containers:\n  - image: \"r/{{ .tag }}:${B}\" # from-param\n{{- if x }}\n    é: 🛥️\n{{ end }}\n",
    "\u{FEFF}---\r\na: !Ref b\r\nc: !!int 3\r\n? [k]\r\n: v\r\n...\r\n--- >-\r\n  folded\r\n  text\r\n",
    "{\"a\": [1, 2.5e3, {\"b\": null}], \"c\": \"\\u00e9\\n\"}\n---\n- [a: b, ? c : d]\n- %TAG%\n- @X@\n",
  ]

  @Test(arguments: Array(seeds.enumerated().map { ($0.offset, $0.element) }), 1...4 as ClosedRange<UInt64>)
  func returnsWhateverTheBytesAre(_ seed: (Int, String), _ number: UInt64) {
    var numbers = SeededNumbers(seed: number * 100 + UInt64(seed.0))
    let fragments = [
      "\n", "  ", "- ", ": ", "{{", "}}", "[", "]", "{", "}", "\"", "'", "&x ", "*x", "!t ", "|\n", "#", "\t",
    ]
    let special: [UInt8] = [0, 0x0A, 0x0D, 0x7F, 0x80, 0xC2, 0xE2, 0xEF, 0xF0, 0xFF]
    for _ in 0..<300 {
      var bytes = Array(seed.1.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &numbers) {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
        case 1: bytes[place] = special.randomElement(using: &numbers) ?? 0
        case 2: bytes.insert(contentsOf: (fragments.randomElement(using: &numbers) ?? "").utf8, at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...8, using: &numbers)))
        default: bytes.removeSubrange(place...)
        }
        if bytes.isEmpty { bytes = [0x0A] }
      }
      let parsed = ParsedFile(reading: SourceFile(path: "a.yaml", bytes: bytes), as: .yaml)
      let hasAliases = bytes.contains(UInt8(ascii: "*"))
      if !hasAliases { expectSoundRanges(parsed) }
    }
  }
}
