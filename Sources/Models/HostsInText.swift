import Syntax

extension Text {
  /// The hosts that a value names, whether or not they have dots: those of its URLs, and of `host:port` alone.
  ///
  /// `http://api:8080/x`, `postgres://user:secret@db/app`, `kafka:9092,kafka2:9092`.
  package var namedHosts: [String] {
    // What is unknown is part of no host.
    let known = pieces.map { piece in
      if case .literal(let text) = piece { text } else { "\u{FFFC}" }
    }.joined()
    return known.split { $0 == "," || $0 == " " || $0 == ";" || $0 == "\n" }.flatMap { hosts(in: String($0)) }
  }
}

private func hosts(in part: String) -> [String] {
  let parts = part.split(on: "://")
  guard parts.count > 1 else { return hostBeforePort(part).map { [$0] } ?? [] }
  return parts.dropFirst().compactMap { rest in
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\"" && $0 != "'" }
    let place = authority.split(on: "@", keepingEmpty: true).last ?? ""
    let host = place.prefix { $0 != ":" }
    return host.isEmpty ? nil : String(host)
  }
}

/// Of `host:port`, where the port is one that a server may have: `redis:7` is an image with a tag.
private func hostBeforePort(_ part: String) -> String? {
  let halves = part.split(on: ":", keepingEmpty: true)
  guard halves.count == 2, let port = Int(halves[1]), 80...65535 ~= port, !halves[0].isEmpty else { return nil }
  return String(halves[0])
}

extension String {
  /// The parts between the occurrences of a few ASCII characters.
  fileprivate func split(on separator: String) -> [Substring] {
    var parts: [Substring] = []
    var start = startIndex
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(separator) {
        parts.append(self[start..<index])
        index = self.index(index, offsetBy: separator.count)
        start = index
      } else {
        index = self.index(after: index)
      }
    }
    return parts + [self[start...]]
  }
}
