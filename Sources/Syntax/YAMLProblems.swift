extension YAMLProblem {
  func diagnostic(in file: SourceFile, _ text: YAMLText) -> Diagnostic {
    Diagnostic(
      code: "SYN001", severity: .error, file: file, range: SourceRange(offset, offset),
      message: context.isEmpty ? problem : "\(context): \(problem)")
  }
}
