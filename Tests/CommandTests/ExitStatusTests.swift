import Foundation
import Testing

/// A command line on a file, and the status that it ends with.
private struct StatusCase: CustomTestStringConvertible, Sendable {
  let text: String
  let arguments: [String]
  let status: Int32

  var testDescription: String { (arguments + ["→ \(status)"]).joined(separator: " ") }

  init(_ text: String, _ arguments: String, _ status: Int32) {
    self.text = text
    self.arguments = arguments.split(separator: " ").map(String.init)
    self.status = status
  }

  static let all = [
    StatusCase(Sample.clean, "file.json", 0), StatusCase(Sample.foreign, "file.json", 0),
    StatusCase(Sample.foreign, ".", 0), StatusCase(Sample.warning, "file.json", 1),
    StatusCase(Sample.error, "lint file.json", 1), StatusCase(Sample.broken, "file.json", 1),
    StatusCase(Sample.broken, ".", 1), StatusCase(Sample.warning, "--fail-on error .", 0),
    StatusCase(Sample.error, "--fail-on never .", 0), StatusCase(Sample.error, "--exit-zero .", 0),
    StatusCase(Sample.warning, "--max-warnings 1 .", 0), StatusCase(Sample.warning, "--max-warnings 0 .", 1),
    StatusCase(Sample.error, "--max-warnings 9 .", 1),
    StatusCase(Sample.warning, "--fail-on error --max-warnings 0 .", 1),
    StatusCase(Sample.warning, "--ignore IMG001 .", 0), StatusCase(Sample.warning, "--select SCH .", 0),
    StatusCase(Sample.warning, "--ignore IMG --select image-latest-tag .", 1),
    StatusCase(Sample.warning, "--min-severity error .", 0), StatusCase(Sample.warning, "--platform cloudrun .", 0),
    StatusCase(Sample.warning, "--platform ecs .", 1), StatusCase(Sample.warning, "--format sarif .", 1),
    StatusCase(Sample.warning, "--format concise .", 1), StatusCase(Sample.warning, "--format json .", 1),
    StatusCase(Sample.clean, "missing.json", 2), StatusCase(Sample.warning, "file.json missing.json", 2),
    StatusCase(Sample.clean, "--no-such-option", 2), StatusCase(Sample.clean, "--format nonsense .", 2),
    StatusCase(Sample.clean, "--select IMG9 .", 2), StatusCase(Sample.clean, "--fail-on fatal .", 2),
    StatusCase(Sample.clean, "--jobs 0 .", 2), StatusCase(Sample.clean, "--quiet --verbose .", 2),
    StatusCase(Sample.clean, "--files-from missing.txt", 2), StatusCase(Sample.clean, "explain nonsense", 2),
    StatusCase(Sample.clean, "--format sarif=missing/report.sarif .", 3),
    StatusCase(Sample.clean, String(repeating: "n", count: 300) + ".json file.json", 3),
    StatusCase(Sample.warning, String(repeating: "n", count: 300) + ".json file.json", 3),
    StatusCase(Sample.clean, "--version", 0), StatusCase(Sample.clean, "--help", 0),
    StatusCase(Sample.clean, "rules", 0), StatusCase(Sample.clean, "explain IMG001 image-untagged", 0),
    StatusCase(Sample.clean, "--generate-completion-script bash", 0),
  ]
}

@Suite struct ExitStatusTests {
  @Test(arguments: StatusCase.all)
  private func theStatusSaysHowItWent(_ example: StatusCase) throws {
    let folder = try Folder(["file.json": example.text])
    defer { folder.remove() }
    let result = try Command.run(example.arguments, in: folder)
    #expect(result.status == example.status, "\(result.errors)\(result.output)")
    if example.status == 2 {
      #expect(result.errors.split(separator: "\n").count == 1, "one clear line: \(result.errors)")
    }
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func whatMayNotBeReadIsSaidAndTheRestIsLinted() throws {
    let folder = try Folder(["a.json": Sample.warning, "b.json": Sample.clean, "c/d.json": Sample.clean])
    defer { folder.remove() }
    for name in ["b.json", "c"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0], ofItemAtPath: folder.url.appending(path: name).path())
    }
    let result = try Command.run(["--format", "concise", "."], in: folder)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.url.appending(path: "c").path())
    #expect(result.status == 3)
    #expect(result.output.hasPrefix("a.json:4:"))
    #expect(result.errors.contains("cannot read b.json: Permission denied"))
    #expect(result.errors.contains("cannot read c: Permission denied"))
  }

  @Test func anotherNameIsSuggested() throws {
    #expect(try Command.run(["--selct", "IMG001"]).errors.contains("--select"))
    #expect(try Command.run(["--select", "image-latest-tga"]).errors.contains("did you mean 'image-latest-tag'?"))
    #expect(try Command.run(["explain", "IMG01"]).errors.contains("did you mean 'IMG001'?"))
    #expect(try Command.run(["explan"]).errors.contains("did you mean the command 'explain'?"))
  }
}
