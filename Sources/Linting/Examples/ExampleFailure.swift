import RuleFiles
import Rules
import Syntax

/// Something that a rule says about an example and should not, or the reverse.
package struct ExampleFailure: Sendable {
  package let example: ExampleCase
  package let dress: ExampleDress
  /// In the file of the rule where that is at hand, otherwise in the text of the example.
  package let diagnostic: Diagnostic
}

extension ExampleCase {
  /// A file of the example as it can be shown: what stands where.
  struct Sheet {
    let file: SourceFile
    /// The example's own range; an empty one where the whole example is meant.
    let whole: SourceRange
    let marked: MarkedText
    fileprivate let written: WrittenText?

    /// Where a range of the text without marks is shown.
    func place(of range: SourceRange) -> SourceRange {
      written.map { $0.place(of: marked.inMarkedText(range)) } ?? range
    }
  }

  /// The file at an index.
  func sheet(_ index: Int) -> Sheet {
    let file = example.files[index]
    let marked = MarkedText(file.text)
    guard let written, written.indices.contains(index) else {
      let path = "\(rule.code)-\(rule.name).yaml, \(isBad ? "bad" : "good") example \(number), \(file.path)"
      return Sheet(
        file: SourceFile(path: path, text: marked.text), whole: SourceRange(0, 0), marked: marked, written: nil)
    }
    let start = written[index].place(of: SourceRange(0, 0)).lower
    return Sheet(file: written[index].file, whole: SourceRange(start, start), marked: marked, written: written[index])
  }

  func failure(
    _ dress: ExampleDress, _ sheet: Sheet, _ range: SourceRange?, _ message: String, caption: String = "",
    labels: [Diagnostic.Label] = [], help: String? = nil
  ) -> ExampleFailure {
    let text = dress == .asWritten ? message : "\(message), \(dress.title)"
    return ExampleFailure(
      example: self, dress: dress,
      diagnostic: Diagnostic(
        code: rule.code, severity: .error, file: sheet.file, range: range ?? sheet.whole, message: text,
        caption: caption, labels: labels, help: help, hidesSource: false))
  }
}
