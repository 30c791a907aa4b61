import Linting
import Syntax

/// A baseline on disk.
struct BaselineFile {
  static let usualPath = ".seatrial-baseline"

  let path: String
  let baseline: Baseline
  /// The absolute path of its directory.
  private let directory: String
  private let start: String

  /// Reads the file; where there is none and `mayBeMissing`, the baseline is empty.
  init(at path: String, mayBeMissing: Bool = false) throws(UsageError) {
    self.path = path
    start = (try? absolutePath(of: ".")) ?? "/"
    directory = joined(start, path).split(on: "/").dropLast().reduce("") { $0 + "/" + $1 }
    baseline = try Self.read(path, mayBeMissing: mayBeMissing)
  }

  private static func read(_ path: String, mayBeMissing: Bool) throws(UsageError) -> Baseline {
    let bytes: [UInt8]
    do throws(SystemFailure) {
      bytes = try readFile(at: path, count: 1 << 28)
    } catch {
      if mayBeMissing, error.isMissingFile { return Baseline() }
      throw UsageError(text: "cannot read the baseline \(path): \(error.reason)")
    }
    do throws(BaselineProblem) {
      return try Baseline(String(decoding: bytes, as: UTF8.self))
    } catch {
      throw UsageError(
        text: "\(path):\(error.line):1: this is no line of a baseline; 'seatrial baseline' writes one",
        namesPlaces: true)
    }
  }

  /// From the directory of the baseline.
  func path(of shown: String) -> String { relativePath(to: joined(start, shown), from: directory) }

  /// What it makes of a report.
  func applied(to report: Report) -> Baseline.Outcome { baseline.applied(to: report, path: path(of:), exists: exists) }

  func exists(_ entry: String) -> Bool { ((try? kindOfFile(at: joined(directory, entry))) ?? nil) != nil }

  func write(_ baseline: Baseline) throws(SystemFailure) { try replaceFile(at: path, with: baseline.text.utf8) }
}
