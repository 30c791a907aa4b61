import Linting

/// Finds the configuration of each file: the nearest one above it, up to the root of its repository.
struct ConfigurationSearch {
  /// The names that a configuration may have; the first one wins.
  static let names = [".seatrial.yaml", ".seatrial.yml"]

  /// A configuration, and the directory that its patterns are relative to.
  private struct Found {
    let configuration: Configuration
    let directory: String
  }

  private var loader: ConfigurationLoader
  /// The directory that paths are relative to.
  private let start: String
  /// By the directory's absolute path.
  private var byDirectory: [String: Found?] = [:]
  /// By the folder as it is shown; with the folder's path from the configuration's directory.
  private var byFolder: [String: (configuration: Configuration, prefix: String)?] = [:]
  private var unreadable: [String] = []
  /// The one file that holds for everything; nil where each file has its own.
  private var fixed: Found?

  /// Starts a search, or reads the one file at `path` that holds for everything.
  init(only path: String?) throws(UsageError) {
    loader = ConfigurationLoader(
      .init(
        read: { path throws(Unreadable) in
          do throws(SystemFailure) {
            return try readFile(at: path, count: 1 << 20)
          } catch {
            throw Unreadable(reason: error.reason)
          }
        }, identity: { (try? absolutePath(of: $0)) ?? $0 }))
    start = (try? absolutePath(of: ".")) ?? "/"
    guard let path else { return }
    do throws(Unreadable) {
      fixed = Found(configuration: try loader.load(displayPath(path)), directory: start)
    } catch {
      throw UsageError(text: "cannot read the configuration \(path): \(error.reason)")
    }
  }

  /// What holds for a file; nil when nothing is configured.
  mutating func configuration(for path: String) -> AppliedConfiguration? {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[..<$0]) } ?? ""
    guard let found = self.found(forFolder: folder, isRoot: slash == path.startIndex) else { return nil }
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    return AppliedConfiguration(configuration: found.configuration, path: found.prefix + name)
  }

  /// The mistakes in everything that was read.
  func check() throws(UsageError) {
    let problems = unreadable + loader.problems.map(\.text)
    if !problems.isEmpty { throw UsageError(text: problems.joined(separator: "\n"), namesPlaces: true) }
  }

  private mutating func found(
    forFolder folder: String, isRoot: Bool
  ) -> (configuration: Configuration, prefix: String)? {
    if let known = byFolder[folder] { return known }
    let directory = isRoot ? "/" : joined(start, folder)
    let found = fixed ?? self.found(above: directory)
    let result = found.map { found in
      let way = relativePath(to: directory, from: found.directory)
      return (found.configuration, way.isEmpty ? "" : way + "/")
    }
    byFolder[folder] = .some(result)
    return result
  }

  /// Of a directory or, if it has none, of the nearest one above it.
  private mutating func found(above directory: String) -> Found? {
    if let known = byDirectory[directory] { return known }
    let result = read(directory)
    byDirectory[directory] = .some(result)
    return result
  }

  private mutating func read(_ directory: String) -> Found? {
    let prefix = directory == "/" ? "/" : directory + "/"
    for name in Self.names where (try? kindOfFile(at: prefix + name)) == .file {
      let path = relativePath(to: prefix + name, from: start)
      do throws(Unreadable) {
        return Found(configuration: try loader.load(path), directory: directory)
      } catch {
        unreadable.append("\(path):1:1: cannot read the configuration: \(error.reason)")
        return nil
      }
    }
    if directory == "/" || (try? kindOfFile(at: prefix + ".git")) ?? nil != nil { return nil }
    let parent = directory.lastIndex(of: "/").map { String(directory[..<$0]) } ?? ""
    return found(above: parent.isEmpty ? "/" : parent)
  }
}

/// A path from a directory, without `.` and `..` where that can be seen from the names.
func joined(_ directory: String, _ path: String) -> String {
  // Nearly every path is in order.
  if path.isEmpty { return directory }
  if directory != "/", !path.utf8.contains(UInt8(ascii: ".")), path.utf8.first != UInt8(ascii: "/") {
    return directory + "/" + path
  }
  var names = path.hasPrefix("/") ? [] : directory.split(separator: "/")
  for name in path.split(separator: "/") where name != "." {
    if name == ".." { _ = names.popLast() } else { names.append(name) }
  }
  return "/" + names.joined(separator: "/")
}

/// The way from one directory to a file or a directory, both given by their absolute paths.
func relativePath(to target: String, from directory: String) -> String {
  let names = target.split(separator: "/")
  let from = directory.split(separator: "/")
  let common = zip(names, from).prefix { $0 == $1 }.count
  return ([Substring](repeating: "..", count: from.count - common) + names[common...]).joined(separator: "/")
}
