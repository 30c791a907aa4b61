import Forms
import Syntax

/// What was made of one file's bytes.
struct Contents {
  let state: FileOutcome.State
  /// Nil when the file is none of ours.
  let file: SourceFile?
  let resources: [Resource]
  /// Complaints about the text; empty when the file is none of ours.
  let diagnostics: [Diagnostic]
  /// Values that the configuration's variables made known.
  let fillings: [ParsedFile.Filling]
  /// Comments that speak to us; empty when the file is none of ours.
  let comments: [ParsedFile.Comment]

  init(
    state: FileOutcome.State, file: SourceFile? = nil, resources: [Resource] = [], diagnostics: [Diagnostic] = [],
    fillings: [ParsedFile.Filling] = [], comments: [ParsedFile.Comment] = []
  ) {
    self.state = state
    self.file = file
    self.resources = resources
    self.diagnostics = diagnostics
    self.fillings = fillings
    self.comments = comments
  }

  init(of file: SourceFile, isExplicit: Bool, limits: Limits, variables: Variables?, neighbours: Neighbours) {
    guard isText(file.bytes) else {
      self.init(state: .passedBy("it is no text"))
      return
    }
    guard mayHoldResources(file.bytes) else {
      self.init(state: .passedBy("no word of a deployment configuration occurs in it"))
      return
    }
    guard isExplicit || !holdsForeignObjectsAlone(file.bytes) else {
      self.init(state: .passedBy("its objects are of other APIs"))
      return
    }
    var parsed = ParsedFile(reading: file, as: Language(path: file.path, bytes: file.bytes), limits: limits)
    var fillings: [ParsedFile.Filling] = []
    if let variables { (parsed, fillings) = parsed.filling(variables) }
    let recognition = Recognition(parsed, isNamed: isExplicit, neighbours: neighbours)
    if let reason = recognition.reasonPassedBy {
      self.init(state: .passedBy(reason))
      return
    }
    var forms: [Form] = []
    for resource in recognition.resources where !forms.contains(resource.form) { forms.append(resource.form) }
    self.init(
      state: .checked(forms), file: file, resources: recognition.resources, diagnostics: parsed.diagnostics,
      fillings: fillings, comments: parsed.comments)
  }
}

/// Whether bytes may be text: they hold no NUL byte early on, unless they are UTF-16 and say so.
private func isText(_ bytes: [UInt8]) -> Bool {
  bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || !bytes.prefix(1024).contains(0)
}
