import Foundation
import Testing

@testable import seatrial

/// A task definition with a safe fix (IMG005) and an unsafe one (SCH004: a value near the right one).
private let flawed = Sample.task(image: "https://registry.example.com/web:1.4.2")
private let mended = Sample.clean
private let unsafe = Sample.clean.replacing("json-file", with: "json-fil")

@Suite struct FixCommandTests {
  @Test func safeFixesAreAppliedAndTheRestIsReported() throws {
    let folder = try Folder(["a.json": flawed, "deploy/b c.json": flawed, "c.json": unsafe, "d.json": Sample.warning])
    defer { folder.remove() }
    let result = try Command.run(["--fix", "."], in: folder)
    #expect(result.status == 1)
    #expect(result.errors == "seatrial: fixed 2 findings in 2 files\n")
    #expect(result.output.contains("· 1 fixable with --fix --unsafe-fixes\n"))
    #expect(!result.output.contains("IMG005"))
    #expect(result.output.contains("IMG001"))
    #expect(try folder.read("a.json") == mended)
    #expect(try folder.read("deploy/b c.json") == mended)
    #expect(try folder.read("c.json") == unsafe)
    let again = try Command.run(["--fix", "."], in: folder)
    #expect(again.errors.isEmpty)
    #expect(again.output == result.output)
    #expect(try Command.run(["--unsafe-fixes", "c.json"], in: folder).status == 1)
    #expect(try folder.read("c.json") == unsafe)
    #expect(try Command.run(["--fix", "--unsafe-fixes", "c.json"], in: folder).status == 0)
    #expect(try folder.read("c.json") == mended)
  }

  @Test func onlyWhatIsReportedIsFixed() throws {
    let yaml = """
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: api
      spec:
        template:
          spec:
            containers:
              # seatrial: ignore=IMG005 reason="a test"
              - image: https://europe-west1-docker.pkg.dev/acme-prod/apps/api:1.4.2

      """
    for (arguments, configuration) in [
      (["--select", "SCH"], ""), (["--ignore", "IMG005"], ""), (["--platform", "cloudrun"], ""),
      (["--baseline", "known"], ""), ([], "exclude: [a.json]"), ([], "ignore: [IMG]"),
      ([], "suppressions: [{ rule: IMG005, path: a.json, reason: x }]"),
    ] {
      let folder = try Folder(["a.json": flawed, "b.yaml": yaml, ".seatrial.yaml": configuration])
      defer { folder.remove() }
      _ = try Command.run(["baseline", "--output", "known"], in: folder)
      let result = try Command.run(["--fix", "--fail-on", "never"] + arguments + ["."], in: folder)
      #expect(result.errors.isEmpty, "\(arguments)")
      #expect(try folder.read("a.json") == flawed, "\(arguments) \(configuration)")
      #expect(try folder.read("b.yaml") == yaml, "\(arguments) \(configuration)")
    }
  }

