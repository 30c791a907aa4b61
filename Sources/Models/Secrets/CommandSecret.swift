import Syntax

/// A secret that is written out in a command.
package struct CommandSecret: Sendable, Equatable {
  /// Which element of the command holds it, from 0.
  package let index: Int
  /// What it is and what stands before it, without the secret itself: `a secret behind '--password'`.
  package let title: String

  /// At most one for each element; elements that are no text are nil.
  package static func all(in command: [Text?]) -> [CommandSecret] {
    let elements = command.map { $0.map(\.withHolesMarked) ?? "" }
    var found: [CommandSecret] = []
    var program: Program?
    for (index, element) in elements.enumerated() {
      if let shape = CredentialShape(in: element) {
        found.append(CommandSecret(index: index, title: shape.title))
      } else if let title = secret(inShell: element, depth: 0) ?? secret(at: index, of: elements, program) {
        found.append(CommandSecret(index: index, title: title))
      }
      program = Program(element) ?? program
    }
    return found
  }
}

/// Looks at the words of a shell command; nothing where the text is a single word.
private func secret(inShell text: String, depth: Int) -> String? {
  guard text.utf8.contains(where: { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }), text.utf8.count <= 1 << 16 else {
    return nil
  }
  let words = shellWords(text)
  var program: Program?
  for (index, word) in words.enumerated() {
    if let title = secret(at: index, of: words, program) { return title }
    program = Program(word) ?? program
    // `sh -c 'mysql …'` inside of a shell command.
    if depth < 2, word != text, let title = secret(inShell: word, depth: depth + 1) { return title }
  }
  return nil
}

/// What kind of secret the word at an index is, by itself, by the word before it, or by the program whose argument it is.
private func secret(at index: Int, of words: [String], _ program: Program?) -> String? {
  let word = words[index]
  if let assignment = Assignment(word) { return assignment.title }
  if let flag = program?.attachedFlag, word.hasPrefix(flag), isWritten(String(word.dropFirst(flag.count))) {
    return "a secret behind '\(flag)'"
  }
  guard index > 0, !word.hasPrefix("-") else { return nil }
  let before = words[index - 1]
  if let flag = program?.separateFlag, before == flag, isWritten(word) { return "a secret behind '\(flag)'" }
  if program?.takesUserAndPassword == true, before == "-u" || before == "--user",
    let colon = word.firstIndex(of: ":"), isWritten(String(word[word.index(after: colon)...]))
  {
    return "a password behind '\(before)'"
  }
  // `mysql --password db` asks for the password.
  guard before.hasPrefix("-"), !before.contains("="), program?.attachedFlag == nil else { return nil }
  return Assignment(name: before, value: word)?.title
}

/// `--password=…`, `PGPASSWORD=…`, `-Dspring.datasource.password=…`, or a flag and the word behind it.
private struct Assignment {
  let title: String

  init?(_ word: String) {
    guard let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    self.init(name: String(word[..<equals]), value: String(word[word.utf8.index(after: equals)...]))
  }

  /// Nil when the name does not speak of a secret, or the value is none.
  init?(name: String, value: String) {
    guard name.utf8.allSatisfy({ $0.isWord || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }) else { return nil }
    let bare = String(name.drop { $0 == "-" })
    guard let first = wordsOfName(bare).first, !negations.contains(first) else { return nil }
    guard let kind = secretFlags.contains(bare.lowercased()) ? .secret : SecretName(bare), isWritten(value) else {
      return nil
    }
    guard kind == .secret || SecretValue(value).looksRandom else { return nil }
    title = "a secret behind '\(name)'"
  }
}

/// Whether the value is written out, and not filled in or kept elsewhere.
private func isWritten(_ value: String) -> Bool {
  !value.isEmpty && !value.contains("$") && !value.contains(unknownPart) && !value.hasPrefix("@")
    && !value.hasPrefix("-") && !SecretValue(value).isHarmless
}

/// Flags of servers that set a password, though their names hardly say so.
private let secretFlags: [String] = ["requirepass", "masterauth"]
/// First words of a flag that say that it takes no secret.
private let negations: [String] = [
  "no", "skip", "ask", "prompt", "allow", "disable", "enable", "use", "require", "read", "with", "without", "show",
  "hide",
]

/// A program whose short flags are known to take a password.
private struct Program {
  /// The password follows in the same word: `-pSECRET`.
  let attachedFlag: String?
  /// The password is the next word.
  let separateFlag: String?
  /// Whether `-u` takes `user:password`.
  let takesUserAndPassword: Bool

  init?(_ word: String) {
    let start = word.utf8.lastIndex(of: UInt8(ascii: "/")).map { word.utf8.index(after: $0) } ?? word.startIndex
    switch word[start...] {
    case "mysql", "mysqladmin", "mysqldump", "mysqlcheck", "mysqlshow", "mysqlimport", "mariadb", "mariadb-admin",
      "mariadb-dump":
      (attachedFlag, separateFlag, takesUserAndPassword) = ("-p", nil, false)
    case "redis-cli", "valkey-cli": (attachedFlag, separateFlag, takesUserAndPassword) = (nil, "-a", false)
    case "mongo", "mongosh", "mongodump", "mongorestore", "sshpass":
      (attachedFlag, separateFlag, takesUserAndPassword) = (nil, "-p", false)
    case "curl": (attachedFlag, separateFlag, takesUserAndPassword) = (nil, nil, true)
    default: return nil
    }
  }
}
