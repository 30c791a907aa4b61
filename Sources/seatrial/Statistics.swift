import Forms
import Linting
import Syntax

/// How often each rule found something, and how many files there are of each kind.
struct Statistics {
  let text: String

  init(_ report: Report) {
    var byRule: [String: Int] = [:]
    for finding in report.findings { byRule[finding.code, default: 0] += 1 }
    var byForm: [String: Int] = [:]
    for case .checked(let forms) in report.files.lazy.map(\.state) {
      for form in forms { byForm[form.rawValue, default: 0] += 1 }
    }
    let lines = ["findings by rule:"] + Self.table(byRule) + ["files by kind:"] + Self.table(byForm)
    text = lines.joined(separator: "\n")
  }

  /// The highest count first.
  private static func table(_ counts: [String: Int]) -> [String] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { name, count in
      let number = String(count)
      return String(repeating: " ", count: max(0, 8 - number.count)) + number + "  " + name
    }
  }
}
