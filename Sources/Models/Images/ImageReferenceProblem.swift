import Syntax

extension ImageReference {
  /// What keeps a reference from being one, by the grammar of the OCI distribution.
  package enum Problem: Hashable, Sendable {
    case scheme(String)
    case blank
    /// A component of the path with upper-case letters.
    case upperCase(component: String)
    /// A component of the path with a character that does not belong there, or at an end where it must not stand.
    case path(component: String)
    case emptyComponent
    case host(String)
    case emptyTag
    case tag(String)
    /// Not `sha256:` and 64 hexadecimal digits.
    case digest(String)
    /// More than 255 characters.
    case length(Int)
  }

  /// The first problem in what is known of the reference; nil when there is none, or none can be seen.
  package var problem: Problem? {
    if scheme == "ko" || text.pieces.isEmpty { return nil }
    if let scheme { return .scheme(scheme) }
    if text.hasBlank { return .blank }
    return hostProblem ?? pathProblem ?? tagProblem ?? digestProblem ?? lengthProblem
  }

  private var hostProblem: Problem? {
    guard let host = host.literal else { return nil }
    // `MyOrg/app` reads as a host only because of its capitals.
    if host != "localhost", !host.contains("."), !host.contains(":") { return .upperCase(component: host) }
    return isValidHost(host) ? nil : .host(host)
  }

  private var pathProblem: Problem? {
    for component in path {
      guard let known = component.literal else { continue }
      if known.isEmpty { return .emptyComponent }
      if isValidComponent(known) { continue }
      return isValidComponent(known.lowercased()) ? .upperCase(component: known) : .path(component: known)
    }
    return nil
  }

  private var tagProblem: Problem? {
    guard let tag = tag.literal else { return nil }
    if tag.isEmpty { return .emptyTag }
    let isValid =
      tag.utf8.count <= 128 && tag.utf8.first.map { $0.isWord } == true
      && tag.utf8.allSatisfy { $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    return isValid ? nil : .tag(tag)
  }

  private var digestProblem: Problem? {
    guard let digest = digest.literal else { return nil }
    let parts = digest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let isValid =
      parts.count == 2 && parts[0] == "sha256" && parts[1].utf8.count == 64 && parts[1].utf8.allSatisfy(\.isHexDigit)
    return isValid ? nil : .digest(digest)
  }

  private var lengthProblem: Problem? {
    guard digest == .absent, let count = text.literal?.utf8.count, count > 255 else { return nil }
    return .length(count)
  }
}

/// `[a-z0-9]+` joined by `.`, `_`, `__` or any number of `-`.
private func isValidComponent(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  var index = 0
  while true {
    let start = index
    while index < bytes.count, bytes[index].isLowerOrDigit { index += 1 }
    guard index > start else { return false }
    if index == bytes.count { return true }
    switch bytes[index] {
    case UInt8(ascii: "."): index += 1
    case UInt8(ascii: "_"):
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "_") { index += 1 }
    case UInt8(ascii: "-"):
      while index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    default: return false
    }
  }
}

/// Names between dots, or an IPv6 address in brackets, and perhaps a port.
private func isValidHost(_ text: String) -> Bool {
  if text.hasPrefix("[") { return text.contains("]") }
  let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
  if halves.count == 2, halves[1].isEmpty || !halves[1].utf8.allSatisfy(\.isDecimalDigit) { return false }
  return halves[0].split(on: ".", keepingEmpty: true).allSatisfy { label in
    guard let first = label.utf8.first, let last = label.utf8.last else { return false }
    let belongs = label.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
    return belongs && first.isLetterOrDigit && last.isLetterOrDigit
  }
}

extension Text {
  /// Whether what is known holds white space.
  fileprivate var hasBlank: Bool {
    pieces.contains { piece in
      if case .literal(let known) = piece {
        known.utf8.contains { $0 == 0x20 || (0x09...0x0D).contains($0) }
      } else {
        false
      }
    }
  }
}

extension UInt8 {
  var isDecimalDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isLower: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
  var isUpperCase: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
  var isLowerOrDigit: Bool { isLower || isDecimalDigit }
  var isLetterOrDigit: Bool { isLowerOrDigit || isUpperCase }
  /// A letter, a digit or an underscore.
  var isWord: Bool { isLetterOrDigit || self == UInt8(ascii: "_") }
  var isHexDigit: Bool {
    isDecimalDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
      || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(self)
  }
}
