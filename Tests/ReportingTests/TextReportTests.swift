import Linting
import Reporting
import Syntax
import Testing

@Suite struct TextReportTests {
  @Test func drawsAFindingAsTheManualDoes() {
    #expect(
      sizesReport().text() == """
        error[RES001]: 512 CPU units cannot have 8192 MiB of memory on Fargate
          --> deploy/api.task.json:9:13
           |
         8 |   "cpu": "512",
           |          ----- 0.5 vCPU allows 1024 to 4096 MiB, in steps of 1024
         9 |   "memory": "8192",
           |             ^^^^^^ not available for this CPU size
           |
           = help: use memory 4096 with this CPU, or cpu 1024 or more with this memory
           = docs: seatrial explain RES001

        1 error in 1 file (1 checked)

        """)
  }

  @Test func coloursWhatItDraws() {
    let red = "\u{1B}[1;31m"
    let blue = "\u{1B}[1;34m"
    let bold = "\u{1B}[1m"
    let end = "\u{1B}[0m"
    let text = sizesReport().text(usesColor: true)
    #expect(
      text.hasPrefix(
        "\(red)error[RES001]:\(end) \(bold)512 CPU units cannot have 8192 MiB of memory on Fargate\(end)\n"
          + "\(blue)  --> \(end)deploy/api.task.json:9:13\n\(blue)   |\(end)\n\(blue) 8 |\(end)   \"cpu\": \"512\",\n"
          + "\(blue)   |\(end)          \(blue)-----\(end) \(blue)0.5 vCPU allows"))
    #expect(text.contains("\(red)^^^^^^\(end) \(red)not available for this CPU size\(end)\n"))
    #expect(text.replacing(#/\x1B\[[0-9;]*m/#, with: "") == sizesReport().text())
  }

  @Test(arguments: [(Severity.warning, "1;33"), (.note, "1;36")])
  func coloursBySeverity(severity: Severity, code: String) {
    let file = SourceFile(path: "a.json", text: "{}")
    #expect(
      Report(file.finding("TST001", severity, at: "{")).text(usesColor: true).hasPrefix("\u{1B}[\(code)m\(severity)["))
  }

  @Test func hangsSeveralCaptionsUnderOneLine() {
    let file = SourceFile(path: "a.json", text: #"{"cpu": "512", "memory": "8192", "x": 1}"#)
    let report = Report(
      file.finding(
        at: "\"8192\"", caption: "not available",
        labels: [file.label("\"512\"", "0.5 vCPU"), file.label("1}", "unrelated"), file.label("\"x\"", "")]))
    #expect(
      snippet(report) == """
           |
         1 | {"cpu": "512", "memory": "8192", "x": 1}
           |         -----            ^^^^^^  ---  -- unrelated
           |         |                |
           |         |                not available
           |         0.5 vCPU
           |
        """)
  }

  @Test func placesThePrimaryMarkOverAWiderSecondOne() {
    let file = SourceFile(path: "a.yaml", text: "image: nginx:latest")
    let report = Report(
      file.finding(at: "latest", caption: "moves", labels: [file.label("image: nginx:latest", "of this image")]))
    #expect(
      snippet(report) == """
           |
         1 | image: nginx:latest
           | -------------^^^^^^ moves
           | |
           | of this image
           |
        """)
  }

  @Test func leavesOutDistantLines() {
    let lines = (1...12).map { "key\($0): value\($0)" }.joined(separator: "\r\n")
    let file = SourceFile(path: "a.yaml", text: lines)
    let report = Report(
      file.finding(
        at: "value12", caption: "here", labels: [file.label("value2", "and here"), file.label("value3", "")]))
    #expect(
      snippet(report) == """
            |
          2 | key2: value2
            |       ------ and here
          3 | key3: value3
            |       ------
        ...
         12 | key12: value12
            |        ^^^^^^^ here
            |
        """)
  }

  @Test func showsLabelsInOtherFiles() {
    let service = SourceFile(path: "service.json", text: #"{"containerName": "wbe"}"#)
    let task = SourceFile(path: "task.json", text: "{\n\"name\": \"web\"\n}")
    let report = Report(
      service.finding(
        at: "\"wbe\"", "no container 'wbe'", caption: "unknown", labels: [task.label("\"web\"", "the only container")]))
    #expect(
      report.text().hasPrefix(
        """
        error[TST001]: no container 'wbe'
          --> service.json:1:19
           |
         1 | {"containerName": "wbe"}
           |                   ^^^^^ unknown
           |
          ::: task.json:2:9
           |
         2 | "name": "web"
           |         ----- the only container
           |
           = docs: seatrial explain TST001

        """))
  }

  @Test func underlinesTheFirstLineOfABlock() {
    let file = SourceFile(path: "a.yaml", text: "run: [one,  \n  two]\n")
    let report = Report(file.finding(at: "[one,  \n  two]", caption: "this list"))
    #expect(
      snippet(report) == """
           |
         1 | run: [one,
           |      ^^^^^ this list
           |
        """)
  }

  @Test(arguments: [0, 6, 7])
  func marksAPlaceWithoutBytes(offset: Int) {
    let file = SourceFile(path: "a.yaml", text: "a: {b}\n")
    let finding = Diagnostic(
      code: "SYN001", severity: .error, file: file, range: SourceRange(offset, offset), message: "m", caption: "here")
    let row = Report(finding).text().split(separator: "\n").first { $0.contains("^") }
    #expect(row.map(String.init) == "   | " + String(repeating: " ", count: offset == 7 ? 0 : offset) + "^ here")
  }

  @Test func listsFixesWithTheirOptions() {
    let file = SourceFile(path: "a.yaml", text: "a: 1\n")
    let edit = Fix.Edit(file.range(of: "1"), "\"1\"")
    let report = Report(
      file.finding(at: "1", fixes: [Fix("Quote the value", .safe, [edit]), Fix("Remove it", .unsafe, [edit])]))
    #expect(
      report.text().contains("   = fix: Quote the value (safe)\n   = fix: Remove it (unsafe)\n"))
  }

  @Test func breaksProseAtTheWidthOfTheTerminal() {
    let file = SourceFile(path: "a.yaml", text: "image: registry.example.com/team/application:latest\n")
    let report = Report(
      file.finding(
        at: "latest", "the image of container 'application' has a tag that moves",
        caption: "this tag may be another image tomorrow", labels: [file.label("registry", "from this registry")],
        help: "name a version, or a digest that never changes"))
    #expect(
      report.text(width: 60) == """
        error[TST001]: the image of container 'application' has a
                       tag that moves
          --> a.yaml:1:46
           |
         1 | image: registry.example.com/team/application:latest
           |        --------                              ^^^^^^
           |        |                                     |
           |        |                    this tag may be another
           |        |                    image tomorrow
           |        from this registry
           |
           = help: name a version, or a digest that never changes
           = docs: seatrial explain TST001

        1 error in 1 file (1 checked)

        """)
  }

  private func snippet(_ report: Report) -> String {
    report.text().split(separator: "\n").dropFirst(2).prefix { !$0.contains("=") }.joined(separator: "\n")
  }
}
