import Forms
import Foundation
import Linting
import Reporting
import Rules
import Syntax
import Testing

@Suite struct HTMLReportTests {
  private static func page(_ report: Report, showsSuppressed: Bool = false, rules: [Rule] = Rule.all) -> String {
    ReportFormat.html.render(
      report,
      in: ReportContext(
        version: "1.0.0", showsSuppressed: showsSuppressed, rules: rules,
        checkout: Checkout(root: "/repo", address: "https://github.com/acme/shop/blob/4f9c2e1")))
  }

  /// With hostile values in every place, with what was suppressed, and with nothing to report.
  private static let pages = [
    page(FormatOracleTests.report(), showsSuppressed: true), page(sizesReport(withFix: true)),
    page(Report(findings: [], files: [])),
  ]

  /// The tags of a page with their attributes, outside of style and script.
  private func tags(_ page: String) -> [(name: String, attributes: [String: String])] {
    let bare = page.replacing(/(?s)<(style|script)>.*?<\/\1>/, with: "")
    return bare.matches(of: /<(\/?[a-zA-Z!][a-zA-Z0-9]*)((?:[^>"]|"[^"]*")*)>/).map { match in
      var attributes: [String: String] = [:]
      for attribute in match.2.matches(of: /([a-zA-Z-]+)(?:="([^"]*)")?/) {
        attributes[String(attribute.1)] = attribute.2.map(String.init) ?? ""
      }
      return (String(match.1), attributes)
    }
  }

  @Test(arguments: pages.indices)
  func everyTagIsClosedInItsTurn(_ index: Int) { checkTags(Self.pages[index]) }

  private func checkTags(_ page: String) {
    let empty: Set = ["meta", "link", "input", "rect", "path", "!DOCTYPE"]
    var open: [String] = []
    for tag in tags(page) where !empty.contains(tag.name) {
      if tag.name.hasPrefix("/") {
        #expect(open.popLast() == String(tag.name.dropFirst()))
      } else {
        open.append(tag.name)
      }
    }
    #expect(open.isEmpty)
    #expect(!page.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) })
  }

  @Test(arguments: pages.indices)
  func nothingIsLoadedAndNoElementBringsItsOwnStyleOrScript(_ index: Int) { checkLoads(Self.pages[index]) }

  private func checkLoads(_ page: String) {
    let known: Set = [
      "class", "id", "href", "rel", "tabindex", "data-path", "data-code", "name", "content", "type", "value", "hidden",
      "checked", "placeholder", "autocomplete", "spellcheck", "role", "scope", "open", "lang", "charset", "http-equiv",
      "viewBox", "width", "height", "d", "x", "focusable",
    ]
    for tag in tags(page) where tag.name != "!DOCTYPE" && tag.name != "path" {
      for name in tag.attributes.keys { #expect(known.contains(name) || name.hasPrefix("aria-"), "\(tag)") }
      #expect(!["img", "iframe", "object", "embed", "video", "base", "i"].contains(tag.name) || tag.attributes.isEmpty)
      guard let address = tag.attributes["href"] else { continue }
      let isLink = tag.name == "a" && (address.hasPrefix("#") || address.hasPrefix("https://"))
      #expect(isLink || (tag.name == "link" && address == "data:,"), "\(tag)")
    }
    #expect(!page.contains("url(") && !page.contains("@import") && !page.contains("fetch("))
    #expect(!page.contains("<img") && page.components(separatedBy: "<script").count == 2)
  }

  @Test(arguments: pages.indices)
  func everyIdIsUniqueAndEveryLinkInThePageLeadsSomewhere(_ index: Int) {
    let all = tags(Self.pages[index])
    let ids = all.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for tag in all {
      if let address = tag.attributes["href"], address.hasPrefix("#") {
        #expect(ids.contains(String(address.dropFirst())), "\(address)")
      }
      if let name = tag.attributes["aria-labelledby"] { #expect(ids.contains(name)) }
    }
  }

  @Test(.enabled(if: (try? output(of: ["python3", "--version"]).status) == 0, "needs Python"))
  func thePolicyNamesThisStyleAndThisScript() throws {
    let digest = """
      import base64, hashlib, sys
      print(end="sha256-" + base64.b64encode(hashlib.sha256(open(sys.argv[1], "rb").read()).digest()).decode())
      """
    for name in ["style", "script"] {
      let page = Self.pages[0]
      let start = try #require(page.range(of: "<\(name)>")).upperBound
      let end = try #require(page.range(of: "</\(name)>")).lowerBound
      let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      defer { try? FileManager.default.removeItem(at: file) }
      try String(page[start..<end]).write(to: file, atomically: true, encoding: .utf8)
      let hash = try output(of: ["python3", "-c", digest, file.path()]).text
      #expect(page.contains("\(name)-src &#39;\(hash)&#39;"), "the hash of the \(name) is now \(hash)")
    }
  }

  @Test func aFindingIsThereWithItsSourceAndItsRule() {
    let page = Self.page(
      sizesReport(withFix: true),
      rules: [
        .made(
          "RES001", "invalid-cpu-memory",
          why: "A `pair` of **sizes**, see [the list](https://example.com/x).\n\n- one\n- two\n")
      ])
    for part in [
      "<h3><code>RES001</code> <span class=\"name\">invalid-cpu-memory</span></h3>",
      "<h4>512 CPU units cannot have 8192 MiB of memory on Fargate</h4>",
      "href=\"https://github.com/acme/shop/blob/4f9c2e1/deploy/api.task.json#L9\"",
      "<i> 9 |</i>   &quot;memory&quot;: &quot;8192&quot;,",
      "<b>^^^^^^</b> <b>not available for this CPU size</b>",
      "<b>Fix:</b> Set memory to 4096 (unsafe)",
      "<p>A <code>pair</code> of <strong>sizes</strong>, see "
        + "<a href=\"https://example.com/x\" rel=\"noopener noreferrer\">the list</a>.</p>\n<ul><li>one</li><li>two</li></ul>",
      "<summary>deploy/api.task.json</summary>", "<td>ECS task definition</td>",
    ] {
      #expect(page.range(of: part) != nil, "\(part)")
    }
  }

  @Test func suppressedFindingsAreThereOnRequest() {
    #expect(!Self.page(FormatOracleTests.report()).contains("NET001"))
    #expect(Self.pages[0].contains("<section id=\"suppressed\""))
    #expect(Self.pages[0].contains("<code>NET001</code>"))
  }

  @Test func thePageOfEveryRuleIsSoundToo() {
    let file = SourceFile(path: "a.yaml", text: "a: 1\n")
    let report = Report(findings: Rule.all.map { file.finding($0.code, at: "1") }, files: [])
    checkTags(Self.page(report))
    checkLoads(Self.page(report))
  }

  private static let browser = ["chromium", "chromium-browser", "google-chrome"].first {
    (try? output(of: [$0, "--version"]).status) == 0
  }

  @Test(.enabled(if: browser != nil, "needs Chromium"))
  func aBrowserRunsTheScriptAndNothingElse() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).html")
    defer { try? FileManager.default.removeItem(at: file) }
    try Self.pages[0].write(to: file, atomically: true, encoding: .utf8)
    let browser = try #require(Self.browser)
    let result = try output(of: [
      browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "file://\(file.path())",
    ])
    #expect(result.text.contains("<span id=\"status\" role=\"status\">6 findings</span>"))
    #expect(result.text.contains("<button type=\"button\" id=\"theme\" aria-pressed=\"false\">"))
    #expect(!result.text.contains("<img"))
  }
}
