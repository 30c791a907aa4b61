import Models
import Syntax
import Testing

/// Edges like `a>b`, and the circles among them.
struct CycleCase: CustomTestStringConvertible, Sendable {
  let text: String
  let circles: [String]

  init(_ text: String, _ circles: [String]) {
    self.text = text
    self.circles = circles
  }

  var testDescription: String { text.isEmpty ? "nothing" : text }

  var edges: [DependencyCycle.Edge] {
    text.split(separator: " ").map { edge in
      let ends = edge.split(separator: ">").map(String.init)
      return DependencyCycle.Edge(from: ends[0], to: ends[1], range: SourceRange(0, 0))
    }
  }
}

@Suite struct DependencyCycleTests {
  @Test(arguments: [
    CycleCase("", []), .init("a>b b>c a>c", []), .init("a>b b>a", ["ab"]), .init("a>b b>c c>a", ["abc"]),
    .init("x>a a>b b>a b>y", ["ab"]), .init("a>b b>a c>d d>c", ["ab", "cd"]), .init("a>z z>b b>c c>z", ["zbc"]),
  ])
  func circlesAreFoundOnce(_ example: CycleCase) {
    let found = DependencyCycle.all(in: example.edges).map { $0.edges.map(\.from).joined() }
    #expect(found == example.circles)
  }

  @Test func aLongChainDoesNotHang() {
    let edges = (0..<20_000).map { DependencyCycle.Edge(from: "\($0)", to: "\($0 + 1)", range: SourceRange(0, 0)) }
    #expect(DependencyCycle.all(in: edges).isEmpty)
  }
}
