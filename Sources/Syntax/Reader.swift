extension ParsedFile {
  /// Reads one file.
  ///
  /// Whatever the bytes are, this returns: a value where there is one, and what is wrong with the text.
  package init(reading file: SourceFile, as language: Language, limits: Limits = .standard) {
    switch language {
    case .json: self = readJSON(file, limits: limits)
    case .yaml: self = readYAML(file, limits: limits)
    }
  }
}
