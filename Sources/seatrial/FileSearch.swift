import Linting
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
  private(set) var namedByHand: Set<String> = []

  init(_ request: LintRequest, standardInput: StandardInput) throws(UsageError) {
    if request.stdinName != nil {
      if !request.paths.filter({ $0 != "-" }).isEmpty || !request.lists.isEmpty {
        throw UsageError(text: "--stdin-filename takes no other files")
      }
      inputs = [Input(path: standardInput.name, isExplicit: true)]
      return
    }
    for list in request.lists {
      for path in try Self.paths(in: list, standardInput) { add(path, isTyped: false, request.excludesNamed) }
    }
    let paths = request.paths.isEmpty && request.lists.isEmpty ? ["."] : request.paths
    for path in paths { add(path, isTyped: true, request.excludesNamed) }
  }

  private mutating func add(_ typed: String, isTyped: Bool, _ excludesNamed: Bool) {
    let path = displayPath(typed)
    if typed == "-" {
      inputs.append(Input(path: "-", isExplicit: true))
      return
    }
    do {
      switch try kindOfFile(at: typed) {
      case nil:
        problems.append(Problem(text: missing(typed), status: .usage))
      case .directory:
        var walk = Walk(from: path)
        while let file = walk.next() { inputs.append(Input(path: file, isExplicit: false)) }
        problems += walk.problems.map { Problem(text: $0, status: .incomplete) }
      case .file, .link, .other:
        if isTyped { namedByHand.insert(path) }
        inputs.append(Input(path: path, isExplicit: true))
      }
    } catch {
      problems.append(Problem(text: "cannot read \(typed): \(error.reason)", status: .incomplete))
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
  let segments = path.split(separator: "/").filter { $0 != "." }
  let joined = segments.joined(separator: "/")
  if path.hasPrefix("/") { return "/" + joined }
  return joined.isEmpty ? "." : joined
}
