import Syntax

/// A version of the platform of AWS Fargate; Linux and Windows count their own.
///
/// Written 2026-11-23 from <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html> and
/// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-versions-retired.html>.
package enum PlatformVersion {
  /// What is the newest when a task starts.
  package static let latest = "LATEST"
  /// On which no task starts any more.
  package static let retiredForLinux = ["1.0.0", "1.1.0", "1.2.0", "1.3.0"]
  /// Since when 1.3.0, the last of them, is among them; in China since 2026-06-15.
  package static let dateOfRetirement = "2026-03-16"
  package static let currentForLinux = "1.4.0"
  package static let currentForWindows = "1.0.0"

  /// Whether a text has the form of a version: `1.4.0`, `LATEST`.
  package static func isWellFormed(_ text: String) -> Bool {
    if text.uppercased() == latest { return true }
    let parts = text.split(on: ".", keepingEmpty: true)
    return parts.count == 3 && parts.allSatisfy { Int($0) != nil }
  }
}
