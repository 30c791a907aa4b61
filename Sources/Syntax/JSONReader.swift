/// Reads JSON (RFC 8259).
func readJSON(_ file: SourceFile, limits: Limits) -> ParsedFile {
  ParsedFile(file: file, language: .json, documents: [])
}
