import Syntax

/// A database in a file, as an address in a variable names it: `sqlite:///data/app.db`.
package struct LocalDatabase: Sendable, Equatable {
  /// `SQLite`, `H2`.
  package let kind: String
  /// As it is written; relative to the working directory unless it begins with `/`.
  package let path: String

  /// Nil when the variable names none, or one in memory.
  package init?(variable name: String, _ value: String) {
    let lowered = value.lowercased()
    guard let form = forms.first(where: { lowered.hasPrefix($0.prefix) }) else { return nil }
    if form.prefix == "file:" {
      let words = wordsOfName(name)
      guard words.contains("database") || words.contains("db"), fileEndings.contains(where: lowered.hasSuffix) else {
        return nil
      }
    }
    var path = value.dropFirst(form.prefix.count).prefix { $0 != "?" && $0 != ";" }
    // SQLAlchemy writes a third slash before the path: `sqlite:////data/app.db` is absolute.
    if form.hasAuthority { path = path.hasPrefix("/") ? path.dropFirst() : path }
    guard !path.isEmpty, !path.contains("memory"), !path.hasPrefix("mem:"), !path.hasPrefix("tcp:"),
      !path.hasPrefix("ssl:"), !path.contains(unknownPart), !path.contains("$")
    else { return nil }
    kind = form.kind
    self.path = String(path)
  }

  /// Whether a directory holds the file.
  package func lies(in directory: String) -> Bool {
    let folder = directory.hasSuffix("/") ? directory : directory + "/"
    return path.hasPrefix(folder)
  }
}

private let forms: [(prefix: String, kind: String, hasAuthority: Bool)] = [
  ("sqlite+aiosqlite://", "SQLite", true), ("sqlite+pysqlite://", "SQLite", true), ("sqlite3://", "SQLite", true),
  ("sqlite://", "SQLite", true), ("sqlite:", "SQLite", false), ("jdbc:sqlite:", "SQLite", false),
  ("jdbc:h2:file:", "H2", false), ("jdbc:h2:", "H2", false), ("jdbc:hsqldb:file:", "HSQLDB", false),
  ("file:", "SQLite", false),
]

private let fileEndings = [".db", ".sqlite", ".sqlite3", ".db3"]
