import Syntax

/// The name of a container image, taken apart: `host/path:tag@digest`, of which any part may be unknown.
///
/// Reference: <https://github.com/distribution/reference/blob/main/reference.go>
package struct ImageReference: Hashable, Sendable {
  /// One part of the name.
  package enum Part: Hashable, Sendable {
    case absent
    /// Written, though perhaps not known as a whole.
    case present(Text)
    /// Nobody can tell whether it is there: an unknown piece may hold it.
    case unknown

    /// The text of the part when it is there and wholly known.
    package var literal: String? { if case .present(let text) = self { text.literal } else { nil } }
  }

  /// As it was written, with the words that stand in for a value as holes.
  package let text: Text
  /// The registry, with its port; absent means Docker Hub.
  package let host: Part
  /// The path on the registry, by its components; with an unknown host it may begin with a part of that.
  package let path: [Text]
  package let tag: Part
  /// `sha256:` and 64 hexadecimal digits.
  package let digest: Part
  /// What stands before `://`, in lower case; no image has one.
  package let scheme: String?
  /// The registry that the host is; nil when not enough of the host is known.
  package let registry: Registry?

  package init(_ written: Text) {
    let text = written.markingStandIns
    self.text = text
    let (scheme, name) = text.withoutScheme
    self.scheme = scheme
    if scheme == "ko" {
      // A Go import path, which ko builds and replaces by the image.
      (host, tag, digest, path, registry) = (.unknown, .unknown, .unknown, [], nil)
      return
    }
    let halves = name.split(on: "@", maxSplits: 1)
    let components = halves[0].split(on: "/")
    let last = (components.last ?? Text("")).split(on: ":", maxSplits: 1)
    let mayHoldMore = last.contains(where: \.hasHoles)
    digest = halves.count == 2 ? .present(halves[1]) : mayHoldMore ? .unknown : .absent
    tag = last.count == 2 ? .present(last[1]) : mayHoldMore ? .unknown : .absent

    let folders = components.dropLast()
    guard let first = folders.first else {
      host = last[0].hasHoles ? .unknown : .absent
      path = [last[0]]
      registry = host == .absent ? .dockerHub : nil
      return
    }
    let isHost = first.isHost
    host = isHost == .yes ? .present(first) : isHost == .no ? .absent : .unknown
    path = folders.dropFirst(isHost == .yes ? 1 : 0) + [last[0]]
    registry = isHost == .yes ? Registry(host: first) : isHost == .no ? .dockerHub : nil
  }

  package init(_ written: String) { self.init(Text(written)) }

  /// The last component of the path when it is known: `postgres` of `docker.io/library/postgres:16`.
  package var name: String? { path.last?.literal }

  /// Whether it is known that neither a tag nor a digest is written, so that `latest` is meant.
  package var isUntagged: Bool { tag == .absent && digest == .absent }

  /// Whether it may be no image but the name of an artifact that Skaffold builds and replaces: one bare word.
  package var mayBeArtifactName: Bool {
    host == .absent && path.count == 1 && isUntagged && !isOfficial
  }

  /// Whether it is an image that Docker curates: `nginx`, `library/nginx`, and their mirror on the public ECR.
  package var isOfficial: Bool {
    guard let name, officialImageNames.contains(name) else { return false }
    switch registry {
    case .dockerHub: return path.count == 1 || (path.count == 2 && path[0].literal == "library")
    case .publicECR: return path.count == 3 && path[0].literal == "docker" && path[1].literal == "library"
    default: return false
    }
  }
}

extension Text {
  /// What stands before `://`, and the text behind it.
  fileprivate var withoutScheme: (scheme: String?, rest: Text) {
    guard case .literal(let start)? = pieces.first else { return (nil, self) }
    let scheme = start.utf8.prefix { $0.isLetterOrDigit || $0 == UInt8(ascii: "+") }
    guard !scheme.isEmpty, let rest = start.rest(after: "://"), start.utf8.count - rest.utf8.count == scheme.count + 3
    else { return (nil, self) }
    return (Substring(scheme).lowercased(), Text([.literal(String(rest))] + pieces.dropFirst()))
  }

  /// Whether the first component of a path is a host: it has a dot or a port, is `localhost`, or is not lower-case.
  fileprivate var isHost: Truth {
    let hasMark = pieces.contains { piece in
      if case .literal(let known) = piece {
        known.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
      } else {
        false
      }
    }
    if hasMark { return .yes }
    guard let literal else { return .unknown }
    return Truth(literal == "localhost" || literal != literal.lowercased())
  }
}
