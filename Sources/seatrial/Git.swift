import Linting

/// What git knows about the repository that the working directory is in.
///
/// Nothing else of git is asked for: no remote, no configuration that could run something.
struct Git {
  /// The absolute path of the directory at the top of the working tree.
  let root: String
  private let start: String

  init() throws(UsageError) {
    start = (try? absolutePath(of: ".")) ?? "/"
    let answer = try Self.run(["rev-parse", "--show-toplevel"])
    guard answer.status == 0 else { throw UsageError(text: "this is no git repository: \(answer.complaint)") }
    root = answer.lines.first ?? start
  }

  /// A path from the top of the repository as it is shown here.
  private func shown(_ path: String) -> String { relativePath(to: joined(root, path), from: start) }

  /// The lines that were added or changed since the work left the branch of a reference, work not committed included.
  func linesChanged(since reference: String) throws(UsageError) -> ChangedLines {
    guard !reference.isEmpty, !reference.hasPrefix("-") else {
      throw UsageError(text: "'\(reference)' is no git reference")
    }
    guard try Self.run(["rev-parse", "--verify", "--quiet", "\(reference)^{commit}"]).status == 0 else {
      throw UsageError(
        text: "git knows no '\(reference)'; in a shallow clone fetch it first (actions/checkout: fetch-depth: 0)")
    }
    let base = try Self.run(["merge-base", reference, "HEAD"])
    guard base.status == 0, let commit = base.lines.first else {
      throw UsageError(
        text: "'\(reference)' and HEAD have no common commit here; in a shallow clone fetch more history "
          + "(actions/checkout: fetch-depth: 0)")
    }
    var changes = ChangedLines(diff: try diff([commit]), shown: shown)
    for path in try list(["ls-files", "--others", "--exclude-standard", "-z", "--full-name", root]) {
      changes.addWhole(shown(path))
    }
    return changes
  }

  /// The lines that are added or changed in the index.
  func linesStaged() throws(UsageError) -> ChangedLines { ChangedLines(diff: try diff(["--cached"]), shown: shown) }

  private func diff(_ arguments: [String]) throws(UsageError) -> [UInt8] {
    let fixed = [
      "-c", "core.quotePath=false", "-C", root, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv",
      "--find-renames", "--src-prefix=a/", "--dst-prefix=b/",
    ]
    let answer = try Self.run(fixed + arguments + ["--"])
    guard answer.status == 0 else { throw UsageError(text: "git diff failed: \(answer.complaint)") }
    return answer.output
  }

  /// The files of the index below some paths, as they are shown here.
  func indexed(_ paths: [String]) throws(UsageError) -> [String] {
    try list(["ls-files", "-z", "--full-name", "--"] + paths).map(shown)
  }

  /// The files whose text in the index is not that of the working tree, as they are shown here.
  func differingFromIndex() throws(UsageError) -> Set<String> {
    Set(try list(["-C", root, "diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--"]).map(shown))
  }

  /// The text of a file in the index; nil when it is not there.
  func textInIndex(_ path: String) -> [UInt8]? {
    let inside = relativePath(to: joined(start, path), from: root)
    guard let answer = try? Self.run(["-C", root, "cat-file", "blob", ":\(inside)"]), answer.status == 0 else {
      return nil
    }
    return answer.output
  }

  private func list(_ arguments: [String]) throws(UsageError) -> [String] {
    let answer = try Self.run(arguments)
    guard answer.status == 0 else { throw UsageError(text: "git failed: \(answer.complaint)") }
    return answer.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func run(_ arguments: [String]) throws(UsageError) -> ProgramAnswer {
    do throws(SystemFailure) {
      return try runProgram("git", arguments, environment: environmentOfGit)
    } catch {
      throw UsageError(text: "cannot run git: \(error.reason)")
    }
  }
}

/// What git is told about where things are; in a hook it says so itself.
private let environmentOfGit =
  [
    "PATH", "HOME", "XDG_CONFIG_HOME", "TMPDIR", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CEILING_DIRECTORIES", "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT",
  ] + (0..<10).flatMap { ["GIT_CONFIG_KEY_\($0)", "GIT_CONFIG_VALUE_\($0)"] }

extension ProgramAnswer {
  fileprivate var lines: [String] {
    output.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The first thing that it said about what went wrong.
  fileprivate var complaint: String {
    let line = errors.split(separator: UInt8(ascii: "\n")).first ?? []
    return String(decoding: line, as: UTF8.self)
  }
}
