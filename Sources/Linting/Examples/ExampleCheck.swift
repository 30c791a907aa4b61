import Forms
import RuleFiles
import Rules
import Syntax

extension ExampleCase {
  /// Runs the example in every dress that fits; empty when the rule says what it should.
  package func failures() -> [ExampleFailure] {
    let failures = failures(in: .asWritten)
    // What is wrong as it is written is wrong in every dress.
    if !failures.isEmpty { return failures }
    return ExampleDress.allCases.filter { $0 != .asWritten }.flatMap { self.failures(in: $0) }
  }

  package func failures(in dress: ExampleDress) -> [ExampleFailure] {
    switch (dress, isBad) {
    case (.otherLanguage, _) where !example.isPortable: []
    case (.asWritten, true): failuresAtMarks(files { text, _ in text }, dress) + failuresOfFixes()
    case (.asWritten, false): findingsOfGoodExample(unmarked, dress)
    case (.carriageReturns, true): failuresAtMarks(files { text, _ in text.withCarriageReturns }, dress)
    case (.carriageReturns, false):
      findingsOfGoodExample(unmarked.map { .init(path: $0.path, text: $0.text.withCarriageReturns) }, dress)
    case (.multiByteText, true): failuresAtMarks(files { $0.behindMultiByteText($1) }, dress)
    case (.multiByteText, false):
      findingsOfGoodExample(
        unmarked.map { .init(path: $0.path, text: $0.text.behindMultiByteText(Language(of: $0))) }, dress)
    case (.otherLanguage, true): failuresInTheOtherLanguage()
    case (.otherLanguage, false): findingsOfGoodExample(inTheOtherLanguage, dress)
    case (.unknownValues, true): findingsAboutTheUnknown()
    case (.unknownValues, false): []
    }
  }

  /// What is found where no mark is, and the marks at which nothing is found.
  private func failuresAtMarks(_ files: [RulePage.Example.File], _ dress: ExampleDress) -> [ExampleFailure] {
    let marked = files.map { MarkedText($0.text) }
    let run = ExampleRun(zip(files, marked).map { .init(path: $0.path, text: $1.text) }, rule: rule)
    var failures = mistakes(in: run, dress)
    if marked.allSatisfy(\.ranges.isEmpty) {
      let found = run.findings.enumerated().flatMap { index, findings in findings.map { (index, $0) } }
      return failures + [unmarkedExample(found)]
    }
    for (index, file) in marked.enumerated() {
      let sheet = sheet(index)
      // The marks of the text as it is written stand for those of the dressed one.
      let places = sheet.marked.ranges.map(sheet.place)
      var surplus = run.findings[index]
      var missing: [SourceRange] = []
      for (range, place) in zip(file.ranges, places) {
        if let match = surplus.firstIndex(where: { $0.range == range }) {
          surplus.remove(at: match)
        } else {
          missing.append(place)
        }
      }
      let isAsWritten = dress == .asWritten
      let labels = surplus.map { finding in
        Diagnostic.Label(
          file: sheet.file, range: isAsWritten ? sheet.place(of: finding.range) : sheet.whole,
          message: finding.asFound)
      }
      for place in missing {
        failures.append(
          failure(
            dress, sheet, place, "\(words): nothing is found at this mark", caption: "a finding is expected",
            labels: labels, help: surplus.isEmpty ? reasonForSilence(of: run, index) : nil))
      }
      guard missing.isEmpty else { continue }
      for (finding, label) in zip(surplus, labels) {
        failures.append(
          failure(
            dress, sheet, label.range, "\(words): something is found where no mark is", caption: label.message,
            help: finding.help))
      }
    }
    return failures
  }

  private func unmarkedExample(_ found: [(index: Int, finding: Diagnostic)]) -> ExampleFailure {
    let sheet = sheet(found.first?.index ?? 0)
    let labels = found.filter { $0.index == found.first?.index }.map { _, finding in
      Diagnostic.Label(
        file: sheet.file, range: sheet.place(of: finding.range), message: finding.asFound)
    }
    return failure(
      .asWritten, sheet, nil, "\(words): no place in it is marked", labels: labels,
      help: "put « and » around the bytes that a finding is to point at")
  }

