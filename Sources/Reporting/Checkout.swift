/// Where the files of a run lie in their repository, for those who read a report elsewhere.
package struct Checkout: Sendable {
  /// Absolute path of the repository's root.
  private let root: String
  /// The way from the root to the directory that relative paths start from: `infra/`, or empty.
  private let prefix: String
  /// What the address of a file begins with: `https://github.com/acme/shop/blob/4f9c2e1`; nil when nobody said.
  private let address: String?

  package init(root: String, prefix: String = "", address: String? = nil) {
    self.root = root.hasSuffix("/") ? root : root + "/"
    self.prefix = prefix
    self.address = address
  }

  /// The path from the root, with neither `.` nor avoidable `..`; what lies outside keeps its path.
  func path(of path: String) -> String {
    if !path.hasPrefix("/") { return normalized(prefix + path) }
    return path.hasPrefix(root) ? normalized(String(path.dropFirst(root.count))) : normalized(path)
  }

  /// The page that shows a line of a file, counted from 1; nil when it is not known or the file is not part of it.
  func address(of path: String, line: Int) -> String? {
    let path = self.path(of: path)
    guard let address, !path.hasPrefix("/"), !path.hasPrefix("../") else { return nil }
    return "\(address)/\(percentEncoded(path))#L\(line)"
  }
}

extension ReportContext {
  /// The path of a file as the repository has it, as far as that is known.
  func repositoryPath(of path: String) -> String { checkout?.path(of: path) ?? normalized(path) }
}

/// The path without `.`, and without `..` where that can be seen from the names.
private func normalized(_ path: String) -> String {
  var segments: [Substring] = []
  for segment in path.split(separator: "/") where segment != "." {
    if segment == "..", let last = segments.last, last != ".." {
      segments.removeLast()
    } else {
      segments.append(segment)
    }
  }
  return (path.hasPrefix("/") ? "/" : "") + segments.joined(separator: "/")
}

/// A path with everything but `/` and the unreserved characters of RFC 3986 encoded; a `:` would make a scheme of what
/// stands before it.
func percentEncoded(_ path: String) -> String {
  var result = ""
  for byte in path.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
      result.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
  return result
}
