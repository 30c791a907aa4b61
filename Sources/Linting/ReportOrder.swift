import Syntax

extension [Diagnostic] {
  /// The findings of one file, ordered by place and code; what says the same about the same bytes is kept once.
  func inReportOrder() -> [Diagnostic] {
    var result: [Diagnostic] = []
    result.reserveCapacity(count)
    for diagnostic in sorted(by: isBefore) {
      if let last = result.last, !isBefore(last, diagnostic) { continue }
      result.append(diagnostic)
    }
    return result
  }
}

private func isBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
  if left.range != right.range {
    return (left.range.lower, left.range.upper) < (right.range.lower, right.range.upper)
  }
  return (left.code, left.message) < (right.code, right.message)
}