  /// Why a rule may have had nothing to look at; nil when there was something.
  private func reasonForSilence(of run: ExampleRun, _ index: Int) -> String? {
    guard let recognition = run.recognitions[index] else { return nil }
    let path = example.files[index].path
    if let complaint = run.parsed[index].diagnostics.first {
      let position = run.parsed[index].file.position(at: complaint.range.lower)
      return "\(path):\(position.line):\(position.column): \(complaint.message)"
    }
    if let reason = recognition.reasonPassedBy { return "\(path) is passed by: \(reason)" }
    let kinds = recognition.resources.map(\.kind)
    if !rule.check.kinds.isEmpty, !kinds.contains(where: rule.check.kinds.contains) {
      return "the rule looks at no resource of \(path)"
    }
    return nil
  }

  private func findingsOfGoodExample(_ files: [RulePage.Example.File], _ dress: ExampleDress) -> [ExampleFailure] {
    let run = ExampleRun(files, rule: rule)
    var failures = mistakes(in: run, dress)
    for (index, findings) in run.findings.enumerated() where !findings.isEmpty {
      let sheet = sheet(index)
      failures += findings.map { finding in
        failure(
          dress, sheet, dress == .asWritten ? sheet.place(of: finding.range) : nil,
          "\(words): something is found in it", caption: finding.asFound, help: finding.help)
      }
    }
    return failures
  }

  private func failuresInTheOtherLanguage() -> [ExampleFailure] {
    let here = ExampleRun(unmarked, rule: rule).findings.map(\.count)
    let there = ExampleRun(inTheOtherLanguage, rule: rule).findings.map(\.count)
    return here.indices.filter { here[$0] != there[$0] }.map { index in
      failure(
        .otherLanguage, sheet(index), nil,
        "\(words): \(there[index]) instead of \(here[index]) findings",
        help: "portable: false says that the example is about the way it is written")
    }
  }

  /// What is said about a value of which nothing is known.
  private func findingsAboutTheUnknown() -> [ExampleFailure] {
    var failures: [ExampleFailure] = []
    // A mistake in a configuration ends the run.
    for (index, file) in example.files.enumerated() where file.path != ExampleRun.configurationName {
      let sheet = sheet(index)
      let language = Language(of: file)
      let source = SourceFile(path: file.path, text: sheet.marked.text)
      let parsed = ParsedFile(reading: source, as: language)
      let anchors = Recognition(parsed, isNamed: true).resources.flatMap(\.anchors)
      for range in sheet.marked.ranges {
        guard parsed.documents.contains(where: { $0.hasScalar(at: range) }), !anchors.contains(range) else { continue }
        let isQuoted = language == .json || source.bytes[range.lower] == UInt8(ascii: "\"")
        let unknown = Array((isQuoted ? "\"${UNKNOWN}\"" : "${UNKNOWN}").utf8)
        var bytes = source.bytes
        bytes.replaceSubrange(range.lower..<range.upper, with: unknown)
        var files = unmarked
        files[index] = .init(path: file.path, text: String(decoding: bytes, as: UTF8.self))
        let there = SourceRange(range.lower, range.lower + unknown.count)
        failures += ExampleRun(files, rule: rule).findings[index].filter { $0.range == there }.map { finding in
          failure(
            .unknownValues, sheet, sheet.place(of: range), "\(words): something is found",
            caption: finding.asFound, help: "nothing can be said about ${UNKNOWN}")
        }
      }
    }
    return failures
  }

  /// The mistakes in the configuration of the example.
  private func mistakes(in run: ExampleRun, _ dress: ExampleDress) -> [ExampleFailure] {
    guard dress == .asWritten, !run.problems.isEmpty,
      let index = example.files.firstIndex(where: { $0.path == ExampleRun.configurationName })
    else { return [] }
    let sheet = sheet(index)
    return run.problems.map { problem in
      failure(
        dress, sheet, sheet.place(of: problem.range), "\(words): its configuration cannot be read",
        caption: problem.message)
    }
  }
}

extension Diagnostic {
  /// The finding in one line.
  fileprivate var asFound: String { "found: \(message)" + (caption.isEmpty ? "" : " (\(caption))") }
}
