/// What the process tells its caller.
///
/// It never depends on the format of the report.
enum ExitStatus: Int32, Comparable {
  /// Nothing at or above `--fail-on`.
  case clean = 0
  /// Findings at or above it.
  case findings = 1
  /// Wrong usage: an unknown option or rule, a path that does not exist.
  case usage = 2
  /// Something could not be read, or the report could not be written.
  case incomplete = 3

  /// Ordered by how much it says about the run: wrong usage the most.
  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .clean: 0
    case .findings: 1
    case .incomplete: 2
    case .usage: 3
    }
  }
}
