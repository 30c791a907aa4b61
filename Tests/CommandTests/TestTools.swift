import Foundation
import Testing

/// The tools of `Tests/requirements.txt`, which `Scripts/test-tools` installs.
enum TestTools {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  private static let answer = Result {
    try Command.shell("exec Scripts/test-tools", in: Folder(url: root))
  }

  /// The directory that they are in; nil when they cannot be had.
  static var directory: String? {
    guard let answer = try? answer.get(), answer.status == 0 else { return nil }
    return answer.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Nil when there is such a tool.
  fileprivate static func reasonToSkip(without tool: String) -> String? {
    guard let directory else {
      return (try? answer.get().errors.trimmingCharacters(in: .whitespacesAndNewlines))
        ?? "Scripts/test-tools does not run"
    }
    return FileManager.default.isExecutableFile(atPath: "\(directory)/\(tool)") ? nil : "\(tool) is not to be had here"
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips what needs a tool that cannot be had, and says why.
  static func needsTool(_ name: String) -> Self {
    let reason = TestTools.reasonToSkip(without: name)
    return .enabled(if: reason == nil, "\(reason ?? "")")
  }
}
