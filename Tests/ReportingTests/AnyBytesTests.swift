import Linting
import Reporting
import Syntax
import Testing

/// Reports on bytes that nobody would write, with marks at places that no parser would choose.
@Suite struct AnyBytesTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) | (state << 31)
    }
  }

  private static let pieces: [[UInt8]] =
    [
      "a", " ", "\t", "\n", "\r\n", "\r", "商", "e\u{301}", "👩‍👩‍👧", "\u{1B}[2J", "\u{9B}", "\u{202E}", "\u{200D}",
      "\u{FEFF}",
      "🇩🇰", "\"key\": ", "\u{0}",
    ].map { Array($0.utf8) } + [[0xFF], [0xE5, 0x95], [0x80], [0xF0]]

  private static func file(_ path: String, _ dice: inout Dice) -> SourceFile {
    let count = Int.random(in: 0...60, using: &dice)
    let bytes = (0..<count).flatMap { _ -> [UInt8] in
      let piece = pieces.randomElement(using: &dice) ?? []
      return Int.random(in: 0..<40, using: &dice) == 0 ? Array(repeating: piece, count: 300).flatMap(\.self) : piece
    }
    return SourceFile(path: path, bytes: bytes)
  }

  private static func range(in file: SourceFile, _ dice: inout Dice) -> SourceRange {
    let lower = Int.random(in: 0...file.bytes.count, using: &dice)
    let upper = min(file.bytes.count, lower + Int.random(in: 0...20, using: &dice))
    return SourceRange(lower, upper)
  }

  @Test(arguments: 0..<4)
  func neverHarmsTheTerminalNorTheReport(seed: UInt64) {
    var dice = Dice(state: seed)
    for _ in 0..<12 {
      let files = [Self.file("a.json", &dice), Self.file("b.yaml", &dice)]
      let findings = (0..<3).map { index in
        Diagnostic(
          code: index == 0 ? "SEC001" : "TST001", severity: .error, file: files[0],
          range: Self.range(in: files[0], &dice), message: "message", caption: index == 1 ? "" : "caption",
          labels: files.map { .init(file: $0, range: Self.range(in: $0, &dice), message: "label") })
      }
      for width in [nil, 40, 80] {
        let context = ReportContext(version: "1", width: width, rules: [])
        let report = Report(findings: findings, files: [])
        let text = ReportFormat.text.render(report, in: context)
        #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) })
        #expect(text.split(separator: "\n").count { $0.contains("^") } == findings.count)
        for format in ReportFormat.allCases { #expect(!format.render(report, in: context).isEmpty) }
      }
    }
  }
}
