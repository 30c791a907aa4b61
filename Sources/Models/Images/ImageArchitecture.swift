import Syntax

extension ImageReference {
  /// The processor that the image is built for, in the words of ECS, where its name or its tag says so: `app:1.2-arm64`,
  /// `arm64v8/nginx`.
  ///
  /// Nil where they do not, or say two things.
  package var namedArchitecture: String? {
    var words = (tag.literal ?? "").split { $0 == "-" || $0 == "." || $0 == "_" }.map { $0.lowercased() }
    // `x86_64` has a separator in it.
    if (tag.literal ?? "").lowercased().holds("x86_64") { words.append("amd64") }
    // Docker builds its own images once more for each processor, each in a folder of its own.
    if registry == .dockerHub, path.count == 2, let folder = path[0].literal { words.append(folder) }
    let named = words.compactMap(architecture)
    return named.allSatisfy { $0 == named[0] } ? named.first : nil
  }
}

private func architecture(_ word: String) -> String? {
  switch word {
  case "amd64": "X86_64"
  case "arm64", "arm64v8", "aarch64": "ARM64"
  default: nil
  }
}
