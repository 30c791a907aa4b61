import Reporting

extension Checkout {
  /// The repository around the working directory as GitHub Actions or GitLab CI describe it; elsewhere the directory
  /// itself counts as its root.
  static var current: Checkout? {
    guard let directory = try? absolutePath(of: ".") else { return nil }
    for (variable, address) in [("GITHUB_WORKSPACE", gitHubAddress), ("CI_PROJECT_DIR", gitLabAddress)] {
      guard let root = environment(variable).flatMap({ try? absolutePath(of: $0) }) else { continue }
      if directory == root { return Checkout(root: root, address: address) }
      let way = root.hasSuffix("/") ? root : root + "/"
      if directory.hasPrefix(way) {
        return Checkout(root: root, prefix: directory.dropFirst(way.count) + "/", address: address)
      }
    }
    return Checkout(root: directory)
  }

  private static var gitHubAddress: String? {
    guard let server = environment("GITHUB_SERVER_URL"), let repository = environment("GITHUB_REPOSITORY"),
      let commit = environment("GITHUB_SHA")
    else { return nil }
    return safe("\(server)/\(repository)/blob/\(commit)")
  }

  private static var gitLabAddress: String? {
    guard let project = environment("CI_PROJECT_URL"), let commit = environment("CI_COMMIT_SHA") else { return nil }
    return safe("\(project)/-/blob/\(commit)")
  }

  /// The address, if nothing in it could end a link or start something else.
  private static func safe(_ address: String) -> String? {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return nil }
    let isPlain = address.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "-._~/:".utf8.contains(byte)
      }
    }
    return isPlain ? address : nil
  }
}
