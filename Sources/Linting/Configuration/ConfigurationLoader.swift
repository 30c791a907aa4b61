import RuleFiles
import Syntax

/// Reads configuration files together with those that they extend.
package struct ConfigurationLoader {
  /// What a loader needs to know about the file system.
  package struct FileAccess {
    /// The bytes of a file.
    package let read: (_ path: String) throws(Unreadable) -> [UInt8]
    /// One name for each file, whatever the path that leads to it.
    package let identity: (_ path: String) -> String

    package init(
      read: @escaping (_ path: String) throws(Unreadable) -> [UInt8], identity: @escaping (_ path: String) -> String
    ) {
      self.read = read
      self.identity = identity
    }
  }

  private let files: FileAccess
  /// Mistakes in all files that were loaded so far.
  package private(set) var problems: [ConfigurationProblem] = []
  private var known: [String: ConfigurationContents] = [:]
  private var loaded: [String: Configuration] = [:]
  private var sources: [String: SourceFile] = [:]

  package init(_ files: FileAccess) { self.files = files }

  /// What the file at a path says, as far as it can be understood; mistakes are shown with that path.
  package mutating func load(_ path: String) throws(Unreadable) -> Configuration {
    let identity = files.identity(path)
    if let configuration = loaded[identity] { return configuration }
    let root = try contents(of: path)
    var all: [ConfigurationContents] = []
    var visited: Set<String> = []
    extend(root, at: path, trail: [identity], into: &all, &visited)
    let configuration = Configuration(
      file: sources[identity] ?? SourceFile(path: path, bytes: []), layers: all.flatMap(\.layers),
      failOn: all.last { $0.failOn != nil }?.failOn, exclude: PathPatterns(all.flatMap(\.exclude)),
      suppressions: all.flatMap(\.suppressions),
      requiresReason: all.last { $0.requiresReason != nil }?.requiresReason ?? false)
    loaded[identity] = configuration
    return configuration
  }

  /// Adds what a file extends, then the file itself; what several extend is added once.
  private mutating func extend(
    _ contents: ConfigurationContents, at path: String, trail: [String], into all: inout [ConfigurationContents],
    _ visited: inout Set<String>
  ) {
    guard let source = sources[files.identity(path)] else { return }
    for base in contents.bases {
      let target = Self.resolve(base.path, from: path)
      let identity = files.identity(target)
      func complain(_ message: String) {
        problems.append(ConfigurationProblem(file: source, range: base.range, message: message))
      }
      if base.path.contains("://") {
        complain("'extends' takes files: nothing is fetched from the network")
      } else if trail.contains(identity) {
        complain(
          identity == trail.last
            ? "this configuration extends itself"
            : "'\(base.path)' extends this file in turn; the circle has to be opened")
      } else if !visited.contains(identity) {
        do throws(Unreadable) {
          let contents = try self.contents(of: target)
          extend(contents, at: target, trail: trail + [identity], into: &all, &visited)
        } catch {
          complain("cannot read '\(base.path)': \(error.reason)")
        }
      }
    }
    visited.insert(files.identity(path))
    all.append(contents)
  }

  private mutating func contents(of path: String) throws(Unreadable) -> ConfigurationContents {
    let identity = files.identity(path)
    if let known = known[identity] { return known }
    let source = SourceFile(path: path, bytes: try files.read(path))
    var reader = ConfigurationReader(source)
    let contents = reader.read()
    problems += reader.problems
    sources[identity] = source
    known[identity] = contents
    return contents
  }

  /// A path that is named in a file, from where that file is seen.
  private static func resolve(_ path: String, from file: String) -> String {
    if path.hasPrefix("/") { return path }
    var names = file.split(on: "/").dropLast().map(String.init)
    for name in path.split(on: "/") where name != "." {
      if name == "..", let last = names.last, last != ".." { names.removeLast() } else { names.append(String(name)) }
    }
    return (file.hasPrefix("/") ? "/" : "") + names.joined(separator: "/")
  }
}
