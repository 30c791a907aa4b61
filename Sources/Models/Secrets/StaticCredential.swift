import Syntax

/// A key of a cloud in an environment variable, which the clouds' libraries take instead of the workload's own identity.
package enum StaticCredential: Sendable {
  case accessKey
  case secretAccessKey
  case sessionToken
  /// The JSON of a service account's key, or that in Base64.
  case serviceAccountKey

  /// Nil where the value has not the form of such a key, as for local stand-ins of a cloud and other vendors' stores.
  package init?(named name: String?, _ value: String) {
    switch name {
    case "AWS_ACCESS_KEY_ID":
      guard value.hasPrefix("AKIA") || value.hasPrefix("ASIA"), CredentialShape(in: value) != nil else { return nil }
      self = .accessKey
    case "AWS_SECRET_ACCESS_KEY":
      guard value.utf8.count == 40, value.isBase64, SecretValue(value).looksRandom, !value.holds("EXAMPLE") else {
        return nil
      }
      self = .secretAccessKey
    case "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN":
      guard value.utf8.count >= 100, value.isBase64, SecretValue(value).looksRandom else { return nil }
      self = .sessionToken
    default:
      let isKey =
        value.holds("service_account") && value.holds("private_key") && CredentialShape(in: value) != nil
      let isEncoded = value.utf8.count > 500 && encodedBeginnings.contains(where: value.hasPrefix)
      guard isKey || isEncoded else { return nil }
      self = .serviceAccountKey
    }
  }
}

extension EnvironmentVariable {
  /// The key of a cloud that is written out in it; nil when it is none, as far as is known.
  package var staticCredential: StaticCredential? {
    value.value.flatMap { StaticCredential(named: name.value, $0.withHolesMarked) }
  }
}

/// `{"type":"service_account"`, also with the line break and the blanks of the file that Google hands out, in Base64.
private let encodedBeginnings = [
  "eyJ0eXBlIjoic2VydmljZV9hY2NvdW50", "eyJ0eXBlIjogInNlcnZpY2VfYWNjb3VudC", "ewogICJ0eXBlIjogInNlcnZpY2VfYWNjb3VudC",
  "ewogICAgInR5cGUiOiAic2VydmljZV9hY2NvdW50",
]

extension String {
  fileprivate var isBase64: Bool {
    utf8.allSatisfy { $0.isLetterOrDigit || "+/=".utf8.contains($0) }
  }
}
