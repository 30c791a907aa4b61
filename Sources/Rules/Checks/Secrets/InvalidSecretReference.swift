import Models
import Syntax

extension Check {
  static let invalidSecretReference = Check.secretReferencesOfTasks + .secretReferencesOfCloudRun

  private static var secretReferencesOfTasks: Check {
    .containerDefinitions { container, _, findings in
      for secret in container.secrets + container.logSecretOptions {
        guard let node = secret["valueFrom"], case .known(let text, _) = secret.field("valueFrom").text.orAbsentIfEmpty
        else { continue }
        findings.report(SecretReference(text), at: node)
      }
    }
  }
}

extension Findings {
  fileprivate mutating func report(_ reference: SecretReference, at node: Node) {
    guard let flaw = reference.flaw else { return }
    // Somebody may have put the secret itself there.
    let mayBeSecret = flaw == .strangeCharacter || (flaw == .relativePath && reference.mayBeRandom)
    let subject = mayBeSecret ? "this valueFrom" : "'\(reference.text.source)'"
    report(
      node.range, "\(subject) \(flaw.message)", caption: flaw.caption, help: flaw.help, fixes: fixes(reference, node),
      hidesSource: mayBeSecret)
  }

  private func fixes(_ reference: SecretReference, _ node: Node) -> [Fix] {
    if let completed = reference.completed {
      return [Fix("Add the missing colons", .safe, [rewrite(node, as: completed)])]
    }
    guard let literal = reference.text.literal else { return [] }
    switch reference.flaw {
    case .doubledSlash:
      let text = literal.replacingFirst(":parameter//", with: ":parameter/")
      return [Fix("Remove the second slash", .safe, [rewrite(node, as: text)])]
    case .partition(let found, _, let wanted):
      let text = literal.replacingFirst("arn:\(found):", with: "arn:\(wanted):")
      return [Fix("Write arn:\(wanted)", .safe, [rewrite(node, as: text)])]
    default: return []
    }
  }
}

extension SecretReference {
  fileprivate var mayBeRandom: Bool { SecretValue(text.literal ?? text.knownPrefix).looksRandom }
}

extension String {
  fileprivate func replacingFirst(_ part: String, with other: String) -> String {
    guard let start = indices.first(where: { self[$0...].hasPrefix(part) }) else { return self }
    return self[..<start] + other + self[start...].dropFirst(part.count)
  }
}

extension SecretReference.Flaw {
  /// What follows the reference in a sentence.
  fileprivate var message: String {
    switch self {
    case .shortARN(let parts): "is no ARN: it has \(parts) parts between colons, an ARN has six or more"
    case .otherService(let service):
      "names something of the service '\(service)': a secret comes from 'secretsmanager' or 'ssm'"
    case .partsOfSecret(let count):
      "has \(count) parts: the ARN of a secret has 7, or 10 with ':json-key:version-stage:version-id', of which each may be empty"
    case .stageAndVersion: "names a version stage and a version identifier, of which one is taken"
    case .wrongResource(let wanted): "lacks '\(wanted)' behind the account"
    case .missingName: "ends before the name"
    case .doubledSlash: "has two slashes behind 'parameter': the ARN of the parameter /a/b ends in :parameter/a/b"
    case .missingRegion: "names no region"
    case .zone(let zone): "names the availability zone '\(zone)' where the region belongs"
    case .missingAccount: "names no account"
    case .digitsOfAccount(let count): "names an account of \(count) digits; an account has 12"
    case .partition(let found, let region, let wanted):
      "is in the partition '\(found)', but the region \(region) is in '\(wanted)'"
    case .relativePath: "is no name of a parameter: one with levels begins with '/'"
    case .strangeCharacter: "is neither an ARN nor the name of a parameter, which has letters, digits and _ . - / only"
    }
  }

  fileprivate var caption: String {
    switch self {
    case .partsOfSecret(let count): count < 10 ? "colons are missing" : "too many colons"
    case .stageAndVersion: "one of the two"
    case .relativePath: "no leading slash"
    case .missingName: "no name"
    default: ""
    }
  }

  fileprivate var help: String {
    switch self {
    case .partsOfSecret, .stageAndVersion:
      "arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-AbCdEf:KEY:: takes one key of a secret in JSON"
    case .relativePath:
      "write a leading '/' for a parameter; a secret of Secrets Manager has to be named by its ARN"
    case .otherService, .wrongResource, .shortARN, .missingName, .strangeCharacter:
      "write arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-AbCdEf, or arn:aws:ssm:REGION:ACCOUNT:parameter/NAME"
    case .doubledSlash: "remove one slash"
    case .missingRegion, .zone: "write the region, such as eu-west-1"
    case .missingAccount, .digitsOfAccount: "write the twelve digits of the account"
    case .partition(_, _, let wanted): "write arn:\(wanted):…"
    }
  }
}
