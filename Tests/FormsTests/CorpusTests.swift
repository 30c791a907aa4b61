import Forms
import Foundation
import Syntax
import Testing

/// Real files that nobody here wrote, where they are at hand beside the project.
@Suite(.enabled(if: Corpus.isPresent, "no corpus of real files beside the project: ../shared/corpus"))
struct CorpusTests {
  @Test(arguments: [
    ("ecs-taskdef-json", "taskDefinition"), ("ecs-containerdefs-json", "taskDefinition"),
    ("ecs-service-json", "service"),
    ("cloudrun-yaml", "cloudRun"),
  ])
  func everyFileOfAKnownFormIsRecognised(_ folder: String, _ kind: String) {
    for file in Corpus.files(in: folder) {
      let parsed = ParsedFile(reading: file, as: Corpus.language(of: file))
      let recognition = Recognition(parsed)
      #expect(
        recognition.resources.contains { $0.kind.rawValue.hasPrefix(kind) },
        "\(file.path): \(recognition.reasonPassedBy ?? "")")
    }
  }

  @Test(arguments: ["negative-yaml-json"])
  func otherFilesArePassedBy(_ folder: String) {
    for file in Corpus.files(in: folder) where mayHoldResources(file.bytes) {
      let recognition = Recognition(ParsedFile(reading: file, as: Corpus.language(of: file)))
      // One of them is the input of run-task, which is a form of ours.
      let isRunTask = file.path.hasSuffix("runtask_firelen.json")
      // Another one is a workflow that deploys a task definition.
      let forms = recognition.resources.map(\.form).filter { $0 != .gitHubWorkflow }
      #expect(forms == (isRunTask ? [.runTask] : []), "\(file.path)")
    }
  }

  @Test func everyRecognisedFileHoldsAMarker() {
    for folder in ["ecs-taskdef-json", "ecs-containerdefs-json", "ecs-service-json", "cloudrun-yaml"] {
      for file in Corpus.files(in: folder) {
        #expect(mayHoldResources(file.bytes) && !holdsForeignObjectsAlone(file.bytes), "\(file.path)")
      }
    }
  }
}

enum Corpus {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../shared/corpus", directoryHint: .isDirectory
  ).standardized
  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path()) }

  static func files(in name: String) -> [SourceFile] {
    let folder = folder.appending(path: name, directoryHint: .isDirectory)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.sorted().compactMap { name in
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
      return SourceFile(path: name, bytes: Array(data))
    }
  }

  static func language(of file: SourceFile) -> Language {
    let first = file.bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .json : .yaml
  }
}
