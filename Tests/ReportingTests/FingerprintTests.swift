import Syntax
import Testing

@testable import Reporting

@Suite struct FingerprintTests {
  struct Vector: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let hashes: [String]
  }

  /// The upload action's own test vectors.
  @Test(arguments: [
    Vector(testDescription: "empty", text: "", hashes: ["c129715d7a2bc9a3:1"]),
    Vector(
      testDescription: "blanks", text: " a\nb\n  \t\tc\n d",
      hashes: ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]),
    Vector(
      testDescription: "program", text: "x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n",
      hashes: [
        "e54938cc54b302f1:1", "bb609acbe9138d60:1", "1131fd5871777f34:1", "5c482a0f8b35ea28:1", "54517377da7028d2:1",
        "2c644846cb18d53e:1", "f1b89f20de0d133:1", "c129715d7a2bc9a3:1",
      ]),
    Vector(
      testDescription: "repetition", text: String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10),
      hashes: (1...6).map { "a7f2ff13bc495cf2:\($0)" }),
  ])
  func lineHashesAreThoseOfTheUploadAction(vector: Vector) {
    let hashes = LineHashes(SourceFile(path: "a", text: vector.text))
    #expect(vector.hashes.indices.map { hashes[$0 + 1] } == vector.hashes)
  }

  @Test(arguments: ["\r\n", "\r"])
  func lineEndsDoNotMatter(lineEnd: String) {
    let text = "x = 2\nx = 1\n\nprint(x)\n"
    let hashes = LineHashes(SourceFile(path: "a", text: text))
    let others = LineHashes(SourceFile(path: "a", text: text.replacing("\n", with: lineEnd)))
    for line in 1...5 { #expect(hashes[line] == others[line]) }
  }

  private func fingerprint(_ text: String, code: String = "TST001", at mark: String = "latest") -> String {
    Fingerprints([SourceFile(path: "a.yaml", text: text).finding(code, at: mark)])[0]
  }

  @Test func survivesMovedLinesAndIndentation() {
    #expect(fingerprint("image: a:latest\n") == fingerprint("# more\nspec:\n\t  image:   a:latest\r\nother: 1\n"))
    #expect(fingerprint("image: a:latest\n") != fingerprint("image: b:latest\n"))
    #expect(fingerprint("image: a:latest\n") != fingerprint("image: a:latest\n", code: "TST002"))
  }

  @Test func doesNotDependOnTheSecret() {
    #expect(
      fingerprint("a: hunter2 # x", code: "SEC001", at: "hunter2")
        == fingerprint("a: geheim # x", code: "SEC001", at: "geheim"))
  }

  @Test func countsEqualFindingsOfAFile() {
    let file = SourceFile(path: "a.yaml", text: "image: a\nimage: a\n")
    let other = SourceFile(path: "b.yaml", text: "image: a\n")
    let second = Diagnostic(
      code: "TST001", severity: .error, file: file, range: SourceRange(9, 14), message: "a message")
    let fingerprints = Fingerprints([file.finding(at: "image"), second, other.finding(at: "image")])
    #expect(fingerprints[0].hasSuffix(":1"))
    #expect(fingerprints[1] == fingerprints[0].dropLast() + "2")
    #expect(fingerprints[2] == fingerprints[0])
  }

  @Test func aChangeFarAwayInAMinifiedFileDoesNotMatter() {
    let before = String(repeating: "{\"a\": 1}, ", count: 100)
    #expect(fingerprint("[\(before)\"latest\", \(before)]") == fingerprint("[0, \(before)\"latest\", \(before) 5]"))
  }
}
