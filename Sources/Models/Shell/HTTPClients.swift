import Syntax

/// What `curl` and `wget` do with an answer, by their options.
///
/// References: <https://curl.se/docs/manpage.html>, <https://www.gnu.org/software/wget/manual/wget.html>, and
/// `networking/wget.c` of BusyBox.
extension ShellScript.Command {
  /// Whether it is a `curl` that ends with 0 whatever status the server answers with.
  package var ignoresHTTPErrors: Bool {
    guard program == "curl", !mayHaveMoreOptions else { return false }
    let fails: Set = ["--fail", "--fail-with-body", "--config"]
    if arguments.contains(where: { fails.contains($0) || $0.hasPrefix("--config=") }) { return false }
    if hasFlag("f", valued: curlValuedFlags) || hasFlag("K", valued: curlValuedFlags) { return false }
    return addresses.contains { $0.scheme == nil || $0.scheme == "http" || $0.scheme == "https" }
      && addresses.allSatisfy { $0.scheme != "telnet" && $0.scheme != "ftp" && $0.scheme != "file" }
  }

  /// Whether it is a `wget` that writes the answer into a file in the working directory.
  package var savesAnswer: Bool {
    guard program == "wget", !mayHaveMoreOptions, !addresses.isEmpty else { return false }
    if arguments.contains(where: { word in longSilencers.contains { word == $0 || word.hasPrefix($0 + "=") } }) {
      return false
    }
    return !hasFlag("O", valued: wgetValuedFlags) && !hasFlag("i", valued: wgetValuedFlags)
  }

  /// Whether a word that is not known at all may stand for options.
  private var mayHaveMoreOptions: Bool {
    arguments.contains { $0.first == unknownPart && $0.allSatisfy { $0 == unknownPart } || $0.hasPrefix("$") }
  }

  /// Whether a short option is given, also among others: `-sf`.
  private func hasFlag(_ flag: Character, valued: String) -> Bool {
    arguments.contains { word in
      guard word.hasPrefix("-"), !word.hasPrefix("--") else { return false }
      for letter in word.dropFirst() {
        if letter == flag || letter == unknownPart { return true }
        if valued.contains(letter) { return false }
      }
      return false
    }
  }
}

/// Short options of curl with a value.
private let curlValuedFlags = "AbcCdDeEFhHmoPQrtTuUwxXyYz"

/// Short options of wget with a value.
private let wgetValuedFlags = "aeBtTwQPUlARDIXoY"

/// With one of these wget writes no file of its own choosing.
private let longSilencers = ["--spider", "--output-document", "--input-file", "--delete-after"]

/// Where a request goes.
package struct ProbedAddress: Sendable, Equatable {
  /// In lower case; nil when none is written.
  package let scheme: String?
  package let host: String
  /// Nil when none is written, or when it is not known.
  package let port: Int?
  /// Whether a port is written, known or not.
  package let hasPort: Bool

  package init?(_ word: String) {
    var rest = word[...]
    if let range = word.firstRange(of: "://") {
      scheme = word[..<range.lowerBound].lowercased()
      rest = word[range.upperBound...]
    } else {
      scheme = nil
    }
    let authority = rest.prefix { !"/?#".contains($0) }
    let place = authority.split(on: "@", keepingEmpty: true).last ?? authority
    if place.hasPrefix("["), let end = place.firstIndex(of: "]") {
      host = String(place[...end])
      let behind = place[place.index(after: end)...]
      hasPort = behind.hasPrefix(":")
      port = Int(behind.dropFirst())
    } else {
      let parts = place.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      host = String(parts.first ?? "")
      hasPort = parts.count == 2
      port = hasPort ? Int(parts[1]) : nil
    }
    guard scheme != nil || isLocal else { return nil }
  }

  /// Whether it is the container itself.
  package var isLocal: Bool { ["localhost", "127.0.0.1", "[::1]", "0.0.0.0"].contains(host.lowercased()) }

  /// The port that is asked, also where only the scheme says which; nil when that is not known.
  package var effectivePort: Int? {
    if hasPort { return port }
    switch scheme {
    case nil, "http": return 80
    case "https": return 443
    default: return nil
    }
  }
}

extension ShellScript.Command {
  /// The addresses among its arguments.
  package var addresses: [ProbedAddress] {
    arguments.filter { !$0.hasPrefix("-") }.compactMap(ProbedAddress.init)
  }
}
