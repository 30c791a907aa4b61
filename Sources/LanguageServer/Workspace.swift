import Linting
import RuleFiles
import Rules
import Synchronization
import Syntax

/// The open documents, the files around them, and what there is to say about them.
struct Workspace {
  /// What there is to say about one document, and about which text of it.
  struct Findings {
    let document: Document
    /// In the order of a report.
    let diagnostics: [Diagnostic]
  }

  /// Files that are linted together at most; the ones with the longest way to an open document are left out.
  private static let mostLinked = 200

  let machine: Machine
  private(set) var folders: [String] = []
  private(set) var names = FileNames(folders: [])
  /// By what the client calls them.
  private(set) var documents: [String: Document] = [:]
  private(set) var findings: [String: Findings] = [:]
  /// The mistakes in configurations, by the path of the file.
  private(set) var problems: [String: [ConfigurationProblem]] = [:]
  private(set) var survey: Survey
  private var links = LinkedFiles()
  /// The configurations that the survey met, by their names.
  private var configurations: Set<String> = []
  /// The paths of all files that say what holds for open documents: configurations, what these extend, users' own rules.
  private var partsOfConfigurations: Set<String> = []
  /// The documents that have to be looked at again; nil for all of them.
  private var changed: Set<String>? = []
  /// Whether a configuration may be another one by now.
  private var isReconfigured = true

  init(machine: Machine) {
    self.machine = machine
    survey = Survey(folders: [], machine: machine)
  }

  /// Whether there is something to say that was not said yet.
  var isStale: Bool { changed?.isEmpty != true }
  /// The documents that were edited since the last look at them, as far as not all have to be looked at.
  var changedDocuments: Set<String> { changed ?? [] }
}

// What happens to documents and folders.
extension Workspace {
  mutating func open(_ folders: [String]) {
    self.folders = folders
    names = FileNames(folders: folders)
    documents = documents.mapValues { $0.renamed(names.name(of: $0.uri)) }
    (findings, links, configurations) = ([:], LinkedFiles(), [])
    startSurvey()
    reconfigure()
  }

  mutating func open(_ uri: DocumentURI, version: Int, text: String) {
    let document = Document(uri: uri, version: version, file: SourceFile(path: names.name(of: uri), text: text))
    documents[uri.text] = document
    changed?.insert(uri.text)
    guard let path = uri.path else { return }
    isReconfigured = true
    if !survey.coversFolders || !folders.contains(where: { holds($0, path) }) {
      survey.add(machine.list(folder(of: path)))
    }
  }

  mutating func change(_ document: Document) {
    documents[document.uri.text] = document
    changed?.insert(document.uri.text)
    if isConfiguration(document) { reconfigure() }
  }

  /// Forgets a document; from now on the file on disk counts.
  mutating func close(_ uri: String) {
    guard let document = documents.removeValue(forKey: uri) else { return }
    findings[uri] = nil
    changed?.remove(uri)
    guard let path = document.uri.path else { return }
    survey.add([path])
    // Its text may have been another than the one on disk.
    let linked = uris(named: links.connected(to: [document.name], most: Self.mostLinked))
    changed?.formUnion(linked)
    if isConfiguration(document) { reconfigure() }
  }

  /// Takes note that files have changed on disk, appeared or gone.
  mutating func noticeFiles(_ paths: [String]) {
    // What a configuration excludes, and the values that it has for placeholders, may be other ones, too.
    if paths.contains(where: { machine.configurationNames.contains(lastName(of: $0)) }) { startSurvey() }
    survey.add(paths)
  }

  /// Looks at all files anew, little by little.
  mutating func startSurvey() {
    survey = Survey(folders: folders, machine: machine)
    for document in documents.values {
      guard let path = document.uri.path, !folders.contains(where: { holds($0, path) }) else { continue }
      survey.add(machine.list(folder(of: path)))
    }
  }

  private mutating func reconfigure() {
    isReconfigured = true
    changed = nil
  }

