/// Reads JSON (RFC 8259).
///
/// Strict in what it calls valid, and tolerant in what it makes of the rest: after a mistake it goes on where the text
/// makes sense again. A UTF-8 byte order mark is passed over. A template (`"cpu": ${CPU}`) is no mistake: its
/// placeholders are unresolved values.
func readJSON(_ file: SourceFile, limits: Limits) -> ParsedFile {
  if file.bytes.count > limits.size {
    let message = "the file has \(file.bytes.count) bytes; at most \(limits.size) are read"
    return refused(file, code: "SYN003", message)
  }
  if let encoding = foreignEncoding(file.bytes) {
    return refused(file, code: "SYN001", "the file is in \(encoding); JSON is UTF-8", help: "save the file as UTF-8")
  }
  var parser = JSONParser(file: file, limits: limits)
  let document = parser.document()
  return ParsedFile(
    file: file, language: .json, documents: document.map { [$0] } ?? [],
    diagnostics: parser.complaints.diagnostics(ofTemplate: parser.isOpaque), comments: parser.comments,
    templateActions: parser.templateActions, isOpaqueTemplate: parser.isOpaque)
}

private func refused(_ file: SourceFile, code: String, _ message: String, help: String? = nil) -> ParsedFile {
  let diagnostic = Diagnostic(
    code: code, severity: .error, file: file, range: SourceRange(0, 0), message: message, help: help)
  return ParsedFile(file: file, language: .json, documents: [], diagnostics: [diagnostic])
}

/// The name of the encoding when it is UTF-16 or UTF-32, known from the byte order mark or from where NUL bytes stand.
private func foreignEncoding(_ bytes: [UInt8]) -> String? {
  guard bytes.count >= 2 else { return nil }
  let (a, b) = (bytes[0], bytes[1])
  let (c, d): (UInt8, UInt8) = bytes.count >= 4 ? (bytes[2], bytes[3]) : (0x20, 0x20)
  switch (a, b, c, d) {
  case (0xFF, 0xFE, 0, 0), (0, 0, 0xFE, 0xFF): return "UTF-32"
  case (0xFF, 0xFE, _, _), (0xFE, 0xFF, _, _): return "UTF-16"
  case (0, 0, 0, 1...), (1..., 0, 0, 0): return "UTF-32"
  case (0, 1..., 0, 1...), (1..., 0, 1..., 0): return "UTF-16"
  default: return nil
  }
}
