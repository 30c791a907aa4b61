import Linting
import Syntax

/// The kinds of actions that there are.
enum ActionKind {
  static let quickFix = "quickfix"
  static let fixAll = "source.fixAll.seatrial"

  /// Whether a kind is one of those that are asked for, or below one of them; nil asks for all.
  static func isWanted(_ kind: String, _ only: [String]?) -> Bool {
    only?.contains { $0.isEmpty || kind == $0 || kind.hasPrefix($0 + ".") } ?? true
  }
}

extension Server {
  /// What can be done about the findings at a place.
  mutating func codeActions(_ params: Wire.CodeActionParams) -> [Wire.CodeAction] {
    settle()
    let uri = params.textDocument.uri
    guard features.takesCodeActions, let findings = workspace.findings[uri] else { return [] }
    let document = findings.document
    var actions: [Wire.CodeAction] = []
    if ActionKind.isWanted(ActionKind.quickFix, params.context.only) {
      let meant = meant(by: params, findings)
      for finding in meant { actions += fixes(of: finding, in: document) }
      // Each of them is tried out, and nobody reads a longer list.
      for finding in meant.prefix(8) {
        if let action = suppression(of: finding, in: document) { actions.append(action) }
      }
    }
    if ActionKind.isWanted(ActionKind.fixAll, params.context.only),
      findings.diagnostics.contains(where: { $0.fix(includingUnsafe: false) != nil })
    {
      var action = Wire.CodeAction(title: "Apply all safe fixes of seatrial", kind: ActionKind.fixAll)
      if features.resolvesEdits {
        action.data = Wire.CodeAction.Later(uri: uri)
        actions.append(action)
      } else if let edit = fixAll(document) {
        action.edit = edit
        actions.append(action)
      }
    }
    return actions
  }

  /// An action with the edit that was left out when it was offered.
  mutating func resolve(_ chosen: Wire.ChosenAction) -> Wire.CodeAction {
    settle()
    var action = Wire.CodeAction(title: chosen.title, kind: ActionKind.fixAll, data: chosen.data)
    action.edit = workspace.documents[chosen.data.uri].flatMap { fixAll($0) } ?? Wire.WorkspaceEdit(changes: [:])
    return action
  }

  /// The findings at the place that is asked about; only some of them where the client says which.
  private func meant(by params: Wire.CodeActionParams, _ findings: Workspace.Findings) -> [Diagnostic] {
    let place = rendering.places(in: findings.document).bytes(of: params.range)
    let near = findings.diagnostics.filter { $0.touches(place) }
    let marks = Set(params.context.diagnostics.compactMap { $0.source == "seatrial" ? $0.mark : nil })
    let named = near.filter { marks.contains(rendering.mark(of: $0)) }
    return named.isEmpty ? near : named
  }

  private func fixes(of finding: Diagnostic, in document: Document) -> [Wire.CodeAction] {
    let shown = rendering.diagnostic(finding, rendering.places(in: document))
    return finding.fixes.enumerated().map { index, fix in
      let isSafe = fix.safety == .safe
      let action = Wire.CodeAction(
        title: isSafe ? fix.title : "\(fix.title) (unsafe)", kind: ActionKind.quickFix, diagnostics: [shown],
        isPreferred: features.takesPreference && isSafe && index == 0 ? true : nil, edit: edit(document, fix.edits))
      return action
    }
  }

  /// All that `--fix` would do to the document; nil when that is nothing.
  private mutating func fixAll(_ document: Document) -> Wire.WorkspaceEdit? {
    let name = document.name
    let group = workspace.group(of: document)
    let workspace = workspace
    func check(_ texts: [String: EditedText]) -> Report {
      let texts = texts.mapValues(\.bytes)
      return document.isFile
        ? workspace.report(on: group, replacing: texts) : workspace.reportAlone(on: document, replacing: texts[name])
    }
    let fixing = Fixing(check([:]), includesUnsafe: false, check: check) { report in
      report.findings.filter { $0.file.path == name }
    }
    return fixing.texts[name].map { edit(document, $0.lineEdits) }
  }

