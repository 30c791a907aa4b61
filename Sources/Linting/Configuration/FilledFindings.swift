import Rules
import Syntax

extension Diagnostic {
  /// The finding with the severity that its rule has by now; nil when the rule is off.
  func weighed(by rule: Rule?) -> Diagnostic? {
    guard let rule else { return nil }
    guard rule.hasOwnSeverity else { return self }
    return Diagnostic(
      code: code, severity: rule.severity, file: file, range: range, message: message, caption: caption, labels: labels,
      help: help, fixes: fixes, hidesSource: hidesSource)
  }

  /// The finding with a label for each variable that its value comes from; nil when it says that a secret is written
  /// out, for in this file it is not.
  func explaining(_ fillings: [ParsedFile.Filling]) -> Diagnostic? {
    guard let filling = fillings.first(where: { $0.range.contains(range) }) else {
      return withoutFixes(of: fillings)
    }
    if hidesSource { return nil }
    let sources = filling.values.map { value in
      Label(file: value.file, range: value.range, message: "the value for the placeholder is set here")
    }
    return Diagnostic(
      code: code, severity: severity, file: file, range: range, message: message, caption: caption,
      labels: labels + sources, help: help, fixes: [], hidesSource: hidesSource)
  }

  /// Without the fixes that would write over a placeholder.
  private func withoutFixes(of fillings: [ParsedFile.Filling]) -> Diagnostic {
    let kept = fixes.filter { fix in
      fix.edits.allSatisfy { edit in
        !fillings.contains { edit.range.lower < $0.range.upper && edit.range.upper > $0.range.lower }
      }
    }
    guard kept.count < fixes.count else { return self }
    return Diagnostic(
      code: code, severity: severity, file: file, range: range, message: message, caption: caption, labels: labels,
      help: help, fixes: kept, hidesSource: hidesSource)
  }
}
