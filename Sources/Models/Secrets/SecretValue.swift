import Syntax

/// What a literal value looks like, where a secret might stand.
package struct SecretValue: Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// Whether it is no secret on its face: empty, a switch, a short number, a path, an address, the name of a secret
  /// kept elsewhere, or a word that is to be replaced.
  package var isHarmless: Bool {
    let lowered = text.lowercased()
    let bytes = Array(lowered.utf8)
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }) || switches.contains(lowered) { return true }
    if bytes.count < 6, bytes.allSatisfy(\.isDecimalDigit) { return true }
    return isPath || isAddress(bytes) || isReference(bytes) || isPlaceholder
  }

  /// Whether a person or a tool is to put the value there: `changeme`, `<token>`, `YOUR_API_KEY`, `xxxx`, `***`.
  package var isPlaceholder: Bool {
    let lowered = Array(text.lowercased().utf8)
    if placeholderParts.occur(in: lowered) { return true }
    if let first = lowered.first, lowered.allSatisfy({ $0 == first }), !first.isDecimalDigit { return true }
    if lowered.allSatisfy({ !$0.isLetterOrDigit }) { return true }
    // `DB_PASSWORD`: the name of a variable, and no password.
    let isUpperName = text.utf8.allSatisfy { $0.isUpperCase || $0.isDecimalDigit || $0 == UInt8(ascii: "_") }
    return isUpperName && (text.contains("_") || !text.utf8.contains(where: \.isDecimalDigit)) && text.utf8.count >= 3
  }

  /// Whether it looks drawn at random, and not like words or the name of something.
  package var looksRandom: Bool {
    let runs = text.utf8.split { !$0.isLetterOrDigit && $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "=") }
    return runs.contains { run in
      guard run.count >= 12, Set(run).count >= 7 else { return false }
      // In words the kind of character changes seldom: `MyDbSecret2024` does it four times.
      let changes = zip(run, run.dropFirst()).count { before, after in
        (before.isLower && after.isUpperCase) || before.isDecimalDigit != after.isDecimalDigit
      }
      return changes >= 3 && changes * 4 >= run.count
    }
  }

  private var isPath: Bool {
    let starts = ["/", "./", "../", "~/", "C:\\"]
    guard starts.contains(where: text.hasPrefix) else { return false }
    return text.utf8.allSatisfy { $0.isWord || "/.-~@:\\".utf8.contains($0) }
  }

  /// An address without a password in it.
  private func isAddress(_ lowered: [UInt8]) -> Bool {
    guard schemeEnd.occur(in: lowered) else { return false }
    return !lowered.contains(UInt8(ascii: "@")) && CredentialShape(in: text) == nil
  }

  private func isReference(_ lowered: [UInt8]) -> Bool {
    referencePrefixes.start(lowered)
      || (lowered.contains(UInt8(ascii: "/")) && !looksRandom
        && lowered.allSatisfy { $0.isWord || "/-.:".utf8.contains($0) })
  }
}

private let switches: [String] = [
  "true", "false", "yes", "no", "on", "off", "none", "null", "nil", "undefined", "n/a", "na", "enabled", "disabled",
  "default", "auto", "required", "optional", "empty", "unset", "unused", "not-set", "not_set", "notset",
]

private let schemeEnd = ByteMarkers(["://"])

/// Parts of a value that a person is to replace.
private let placeholderParts = ByteMarkers([
  "changeme", "change-me", "change_me", "changeit", "change-it", "replace", "placeholder", "example", "redacted",
  "dummy", "your-", "your_", "your ", "yourpass", "yourtoken", "yoursecret", "<", ">", "xxxx", "****", "....", "…",
  "to-be-", "to_be_", "tobe", "insert-", "insert_", "fill-in", "fill_in", "goes-here", "-here", "_here", "fake",
  "not-a-real", "notreal", "not-real", "managed-by", "set-by", "set-in", "from-secret", "from_secret",
])

/// How tools write that the value is kept elsewhere.
private let referencePrefixes = ByteMarkers([
  "arn:", "sm://", "gsm://", "gcp-sm", "gcpsm", "aws-sm", "awssm", "secretsmanager:", "secretmanager:", "ssm:", "ssm/",
  "aws-ssm", "parameterstore", "vault:", "vault/", "vault://", "secret/data/", "op://", "ref+", "berglas://",
  "doppler:",
  "azure-keyvault", "@microsoft.keyvault", "keyvault:", "kms:", "enc:", "enc[", "encrypted:", "{cipher}", "ejson",
  "file:", "env:", "secret:", "secrets.", "secret://", "k8s:", "projects/", "$", "{{", "%{",
])