  @Test func everyByteThatIsNotMeantStays() throws {
    let folder = try Folder(["real/task.json": ""])
    defer { folder.remove() }
    let file = folder.url.appending(path: "real/task.json")
    // A mark at the start, CRLF, text in several bytes and such that is none, and no line end at the end.
    let before = Data([0xEF, 0xBB, 0xBF]) + Data(String(flawed.dropLast()).replacing("\n", with: "\r\n").utf8)
    let flaw = Data("\"name\": \"web\"".utf8)
    let place = try #require(before.range(of: flaw))
    let note = Data("\"dockerLabels\": { \"é\": \"海".utf8) + Data([0xFF]) + Data("\" }, ".utf8)
    var input = before
    input.insert(contentsOf: note, at: place.lowerBound)
    try input.write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path())
    try folder.link("task.json", to: "real/task.json")
    let result = try Command.run(["--fix", "--select", "IMG005", "task.json"], in: folder)
    #expect(result.errors == "seatrial: fixed 1 finding in 1 file\n")
    let prefix = try #require(input.range(of: Data("https://reg".utf8)))
    var wanted = input
    wanted.removeSubrange(prefix.lowerBound..<prefix.lowerBound + 8)
    #expect(try Data(contentsOf: file) == wanted)
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path())
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    let link = try FileManager.default.destinationOfSymbolicLink(atPath: folder.url.appending(path: "task.json").path())
    #expect(link == "real/task.json")
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func whatCannotBeWrittenIsSaid() throws {
    let folder = try Folder(["a.json": flawed, "locked/b.json": flawed])
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.url.appending(path: "locked").path())
      folder.remove()
    }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555], ofItemAtPath: folder.url.appending(path: "locked").path())
    let result = try Command.run(["--fix", "."], in: folder)
    #expect(result.status == 3)
    #expect(result.errors.contains("seatrial: locked/b.json is not fixed: "))
    #expect(result.errors.contains("seatrial: fixed 1 finding in 1 file\n"))
    #expect(result.output.contains("locked/b.json"))
    #expect(try folder.read("a.json") == mended)
  }

  @Test func aFullDiskLeavesTheFileAsItWas() throws {
    let folder = try Folder(["a.json": flawed])
    defer { folder.remove() }
    // No file may grow by a byte, whoever runs the test.
    let result = try Command.shell(
      #"(trap '' XFSZ; ulimit -f 0; "$seatrial" --fix . 2>&1; echo "status $?") | cat"#, in: folder)
    #expect(result.output.contains("seatrial: a.json is not fixed: "))
    #expect(result.output.hasSuffix("status 3\n"))
    #expect(try folder.read("a.json") == flawed)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path()) == ["a.json"])
  }

  @Test func whatChangedMeanwhileIsNotWrittenOver() throws {
    let folder = try Folder(["a.json": mended])
    defer { folder.remove() }
    let path = folder.url.appending(path: "a.json").path()
    #expect(throws: SystemFailure.self) {
      try replaceFile(at: path, with: Array("x".utf8), ifStill: Array(flawed.utf8))
    }
    #expect(try folder.read("a.json") == mended)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path()) == ["a.json"])
    try replaceFile(at: path, with: Array(flawed.utf8), ifStill: Array(mended.utf8))
    #expect(try folder.read("a.json") == flawed)
  }

  @Test func standardInputIsAnsweredWithItsFixedText() throws {
    for arguments in [["--stdin-filename", "a.json"], ["-"]] {
      let result = try Command.run(["--fix"] + arguments, input: flawed)
      #expect(result.status == 0)
      #expect(result.output == mended)
      #expect(result.errors.contains("All good"))
    }
    let left = try Command.run(["--fix", "--stdin-filename", "a.json", "--format", "json"], input: Sample.warning)
    #expect(left.status == 1)
    #expect(left.output == Sample.warning)
    #expect(left.errors.contains("\"IMG001\""))
    // What is none of ours, and what is left out, comes back as it was.
    #expect(try Command.run(["--fix", "--stdin-filename", "a.json"], input: "hello").output == "hello")
    let folder = try Folder([".seatrial.yaml": "exclude: [a.json]"])
    defer { folder.remove() }
    let excluded = try Command.run(
      ["--fix", "--force-exclude", "--stdin-filename", "a.json"], in: folder, input: flawed)
    #expect(excluded.output == flawed)
  }

  @Test func onlyChangedLinesAreFixed() throws {
    let folder = try Folder(["a.json": "", "b.json": flawed])
    defer { folder.remove() }
    let old = #"{ "family": "a", "containerDefinitions": [\#n"#
    let end = "\n] }\n"
    func container(_ name: String) -> String {
      #"{ "name": "\#(name)", "image": "https://registry.example.com/web:1.4.2", "memory": "512" }"#
    }
    try folder.write(old + container("one") + end, to: "a.json")
    let git = "git -c user.name=x -c user.email=x@example.com -c init.defaultBranch=main"
    let setup = try Command.shell("\(git) init -q && \(git) add . && \(git) commit -qm x", in: folder)
    #expect(setup.status == 0, "\(setup.errors)")
    try folder.write(old + container("two") + ",\n" + container("one") + end, to: "a.json")
    let result = try Command.run(
      ["--fix", "--changed-since", "HEAD", "--select", "IMG005,SCH002", "--fail-on", "never", "."], in: folder)
    #expect(result.errors == "seatrial: fixed 2 findings in 1 file\n")
    let fixed = #"{ "name": "two", "image": "registry.example.com/web:1.4.2", "memory": 512 }"#
    #expect(try folder.read("a.json") == old + fixed + ",\n" + container("one") + end)
    #expect(try folder.read("b.json") == flawed)
    // What is staged is read from the index, which nothing writes to.
    #expect(try Command.run(["--staged", "--fix"], in: folder).status == 2)
    try folder.write(flawed.replacing("1.4.2", with: "1.4.3"), to: "b.json")
    let staged = try Command.shell(
      """
      \(git) add . && printf x > b.json && "$seatrial" --staged --diff > ../b.patch
      \(git) apply -p0 --cached ../b.patch && \(git) show :b.json; rm ../b.patch
      """, in: folder)
    #expect(staged.output == mended.replacing("1.4.2", with: "1.4.3"), "\(staged.errors)")
  }

  @Test func combinationsThatMakeNoSenseAreRefused() throws {
    let folder = try Folder(["a.json": flawed])
    defer { folder.remove() }
    for arguments in [
      ["--diff", "--format", "json"], ["--diff", "--add-suppressions", "--reason", "x"], ["--fix", "--staged"],
      ["--fix", "-", "a.json"],
    ] {
      let result = try Command.run(arguments, in: folder)
      #expect(result.status == 2, "\(arguments)")
      #expect(result.output.isEmpty)
      #expect(result.errors.split(separator: "\n").count == 1)
    }
    #expect(try folder.read("a.json") == flawed)
  }

  @Test func whatIsLeftCanBeSuppressed() throws {
    let folder = try Folder(["a.json": flawed.replacing(":1.4.2", with: ":latest")])
    defer { folder.remove() }
    let result = try Command.run(
      ["--fix", "--select", "IMG", "--add-suppressions", "--reason", "x", "--format", "json=left.json", "."], in: folder
    )
    #expect(result.status == 0)
    #expect(try folder.read("a.json") == mended.replacing(":1.4.2", with: ":latest"))
    #expect(try folder.read(".seatrial.yaml").contains("rule: IMG001"))
    #expect(try folder.read("left.json").contains("\"findings\" : [\n\n  ]"))
  }

  @Test func filesThatAreJudgedTogetherAreFixedTogether() throws {
    let service = #"{ "serviceName": "s", "taskDefinition": "api", "launchType": "fargate", "desiredCount": 2 }"#
    let folder = try Folder([
      "task.json": Sample.task(image: "https://registry.example.com/web:1.4.2"), "s.json": service,
    ])
    defer { folder.remove() }
    _ = try Command.run(["--fix", "--unsafe-fixes", "."], in: folder)
    #expect(try folder.read("s.json").contains(#""FARGATE""#))
    // The service says that the task runs on Fargate, which is known only once it is spelled right.
    #expect(try folder.read("task.json").contains(#""networkMode": "awsvpc""#))
    let again = try Command.run(["--diff", "--unsafe-fixes", "."], in: folder)
    #expect(again.output.isEmpty)
    #expect(again.status == 0)
  }
}

