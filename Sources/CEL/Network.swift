/// An address, or a network of addresses, of version 4 or 6.
package struct Network: Sendable, Hashable {
  /// 4 or 16 bytes.
  let address: [UInt8]
  /// Bits that all addresses of the network share; nil for an address.
  let prefixLength: Int?

  var isAddress: Bool { prefixLength == nil }
  var typeName: String { isAddress ? "net.IP" : "net.CIDR" }
  var bits: Int { address.count * 8 }

  package static func == (first: Network, second: Network) -> Bool {
    guard first.prefixLength == second.prefixLength else { return false }
    return first.isAddress ? first.unmapped == second.unmapped : first.address == second.address
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(unmapped)
  }

  /// The address of version 4 that one of version 6 stands for.
  private var unmapped: [UInt8] {
    let prefix: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]
    return address.count == 16 && address.starts(with: prefix) ? Array(address.suffix(4)) : address
  }

  /// The network with all bits beyond the prefix cleared.
  var masked: Network {
    guard let prefixLength else { return self }
    let bytes = address.indices.map { index -> UInt8 in
      let kept = min(max(prefixLength - index * 8, 0), 8)
      return address[index] & UInt8(truncatingIfNeeded: 0xFF00 >> kept)
    }
    return Network(address: bytes, prefixLength: prefixLength)
  }

  func contains(_ other: Network) -> Bool {
    guard let prefixLength, address.count == other.address.count, other.prefixLength ?? bits >= prefixLength
    else { return false }
    return Network(address: other.address, prefixLength: prefixLength).masked.address == masked.address
  }
}

extension Network {
  /// Nil if the text is no address: `192.168.0.1`, `2001:db8::68`.
  init?(address text: String) {
    guard let address = text.utf8.contains(UInt8(ascii: ":")) ? Network.version6(text) : Network.version4(text)
    else { return nil }
    self.init(address: address, prefixLength: nil)
  }

  /// Nil if the text is no network: `192.168.0.0/24`.
  init?(network text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let address = Network(address: String(parts[0])),
      let length = Network.number(parts[1], most: address.bits)
    else { return nil }
    self.init(address: address.address, prefixLength: length)
  }

  private static func number(_ text: Substring, most: Int) -> Int? {
    guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy(\.isDigit), text == "0" || text.first != "0"
    else { return nil }
    return Int(text).flatMap { $0 <= most ? $0 : nil }
  }

  private static func version4(_ text: String) -> [UInt8]? {
    let bytes = text.split(separator: ".", omittingEmptySubsequences: false).compactMap { number($0, most: 255) }
    return bytes.count == 4 && text.utf8.count { $0 == UInt8(ascii: ".") } == 3 ? bytes.map { UInt8($0) } : nil
  }

  private static func version6(_ text: String) -> [UInt8]? {
    guard text.utf8.count <= 45 else { return nil }
    guard let gap = text.utf8.firstRange(of: "::".utf8, from: text.startIndex) else {
      return groups(text[...]).flatMap { $0.count == 16 ? $0 : nil }
    }
    guard let head = groups(text[..<gap.lowerBound]), let tail = groups(text[gap.upperBound...]),
      head.count + tail.count <= 14
    else { return nil }
    return head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail
  }

  private static func groups(_ text: Substring) -> [UInt8]? {
    guard !text.isEmpty else { return [] }
    var bytes: [UInt8] = []
    for group in text.split(separator: ":", omittingEmptySubsequences: false) {
      guard (1...4).contains(group.utf8.count), group.utf8.allSatisfy({ $0.hexValue != nil }),
        let value = UInt16(group, radix: 16)
      else { return nil }
      bytes += [UInt8(value >> 8), UInt8(value & 0xFF)]
    }
    return bytes
  }
}

extension Network: CustomStringConvertible {
  package var description: String {
    addressText + (prefixLength.map { "/\($0)" } ?? "")
  }

  private var addressText: String {
    guard address.count == 16 else { return address.map { String($0) }.joined(separator: ".") }
    let groups = stride(from: 0, to: 16, by: 2).map { UInt16(address[$0]) << 8 | UInt16(address[$0 + 1]) }
    let texts = { (range: Range<Int>) in groups[range].map { String($0, radix: 16) }.joined(separator: ":") }
    // The longest run of zeros is written as two colons.
    var longest = 0..<0
    var start = 0
    for end in 1...8 where end == 8 || (groups[end] == 0) != (groups[start] == 0) {
      if groups[start] == 0, end - start > max(longest.count, 1) { longest = start..<end }
      start = end
    }
    return longest.isEmpty ? texts(0..<8) : texts(0..<longest.lowerBound) + "::" + texts(longest.upperBound..<8)
  }
}
