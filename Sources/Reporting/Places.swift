import Linting
import Syntax

extension SourceFile {
  /// A place as people and editors write it: `deploy/api.task.json:9:13`.
  func place(at offset: Int) -> String {
    let position = position(at: offset)
    return "\(path.visible):\(position.line):\(position.column)"
  }
}

extension Diagnostic {
  /// The part of its range that is on the line where it begins.
  ///
  /// A pull request shows something about several lines only when all of them are in the diff, or below the last one.
  var rangeOnFirstLine: SourceRange {
    let line = file.rangeOfLine(file.line(at: range.lower))
    return SourceRange(range.lower, max(range.lower, min(range.upper, line.upper)))
  }

  /// What there is to say besides the message, line by line, for formats without places for it: the labels with where
  /// they stand, and the help.
  var remarks: [String] {
    labels.map { "\($0.file.place(at: $0.range.lower)): \($0.message.visible)" }
      + (help.map { ["help: \($0.visible)"] } ?? [])
  }
}

extension [Diagnostic] {
  /// Those of one severity, in their order.
  func weighing(_ severity: Severity) -> [Diagnostic] { filter { $0.severity == severity } }
}
