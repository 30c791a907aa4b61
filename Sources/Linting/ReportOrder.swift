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

extension [Diagnostic] {
  /// The findings of a run and further ones, ordered by path, place and code.
  func addingInOrder(_ others: [Diagnostic]) -> [Diagnostic] {
    if others.isEmpty { return self }
    return Dictionary(grouping: self + others, by: \.file.path).sorted { $0.key < $1.key }.flatMap {
      $0.value.inReportOrder()
    }
  }
}

extension [SuppressedFinding] {
  /// Ordered as the findings of a run are.
  func inReportOrder() -> [SuppressedFinding] {
    sorted { left, right in
      let paths = (left.finding.file.path, right.finding.file.path)
      return paths.0 == paths.1 ? isBefore(left.finding, right.finding) : paths.0 < paths.1
    }
  }
}

private func isBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
  if left.range != right.range {
    return (left.range.lower, left.range.upper) < (right.range.lower, right.range.upper)
  }
  return (left.code, left.message) < (right.code, right.message)
}
