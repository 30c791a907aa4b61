import Testing

@testable import Syntax

@Suite struct VariablesTests {
  @Test(arguments: [
    ("${TAG}", "TAG"), ("$TAG", "TAG"), ("$(TAG)", "TAG"), ("<image-name>", "image-name"), ("{{ .TAG }}", "TAG"),
    ("{{- .Values.tag -}}", "Values.tag"), ("{{ must_env `TAG` }}", "TAG"), ("{{ env \"TAG\" \"x\" }}", "TAG"),
    ("${{ github.sha }}", "github.sha"), ("%TAG%", "TAG"), ("@@TAG@@", "TAG"), ("__TAG__", "TAG"), ("#{TAG}#", "TAG"),
    ("${TAG:-1.0}", "TAG"), ("[[TAG]]", "TAG"),
  ])
  func aPlaceholderHasAName(_ hole: String, _ name: String) {
    #expect(Variables.name(in: hole) == name)
  }

  @Test(arguments: [
    "{{ tfstate `TAG` }}", "{{ .TAG | default \"x\" }}", "${join(\",\", x)}", "${a + b}", "{{ if x }}", "", "{{ }}",
    "{{ must_env `TAG }}",
  ])
  func anExpressionHasNone(_ hole: String) {
    #expect(Variables.name(in: hole) == nil)
  }

  private func fill(_ text: String, _ values: [String: String], as language: Language) -> (Node?, Int) {
    let source = SourceFile(path: ".seatrial.yaml", text: "")
    let variables = Variables(
      values.mapValues { Variables.Value(text: $0, file: source, range: SourceRange(0, 0)) })
    let parsed = ParsedFile(reading: SourceFile(path: "x", text: text), as: language)
    let (file, fillings) = parsed.filling(variables)
    return (file.documents.first, fillings.count)
  }

  @Test func aValueIsWhatItWouldBeOnceItIsFilledIn() {
    let (yaml, count) = fill(
      "a: ${N}\nb: '${N}'\nc: x:${N}-${M}\nd: ${N}\ne: ${FLAG}", ["N": "512", "FLAG": "true"], as: .yaml)
    #expect(count == 5)
    guard case .integer(512)? = yaml?["a"]?.value, case .bool(true)? = yaml?["e"]?.value else {
      Issue.record("\(String(describing: yaml))")
      return
    }
    #expect(yaml?["b"]?.string == "512")
    guard case .unresolved(let text)? = yaml?["c"]?.value else {
      Issue.record("a part is still unknown")
      return
    }
    #expect(text.pieces == [.literal("x:512-"), .hole("${M}")])
  }

  @Test func inJSONOnlyWhatIsJSONStandsWithoutQuotes() {
    let (json, count) = fill(
      #"{"a": ${N}, "b": "${N}", "c": ${WORD}, "d": ${QUOTED}}"#, ["N": "512", "WORD": "x", "QUOTED": "\"x\""],
      as: .json)
    #expect(count == 3)
    guard case .integer(512)? = json?["a"]?.value else {
      Issue.record("\(String(describing: json))")
      return
    }
    #expect(json?["b"]?.string == "512")
    #expect(json?["c"]?.isUnresolved == true)
    #expect(json?["d"]?.string == "x")
  }

  @Test func aValueKeepsItsPlace() {
    let (node, _) = fill("a: ${N}", ["N": "a long text"], as: .yaml)
    #expect(node?["a"]?.range == SourceRange(3, 7))
  }
}
