/// A pattern of one line of an ignore file, in git's own notation; it compares bytes, as git does.
struct Glob: Sendable {
  private enum Token: Sendable {
    case byte(UInt8)
    /// `?`
    case any
    /// `*`
    case star
    /// `[…]`
    case set(ByteSet)

    func matches(_ byte: UInt8) -> Bool {
      switch self {
      case .byte(let expected): byte == expected
      case .any, .star: true
      case .set(let set): set.contains(byte)
      }
    }
  }

  /// What stands between two slashes.
  private enum Segment: Sendable {
    /// `**`
    case anyDepth
    /// Without special characters: compared at once.
    case name([UInt8])
    case tokens([Token])
  }

  private let segments: [Segment]

  /// Nil when the pattern can match nothing: it ends with a lone backslash, or a bracket is not closed.
  ///
  /// - Parameter pattern: without the slashes at its ends.
  init?(_ pattern: some Collection<UInt8>) {
    guard let parts = Self.split(Array(pattern)) else { return nil }
    var segments: [Segment] = []
    for part in parts {
      guard let segment = Self.segment(part) else { return nil }
      segments.append(segment)
    }
    self.segments = segments
  }

  /// Parts at slashes that are not within brackets; a backslash before a slash changes nothing.
  private static func split(_ pattern: [UInt8]) -> [[UInt8]]? {
    var parts: [[UInt8]] = [[]]
    var index = 0
    while index < pattern.count {
      let byte = pattern[index]
      if byte == slash {
        parts.append([])
      } else if byte == UInt8(ascii: "[") {
        guard let (_, end) = ByteSet.bracket(pattern, at: index) else { return nil }
        parts[parts.count - 1] += pattern[index...end]
        index = end
      } else if byte == backslash, index + 1 < pattern.count {
        index += 1
        if pattern[index] == slash { parts.append([]) } else { parts[parts.count - 1] += [byte, pattern[index]] }
      } else {
        parts[parts.count - 1].append(byte)
      }
      index += 1
    }
    return parts
  }

  private static func segment(_ part: [UInt8]) -> Segment? {
    if part.count >= 2, part.allSatisfy({ $0 == asterisk }) { return .anyDepth }
    var tokens: [Token] = []
    var index = 0
    while index < part.count {
      switch part[index] {
      case asterisk:
        if case .star? = tokens.last {} else { tokens.append(.star) }
      case UInt8(ascii: "?"): tokens.append(.any)
      case backslash:
        index += 1
        guard index < part.count else { return nil }
        tokens.append(.byte(part[index]))
      case UInt8(ascii: "["):
        guard let (set, end) = ByteSet.bracket(part, at: index) else { return nil }
        tokens.append(.set(set))
        index = end
      default: tokens.append(.byte(part[index]))
      }
      index += 1
    }
    var name: [UInt8] = []
    for token in tokens {
      guard case .byte(let byte) = token else { return .tokens(tokens) }
      name.append(byte)
    }
    return .name(name)
  }
}

private let slash = UInt8(ascii: "/")
private let backslash = UInt8(ascii: "\\")
private let asterisk = UInt8(ascii: "*")

extension Glob {
  /// Whether the pattern, which has no slash, matches a name.
  func matches(name: [UInt8]) -> Bool {
    guard segments.count == 1 else { return false }
    return Self.matches(segments[0], name)
  }

  /// Whether the pattern matches a whole path.
  func matches(path: ArraySlice<[UInt8]>) -> Bool { matches(path, segments[...]) }

  private func matches(_ path: ArraySlice<[UInt8]>, _ segments: ArraySlice<Segment>) -> Bool {
    // Where the last `**` stood, and how far it reached: when what follows does not fit, it takes one name more.
    var (path, segments) = (path, segments)
    var retry: (path: ArraySlice<[UInt8]>, segments: ArraySlice<Segment>)?
    while true {
      if let segment = segments.first {
        if case .anyDepth = segment {
          segments.removeFirst()
          // At the end it stands for what is inside a directory, not for the directory.
          if segments.isEmpty { return !path.isEmpty }
          retry = (path, segments)
          continue
        }
        if let name = path.first, Self.matches(segment, name) {
          path.removeFirst()
          segments.removeFirst()
          continue
        }
      } else if path.isEmpty {
        return true
      }
      guard var next = retry, !next.path.isEmpty else { return false }
      next.path.removeFirst()
      retry = next
      (path, segments) = next
    }
  }

  private static func matches(_ segment: Segment, _ name: [UInt8]) -> Bool {
    switch segment {
    case .anyDepth: true
    case .name(let expected): expected == name
    case .tokens(let tokens): matches(tokens, name)
    }
  }

  private static func matches(_ tokens: [Token], _ name: [UInt8]) -> Bool {
    var (token, byte) = (0, 0)
    var retry: (token: Int, byte: Int)?
    while true {
      if token < tokens.count {
        if case .star = tokens[token] {
          token += 1
          retry = (token, byte)
          continue
        }
        if byte < name.count, tokens[token].matches(name[byte]) {
          token += 1
          byte += 1
          continue
        }
      } else if byte == name.count {
        return true
      }
      guard let last = retry, last.byte < name.count else { return false }
      retry = (last.token, last.byte + 1)
      (token, byte) = (last.token, last.byte + 1)
    }
  }
}
