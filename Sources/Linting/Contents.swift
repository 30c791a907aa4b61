import Forms
import Syntax

/// What was made of one file's bytes.
struct Contents {
  let state: FileOutcome.State
  let resources: [Resource]
  /// Complaints about the text; empty when the file is none of ours.
  let diagnostics: [Diagnostic]

  init(state: FileOutcome.State, resources: [Resource] = [], diagnostics: [Diagnostic] = []) {
    self.state = state
    self.resources = resources
    self.diagnostics = diagnostics
  }

  init(of file: SourceFile, isExplicit: Bool, limits: Limits) {
    guard isText(file.bytes) else {
      self.init(state: .passedBy("it is no text"))
      return
    }
    guard mayHoldResources(file.bytes) else {
      self.init(state: .passedBy("no word of a deployment configuration occurs in it"))
      return
    }
    let parsed = ParsedFile(reading: file, as: Language(path: file.path, bytes: file.bytes), limits: limits)
    let recognition = Recognition(parsed, isNamed: isExplicit)
    if let reason = recognition.reasonPassedBy {
      self.init(state: .passedBy(reason))
      return
    }
    var forms: [Form] = []
    for resource in recognition.resources where !forms.contains(resource.form) { forms.append(resource.form) }
    self.init(state: .checked(forms), resources: recognition.resources, diagnostics: parsed.diagnostics)
  }
}

/// Whether bytes may be text: they hold no NUL byte early on, unless they are UTF-16 and say so.
private func isText(_ bytes: [UInt8]) -> Bool {
  bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || !bytes.prefix(1024).contains(0)
}
