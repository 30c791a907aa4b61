import Foundation
import Testing

/// The built executable, as a shell would run it.
struct Command {
  struct Result {
    let status: Int32
    let output: String
    let errors: String

    /// The output without colours.
    var plainOutput: String { output.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") }
  }

  static let path: String = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let test = bundle ?? URL(filePath: CommandLine.arguments[0])
    return test.deletingLastPathComponent().appending(path: "seatrial").path()
  }()

  /// Variables that decide about colours are only there when a test sets them.
  static func run(
    _ arguments: [String], in folder: Folder? = nil, input: String? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    try launch(path, arguments, folder, input, environment)
  }

  /// Runs a line of shell in which `$seatrial` is the executable.
  static func shell(
    _ script: String, in folder: Folder? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    try launch("/bin/sh", ["-c", script], folder, nil, ["seatrial": path].merging(environment) { $1 })
  }

  private static func launch(
    _ executable: String, _ arguments: [String], _ folder: Folder?, _ input: String?, _ environment: [String: String]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""].merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = folder.url }
    // Files, not pipes: whatever the amount, nobody waits for anybody.
    let scratch = try Folder([".input": input ?? ""])
    defer { scratch.remove() }
    process.standardInput = try FileHandle(forReadingFrom: scratch.url.appending(path: ".input"))
    let (output, errors) = (try scratch.sink(".output"), try scratch.sink(".errors"))
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try scratch.read(".output"), errors: try scratch.read(".errors"))
  }
}

/// A directory that exists for one test.
struct Folder {
  let url: URL

  init(url: URL) { self.url = url }

  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "seatrial-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: false, encoding: .utf8)
  }

  func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: path)), as: UTF8.self)
  }

  fileprivate func sink(_ path: String) throws -> FileHandle {
    try write("", to: path)
    return try FileHandle(forWritingTo: url.appending(path: path))
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: url.appending(path: path).path(), withDestinationPath: target)
  }

  func remove() { try? FileManager.default.removeItem(at: url) }
}

/// Files with nothing wrong, one warning (IMG001), one error (SCH001), and none of ours.
enum Sample {
  static let clean = task(image: "registry.example.com/web:1.4.2")
  static let warning = task(image: "registry.example.com/web:latest")
  static let error = task(image: "registry.example.com/web:1.4.2", extra: #""essentail": true, "#)
  static let broken = task(image: "registry.example.com/web:1.4.2") + "}"
  static let foreign = #"{ "name": "shop", "version": "1.0.0" }"#

  static func task(family: String = "api", image: String, extra: String = "") -> String {
    """
    {
      "family": "\(family)",
      "containerDefinitions": [
        { \(extra)"name": "web", "image": "\(image)", "memory": 512, "essential": true,
          "healthCheck": { "command": ["CMD-SHELL", "curl -f http://localhost:8080/ || exit 1"], "startPeriod": 30 },
          "logConfiguration": { "logDriver": "json-file" } }
      ]
    }

    """
  }
}
