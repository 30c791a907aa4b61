import Models

/// What the configuration says about state: the options of SPT001, which also hold for the rules beside it.
struct StateMarks {
  private let statefulImages: [String]
  private let statelessImages: [String]
  private let directories: [String]
  private let variables: [Wildcard]

  init(_ findings: Findings) {
    func option(_ name: String) -> [String] { findings.option(name, of: "SPT001") }
    statefulImages = option("stateful-images")
    statelessImages = option("stateless-images")
    directories = option("data-directories")
    variables = option("data-variables").map { Wildcard($0) }
  }

  func isStateful(_ image: ImageReference) -> Bool { Self.means(image, statefulImages) }
  func isStateless(_ image: ImageReference) -> Bool { Self.means(image, statelessImages) }
  func isDataVariable(_ name: String) -> Bool { variables.contains { $0.matches(name) } }

  /// Whether a path is one of the directories, or lies in one.
  func isDataDirectory(_ path: String) -> Bool {
    directories.contains { directory in
      var base = directory[...]
      while base.hasSuffix("/") { base.removeLast() }
      return path == base || path.hasPrefix(base + "/")
    }
  }

  /// A pattern without a slash is about the last part of the name, whoever's registry it comes from.
  private static func means(_ image: ImageReference, _ patterns: [String]) -> Bool {
    guard !patterns.isEmpty, image.host != .unknown, image.path.allSatisfy({ !$0.hasHoles }) else { return false }
    return patterns.contains { pattern in
      pattern.contains("/")
        ? ImagePattern(pattern).mayMean(image) : image.name.map { Wildcard(pattern).matches($0) } ?? false
    }
  }
}
