import RuleFiles
import Rules
import Syntax

/// Reads configuration files together with those that they extend, and the rules of the user's own that they name.
package struct ConfigurationLoader {
  /// What a loader needs to know about the file system.
  package struct FileAccess {
    /// The bytes of a file.
    package let read: (_ path: String) throws(Unreadable) -> [UInt8]
    /// One name for each file, whatever the path that leads to it.
    package let identity: (_ path: String) -> String
    /// The rule files in a directory, in order; of a file, itself.
    package let ruleFiles: (_ path: String) throws(Unreadable) -> [String]

    package init(
      read: @escaping (_ path: String) throws(Unreadable) -> [UInt8], identity: @escaping (_ path: String) -> String,
      ruleFiles: @escaping (_ path: String) throws(Unreadable) -> [String] = { path throws(Unreadable) in [path] }
    ) {
      self.read = read
      self.identity = identity
      self.ruleFiles = ruleFiles
    }
  }

  private let files: FileAccess
  /// Mistakes in all files that were loaded so far.
  package private(set) var problems: [ConfigurationProblem] = []
  private var read: [String: ConfigurationReader] = [:]
  private var known: [String: ConfigurationContents] = [:]
  private var loaded: [String: Configuration] = [:]
  private var custom: CustomRules

  /// - Parameters:
  ///   - files: the file system.
  ///   - rules: rules of the user's own that every configuration has.
  package init(_ files: FileAccess, rules: [Rule] = []) {
    self.files = files
    custom = CustomRules(files, given: rules)
  }

  /// The rules of the user's own in all configurations that were loaded so far.
  package var customRules: [Rule] { custom.all }

  /// What the file at a path says, as far as it can be understood; mistakes are shown with that path.
  package mutating func load(_ path: String) throws(Unreadable) -> Configuration {
    let identity = files.identity(path)
    if let configuration = loaded[identity] { return configuration }
    let root = try reader(of: path)
    var all: [ConfigurationContents] = []
    var visited: Set<String> = []
    extend(root, at: path, trail: [identity], into: &all, &visited)
    let configuration = Configuration(
      file: root.file, layers: all.flatMap(\.layers), failOn: all.last { $0.failOn != nil }?.failOn,
      exclude: PathPatterns(all.flatMap(\.exclude)), suppressions: all.flatMap(\.suppressions),
      requiresReason: all.last { $0.requiresReason != nil }?.requiresReason ?? false,
      customRules: custom[identity])
    loaded[identity] = configuration
    return configuration
  }

  /// Adds what a file extends, then the file itself; what several extend is added once.
  private mutating func extend(
    _ reader: ConfigurationReader, at path: String, trail: [String], into all: inout [ConfigurationContents],
    _ visited: inout Set<String>
  ) {
    // What is wrong with a file is said before what is wrong with those that it extends.
    let start = problems.count
    var bases: [String] = []
    for base in reader.bases {
      let target = path.resolving(base.path)
      let identity = files.identity(target)
      func complain(_ message: String) {
        problems.append(ConfigurationProblem(file: reader.file, range: base.range, message: message))
      }
      if base.path.contains("://") {
        complain("'extends' takes files: nothing is fetched from the network")
      } else if trail.contains(identity) {
        complain(
          identity == trail.last
            ? "this configuration extends itself"
            : "'\(base.path)' extends this file in turn; the circle has to be opened")
      } else {
        bases.append(identity)
        if visited.contains(identity) { continue }
        do throws(Unreadable) {
          let reader = try self.reader(of: target)
          extend(reader, at: target, trail: trail + [identity], into: &all, &visited)
        } catch {
          complain("cannot read '\(base.path)': \(error.reason)")
        }
      }
    }
    let identity = files.identity(path)
    visited.insert(identity)
    if let contents = known[identity] {
      all.append(contents)
      return
    }
    var (reader, own) = (reader, [ConfigurationProblem]())
    custom.add(reader.customRules, of: reader.file, identity: identity, at: path, bases: bases, problems: &own)
    let contents = reader.read(knowing: Rule.all(with: custom[identity]), isComplete: custom.knowsAll(of: identity))
    problems.insert(contentsOf: reader.problems + own, at: start)
    known[identity] = contents
    all.append(contents)
  }

  private mutating func reader(of path: String) throws(Unreadable) -> ConfigurationReader {
    let identity = files.identity(path)
    if let known = read[identity] { return known }
    let reader = ConfigurationReader(SourceFile(path: path, bytes: try files.read(path)))
    read[identity] = reader
    return reader
  }
}

extension String {
  /// A path that is named in this file, from where the file is seen.
  func resolving(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    var names = split(on: "/").dropLast().map(String.init)
    for name in path.split(on: "/") where name != "." {
      if name == "..", let last = names.last, last != ".." { names.removeLast() } else { names.append(String(name)) }
    }
    return (hasPrefix("/") ? "/" : "") + names.joined(separator: "/")
  }
}
