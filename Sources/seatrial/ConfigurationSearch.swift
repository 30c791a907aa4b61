import Linting
import RuleFiles
import Rules
import Syntax

/// Finds the configuration of each file: the nearest one above it, up to the root of its repository.
struct ConfigurationSearch {
  /// The names that a configuration may have; the first one wins.
  static let names = [".seatrial.yaml", ".seatrial.yml"]
  /// Bytes of a configuration that are read at most.
  static let longest = 1 << 20

  /// A configuration, and the directory that its patterns are relative to.
  private struct Found {
    let configuration: Configuration
    let directory: String
  }

  private var loader: ConfigurationLoader
  /// The directory that paths are relative to.
  private let start: String
  /// What was found for the directories above the last file, the nearest last: files come in the order of their paths.
  private var trail: [(directory: String, found: Found?)] = []
  private var unreadable: [String] = []
  /// The one file that holds for everything; nil where each file has its own.
  private var fixed: Found?

  /// Starts a search, or reads the one file at `path` that holds for everything.
  init(only path: String?) throws(UsageError) {
    self.init(at: (try? absolutePath(of: ".")) ?? "/") { path throws(Unreadable) in
      try readText(at: path, count: Self.longest)
    }
    guard let path else { return }
    do throws(Unreadable) {
      fixed = Found(configuration: try loader.load(displayPath(path)), directory: start)
    } catch {
      throw UsageError(text: "cannot read the configuration \(path): \(error.reason)")
    }
  }

  /// Starts a search with paths relative to a directory, with what reads files by such paths.
  init(at start: String, reading read: @escaping (_ path: String) throws(Unreadable) -> [UInt8]) {
    self.start = start
    loader = ConfigurationLoader(
      .init(
        read: read,
        identity: { path in
          let path = joined(start, path)
          return (try? absolutePath(of: path)) ?? path
        },
        ruleFiles: { path throws(Unreadable) in
          let root = joined(start, path)
          do throws(SystemFailure) {
            return try ruleFiles(at: root).map { file in
              let rest = file.dropFirst(root.count)
              return path.isEmpty ? String(rest.drop { $0 == "/" }) : path + rest
            }
          } catch {
            throw Unreadable(reason: error.reason)
          }
        }))
  }

  /// The mistakes in everything that was read.
  var problems: [ConfigurationProblem] { loader.problems }

  /// Reads a configuration for its mistakes alone, if it can be read.
  mutating func check(_ path: String) { _ = try? loader.load(path) }

  /// What holds for a file; nil when nothing is configured.
  mutating func configuration(for path: String) -> AppliedConfiguration? {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[..<$0]) } ?? ""
    guard let found = self.found(forFolder: folder, isRoot: slash == path.startIndex) else { return nil }
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    return AppliedConfiguration(configuration: found.configuration, path: found.prefix + name)
  }

  /// The rules of the user's own in everything that was read.
  var customRules: [Rule] { loader.customRules }

  /// The mistakes in everything that was read.
  func check() throws(UsageError) {
    let problems = unreadable + loader.problems.map(\.text)
    if !problems.isEmpty { throw UsageError(text: problems.joined(separator: "\n"), namesPlaces: true) }
  }

  /// The configuration of a folder as it is shown, and the folder's path from the configuration's directory.
  private mutating func found(
    forFolder folder: String, isRoot: Bool
  ) -> (configuration: Configuration, prefix: String)? {
    let directory = isRoot ? "/" : joined(start, folder)
    guard let found = fixed ?? self.found(above: directory) else { return nil }
    let way = relativePath(to: directory, from: found.directory)
    return (found.configuration, way.isEmpty ? "" : way + "/")
  }

  /// Of a directory or, if it has none, of the nearest one above it.
  private mutating func found(above directory: String) -> Found? {
    while let last = trail.last {
      if last.directory == directory { return last.found }
      if last.directory == "/" || directory.hasPrefix(last.directory + "/") { break }
      trail.removeLast()
    }
    let found = read(directory)
    trail.append((directory, found))
    return found
  }

  private mutating func read(_ directory: String) -> Found? {
    let prefix = directory == "/" ? "/" : directory + "/"
    for name in Self.names where (try? kindOfFile(at: prefix + name)) == .file {
      let path = relativePath(to: prefix + name, from: start)
      do throws(Unreadable) {
        return Found(configuration: try loader.load(path), directory: directory)
      } catch {
        let problem = "\(path):1:1: cannot read the configuration: \(error.reason)"
        if !unreadable.contains(problem) { unreadable.append(problem) }
        return nil
      }
    }
    if directory == "/" || (try? kindOfFile(at: prefix + ".git")) ?? nil != nil { return nil }
    let parent = directory.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(directory[..<$0]) } ?? ""
    return found(above: parent.isEmpty ? "/" : parent)
  }
}

/// A path from a directory, without `.` and `..` where that can be seen from the names.
func joined(_ directory: String, _ path: String) -> String {
  // Nearly every path is in order.
  if path.isEmpty { return directory }
  if !path.utf8.contains(UInt8(ascii: ".")), !path.holds("//"), path.utf8.last != UInt8(ascii: "/") {
    return path.utf8.first == UInt8(ascii: "/") ? path : directory == "/" ? "/" + path : directory + "/" + path
  }
  var names = path.hasPrefix("/") ? [] : directory.split(on: "/")
  for name in path.split(on: "/") where name != "." {
    if name == ".." { _ = names.popLast() } else { names.append(name) }
  }
  return "/" + names.joined(separator: "/")
}

/// The way from one directory to a file or a directory, both given by their absolute paths.
func relativePath(to target: String, from directory: String) -> String {
  let names = target.split(on: "/")
  let from = directory.split(on: "/")
  let common = zip(names, from).prefix { $0 == $1 }.count
  return ([Substring](repeating: "..", count: from.count - common) + names[common...]).joined(separator: "/")
}
