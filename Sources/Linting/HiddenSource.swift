import Syntax

/// The bytes that no report may show, because a finding of the report says that they may be a secret.
///
/// They are hidden in every snippet, also in that of another finding that happens to stand on the same line.
package struct HiddenSource {
  private var ranges: [String: [SourceRange]] = [:]

  package init(_ findings: [Diagnostic]) {
    for finding in findings where finding.hidesSource {
      ranges[finding.file.path, default: []].append(finding.range)
    }
  }

  /// The hidden ranges that touch a range of a file, in no order; they may overlap.
  package func ranges(in file: SourceFile, touching range: SourceRange) -> [SourceRange] {
    (ranges[file.path] ?? []).filter { $0.lower < range.upper && $0.upper > range.lower }
  }

  /// The text of a range, each hidden stretch in it as one `•`: the same whatever the secret is.
  package func text(in range: SourceRange, of file: SourceFile) -> String {
    var result = ""
    var offset = range.lower
    for hidden in ranges(in: file, touching: range).sorted(by: { $0.lower < $1.lower }) where hidden.upper > offset {
      if hidden.lower > offset { result += file.text(in: SourceRange(offset, hidden.lower)) }
      result += "•"
      offset = min(hidden.upper, range.upper)
    }
    if offset < range.upper { result += file.text(in: SourceRange(offset, range.upper)) }
    return result
  }
}