  /// Whether a document is a configuration, or a part of one.
  private func isConfiguration(_ document: Document) -> Bool {
    guard let path = document.uri.path else { return false }
    return machine.configurationNames.contains(lastName(of: path)) || partsOfConfigurations.contains(path)
      || configurations.contains(document.name)
  }

  /// Looks at a few more files of the workspace; when it has seen all, everything that is open is looked at again.
  ///
  /// - Returns: what the user should know about it.
  mutating func continueSurvey() -> String? {
    let wasTooLarge = survey.isTooLarge
    let portion = survey.next().map { names.name(ofPath: $0) }
    configurations.formUnion(portion.filter { machine.configurationNames.contains(lastName(of: $0)) })
    let open = Set(documents.values.filter(\.isFile).map(\.name))
    take(portion.filter { !open.contains($0) })
    if survey.isTooLarge, !wasTooLarge {
      survey.add(Set(documents.values.compactMap { $0.uri.path.map(folder(of:)) }).flatMap(machine.list))
    }
    if survey.isOver { reconfigure() }
    guard survey.isTooLarge, !wasTooLarge else { return nil }
    return "the workspace has more than \(machine.mostFiles) files that may be deployment configurations, so only open "
      + "files and those beside them are judged together"
  }
}

// What there is to say.
extension Workspace {
  /// Looks at what has changed, and at what is linked with it.
  ///
  /// - Returns: the documents that were looked at.
  mutating func lint() -> Set<String> {
    let asked = (changed ?? Set(documents.keys)).filter { documents[$0] != nil }
    changed = []
    let files = asked.filter { documents[$0]?.isFile == true }
    let changedNames = files.compactMap { documents[$0]?.name }
    let before = links.connected(to: changedNames, most: Self.mostLinked)
    take(changedNames)
    let group = links.connected(to: Set(before + changedNames), most: max(Self.mostLinked, before.count))
    let report = files.isEmpty ? nil : self.report(on: group)
    var done = files.union(uris(named: group))
    let byName = Dictionary(grouping: report?.findings ?? [], by: \.file.path)
    for uri in done {
      guard let document = documents[uri] else { continue }
      findings[uri] = Findings(
        document: document, diagnostics: owner(of: document.name) == uri ? byName[document.name] ?? [] : [])
    }
    for uri in asked.subtracting(files) {
      guard let document = documents[uri] else { continue }
      findings[uri] = Findings(document: document, diagnostics: reportAlone(on: document).findings)
      done.insert(uri)
    }
    if isReconfigured { checkConfigurations() }
    return done
  }

  /// The files that have a say in what is found in a document, itself included.
  mutating func group(of document: Document) -> [String] {
    document.isFile ? links.connected(to: [document.name], most: Self.mostLinked) : [document.name]
  }

  /// What there is to say about some files, by their names, where some have another text.
  func report(on names: [String], replacing texts: [String: [UInt8]] = [:]) -> Report {
    linter(replacing: texts).report(on: inputs(names))
  }

  /// What there is to say about a document that is in no file: it is alone in the world.
  func reportAlone(on document: Document, replacing text: [UInt8]? = nil) -> Report {
    let (name, bytes) = (document.name, text ?? document.file.bytes)
    let linter = Linter(selection: Self.selection, today: machine.today()) { path, count throws(Unreadable) in
      guard path == name else { throw Unreadable(reason: "it is no file") }
      return bytes.count > count ? Array(bytes[..<count]) : bytes
    }
    return linter.report(on: [Input(path: name, isExplicit: false)])
  }

  /// The configuration that holds for a document.
  func configuration(of document: Document) -> AppliedConfiguration? {
    document.isFile ? configurations(of: [document.name]).applied[document.name] : nil
  }

