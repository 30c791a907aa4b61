import Syntax

/// A mistake in a configuration or in a rule file, and where it is.
package struct ConfigurationProblem: Error, Sendable {
  package let file: SourceFile
  package let range: SourceRange
  package let message: String

  package init(file: SourceFile, range: SourceRange, message: String) {
    self.file = file
    self.range = range
    self.message = message
  }

  /// As compilers write it: `path:line:column: message`.
  package var text: String {
    let position = file.position(at: range.lower)
    return "\(file.path):\(position.line):\(position.column): \(message)"
  }
}
