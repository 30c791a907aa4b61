/// Where a file is, as SARIF writes it: percent-encoded.
struct ArtifactURI {
  let text: String
  let isRelative: Bool

  /// - Parameter path: from the root of the repository wherever the file lies below it.
  init(path: String) {
    isRelative = !path.hasPrefix("/")
    text = (isRelative ? "" : "file://") + percentEncoded(path)
  }
}
