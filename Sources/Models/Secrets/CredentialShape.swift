import Syntax

/// A credential that is known by its form alone, whatever the variable is called.
package struct CredentialShape: Sendable, Equatable {
  /// What it is, with its article: `a GitHub token`.
  package let title: String

  private init(_ title: String) { self.title = title }

  /// Nil when the value has no such form, or is one of the examples that vendors print in their documentation.
  package init?(in value: String) {
    guard value.utf8.count >= 8, value.utf8.count <= 1 << 16 else { return nil }
    if let title = privateKeyTitle(value) ?? addressTitle(value) ?? connectionTitle(value) {
      self.init(title)
      return
    }
    // No token is shorter.
    let runs = value.utf8.split { !($0.isWord || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")) }.lazy
      .filter { $0.count >= 16 }.map { String($0) ?? "" }
    for run in runs {
      guard let pattern = tokenPatterns.first(where: { $0.matches(run) }), !isDocumented(run) else { continue }
      self.init(pattern.title)
      return
    }
    guard let title = runs.lazy.compactMap(webTokenTitle).first else { return nil }
    self.init(title)
  }
}

/// A prefix, and what follows it.
private struct TokenPattern: Sendable {
  let title: String
  let prefix: String
  let length: ClosedRange<Int>
  let alphabet: Alphabet

  enum Alphabet { case upperAndDigits, hexadecimal, alphanumeric, word, any }

  init(_ title: String, _ prefix: String, _ length: ClosedRange<Int>, _ alphabet: Alphabet = .alphanumeric) {
    self.title = title
    self.prefix = prefix
    self.length = length
    self.alphabet = alphabet
  }

  func matches(_ text: String) -> Bool {
    guard text.hasPrefix(prefix) else { return false }
    let rest = text.utf8.dropFirst(prefix.utf8.count)
    guard length.contains(rest.count), Set(rest).count >= 5 else { return false }
    return rest.allSatisfy { byte in
      switch alphabet {
      case .upperAndDigits: byte.isUpperCase || byte.isDecimalDigit
      case .hexadecimal: byte.isHexDigit
      case .alphanumeric: byte.isLetterOrDigit
      case .word: byte.isWord || byte == UInt8(ascii: "-")
      case .any: byte.isWord || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      }
    }
  }
}

/// Written 2026-11 from the token formats that the vendors publish for secret scanning.
private let tokenPatterns: [TokenPattern] = [
  TokenPattern("an AWS access key", "AKIA", 16...16, .upperAndDigits),
  TokenPattern("a temporary AWS access key", "ASIA", 16...16, .upperAndDigits),
  TokenPattern("a GitHub token", "ghp_", 36...255), TokenPattern("a GitHub token", "gho_", 36...255),
  TokenPattern("a GitHub token", "ghu_", 36...255), TokenPattern("a GitHub token", "ghs_", 36...255),
  TokenPattern("a GitHub token", "ghr_", 36...255), TokenPattern("a GitHub token", "github_pat_", 40...255, .word),
  TokenPattern("a GitLab token", "glpat-", 20...64, .any),
  TokenPattern("a Slack token", "xoxb-", 20...255, .word), TokenPattern("a Slack token", "xoxp-", 20...255, .word),
  TokenPattern("a Slack token", "xoxa-", 20...255, .word), TokenPattern("a Slack token", "xapp-", 20...255, .word),
  TokenPattern("a Stripe secret key", "sk_live_", 16...255), TokenPattern("a Stripe secret key", "rk_live_", 16...255),
  TokenPattern("a Google API key", "AIza", 35...35, .word),
  TokenPattern("a Google OAuth client secret", "GOCSPX-", 28...28, .word),
  TokenPattern("a SendGrid API key", "SG.", 60...72, .any),
  TokenPattern("an npm token", "npm_", 36...36), TokenPattern("a PyPI token", "pypi-AgE", 40...512, .word),
  TokenPattern("an OpenAI API key", "sk-proj-", 40...255, .word),
  TokenPattern("an OpenAI API key", "sk-svcacct-", 40...255, .word),
  TokenPattern("an OpenAI API key", "sk-", 48...48), TokenPattern("an Anthropic API key", "sk-ant-", 40...255, .word),
  TokenPattern("a Hugging Face token", "hf_", 30...64),
  TokenPattern("a DigitalOcean token", "dop_v1_", 64...64, .hexadecimal),
  TokenPattern("a Databricks token", "dapi", 32...34, .word), TokenPattern("a New Relic API key", "NRAK-", 27...27),
  TokenPattern("a Shopify token", "shpat_", 32...32, .hexadecimal),
  TokenPattern("a Vault token", "hvs.", 24...255, .any),
  TokenPattern("a Grafana token", "glsa_", 32...64, .word), TokenPattern("a Linear API key", "lin_api_", 40...64),
  TokenPattern("an Atlassian token", "ATATT3", 100...255, .any),
  TokenPattern("a Mailgun API key", "key-", 32...32, .hexadecimal),
]

/// The examples of documentation, which are copied everywhere.
private func isDocumented(_ token: String) -> Bool {
  token.holds("EXAMPLE") || token.lowercased().holds("xxxx") || token.holds("0123456789")
    || token.holds("1234567890")
}

private func privateKeyTitle(_ value: String) -> String? {
  guard value.utf8.count > 64, let begin = value.rest(after: "-----BEGIN "), let kind = begin.rest(after: "PRIVATE KEY")
  else { return nil }
  // A header with nothing behind it is somebody's documentation.
  return kind.utf8.count > 64 ? "a private key" : nil
}

/// `scheme://user:password@host`, and the addresses of Slack's webhooks.
private func addressTitle(_ value: String) -> String? {
  if let rest = value.rest(after: "https://hooks.slack.com/services/T"), rest.utf8.count > 30 {
    return SecretValue(String(rest)).isPlaceholder ? nil : "the address of a Slack webhook, which is its password"
  }
  guard let rest = value.rest(after: "://") else { return nil }
  let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && !$0.isWhitespace && $0 != "\"" && $0 != "'" }
  guard let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") else { return nil }
  let password = String(authority[authority.index(after: colon)..<at])
  return isWrittenPassword(password) ? "an address with a password in it" : nil
}

/// `Server=db;Password=…;`, `host=db password=…`, `?password=…`, `AccountKey=…`.
private func connectionTitle(_ value: String) -> String? {
  guard value.utf8.contains(UInt8(ascii: "=")) else { return nil }
  let lowered = value.asciiLowercased
  for key in ["password=", "pwd=", "accountkey=", "sharedaccesskey="] {
    guard let rest = lowered.rest(after: key) else { continue }
    let start = lowered.utf8.count - rest.utf8.count - key.utf8.count
    guard start > 0, "; ?&".utf8.contains(Array(lowered.utf8)[start - 1]) else { continue }
    let written = String(decoding: value.utf8.dropFirst(start + key.utf8.count), as: UTF8.self)
    let password = String(written.prefix { !";& \"'".contains($0) })
    if isWrittenPassword(password) { return "a connection string with a password in it" }
  }
  return nil
}

private func isWrittenPassword(_ password: String) -> Bool {
  let words: Set = ["password", "pass", "passwd", "pwd", "secret", "user", "username", "pw", "p"]
  return !password.isEmpty && !password.contains(unknownPart) && !words.contains(password.lowercased())
    && !SecretValue(password).isPlaceholder && !password.hasPrefix("$") && !password.hasPrefix("{")
}

/// Stands for a part that is decided at deploy.
package let unknownPart: Character = "\u{FFFC}"

extension Text {
  /// The text with `unknownPart` for each part that is decided at deploy.
  package var withHolesMarked: String {
    pieces.reduce(into: "") { result, piece in
      if case .literal(let known) = piece { result += known } else { result.append(unknownPart) }
    }
  }
}

/// A JSON Web Token, unless it is the public one of a Supabase project.
private func webTokenTitle(_ text: String) -> String? {
  let parts = text.split(on: ".", keepingEmpty: true)
  guard parts.count == 3, parts[0].hasPrefix("eyJ"), parts[1].hasPrefix("eyJ"), parts[2].utf8.count >= 16 else {
    return nil
  }
  let payload = decodedBase64(parts[1])
  return payload.holds("\"anon\"") ? nil : "a JSON Web Token"
}

private func decodedBase64(_ text: Substring) -> String {
  var bytes: [UInt8] = []
  var bits: UInt32 = 0
  var count = 0
  for byte in text.utf8 {
    let value: UInt32
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte) + 4
    case UInt8(ascii: "-"), UInt8(ascii: "+"): value = 62
    default: value = 63
    }
    bits = (bits << 6) | value
    count += 6
    if count >= 8 {
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      bits &= (1 << UInt32(count)) - 1
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

extension String {
  /// With its ASCII letters in lower case, so that every byte keeps its place.
  fileprivate var asciiLowercased: String {
    String(decoding: utf8.map { $0.isUpperCase ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
