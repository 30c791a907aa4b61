/// Where a file is, as SARIF writes it: percent-encoded, relative to the root of the repository wherever it lies below it.
struct ArtifactURI {
  let text: String
  let isRelative: Bool

  /// - Parameters:
  ///   - path: with `/` separators.
  ///   - root: absolute path of the directory that relative paths start from, if it is known.
  init(path: String, root: String?) {
    var path = path
    if let root, root.hasPrefix("/") {
      let prefix = root.hasSuffix("/") ? root : root + "/"
      if path.hasPrefix(prefix) { path.removeFirst(prefix.count) }
    }
    isRelative = !path.hasPrefix("/")
    var segments: [Substring] = []
    for segment in path.split(separator: "/") where segment != "." {
      if segment == "..", let last = segments.last, last != ".." {
        segments.removeLast()
      } else {
        segments.append(segment)
      }
    }
    let encoded = segments.map(Self.percentEncoded).joined(separator: "/")
    text = isRelative ? encoded : "file:///" + encoded
  }

  /// Everything but the unreserved characters of RFC 3986; a `:` would make a scheme of what stands before it.
  private static func percentEncoded(_ segment: Substring) -> String {
    var result = ""
    for byte in segment.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
