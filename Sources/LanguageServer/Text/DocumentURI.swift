import Syntax

/// Where a document is, in the words of the client, and where that is on disk.
struct DocumentURI: Hashable {
  /// As the client writes it; answers repeat it byte for byte.
  let text: String
  /// The absolute path; nil for what is in no file of this machine.
  let path: String?

  init(_ text: String) {
    self.text = text
    path = Self.path(of: text)
  }

  init(path: String) {
    self.path = path
    var text = "file://"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x30...0x39:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where "-._~/!$&'()*+,;=@".utf8.contains(byte): text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    self.text = text
  }

  /// The name under which a document is linted that is in no file.
  var name: String { decoded(Substring(text.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })) }

  private static func path(of text: String) -> String? {
    // Bytes, since a character of Swift may hold a separator and what is combined with it.
    var rest = text.utf8[...]
    guard String(Substring(rest.prefix(5))).lowercased() == "file:" else { return nil }
    rest = rest.dropFirst(5)
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let host = rest.prefix { $0 != slash }
      // What another machine has is none of our files.
      guard host.isEmpty || String(Substring(host)).lowercased() == "localhost" else { return nil }
      rest = rest.dropFirst(host.count)
    }
    rest = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let path = decoded(Substring(rest))
    guard path.utf8.first == slash, !path.utf8.contains(0) else { return nil }
    return normalized(path)
  }

  /// Without `.`, `..` and separators that say nothing.
  private static func normalized(_ path: String) -> String {
    var names: [Substring] = []
    for name in path.split(on: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }
}

private let slash = UInt8(ascii: "/")

/// A text with the bytes that are written as `%20`.
private func decoded(_ text: Substring) -> String {
  guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
  let written = Array(text.utf8)
  var bytes: [UInt8] = []
  var offset = 0
  while offset < written.count {
    if written[offset] == UInt8(ascii: "%"), offset + 2 < written.count,
      let high = Character(Unicode.Scalar(written[offset + 1])).hexDigitValue,
      let low = Character(Unicode.Scalar(written[offset + 2])).hexDigitValue
    {
      bytes.append(UInt8(high << 4 | low))
      offset += 3
    } else {
      bytes.append(written[offset])
      offset += 1
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
