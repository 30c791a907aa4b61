import Foundation
import Syntax
import Testing

@testable import Linting

@Suite struct HookTests {
  /// pre-commit hands a hook the files with some names, and a walk looks at the same.
  @Test func theHooksGetTheFilesThatAWalkLooksAt() throws {
    let hooks = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.pre-commit-hooks.yaml")
    let text = try String(contentsOf: hooks.standardized, encoding: .utf8)
    let pattern = try #require(text.firstMatch(of: /files: &files '(.*)'/)).1
    let regex = try NSRegularExpression(pattern: String(pattern))
    let known = Language.known.flatMap {
      ["a.\($0)", "a.\($0).in", "a.JSON.\($0)", "b/.c/d.\($0.uppercased())", ".\($0)"]
    }
    let others = [
      "a.py", "a.tf", "LICENSE", "b/Dockerfile", ".gitignore", "b.json/a.swift", "a.jsonx", "xjson", "a.xjson",
    ]
    for path in known + others {
      let name = path.split(separator: "/").last ?? ""
      let isPassed = regex.firstMatch(in: path, range: NSRange(path.startIndex..., in: path)) != nil
      #expect(isPassed == Language.mayBe(name: name), "\(path)")
    }
  }
}
