import Syntax

/// The name of a resource of AWS, `arn:partition:service:region:account:resource`, of which any part may be unknown.
///
/// Reference: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>
package struct ARN: Hashable, Sendable {
  /// Such as `aws`, `aws-cn` or `aws-us-gov`.
  package let partition: Text
  package let service: Text
  /// Empty for services without regions, such as IAM.
  package let region: Text
  /// Twelve digits; empty for some services, and `aws` for policies that AWS manages.
  package let account: Text
  /// Everything behind the fifth colon: `role/path/name`.
  package let resource: Text

  /// Nil when the text does not start with `arn:` or has fewer than six parts; words that stand in for a value are holes.
  package init?(_ text: Text) {
    guard text.knownPrefix.hasPrefix("arn:") else { return nil }
    let parts = text.split(on: ":", maxSplits: 5)
    guard parts.count == 6 else { return nil }
    partition = parts[1]
    service = parts[2]
    region = parts[3]
    account = parts[4].markingStandIns
    resource = parts[5].markingStandIns
  }

  package init?(_ text: String) { self.init(Text(text)) }

  /// What stands before the first `/` or `:` of the resource; nil when it is unknown, or the resource has neither.
  package var resourceType: String? {
    let type = resource.knownPrefix.prefix { $0 != "/" && $0 != ":" }
    return type.utf8.count < resource.knownPrefix.utf8.count ? String(type) : nil
  }

  /// What stands behind the last `/` of the resource.
  package var resourceName: Text { resource.split(on: "/").last ?? resource }
}

/// The partition that a region belongs to, by the beginning of its name.
///
/// Written 2026-11 from the partitions of botocore's `partitions.json`.
package func partition(ofRegion region: String) -> String {
  partitionsByPrefix.first { region.hasPrefix($0.prefix) }?.name ?? "aws"
}

private let partitionsByPrefix: [(prefix: String, name: String)] = [
  ("cn-", "aws-cn"), ("us-gov-", "aws-us-gov"), ("us-iso-", "aws-iso"), ("us-isob-", "aws-iso-b"),
  ("eu-isoe-", "aws-iso-e"), ("us-isof-", "aws-iso-f"), ("eusc-", "aws-eusc"),
]
