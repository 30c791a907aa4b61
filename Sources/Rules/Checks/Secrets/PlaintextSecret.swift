import Forms
import Models
import Syntax

extension Check {
  static let plaintextSecret = Check.secretsOfContainers + .secretsOfLogOptions + .secretsOfOverrides

  private static var secretsOfContainers: Check {
    .containers { container, findings in
      let isCloudRun = findings.resource.kind.platform == .cloudRun
      // A key that takes the place of the workload's own identity is IAM006's.
      for variable in container.environment where variable.staticCredential == nil {
        findings.reportSecret(
          named: variable.name, in: variable.value, title: "environment variable",
          help: isCloudRun ? cloudRunHelp : { "change it, and put the new one under \"secrets\": \(secretEntry($0))" })
      }
    }
  }

  private static var secretsOfLogOptions: Check {
    .containerDefinitions { container, _, findings in
      for entry in container.logOptions.entries {
        findings.reportSecret(
          named: .known(entry.key, at: entry.keyRange), in: container.logOptions.field(entry.key).text,
          title: "log option", help: { "change it, and put the new one under \"secretOptions\": \(secretEntry($0))" })
      }
    }
  }

  private static var secretsOfOverrides: Check {
    Check([.runTask]) { resource, findings in
      for container in resource.node.field("overrides").field("containerOverrides").elements {
        for variable in container.field("environment").elements.map({ EnvironmentVariable($0) })
        where variable.staticCredential == nil {
          findings.reportSecret(
            named: variable.name, in: variable.value, title: "environment variable",
            help: { "change it, and put the new one into the task definition under \"secrets\": \(secretEntry($0))" }
          )
        }
      }
    }
  }
}

extension Findings {
  /// Reports a value that is a secret, by the form of the value or by the name; the value itself is never shown.
  fileprivate mutating func reportSecret(
    named name: Field<String>, in value: Field<Text>, title: String, help: (String) -> String
  ) {
    guard case .known(let text, let range) = value else { return }
    let name = name.value
    guard let kind = secretKind(of: text, named: name) else { return }
    let variable = name.map { "\(title) '\($0)'" } ?? "an \(title)"
    report(
      range, "\(variable) holds \(kind) in plain text",
      caption: "written out here", help: help(name ?? "NAME"))
  }
}

/// What kind of secret the value is, with its article; nil when it is none, as far as can be told.
private func secretKind(of text: Text, named name: String?) -> String? {
  // The identifier of a key is none; the key beside it is.
  if name == "AWS_ACCESS_KEY_ID" { return nil }
  let speaks = name.flatMap { SecretName($0) }
  if let shape = CredentialShape(in: text.withHolesMarked), !isForBrowsers(name) { return shape.title }
  guard let speaks, let literal = text.literal else { return nil }
  let value = SecretValue(literal)
  guard !value.isHarmless else { return nil }
  switch speaks {
  case .secret: return "a secret"
  case .perhaps: return value.looksRandom ? "a secret" : nil
  }
}

/// Whether the name says that browsers are given the value.
private func isForBrowsers(_ name: String?) -> Bool {
  guard let name else { return false }
  return SecretName.isPublic(name)
}

/// One entry of `secrets` or `secretOptions`.
private func secretEntry(_ name: String) -> String {
  "{\"name\": \"\(name)\", \"valueFrom\": \"arn:…:secret:…\"}"
}

private func cloudRunHelp(_ name: String) -> String {
  "change it, and write valueFrom: {secretKeyRef: {name: SECRET, key: '1'}}, where key is the version"
}
