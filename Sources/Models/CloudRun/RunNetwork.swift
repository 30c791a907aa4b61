import Syntax

extension CloudRunResource {
  /// A connector to a VPC network, by its name or as `projects/P/locations/L/connectors/C`.
  package var vpcConnector: Field<Text> {
    templateAnnotations.field("run.googleapis.com/vpc-access-connector").text.orAbsentIfEmpty
  }
  /// `all-traffic` or `private-ranges-only`.
  package var vpcEgress: Field<String> {
    templateAnnotations.field("run.googleapis.com/vpc-access-egress").nonEmptyString
  }
  /// The interfaces in a VPC network, as JSON.
  package var networkInterfaces: Field<Text> {
    templateAnnotations.field("run.googleapis.com/network-interfaces").text.orAbsentIfEmpty
  }

  /// Whether there is a way into a VPC network.
  package var hasVPCAccess: Truth {
    if vpcConnector.isPresent || networkInterfaces.isPresent {
      return vpcConnector.isUnknown || networkInterfaces.isUnknown ? .unknown : .yes
    }
    return .no
  }

  /// The instances of Cloud SQL whose sockets are put under `/cloudsql`, separated by commas: `project:region:instance`.
  package var cloudSQLInstances: Field<Text> {
    templateAnnotations.field("run.googleapis.com/cloudsql-instances").text.orAbsentIfEmpty
  }

  /// Who may reach the service: `all`, `internal`, `internal-and-cloud-load-balancing`; absent means `all`.
  package var ingress: Field<String> { annotations.field("run.googleapis.com/ingress").nonEmptyString }
  /// Whether everybody who reaches it may call it.
  package var isInvokerUnchecked: Field<Bool> { annotations.field("run.googleapis.com/invoker-iam-disabled").bool }
  /// Whether Identity-Aware Proxy stands before it.
  package var isBehindIAP: Field<Bool> { annotations.field("run.googleapis.com/iap-enabled").bool }
}

/// An address in the values of a configuration.
package struct NetworkTarget: Sendable {
  /// The host that a value names, when it is written out as an IPv4 address of a private network: `10.0.3.4`.
  ///
  /// - Parameters:
  ///   - value: an address, `host:port`, URLs, or a connection string with `host=`.
  ///   - name: of the variable; an address alone counts only where the name speaks of one.
  /// - Returns: nil when there is none.
  package static func privateHost(in value: Text, named name: String) -> String? {
    let words = wordsOfName(name)
    guard !words.contains(where: { wordsOfRanges.contains($0) }) else { return nil }
    let parts = value.pieces.flatMap { piece -> [String] in
      if case .literal(let part) = piece { part.split(on: " ").map(String.init) } else { [] }
    }
    var hosts = value.namedHosts + parts.filter { $0.hasPrefix("host=") }.map { String($0.dropFirst(5)) }
    if let literal = value.literal, words.contains(where: { wordsOfHosts.contains($0) }) { hosts.append(literal) }
    return hosts.lazy.compactMap { privateAddress($0) }.first
  }

  private static func privateAddress(_ host: String) -> String? {
    let parts = host.split(on: ".", keepingEmpty: true)
    let numbers = parts.compactMap { part in part.allSatisfy(\.isWholeNumber) ? UInt8(part) : nil }
    guard parts.count == 4, numbers.count == 4 else { return nil }
    switch (numbers[0], numbers[1]) {
    case (10, _), (172, 16...31), (192, 168): return host
    default: return nil
    }
  }
}

/// In the names of variables that hold ranges of addresses, or the container's own one.
private let wordsOfRanges: Set = [
  "allow", "allowed", "allowlist", "bind", "block", "blocked", "cidr", "cidrs", "deny", "denylist", "forwarded",
  "listen", "mask", "network", "networks", "pod", "proxies", "range", "ranges", "subnet", "subnets", "trust", "trusted",
  "whitelist",
]
private let wordsOfHosts: Set = [
  "addr", "address", "broker", "brokers", "cache", "database", "db", "endpoint", "host", "hostname", "hosts", "ip",
  "master", "memcached", "mysql", "node", "postgres", "redis", "server", "servers", "upstream", "uri", "url",
]
