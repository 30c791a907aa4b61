import Syntax

extension ImageReference {
  /// Whether it is known to have no shell, so that nothing can be run in it but its own programs.
  package var hasNoShell: Bool {
    guard let name = name?.lowercased(), tag.literal?.holds("debug") != true else { return false }
    let folders = path.dropLast().map(\.literal)
    // `gcr.io/distroless/java17-debian12`, and mirrors of it.
    if folders.last == "distroless" || name.hasPrefix("distroless-") { return true }
    if name == "fluent-bit" { return folders.last == "fluent" }
    return builtFromScratch.contains(name)
  }

  /// Whether the shell is BusyBox's: its tag says that it is built on Alpine Linux.
  package var isAlpine: Bool {
    name?.lowercased() == "alpine" || tag.literal?.lowercased().holds("alpine") == true
  }
}

extension ImageReference {
  /// Whether a program for HTTP requests is known to be missing from it: `curl`, `wget`.
  ///
  /// The images that only add Node.js or Python to Alpine Linux, which has the `wget` of BusyBox, or to the slim Debian,
  /// which has neither. Sources: <https://github.com/nodejs/docker-node>, <https://github.com/docker-library/python>, 2026-11.
  package func lacks(_ program: String) -> Bool {
    guard isOfficial, let name, let tag = tag.literal else { return false }
    if name == "alpine" { return program == "curl" }
    guard name == "node" || name == "python" else { return false }
    if tag.holds("alpine") { return program == "curl" }
    return tag.split(on: "-").contains("slim") && (program == "curl" || program == "wget")
  }
}

/// Last components of the names of images that hold one program and no shell, as of 2026-11.
///
/// Sources: <https://github.com/aws-observability/aws-otel-collector/issues/2034>,
/// <https://github.com/open-telemetry/opentelemetry-collector-releases/issues/866>, and for Fluent Bit
/// <https://github.com/fluent/fluent-bit-docker-image/issues/34>.
private let builtFromScratch = [
  "aws-otel-collector", "opentelemetry-collector", "opentelemetry-collector-contrib",
]