  /// The text of a file as it is in the editor, and otherwise on disk; nil when there is none.
  func text(atPath path: String) -> SourceFile? {
    if let uri = owner(of: names.name(ofPath: path)), let document = documents[uri] { return document.file }
    return (try? machine.read(path, 1 << 20)).map { SourceFile(path: path, bytes: $0) }
  }

  /// What the client calls a file.
  func uri(ofName name: String) -> String {
    owner(of: name) ?? DocumentURI(path: names.path(ofName: name)).text
  }

  /// The open document of a file; one of them, should the client have several names for the file.
  func owner(of name: String) -> String? { uris(named: [name]).max() }

  private static let selection = Selection(choice: RuleChoice())

  private func uris(named names: [String]) -> [String] {
    let names = Set(names)
    return documents.filter { names.contains($0.value.name) }.map(\.key)
  }

  private func linter(replacing texts: [String: [UInt8]] = [:]) -> Linter {
    let read = reader(replacing: texts)
    let names = names
    return Linter(selection: Self.selection, jobs: machine.jobs, today: machine.today()) {
      name, count throws(Unreadable) in
      try read(names.path(ofName: name), count)
    }
  }

  /// Reads files by their paths; those that are open as the editor has them.
  private func reader(replacing texts: [String: [UInt8]] = [:]) -> Machine.Reader {
    var open: [String: [UInt8]] = [:]
    for document in documents.values {
      if let path = document.uri.path { open[path] = document.file.bytes }
    }
    for (name, bytes) in texts { open[names.path(ofName: name)] = bytes }
    return { [open, machine] path, count throws(Unreadable) in
      guard let bytes = open[path] else { return try machine.read(path, count) }
      return bytes.count > count ? Array(bytes[..<count]) : bytes
    }
  }

  private func configurations(
    of names: [String], checking checked: [String] = [], noting parts: Paths? = nil
  ) -> Machine.Configurations {
    let read = reader()
    return machine.configure(
      Machine.ConfigurationRequest(names: names, checked: checked, directory: self.names.directory) {
        path, count throws(Unreadable) in
        parts?.add(path)
        return try read(path, count)
      })
  }

  /// The files with their configurations, without those that are excluded there.
  private func inputs(_ names: [String]) -> [Input] {
    let applied = configurations(of: names).applied
    return names.compactMap { name in
      let configuration = applied[name]
      if let configuration, configuration.configuration.exclude.match(configuration.path) { return nil }
      return Input(path: name, isExplicit: false, configuration: configuration)
    }
  }

  /// Takes note of what ties files to others.
  private mutating func take(_ names: [String]) {
    let inputs = inputs(names)
    var new: [String: Links] = [:]
    for (input, links) in zip(inputs, linter().links(of: inputs)) { new[input.path] = links }
    for name in names { links.set(new[name], for: name) }
  }

  private mutating func checkConfigurations() {
    isReconfigured = false
    let open = documents.values.filter(\.isFile)
    let checked = open.filter { machine.configurationNames.contains(lastName(of: $0.name)) }.map(\.name)
    let parts = Paths()
    let found = configurations(of: open.map(\.name), checking: configurations.union(checked).sorted(), noting: parts)
    partsOfConfigurations = parts.all
    problems = Dictionary(grouping: found.problems) { names.path(ofName: $0.file.path) }
  }
}

/// The paths of files that were read.
private final class Paths: Sendable {
  private let paths = Mutex<Set<String>>([])

  func add(_ path: String) { _ = paths.withLock { $0.insert(path) } }
  var all: Set<String> { paths.withLock { $0 } }
}

private func lastName(of path: String) -> String { path.split(on: "/").last.map(String.init) ?? "" }

private func folder(of path: String) -> String {
  let folder = path.folder.dropLast()
  return folder.isEmpty ? "/" : String(folder)
}

/// Whether a path is below a folder.
private func holds(_ folder: String, _ path: String) -> Bool {
  folder == "/" || (path.utf8.starts(with: folder.utf8) && path.utf8.dropFirst(folder.utf8.count).first == 0x2F)
}
