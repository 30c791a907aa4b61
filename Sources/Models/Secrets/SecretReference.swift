import Syntax

/// What a `valueFrom` of ECS names: a secret of AWS Secrets Manager, or a parameter of the Systems Manager.
///
/// References: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html>,
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html>, and how the ECS agent takes ARNs apart.
package struct SecretReference: Sendable {
  /// Why it names neither.
  package enum Flaw: Sendable, Equatable {
    /// An ARN with fewer than six parts.
    case shortARN(parts: Int)
    case otherService(String)
    /// The ARN of a secret with neither 7 nor 10 parts.
    case partsOfSecret(Int)
    /// Both a stage and an identifier of a version.
    case stageAndVersion
    /// What stands where `secret` or `parameter/` has to.
    case wrongResource(wanted: String)
    case missingName
    /// `parameter//a/b`.
    case doubledSlash
    case missingRegion
    case zone(String)
    case missingAccount
    case digitsOfAccount(Int)
    case partition(found: String, region: String, wanted: String)
    /// A name with levels that does not begin with `/`.
    case relativePath
    /// A character that no parameter's name has.
    case strangeCharacter
  }

  package let text: Text
  /// Nil when nothing is wrong, as far as is known.
  package let flaw: Flaw?

  package init(_ text: Text) {
    self.text = text
    flaw = text.knownPrefix.hasPrefix("arn:") ? flawOfARN(text) : flawOfName(text)
  }

  package init(_ text: String) { self.init(Text(text)) }

  /// The reference with the colons that it lacks, where nothing else is wrong with it.
  package var completed: String? {
    guard case .partsOfSecret(let count) = flaw, 8...9 ~= count, let literal = text.literal else { return nil }
    return literal + String(repeating: ":", count: 10 - count)
  }
}

private func flawOfARN(_ text: Text) -> SecretReference.Flaw? {
  let parts = text.split(on: ":")
  guard parts.count >= 6 else { return text.hasHoles ? nil : .shortARN(parts: parts.count) }
  guard let service = parts[2].literal else { return nil }
  guard ["secretsmanager", "ssm"].contains(service) else { return .otherService(service) }
  if let flaw = flawOfPlace(partition: parts[1], region: parts[3], account: parts[4].markingStandIns) { return flaw }
  return service == "ssm" ? flawOfParameter(text) : flawOfSecret(parts)
}

private func flawOfPlace(partition: Text, region: Text, account: Text) -> SecretReference.Flaw? {
  if let region = region.literal {
    if region.isEmpty { return .missingRegion }
    let words = region.split(on: "-")
    if words.count >= 3, let last = words.last, last.first?.isNumber == true, last.last?.isLowercase == true {
      return .zone(region)
    }
    let wanted = Models.partition(ofRegion: region)
    if let partition = partition.literal, knownPartitions.contains(partition), partition != wanted,
      words.count >= 3, words.last?.allSatisfy(\.isNumber) == true
    {
      return .partition(found: partition, region: region, wanted: wanted)
    }
  }
  guard let account = account.literal else { return nil }
  if account.isEmpty { return .missingAccount }
  let isNumber = account.utf8.allSatisfy(\.isDecimalDigit)
  return isNumber && account.utf8.count != 12 ? .digitsOfAccount(account.utf8.count) : nil
}

private let knownPartitions: [String] = [
  "aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc",
]

private func flawOfSecret(_ parts: [Text]) -> SecretReference.Flaw? {
  if let type = parts[5].literal, type != "secret" { return .wrongResource(wanted: "secret:") }
  // A part that is filled in later may bring colons of its own.
  guard parts[5...].allSatisfy({ !$0.hasHoles }) else { return nil }
  if parts.count == 6 || parts[6].literal == "" { return .missingName }
  guard parts.count == 7 || parts.count == 10 else { return .partsOfSecret(parts.count) }
  return parts.count == 10 && parts[8].literal != "" && parts[9].literal != "" ? .stageAndVersion : nil
}

private func flawOfParameter(_ text: Text) -> SecretReference.Flaw? {
  let resource = text.split(on: ":", maxSplits: 5)[5]
  let start = resource.knownPrefix
  if start.hasPrefix("parameter//") { return .doubledSlash }
  if resource.literal == "parameter/" { return .missingName }
  if start.hasPrefix("parameter/") { return nil }
  return resource.hasHoles && "parameter/".hasPrefix(start) ? nil : .wrongResource(wanted: "parameter/")
}

private func flawOfName(_ text: Text) -> SecretReference.Flaw? {
  let start = text.markingStandIns.knownPrefix
  if !start.hasPrefix("/"), start.contains("/") { return .relativePath }
  guard let literal = text.literal, !SecretValue(literal).isPlaceholder else { return nil }
  // A colon stands before a version or a label.
  let isName = literal.utf8.allSatisfy { $0.isWord || "/.-:".utf8.contains($0) }
  return isName ? nil : .strangeCharacter
}