  /// Keeps back one finding: by a comment, or by the configuration where the language has none.
  private mutating func suppression(of finding: Diagnostic, in document: Document) -> Wire.CodeAction? {
    guard finding.canBeSuppressed else { return nil }
    let shown = rendering.diagnostic(finding, rendering.places(in: document))
    if document.file.takesComments {
      let text = document.file.addingSuppressions(of: [finding], reason: nil)
      guard keepsBack(finding, text.bytes, document) else { return nil }
      return Wire.CodeAction(
        title: "Ignore \(finding.code) on this line", kind: ActionKind.quickFix, diagnostics: [shown],
        edit: edit(document, text.lineEdits))
    }
    guard let (path, edit) = suppressionInConfiguration(of: finding, in: document) else { return nil }
    return Wire.CodeAction(
      title: "Ignore \(finding.code) here, in \(path.split(on: "/").last ?? "")", kind: ActionKind.quickFix,
      diagnostics: [shown], edit: edit)
  }

  /// Whether a finding is gone in another text, and nothing took its place: a comment may stand inside of a value.
  private mutating func keepsBack(_ finding: Diagnostic, _ text: [UInt8], _ document: Document) -> Bool {
    let group = workspace.group(of: document)
    let report =
      document.isFile
      ? workspace.report(on: group, replacing: [document.name: text])
      : workspace.reportAlone(on: document, replacing: text)
    func count(_ findings: [Diagnostic], _ code: String) -> Int {
      findings.count { $0.code == code && $0.file.path == document.name }
    }
    let before = workspace.findings[document.uri.text]?.diagnostics ?? []
    return count(report.findings, finding.code) < count(before, finding.code)
      && ["SYN001", "CFG001"].allSatisfy { count(report.findings, $0) <= count(before, $0) }
  }

  /// An entry for the nearest configuration; in the first folder of the workspace where there is none.
  private func suppressionInConfiguration(
    of finding: Diagnostic, in document: Document
  ) -> (path: String, edit: Wire.WorkspaceEdit)? {
    guard let path = document.uri.path else { return nil }
    let below: String
    let target: String
    if let configuration = workspace.configuration(of: document) {
      (below, target) = (configuration.path, workspace.names.path(ofName: configuration.configuration.file.path))
    } else if let folder = workspace.folders.first, path != document.name,
      let name = workspace.machine.configurationNames.first
    {
      (below, target) = (document.name, folder + "/" + name)
    } else {
      return nil
    }
    guard !below.hasPrefix(".."), !below.hasPrefix("/") else { return nil }
    let entry = SuppressionEntry(for: finding, path: below, reason: nil)
    let old = workspace.text(atPath: target)
    let file = old ?? SourceFile(path: target, bytes: [])
    guard let text = adding([entry], toConfiguration: file.text(in: file.range)) else { return nil }
    guard let edit = edit(atPath: target, file, file.edit(toBecome: text), creates: old == nil) else { return nil }
    return (target, edit)
  }
}

// Edits.
extension Server {
  private func edit(_ document: Document, _ edits: [Fix.Edit]) -> Wire.WorkspaceEdit {
    let places = rendering.places(in: document)
    return edit(
      document.uri.text, document.version, edits.map { .init(range: places.range($0.range), newText: $0.replacement) })
  }

  /// An edit of a file that may not be open, or not even be there; nil where the client cannot make one.
  private func edit(
    atPath path: String, _ file: SourceFile, _ edit: Fix.Edit, creates: Bool
  ) -> Wire.WorkspaceEdit? {
    let uri = workspace.uri(ofName: workspace.names.name(ofPath: path))
    let open = workspace.documents[uri]
    let places = rendering.places(in: open?.file ?? file, isOpen: open != nil)
    var result = self.edit(
      uri, open?.version, [.init(range: places.range(edit.range), newText: edit.replacement)])
    guard creates else { return result }
    guard features.createsFiles, features.takesDocumentChanges else { return nil }
    result.documentChanges?.insert(.create(Wire.CreateFile(uri: uri)), at: 0)
    return result
  }

  private func edit(_ uri: String, _ version: Int?, _ edits: [Wire.TextEdit]) -> Wire.WorkspaceEdit {
    guard features.takesDocumentChanges else { return Wire.WorkspaceEdit(changes: [uri: edits]) }
    return Wire.WorkspaceEdit(documentChanges: [
      .edit(Wire.TextDocumentEdit(textDocument: .init(uri: uri, version: version), edits: edits))
    ])
  }
}
