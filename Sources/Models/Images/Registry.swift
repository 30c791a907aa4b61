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

extension ImageReference {
  /// The registry; nil when not enough of the host is known.
  package var registry: Registry? {
    switch host {
    case .absent: return .dockerHub
    case .unknown: return nil
    case .present(let host): return Registry(host: host)
    }
  }
}

extension Registry {
  /// Nil when not enough of the host is known.
  package init?(host: Text) {
    if let ecr = privateECRHosts.first(where: { host.matches(dotted: $0.pattern) }) {
      let parts = host.split(on: ".")
      self = .privateECR(account: parts[0].literal, region: parts[ecr.regionIndex].literal)
      return
    }
    if let registry = Registry(googleHost: host) {
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

  private init?(googleHost host: Text) {
    let parts = host.split(on: ".")
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

/// The hosts of private ECR registries in every partition, with `nil` for the account and the region.
///
/// Written 2026-11 from the endpoint tables of botocore (`endpoints.json`, partitions `aws` to `aws-eusc`) and
/// <https://docs.aws.amazon.com/AmazonECR/latest/userguide/getting-started-ipv6.html>.
private let privateECRHosts: [(pattern: [String?], regionIndex: Int)] = {
  let domains = [
    ["amazonaws", "com"], ["amazonaws", "com", "cn"], ["amazonaws", "eu"], ["c2s", "ic", "gov"],
    ["sc2s", "sgov", "gov"], ["cloud", "adc-e", "uk"], ["csp", "hci", "ic", "gov"],
  ]
  let dualStackDomains = [["on", "aws"], ["on", "amazonwebservices", "com", "cn"]]
  var hosts: [(pattern: [String?], regionIndex: Int)] = []
  for service in ["ecr", "ecr-fips"] {
    for domain in domains { hosts.append(([nil, "dkr", service, nil] + domain.map(Optional.some), 3)) }
  }
  for service in ["dkr-ecr", "dkr-ecr-fips"] {
    for domain in dualStackDomains { hosts.append(([nil, service, nil] + domain.map(Optional.some), 2)) }
  }
  return hosts
}()
