/// The extension for networks.
extension Function {
  static let networks: Table = [
    .function("ip", 1): .unary(Networks.address),
    .function("cidr", 1): .unary(Networks.network),
    .function("isIP", 1): .unary { (value) throws(Failure) in .bool(Network(address: try Networks.text(value)) != nil)
    },
    .function("isCIDR", 1): .unary { (value) throws(Failure) in
      .bool(Network(network: try Networks.text(value)) != nil)
    },
    .function("ip.isCanonical", 1): .unary(Networks.isCanonical),
    .method("family"): .unary { (value) throws(Failure) in
      try .int(Networks.addressOnly(value).address.count == 4 ? 4 : 6)
    },
    .method("isUnspecified"): .unary { (value) throws(Failure) in
      try .bool(Networks.addressOnly(value).address.allSatisfy { $0 == 0 })
    },
    .method("isLoopback"): .unary { (value) throws(Failure) in
      try .bool(Networks.isIn(value, ["127.0.0.0/8", "::1/128"]))
    },
    .method("isLinkLocalMulticast"): .unary { (value) throws(Failure) in
      try .bool(Networks.isIn(value, ["224.0.0.0/24", "ff02::/16"]))
    },
    .method("isLinkLocalUnicast"): .unary { (value) throws(Failure) in
      try .bool(Networks.isIn(value, ["169.254.0.0/16", "fe80::/10"]))
    },
    .method("isGlobalUnicast"): .unary { (value) throws(Failure) in
      let others = [
        "0.0.0.0/32", "255.255.255.255/32", "127.0.0.0/8", "224.0.0.0/4", "169.254.0.0/16", "::/128", "::1/128",
        "ff00::/8", "fe80::/10",
      ]
      return try .bool(!Networks.isIn(value, others))
    },
    .method("containsIP", 1): .binary { (network, other) throws(Failure) in
      try .bool(Networks.networkOnly(network).contains(Networks.addressOnly(Networks.address(other))))
    },
    .method("containsCIDR", 1): .binary { (network, other) throws(Failure) in
      try .bool(Networks.networkOnly(network).contains(Networks.networkOnly(Networks.network(other))))
    },
    .method("ip"): .unary { (value) throws(Failure) in
      try .network(Network(address: Networks.networkOnly(value).address, prefixLength: nil))
    },
    .method("masked"): .unary { (value) throws(Failure) in try .network(Networks.networkOnly(value).masked) },
    .method("prefixLength"): .unary { (value) throws(Failure) in
      try .int(Int64(Networks.networkOnly(value).prefixLength ?? 0))
    },
  ]
}

private enum Networks {
  static func text(_ value: Value) throws(Failure) -> String {
    guard case .string(let text) = value else { throw .noOverload }
    return text
  }

  static func address(_ value: Value) throws(Failure) -> Value {
    if case .network(let network) = value, network.isAddress { return value }
    let text = try text(value)
    guard let address = Network(address: text) else { throw Failure("'\(text)' is no IP address") }
    return .network(address)
  }

  static func network(_ value: Value) throws(Failure) -> Value {
    if case .network(let network) = value, !network.isAddress { return value }
    let text = try text(value)
    guard let network = Network(network: text) else { throw Failure("'\(text)' is no network such as 10.0.0.0/8") }
    return .network(network)
  }

  static func addressOnly(_ value: Value) throws(Failure) -> Network {
    guard case .network(let network) = value, network.isAddress else { throw .noOverload }
    return network
  }

  static func networkOnly(_ value: Value) throws(Failure) -> Network {
    guard case .network(let network) = value, !network.isAddress else { throw .noOverload }
    return network
  }

  static func isIn(_ value: Value, _ networks: [String]) throws(Failure) -> Bool {
    let address = try addressOnly(value)
    return networks.contains { Network(network: $0)?.contains(address) == true }
  }

  static func isCanonical(_ value: Value) throws(Failure) -> Value {
    let text = try text(value)
    guard let address = Network(address: text) else { throw Failure("'\(text)' is no IP address") }
    return .bool(address.description.isSame(as: text))
  }
}
