import Syntax

extension ImageReference {
  /// Why its tag is one that is moved from image to image, in words that end a sentence; nil when it is not known to be.
  ///
  /// `latest` alone is not looked at here.
  package var floatingTagReason: String? {
    guard digest == .absent, let tag = tag.literal, tag != "latest" else { return nil }
    let words = tag.lowercased().split { $0 == "-" || $0 == "_" }
    if words.contains("latest") { return "it moves with every release" }
    let lowered = tag.lowercased()
    if let kind = floatingTags.first(where: { $0.tags.contains(lowered) }) { return kind.reason }
    if isOfVendor {
      // `stable-alpine`, `lts-slim`: no word names a version.
      if !words.isEmpty, words.allSatisfy({ vendorWords.contains(String($0)) }) { return "it names no version" }
      if isBareMajor(tag) { return "it moves with every minor release" }
    }
    return nil
  }

  /// Whether somebody else pushes it, so that a bare number is a major version and not the number of a build.
  private var isOfVendor: Bool {
    if isOfficial { return true }
    switch registry {
    case .publicECR: return true
    case .other(let host): return vendorHosts.contains(host)
    default: return false
    }
  }
}

/// `3`, `v1`: one or two digits.
private func isBareMajor(_ tag: String) -> Bool {
  let digits = tag.hasPrefix("v") ? tag.dropFirst() : tag[...]
  return (1...2).contains(digits.utf8.count) && digits.utf8.allSatisfy(\.isDecimalDigit)
}

/// Tags that are moved by their very meaning, with what moves them.
///
/// Written 2026-11 from the tag lists of the official images of Docker Hub and of the AWS observability images, and
/// from the names that teams give to environments and branches.
///
/// Lists and no dictionary, which would be made anew in every run.
private let floatingTags: [(tags: [String], reason: String)] = [
  (
    [
      "stable", "edge", "nightly", "canary", "rolling", "current", "release", "next", "lts", "mainline", "unstable",
      "snapshot", "tip", "head", "newest", "debug", "init-stable", "init-debug", "debug-stable",
      "windowsservercore-stable",
    ], "it moves with every release"
  ),
  (["main", "master", "trunk", "develop", "development", "dev"], "it moves with every build"),
  (
    ["prod", "production", "staging", "stage", "live", "qa", "uat", "test", "testing", "preprod"],
    "it moves with every release to that environment"
  ),
]

/// Words that name a variant of an image, a distribution or a channel, and no version of the software.
private let vendorWords = [
  "alpine", "slim", "bookworm", "bullseye", "buster", "trixie", "jammy", "focal", "noble", "bionic", "management",
  "perl", "otel", "apache", "fpm", "cli", "stable", "mainline", "lts", "edge", "full", "minimal", "debian", "ubuntu",
  "windowsservercore", "nanoserver", "ltsc2019", "ltsc2022", "ltsc2025",
]

/// Registries on which only their owner pushes.
private let vendorHosts = ["mcr.microsoft.com", "registry.k8s.io", "registry.access.redhat.com"]
