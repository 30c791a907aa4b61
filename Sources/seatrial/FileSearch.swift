import Linting
import Rules
import Syntax

/// The files that a request is about.
struct FileSearch {
  /// Something that was asked for and cannot be had.
  struct Problem {
    let text: String
    let status: ExitStatus
  }

  private(set) var inputs: [Input] = []
  private(set) var problems: [Problem] = []
  /// Paths that a person typed, who will want to know why nothing is said about them.
  private(set) var typed: [String] = []

  /// The directories that were walked.
  private var walked: [String] = []
  /// The directory that the one configuration for all files holds for; nil where each is found above its files.
  private var directoryOfConfiguration: String?

  /// What the configurations say about the exit status, by the path of the file.
  private(set) var failureLevels: [String: FailureLevel] = [:]

  /// The rules of the user's own in the configurations.
  private(set) var customRules: [Rule] = []

  /// Nil when ignore files do not hold for named paths: then a person named them, not a hook.
  private var exclusion: NamedExclusion?

  /// Looks for the files on disk, or for those of git's index.
  init(_ request: LintRequest, standardInput: StandardInput, index: Git? = nil) throws(UsageError) {
    if let index {
      let paths = try index.indexed(request.paths.isEmpty ? ["."] : request.paths)
      inputs = paths.filter { Language.mayBe(name: $0.split(on: "/").last ?? "") }.map {
        Input(path: $0, isExplicit: false)
      }
    } else {
      try collect(request, standardInput)
    }
    if request.usesConfiguration { try configure(request) }
  }

  /// The configurations that hold for something.
  var configurationPaths: [String] { Set(inputs.compactMap { $0.configuration?.configuration.file.path }).sorted() }

  /// The files whose configuration, or a rule that it names, is one of some paths.
  func pathsConfigured(where isMeant: (String) -> Bool) -> Set<String> {
    let configured = inputs.filter { input in
      guard let configuration = input.configuration?.configuration else { return false }
      return isMeant(configuration.file.path) || configuration.customRules.contains { $0.path.map(isMeant) ?? false }
    }
    return Set(configured.map(\.path))
  }

  /// Whether all files that a suppression may mean were looked for, and the one that it names is not there.
  func isGone(_ suppression: ConfiguredSuppression, of configuration: Configuration) -> Bool {
    guard !walked.isEmpty, problems.isEmpty, let start = try? absolutePath(of: ".") else { return false }
    let directory = joined(start, directoryOfConfiguration ?? String(configuration.file.path.folder))
    guard walked.contains(where: { (directory + "/").hasPrefix(joined(start, $0 == "." ? "" : $0) + "/") }) else {
      return false
    }
    // Ignore files may hide it.
    return !suppression.paths.texts.contains { text in
      !text.contains { "*?[!\\".contains($0) } && ((try? kindOfFile(at: joined(directory, text))) ?? nil) != nil
    }
  }

  private mutating func collect(_ request: LintRequest, _ standardInput: StandardInput) throws(UsageError) {
    if request.stdinName != nil {
      if !request.paths.filter({ $0 != "-" }).isEmpty || !request.lists.isEmpty {
        throw UsageError(text: "--stdin-filename takes no other files")
      }
      inputs = [Input(path: standardInput.name, isExplicit: true)]
      return
    }
    exclusion = request.excludesNamed ? NamedExclusion() : nil
    for list in request.lists {
      for path in try Self.paths(in: list, standardInput) { add(path, isTyped: false) }
    }
    let paths = request.paths.isEmpty && request.lists.isEmpty ? ["."] : request.paths
    for path in paths { add(path, isTyped: true) }
  }

  /// Gives each file its configuration, and leaves out what that excludes.
  private mutating func configure(_ request: LintRequest) throws(UsageError) {
    if request.configurationPath != nil { directoryOfConfiguration = "" }
    var search = try ConfigurationSearch(only: request.configurationPath)
    var configured: [Input] = []
    configured.reserveCapacity(inputs.count)
    for input in inputs {
      guard let applied = search.configuration(for: input.path) else {
        configured.append(input)
        continue
      }
      let isExcluded = !input.isExplicit || request.excludesNamed
      if isExcluded, applied.configuration.exclude.match(applied.path) { continue }
      if let level = applied.configuration.failOn { failureLevels[input.path] = level }
      configured.append(Input(path: input.path, isExplicit: input.isExplicit, configuration: applied))
    }
    try search.check()
    customRules = search.customRules
    inputs = configured
  }

  private mutating func add(_ name: String, isTyped: Bool) {
    let path = displayPath(name)
    if name == "-" {
      inputs.append(Input(path: "-", isExplicit: true))
      return
    }
    do {
      guard let kind = try kindOfFile(at: name) else {
        problems.append(Problem(text: missing(name), status: .usage))
        return
      }
      if exclusion?.excludes(name, isDirectory: kind == .directory) ?? false { return }
      switch kind {
      case .directory:
        walked.append(path)
        var walk = Walk(from: path)
        while let file = walk.next() { inputs.append(Input(path: file, isExplicit: false)) }
        problems += walk.problems.map { Problem(text: $0, status: .incomplete) }
      case .file, .link, .other:
        if isTyped, exclusion == nil { typed.append(path) }
        inputs.append(Input(path: path, isExplicit: exclusion == nil))
      }
    } catch {
      problems.append(Problem(text: "cannot read \(name): \(error.reason)", status: .incomplete))
    }
  }

  /// A word that is no path may have been meant as a command.
  private func missing(_ path: String) -> String {
    let commands = path.contains("/") || path.contains(".") ? [] : nearest(to: path, among: commandNames)
    let hint = commands.first.map { "; did you mean the command '\($0)'?" } ?? ""
    return "no such file or directory: \(path)" + hint
  }

  private static func paths(in list: String, _ standardInput: StandardInput) throws(UsageError) -> [String] {
    let most = 1 << 30
    do throws(SystemFailure) {
      return pathList(list == "-" ? try standardInput.bytes(most) : try readFile(at: list, count: most))
    } catch {
      throw UsageError(text: "cannot read the list \(list): \(error.reason)")
    }
  }
}

/// The paths of a list, which NUL bytes separate if there are any, line ends otherwise.
func pathList(_ bytes: [UInt8]) -> [String] {
  let separator: UInt8 = bytes.contains(0) ? 0 : UInt8(ascii: "\n")
  return bytes.split(separator: separator).compactMap { part in
    let line = separator != 0 && part.last == UInt8(ascii: "\r") ? part.dropLast() : part
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }
}

/// A path as it is shown: without `./` and doubled separators.
func displayPath(_ path: String) -> String {
  // Nearly every path is in order.
  if path.utf8.first != UInt8(ascii: "."), !path.holds("//"), !path.holds("/."), path.utf8.last != UInt8(ascii: "/") {
    return path
  }
  let segments = path.split(on: "/").filter { $0 != "." }
  let joined = segments.joined(separator: "/")
  if path.hasPrefix("/") { return "/" + joined }
  return joined.isEmpty ? "." : joined
}
