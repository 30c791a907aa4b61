import Syntax

/// A pattern of a configuration for images: `us-central1-docker.pkg.dev/acme/*`, `*.dkr.ecr.*.amazonaws.com/*`.
///
/// It means what lies below it, too: `ghcr.io/acme` is `ghcr.io/acme/api`. Tags and digests do not count. An image of
/// Docker Hub is looked at by its whole name, `docker.io/library/nginx`.
package struct ImagePattern: Sendable, Hashable {
  private let exact: Wildcard
  private let below: Wildcard

  package init(_ text: String) {
    var base = text[...]
    while base.hasSuffix("/") { base.removeLast() }
    exact = Wildcard(String(base))
    below = Wildcard(base + "/**")
  }

  /// Whether the image can be one of those that are meant, whatever the unknown parts of its name become.
  package func mayMean(_ image: ImageReference) -> Bool {
    guard let name = image.wholeName else { return true }
    return exact.mayMatch(name) || below.mayMatch(name)
  }
}

extension ImageReference {
  /// The name with its host, without tag and digest; nil when it is not known whether there is a host.
  fileprivate var wholeName: Text? {
    let components: [Text]
    switch host {
    case .unknown: return nil
    case .absent: components = [Text("docker.io")] + (path.count == 1 ? [Text("library")] : []) + path
    case .present(let host): components = [registry == .dockerHub ? Text("docker.io") : host] + path
    }
    return Text(
      components.enumerated().flatMap { index, part in (index > 0 ? [.literal("/")] : []) + part.pieces })
  }
}
