import Foundation
import Linting
import Syntax
import Testing

@testable import LanguageServer

/// What an editor shows is what a run finds, however the texts came to be what they are.
@Suite struct AgreementTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  /// The texts below a directory, by their paths from there.
  private static func texts(in folder: String) -> [String: String] {
    let root = root.appending(path: folder)
    let paths = FileManager.default.enumerator(atPath: root.path())?.compactMap { $0 as? String } ?? []
    var texts: [String: String] = [:]
    for path in paths { texts[path] = try? String(contentsOf: root.appending(path: path), encoding: .utf8) }
    return texts
  }

  private static func found(_ code: String, _ line: Int, _ column: Int) -> String { "\(code) \(line):\(column)" }

  private func shown(_ session: Session, _ path: String) -> [String] {
    session.published("file:///w/\(path)")["diagnostics"].elements.map { finding in
      let start = finding["range"]["start"]
      return Self.found(
        finding["code"].string ?? "", (start["line"].integer ?? -1) + 1, (start["character"].integer ?? -1) + 1)
    }
  }

  @Test(arguments: ["fixtures/shop", "fixtures/broken", "fixtures/clean", "fixtures/templates"])
  func anOpenFileHasTheFindingsOfARunOverAll(_ folder: String) throws {
    let texts = Self.texts(in: folder)
    try #require(!texts.isEmpty)
    let linter = Linter(selection: Selection(choice: .init()), today: CivilDate("2026-06-01")) {
      path, count throws(Unreadable) in
      guard let text = texts[path] else { throw Unreadable(reason: "No such file or directory") }
      return Array(text.utf8.prefix(count))
    }
    let report = linter.report(on: texts.keys.map { Input(path: $0, isExplicit: false) })
    var capabilities = Session.everything.members
    capabilities["general"] = ["positionEncodings": ["utf-32"]]
    let files = Dictionary(texts.map { ("/w/" + $0, $1) }) { first, _ in first }
    let session = try Session(files, capabilities: .object(capabilities))
    for path in texts.keys.sorted() {
      session.open("file:///w/" + path, texts[path] ?? "")
      let expected = report.findings.filter { $0.file.path == path }.map { finding in
        let place = finding.file.position(at: finding.range.lower)
        return Self.found(finding.code, place.line, place.column)
      }
      #expect(shown(session, path) == expected, "\(path)")
    }
  }

  @Test func whatIsShownDoesNotDependOnHowItCameAbout() throws {
    var generator = SeededGenerator(seed: 5)
    let variants: [String: [String]] = [
      "a/task.json": [Sample.clean, Sample.latest, Sample.task(family: "other"), "", "{"],
      "a/service.json": [Sample.service(container: "web"), Sample.service(family: "other", container: "nginx"), "[]"],
      "task.json": [Sample.task(family: "other"), Sample.clean, Sample.misspelt],
      "run.yaml": [Sample.yaml, Sample.yaml + "---\n" + Sample.yaml, "a: 1\n"],
      ".seatrial.yaml": ["", "ignore: [IMG001]\n", "exclude: [a/]\n", "ignor: x\n"],
    ]
    let paths = variants.keys.sorted()
    let disk = variants.mapValues { $0[0] }
    let session = try Session(Dictionary(disk.map { ("/w/" + $0, $1) }) { first, _ in first })
    var open: [String: String] = [:]
    for step in 0..<120 {
      let path = paths[Int.random(in: 0..<paths.count, using: &generator)]
      let texts = variants[path] ?? []
      let text = texts[Int.random(in: 0..<texts.count, using: &generator)]
      let uri = "file:///w/" + path
      if open[path] == nil {
        session.open(uri, text)
        open[path] = text
      } else if Int.random(in: 0..<5, using: &generator) == 0 {
        session.close(uri)
        open[path] = nil
      } else {
        session.change(uri, to: text, version: step + 2)
        open[path] = text
      }
      guard step % 6 == 0 else { continue }
      let fresh = try Session(Dictionary(disk.map { ("/w/" + $0, $1) }) { first, _ in first })
      for (path, text) in open.sorted(by: { $0.key < $1.key }) { fresh.open("file:///w/" + path, text) }
      for path in paths { #expect(shown(session, path) == shown(fresh, path), "step \(step): \(path)") }
    }
  }
}
