import Forms
import Models
import Syntax

extension Check {
  /// The secrets of Cloud Run are named, not pathed, and their `key` is a version.
  static var secretReferencesOfCloudRun: Check {
    .cloudRun { resource, findings in
      for secret in resource.secrets {
        findings.checkName(of: secret)
        findings.checkVersion(of: secret)
      }
      findings.checkAliases(of: resource)
    }
  }
}

extension Findings {
  fileprivate mutating func checkName(of secret: RunSecret) {
    guard case .known(let text, let range) = secret.name, let flaw = secret.flawOfName else { return }
    switch flaw {
    // The v2 API takes the full name.
    case .fullName where resource.form != .cloudRunV1: return
    case .fullName(let project, let name):
      report(
        range, "a secret is named by its name alone, and not by 'projects/\(project)/secrets/\(name)'",
        caption: "not its name",
        help: "write \(name); if it is in another project, write an alias and define it in run.googleapis.com/secrets: "
          + "ALIAS:projects/NUMBER/secrets/\(name)",
        hidesSource: false)
    case .strangeCharacter:
      let mayBeSecret = SecretValue(text.literal ?? "").looksRandom
      report(
        range,
        "\(mayBeSecret ? "this" : "'\(text.source)'") is no name of a secret, which has letters, digits, '-' and '_' only",
        caption: "no name", help: "write the name of the secret in Secret Manager", hidesSource: mayBeSecret)
    case .tooLong(let count):
      report(range, "the name of a secret has 255 characters at most, and this one has \(count)", caption: "too long")
    }
  }

  fileprivate mutating func checkVersion(of secret: RunSecret) {
    guard case .known(let text, let range) = secret.version else { return }
    let help = "write latest, or the number of a version; the whole secret becomes the value"
    if secret.isVersionStrange {
      report(
        range, "'\(text.source)' is no version of a secret: key is latest, a number, or an alias of letters and digits",
        caption: "not a version", help: help, hidesSource: false)
    } else if secret.isVersionAKey {
      report(
        range, "'\(text.source)' is taken for the version of the secret: Cloud Run's secrets have no keys inside",
        caption: "a key, as in Kubernetes", severity: .warning, help: help, hidesSource: false)
    }
  }

  fileprivate mutating func checkAliases(of resource: CloudRunResource) {
    guard case .known(let text, let range) = resource.secretAliases, let list = text.literal else { return }
    for part in list.split(on: ",") {
      let entry = String(part.drop { $0 == " " })
      let halves = entry.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let path =
        halves.count == 2 ? halves[1].split(on: "/", keepingEmpty: true).map(String.init) : []
      guard path.count == 4, path[0] == "projects", path[2] == "secrets", !halves[0].isEmpty, !path[3].isEmpty else {
        report(
          range, "'\(entry)' is no alias of a secret: it is ALIAS:projects/NUMBER/secrets/NAME", caption: "no alias",
          help: "write ALIAS:projects/NUMBER/secrets/NAME, with commas between several", hidesSource: false)
        return
      }
      let isNumber = path[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
      guard isNumber || Text(standInsIn: path[1]) != nil || path[1].hasPrefix("$") else {
        report(
          range, "the alias '\(halves[0])' names the project '\(path[1])', and gcloud takes a project's number there",
          caption: "not a number", severity: .warning, help: "write the number of the project", hidesSource: false)
        continue
      }
    }
  }
}
