import Syntax

/// Where an image comes from.
package enum Registry: Hashable, Sendable {
  case dockerHub
  /// A private registry of Amazon ECR; nil where the account or the region is unknown.
  case privateECR(account: String?, region: String?)
  case publicECR
  /// `REGION-docker.pkg.dev`; nil where the location is unknown.
  case artifactRegistry(location: String?)
  /// `gcr.io` and its regional hosts.
  case containerRegistry
  /// Any other host.
  case other(String)
}

extension Registry {
  /// Nil when not enough of the host is known.
  package init?(host: Text) {
    let parts = host.split(on: ".")
    if let registry = Registry(ecrHost: parts) ?? Registry(googleHost: parts) {
      self = registry
      return
    }
    guard let name = host.literal?.lowercased() else { return nil }
    switch name {
    case "docker.io", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com": self = .dockerHub
    case "public.ecr.aws", "ecr-public.aws.com": self = .publicECR
    default: self = .other(name)
    }
  }

  /// `ACCOUNT.dkr.ecr.REGION.amazonaws.com` and its relatives.
  private init?(ecrHost parts: [Text]) {
    let words = parts.dropFirst().map { $0.literal?.lowercased() }
    let isDualStack = words.first.flatMap { $0 }?.hasPrefix("dkr-ecr") == true
    let services = isDualStack ? ["dkr-ecr", "dkr-ecr-fips"] : ["ecr", "ecr-fips"]
    let rest = isDualStack ? words[...] : words.dropFirst(words.first == "dkr" ? 1 : words.count)
    guard let service = rest.first.flatMap({ $0 }), services.contains(service), rest.count > 2 else { return nil }
    let domain = rest.dropFirst(2).map { $0 ?? "" }
    guard (isDualStack ? dualStackDomains : ecrDomains).contains(domain) else { return nil }
    self = .privateECR(account: parts[0].literal, region: parts[isDualStack ? 2 : 3].literal)
  }

  private init?(googleHost parts: [Text]) {
    guard let domain = parts.last?.literal, let name = parts.dropLast().last?.literal else { return nil }
    switch (name, domain) {
    case ("gcr", "io"):
      guard parts.count <= 3 else { return nil }
      self = .containerRegistry
    case ("pkg", "dev"):
      guard parts.count == 3, parts[0].knownSuffix.hasSuffix("docker") else { return nil }
      let known = parts[0].literal.map { String($0.dropLast("-docker".count)) }
      self = .artifactRegistry(location: known)
    default: return nil
    }
  }
}

/// The domains of private ECR registries in every partition.
///
/// Written 2026-11 from the endpoint tables of botocore (`endpoints.json`, partitions `aws` to `aws-eusc`) and
/// <https://docs.aws.amazon.com/AmazonECR/latest/userguide/getting-started-ipv6.html>.
private let ecrDomains = [
  ["amazonaws", "com"], ["amazonaws", "com", "cn"], ["amazonaws", "eu"], ["c2s", "ic", "gov"],
  ["sc2s", "sgov", "gov"], ["cloud", "adc-e", "uk"], ["csp", "hci", "ic", "gov"],
]
private let dualStackDomains = [["on", "aws"], ["on", "amazonwebservices", "com", "cn"]]