@Suite struct DiffCommandTests {
  @Test func aDiffWritesNothing() throws {
    let folder = try Folder(["a.json": flawed, "b.json": mended])
    defer { folder.remove() }
    for arguments in [["--diff"], ["--fix", "--diff"]] {
      let result = try Command.run(arguments + ["."], in: folder)
      #expect(result.status == 1)
      #expect(result.errors == "seatrial: would fix 1 finding in 1 file\n")
      #expect(
        result.output == """
          --- a.json
          +++ a.json
          @@ -1,7 +1,7 @@
           {
             "family": "api",
             "containerDefinitions": [
          -    { "name": "web", "image": "https://registry.example.com/web:1.4.2", "memory": 512, "essential": true,
          +    { "name": "web", "image": "registry.example.com/web:1.4.2", "memory": 512, "essential": true,
                 "healthCheck": { "command": ["CMD-SHELL", "curl -f http://localhost:8080/ || exit 1"], "startPeriod": 30 },
                 "logConfiguration": { "logDriver": "json-file" } }
             ]

          """)
    }
    #expect(try folder.read("a.json") == flawed)
    #expect(try Command.run(["--diff", "--exit-zero", "a.json"], in: folder).status == 0)
    let nothing = try Command.run(["--diff", "b.json"], in: folder)
    #expect((nothing.status, nothing.output) == (0, ""))
    let input = try Command.run(["--diff", "--stdin-filename", "x.json"], input: flawed)
    #expect(input.output.hasPrefix("--- x.json\n+++ x.json\n"))
    let colored = try Command.run(["--diff", "--color", "always", "a.json"], in: folder)
    #expect(colored.output.contains("\u{1B}[1;32m+    { \"name\""))
  }

  /// Each diff applied by a real tool gives what `--fix` gives.
  @Test(arguments: ["patch -s -p0", "git apply -p0"])
  func aDiffCanBeApplied(_ tool: String) throws {
    let files: [String: String] = [
      "plain.json": flawed, "b c/ö \"quoted\".json": flawed, "end.json": String(flawed.dropLast()),
      "crlf.json": flawed.replacing("\n", with: "\r\n"),
      "crlf-end.json": String(flawed.dropLast()).replacing("\n", with: "\r\n"),
      "text.json": flawed.replacing("\"name\"", with: "\"dockerLabels\": { \"é\": \"海上試験 ⚓️\" }, \"name\""),
      "comma.json": mended.replacing("  ]\n}", with: "  ],\n}"), "other.json": unsafe,
      "tab\tname.json": flawed,
    ]
    let (patched, fixed) = (try Folder(files), try Folder(files))
    defer {
      patched.remove()
      fixed.remove()
    }
    let result = try Command.shell(
      "\"$seatrial\" --diff --unsafe-fixes . > .patch; \(tool) < .patch && rm .patch", in: patched)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    _ = try Command.run(["--fix", "--unsafe-fixes", "."], in: fixed)
    for path in files.keys {
      #expect(try patched.read(path) == fixed.read(path), "\(path)")
      #expect(try patched.read(path) != files[path], "\(path)")
    }
  }

  @Test func noDiffShowsASecret() throws {
    let secret = #"{ "name": "DB_PASSWORD", "value": "hunter2-Zq8vT1x" }"#
    let lines = Sample.clean.replacing(
      "\"name\": \"web\"",
      with: """
        "environment": [
            \(secret)
          ],
          "startTimeout": "30",
          "name": "web"
        """)
    let folder = try Folder(["beside.json": lines, "on.json": lines.replacing("\n", with: " ")])
    defer { folder.remove() }
    let result = try Command.run(["--diff", "."], in: folder)
    #expect(!result.output.contains("hunter2"))
    #expect(!result.errors.contains("hunter2"))
    #expect(result.output.contains("+  \"startTimeout\": 30,"))
    #expect(
      result.errors.contains("on.json would be changed, but is not shown: a line that changes may hold a secret\n"))
    let patched = try Command.shell("\"$seatrial\" --diff beside.json 2>/dev/null | patch -s -p0", in: folder)
    #expect(patched.status == 0, "\(patched.output)\(patched.errors)")
    #expect(try folder.read("beside.json") == lines.replacing("\"30\"", with: "30"))
  }
}
