import Linting
import Rules
import Syntax

/// JUnit's XML as Jenkins' schema has it: a suite for each file, a failed case for each finding.
///
/// A file without findings is a case that passed, so that a run is never without cases: CI systems take that for a run
/// that never was. There are no times, so that the same input gives the same bytes.
enum JUnitReport {
  static func render(_ report: Report, in context: ReportContext) -> String {
    let names = context.ruleNames
    var suites = Suites(report)
    for finding in report.findings {
      suites.add(to: finding.file.path, .failed(finding), name: title(of: finding, name: names[finding.code]))
    }
    for suppressed in context.showsSuppressed ? report.suppressed : [] {
      let finding = suppressed.finding
      suites.add(
        to: finding.file.path, .skipped(suppressed.explanation), name: title(of: finding, name: names[finding.code]))
    }
    let all = suites.list
    func total(_ count: (Suite) -> Int) -> String { String(all.reduce(0) { $0 + count($1) }) }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + tag(
        "testsuites",
        [
          "name": "seatrial", "tests": total(\.cases.count), "failures": total(\.failures),
          "errors": total(\.errors),
        ]) + "\n" + all.reduce(into: "") { $0 += $1.text } + "</testsuites>\n"
  }

  /// Receivers compare runs by it, so it says nothing that moves: no line.
  private static func title(of finding: Diagnostic, name: String?) -> String {
    "\(finding.code)\(name.map { " \($0)" } ?? ""): \(finding.message)"
  }
}

/// The suites of a run, in the order of their files.
private struct Suites {
  private var byPath: [String: Suite] = [:]
  private var paths: [String] = []

  init(_ report: Report) {
    for file in report.files {
      switch file.state {
      case .checked: suite(file.path)
      case .unreadable(let reason): add(to: file.path, .broken(reason), name: "read")
      case .passedBy: break
      }
    }
  }

  var list: [Suite] {
    if paths.isEmpty {
      var nothing = Suite(path: "seatrial")
      nothing.add(.passed, name: "no deployment configs found")
      return [nothing]
    }
    return paths.sorted().compactMap { path in
      guard var suite = byPath[path] else { return nil }
      if suite.cases.isEmpty { suite.add(.passed, name: "no findings") }
      return suite
    }
  }

  mutating func add(to path: String, _ outcome: Suite.Outcome, name: String) {
    suite(path)
    byPath[path]?.add(outcome, name: name)
  }

  private mutating func suite(_ path: String) {
    if byPath[path] != nil { return }
    byPath[path] = Suite(path: path)
    paths.append(path)
  }
}

/// One file.
private struct Suite {
  enum Outcome {
    case passed
    case failed(Diagnostic)
    case skipped(String)
    case broken(String)
  }

  let path: String
  private(set) var cases: [String] = []
  private(set) var failures = 0
  private(set) var errors = 0
  private var skipped = 0
  private var seen: [String: Int] = [:]

  init(path: String) { self.path = path }

  var text: String {
    tag(
      "testsuite",
      [
        "name": path.visible, "tests": String(cases.count), "failures": String(failures), "errors": String(errors),
        "skipped": String(skipped),
      ]) + "\n" + cases.joined() + "</testsuite>\n"
  }

  /// Names are made different, since receivers take cases of one name for one.
  mutating func add(_ outcome: Outcome, name: String) {
    let count = seen[name, default: 0] + 1
    seen[name] = count
    let name = name.visible + (count == 1 ? "" : " (\(count))")
    let head = tag("testcase", ["name": name, "classname": path.visible], isEmpty: false)
    let body: String
    switch outcome {
    case .passed: body = ""
    case .failed(let finding):
      failures += 1
      let lines = ["\(finding.file.place(at: finding.range.lower)): \(finding.message.visible)"] + finding.remarks
      body =
        tag("failure", ["type": finding.severity.rawValue, "message": finding.message.visible])
        + lines.map(\.markup).joined(separator: "\n") + "</failure>"
    case .skipped(let reason):
      skipped += 1
      body = tag("skipped", ["message": reason.visible], isEmpty: true)
    case .broken(let reason):
      errors += 1
      body = tag("error", ["type": "unreadable", "message": reason.visible], isEmpty: true)
    }
    cases.append("\(head)\(body)</testcase>\n")
  }
}
