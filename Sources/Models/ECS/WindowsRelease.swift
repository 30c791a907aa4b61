/// The releases of Windows that containers of a task can be made for.
package enum WindowsRelease {
  /// Those that run on instances alone, as of 2026-11-20.
  ///
  /// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-windows-considerations.html>. Whether
  /// Fargate runs 2025 is not said there yet.
  package static let notOnFargate: [String] = [
    "WINDOWS_SERVER_2016_FULL", "WINDOWS_SERVER_2004_CORE", "WINDOWS_SERVER_20H2_CORE",
  ]
}
