/// Reads YAML as libyaml does, and takes plain scalars for what gcloud takes them.
///
/// After a syntax error reading goes on at the next `---`; of the broken document the part before the error is kept.
func readYAML(_ file: SourceFile, limits: Limits) -> ParsedFile {
  if file.bytes.count > limits.size {
    return refused(file, "SYN003", "the file is larger than \(limits.size) bytes", SourceRange(0, 0))
  }
  if let encoding = wideEncoding(file.bytes) {
    return refused(
      file, "SYN001", "the file is \(encoding), but YAML is read as UTF-8", SourceRange(0, min(2, file.bytes.count)),
      help: "Save it as UTF-8")
  }
  let text = YAMLText(file)
  let hasComments = text.hasHash && ParsedFile.Comment.mayOccur(in: file.bytes)
  if text.directiveCount > 1000 {
    return refused(file, "SYN003", "more than 1000 lines start with `%`", SourceRange(0, 0))
  }
  func attempt(_ text: YAMLText) -> Attempt {
    var tree = YAMLTree(file: file, text: text, limits: limits, keepsScalarRanges: hasComments)
    let failure = read(text, into: &tree, file)
    return Attempt(text: text, tree: tree, failure: failure)
  }
  var result = attempt(text)
  if case .syntax(let first) = result.failure, let masked = text.maskingPlaceholders() {
    let second = attempt(masked)
    if second.failure.isBehind(first) { result = second }
  }
  return result.parsedFile(file, hasComments: hasComments)
}

private enum Failure {
  case none
  /// With the offset of the first place that cannot be read.
  case syntax(Int)
  case limit

  var isSyntax: Bool { if case .syntax = self { true } else { false } }
  func isBehind(_ offset: Int) -> Bool { if case .syntax(let own) = self { own > offset } else { true } }
}

private struct Attempt {
  let text: YAMLText
  let tree: YAMLTree
  let failure: Failure

  func parsedFile(_ file: SourceFile, hasComments: Bool) -> ParsedFile {
    let isOpaque = text.hasControlActions || (text.isTemplate && failure.isSyntax)
    var diagnostics = tree.diagnostics
    if isOpaque { diagnostics = diagnostics.filter { $0.code == "SYN003" } }
    if let damage = text.damage {
      // What libyaml says about the filler would only confuse.
      diagnostics = diagnostics.filter { $0.code != "SYN001" }
      diagnostics.append(
        Diagnostic(
          code: "SYN001", severity: .error, file: file, range: damage.range, message: damage.message,
          help: "Save the file as UTF-8 text"))
    }
    diagnostics.sort { $0.range.lower < $1.range.lower }
    let actions = tree.templateActions + text.gaps.filter { $0.reason == .line }.map(\.range)
    return ParsedFile(
      file: file, language: .yaml, documents: tree.documents, diagnostics: diagnostics,
      comments: hasComments ? ParsedFile.Comment.find(in: file, outside: tree.scalarRanges) : [],
      templateActions: actions.sorted { $0.lower < $1.lower }, isOpaqueTemplate: isOpaque)
  }
}

/// Reads all documents; after an error, those that follow the broken one.
private func read(_ text: YAMLText, into tree: inout YAMLTree, _ file: SourceFile) -> Failure {
  var failure = Failure.none
  var start = text.start
  for _ in 0..<20 {
    let reader = EventReader(text.bytes, from: start, isASCII: text.isASCII)
    switch read(reader, into: &tree) {
    case .end: return failure
    case .limit(let limit):
      tree.abandon(Diagnostic(code: "SYN003", severity: .error, file: file, range: limit.range, message: limit.message))
      return .limit
    case .problem(let problem):
      tree.abandon(YAMLExplanation(problem: problem, file: file, bytes: text.bytes).diagnostic)
      if !failure.isSyntax { failure = .syntax(problem.offset) }
      guard let next = text.documentStart(from: problem.offset, after: start) else { return failure }
      start = next
    }
  }
  return failure
}

private enum Outcome {
  case end
  case problem(YAMLProblem)
  case limit(YAMLLimit)
}

private func read(_ reader: borrowing EventReader, into tree: inout YAMLTree) -> Outcome {
  while true {
    let event: YAMLEvent?
    do { event = try reader.next() } catch { return .problem(error) }
    guard let event else { return .end }
    do { try tree.take(event) } catch { return .limit(error) }
  }
}

private func refused(
  _ file: SourceFile, _ code: String, _ message: String, _ range: SourceRange, help: String? = nil
) -> ParsedFile {
  let diagnostic = Diagnostic(code: code, severity: .error, file: file, range: range, message: message, help: help)
  return ParsedFile(file: file, language: .yaml, documents: [], diagnostics: [diagnostic])
}

/// UTF-16 or UTF-32, with a byte order mark or as its zero bytes show; nil for anything else.
private func wideEncoding(_ bytes: [UInt8]) -> String? {
  let first = bytes.prefix(4)
  if first.starts(with: [0xFF, 0xFE, 0, 0]) || first.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
  if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
  guard first.count == 4 else { return nil }
  let zeros = first.map { $0 == 0 }
  if zeros == [false, true, false, true] || zeros == [true, false, true, false] { return "UTF-16" }
  if zeros == [false, true, true, true] || zeros == [true, true, true, false] { return "UTF-32" }
  return nil
}

extension YAMLText {
  /// The first line at or after `offset` that starts with `---`, but not the one at `start`.
  fileprivate func documentStart(from offset: Int, after start: Int) -> Int? {
    var line = max(offset - 1, start)
    while let newline = bytes[line...].firstIndex(of: 0x0A) {
      line = newline + 1
      if bytes[line...].starts(with: "---".utf8) { return line }
    }
    return nil
  }
}
