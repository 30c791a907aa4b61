/// What the name of an environment variable or of an option says about its value.
package enum SecretName: Sendable, Equatable {
  /// Whatever is written there is the secret: `DB_PASSWORD`, `JWT_SECRET`, `SECRET_KEY_BASE`.
  case secret
  /// A secret, or only the name of one: `DB_SECRET`, `GITHUB_TOKEN`, `API_KEY`. The value has to decide.
  case perhaps

  /// Nil when the name does not speak of a secret: `SECRET_ARN`, `TOKEN_EXPIRY`, `CACHE_KEY`, `PASSWORD_FILE`.
  package init?(_ name: String) {
    var words = wordsOfName(name)
    if SecretName.isPublic(name) { return nil }
    while let last = words.last, words.count > 1, isQualifier(last) { words.removeLast() }
    guard let last = words.last, name.uppercased() != "PWD", name.uppercased() != "OLDPWD" else { return nil }
    let before = words.dropLast().last ?? ""

    if passwordWords.contains(last) || last.hasSuffix("password") || last.hasSuffix("passwd") {
      self = .secret
    } else if last == "pass", !before.isEmpty {
      self = .secret
    } else if last == "key" {
      guard let kind = keyKinds[before] else { return nil }
      self = words.contains("secret") ? .secret : kind
    } else if last.hasSuffix("secret") {
      let purpose = last == "secret" ? before : String(last.dropLast("secret".count))
      self = signingPurposes.contains(purpose) ? .secret : .perhaps
    } else if last.hasSuffix("token") || ["apikey", "secretkey", "accesskey", "privatekey", "authkey"].contains(last)
      || last.hasSuffix("apikey")
    {
      if tokenThings.contains(before) { return nil }
      self = .perhaps
    } else {
      return nil
    }
  }
}

extension SecretName {
  /// Whether the name says that the value is given to browsers: `NEXT_PUBLIC_MAPBOX_TOKEN`, `SUPABASE_ANON_KEY`.
  package static func isPublic(_ name: String) -> Bool {
    wordsOfName(name).contains(where: publicWords.contains)
      || publicPrefixes.contains(where: name.uppercased().hasPrefix)
  }
}

/// Words behind the one that counts: `DB_PASSWORD_1`, `SECRET_KEY_BASE`, `API_TOKEN_PROD`.
private func isQualifier(_ word: String) -> Bool {
  word.utf8.allSatisfy(\.isDecimalDigit)
    || ["base", "value", "base64", "b64", "prod", "production", "staging", "dev", "primary", "secondary"].contains(word)
}

private let passwordWords: [String] = ["password", "passwd", "pwd", "passphrase", "passcode"]
private let publicWords: [String] = ["public", "publishable", "anon", "site"]
private let publicPrefixes = ["REACT_APP_", "VITE_", "GATSBY_"]
/// Tokens that are no secrets: a position in a list, a unit of text.
private let tokenThings: [String] = ["page", "next", "continuation", "csrf", "xsrf", "max", "pad", "eos", "bos"]
/// What a secret signs or proves, so that its value cannot be a mere name.
private let signingPurposes: [String] = [
  "jwt", "client", "session", "cookie", "auth", "nextauth", "webhook", "signing", "hmac", "app", "consumer", "csrf",
]
/// Words before `key` that make it a secret.
private let keyKinds: [String: SecretName] = [
  "secret": .secret, "private": .secret, "encryption": .secret, "signing": .secret, "api": .perhaps, "access": .perhaps,
  "auth": .perhaps, "account": .perhaps, "master": .perhaps, "jwt": .perhaps, "subscription": .perhaps,
  "license": .perhaps, "app": .perhaps, "ssh": .perhaps, "rsa": .perhaps, "aes": .perhaps, "hmac": .perhaps,
  "session": .perhaps, "shared": .perhaps, "admin": .perhaps, "service": .perhaps, "ingestion": .perhaps,
  "integration": .perhaps, "role": .perhaps, "storage": .perhaps,
]
