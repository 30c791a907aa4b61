import Syntax

/// A reference of Cloud Run to a version of a secret in Secret Manager.
package struct RunSecret: Sendable {
  package enum Place: Sendable { case variable(String), volume, file }

  package let place: Place
  /// The secret's name in the same project, or an alias for one of another project.
  package let name: Field<Text>
  /// `latest`, a number, or an alias of a version; a volume without items has none.
  package let version: Field<Text>

  package init(place: Place, name: Field<Text>, version: Field<Text>) {
    (self.place, self.name, self.version) = (place, name, version)
  }

  /// What keeps a name from being one of a secret.
  package enum Flaw: Sendable, Equatable {
    /// `projects/…/secrets/…`.
    case fullName(project: String, secret: String)
    case strangeCharacter
    case tooLong(Int)
  }

  /// What is wrong with the name, as far as it is known.
  package var flawOfName: Flaw? {
    guard let text = name.value?.markingStandIns else { return nil }
    let parts = (name.value?.literal ?? "").split(on: "/", keepingEmpty: true).map(String.init)
    if parts.count >= 4, parts[0] == "projects", parts[2] == "secrets" {
      return .fullName(project: parts[1], secret: parts[3])
    }
    let isPlain = text.pieces.allSatisfy { piece in
      if case .literal(let part) = piece { part.utf8.allSatisfy { $0.isWord || $0 == UInt8(ascii: "-") } } else { true }
    }
    if !isPlain { return .strangeCharacter }
    return text.literal.flatMap { $0.utf8.count > 255 ? .tooLong($0.utf8.count) : nil }
  }

  /// Whether the version has characters that no version and no alias of one has.
  package var isVersionStrange: Bool {
    guard let text = version.value else { return false }
    return text.pieces.contains { piece in
      if case .literal(let part) = piece { part.utf8.contains { !$0.isWord && $0 != UInt8(ascii: "-") } } else { false }
    }
  }

  /// Whether the version reads like a key inside of a Kubernetes secret: `password`, `DB_PASSWORD`.
  package var isVersionAKey: Bool {
    guard let text = version.value?.literal, text != "latest", Int(text) == nil else { return false }
    if case .variable(let variable) = place, text.lowercased() == variable.lowercased() { return true }
    if SecretName(text) != nil { return true }
    return wordsOfKeys.contains(text.lowercased())
  }
}

/// Common keys of Kubernetes secrets that are no secrets by their name.
private let wordsOfKeys: Set = [
  "database", "database-url", "database_url", "dsn", "host", "key", "port", "secret", "token", "uri", "url", "user",
  "username", "value",
]

extension CloudRunResource {
  /// The secrets that containers get as variables and files, in the order in which they are written.
  package var secrets: [RunSecret] {
    var secrets: [RunSecret] = []
    for container in containers {
      for variable in container.environment {
        let reference = variable.valueFrom.field("secretKeyRef")
        guard reference.isKnown else { continue }
        secrets.append(
          RunSecret(
            place: .variable(variable.name.value ?? ""), name: reference.field("name").text.orAbsentIfEmpty,
            version: reference.field("key").text.orAbsentIfEmpty))
      }
    }
    for volume in runVolumes where volume.secret.isKnown {
      secrets.append(
        RunSecret(
          place: .volume, name: volume.secret.field("secretName").text.orAbsentIfEmpty,
          version: .absent(from: volume.secret.range)))
      for item in volume.secret.field("items").elements {
        secrets.append(
          RunSecret(
            place: .file, name: .absent(from: item.range), version: item.field("key").text.orAbsentIfEmpty))
      }
    }
    return secrets
  }

  /// Names of this configuration for secrets of other projects: `alias:projects/NUMBER/secrets/NAME`, by commas.
  package var secretAliases: Field<Text> {
    templateAnnotations.field("run.googleapis.com/secrets").text.orAbsentIfEmpty
  }
}
