import Syntax

/// A text that is open in the editor.
struct Document {
  let uri: DocumentURI
  /// Changes with every edit; the client counts.
  let version: Int
  /// Its path is the name that the document is linted under.
  let file: SourceFile

  /// Whether it is that of a file on this machine.
  var isFile: Bool { uri.path != nil }
  var name: String { file.path }

  func renamed(_ name: String) -> Document {
    Document(uri: uri, version: version, file: SourceFile(path: name, bytes: file.bytes))
  }
}

/// The names that files go by: relative to the first folder of the workspace where they are in it, like those of a run
/// there.
struct FileNames {
  /// The absolute path of that folder, or of the root where there is none.
  let directory: String

  init(folders: [String]) { directory = folders.first ?? "/" }

  func name(ofPath path: String) -> String {
    guard directory != "/", path.utf8.starts(with: directory.utf8) else { return path }
    let rest = path.utf8.dropFirst(directory.utf8.count)
    return rest.first == UInt8(ascii: "/") && rest.count > 1 ? String(Substring(rest.dropFirst())) : path
  }

  func path(ofName name: String) -> String {
    if name.utf8.first == UInt8(ascii: "/") { return name }
    var names = directory.split(on: "/")
    for part in name.split(on: "/") where part != "." {
      if part == ".." { _ = names.popLast() } else { names.append(part) }
    }
    return "/" + names.joined(separator: "/")
  }

  func name(of uri: DocumentURI) -> String { uri.path.map { name(ofPath: $0) } ?? uri.name }
}
