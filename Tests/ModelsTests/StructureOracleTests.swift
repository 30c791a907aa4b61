import Foundation
import Models
import Syntax
import Testing

/// Our structural issues against those that independent judges find in mutants of real files.
///
/// `SEATRIAL_MUTANTS` and `SEATRIAL_SEED` choose how many and which.
@Suite struct StructureOracleTests {
  @Test(
    "structural issues are those that independent judges find",
    .enabled(if: Judgement.reasonToSkip == nil, "\(Judgement.reasonToSkip ?? "")"))
  func issuesAreThoseThatJudgesFind() throws {
    var differences: [String: Int] = [:]
    var agreements = 0
    for mutant in Judgement.mutants {
      let comparison = try Comparison(mutant)
      agreements += comparison.agreements
      for difference in comparison.differences {
        guard let explanation = Explanation.all.first(where: { $0.holds(for: difference) }) else {
          Issue.record("\(difference) in \(mutant.name), mutated: \(mutant.mutation)")
          continue
        }
        differences[explanation.words, default: 0] += 1
      }
    }
    #expect(agreements > Judgement.mutants.count / 2, "the judges hardly found anything")
    print("\(Judgement.mutants.count) mutants, \(agreements) issues found by both sides")
    for (words, count) in differences.sorted(by: { $0.key < $1.key }) { print("\(count)\t\(words)") }
  }
}

/// What may be wrong at a place, as fine as the judges can be compared.
private enum Trouble: String {
  case unknown, type, missing, value
}

/// Something that only one side says.
private struct Difference: CustomStringConvertible {
  let path: String
  let trouble: Trouble
  let isOurs: Bool
  /// The issue of ours, nil when only the judge speaks.
  let issue: StructuralIssue?
  /// The judge's own words, empty when only we speak.
  let detail: String
  let mutant: Mutant
  /// Every value of the mutant by its path.
  let nodes: [String: Node]
  /// What we say of the mutant.
  let issues: [StructuralIssue]

  var description: String {
    "\(isOurs ? "only we" : "only the judge"): \(trouble) at \(path) \(detail)\(issue.map { "\($0.problem)" } ?? "")"
  }

  /// The value at the path.
  var node: Node? { nodes[path] }
}

/// Why the two sides may differ, and when.
///
/// What none of these holds for is a failure.
private struct Explanation {
  let words: String
  let holds: @Sendable (Difference) -> Bool

  init(_ words: String, _ holds: @escaping @Sendable (Difference) -> Bool) {
    self.words = words
    self.holds = holds
  }

  func holds(for difference: Difference) -> Bool { holds(difference) }

  static let all = [
    Explanation("judge: null is no value; to us it is absent") { !$0.isOurs && $0.node?.isNull == true },
    Explanation("judge: a placeholder is a string like any other; to us it is unknown") {
      !$0.isOurs && $0.node?.isUnresolved == true
    },
    Explanation("judge: an empty string is no word of an enumeration; describe writes it for what is not set") {
      !$0.isOurs && $0.trouble == .value && $0.node?.string == ""
    },
    Explanation("judge: $schema is unknown; to us a hint for editors") { !$0.isOurs && $0.path == "$schema" },
    Explanation("judge: looks at and below what the platform sets; we leave that whole to SCH005") { difference in
      !difference.isOurs
        && difference.issues.contains { issue in
          guard case .outputField = issue.problem else { return false }
          return difference.path == issue.path || difference.path.hasPrefix(issue.path + ".")
            || difference.path.hasPrefix(issue.path + "[")
        }
    },
    Explanation("judge: misspelt and missing are two; to us one, the misspelling") { difference in
      guard !difference.isOurs, difference.trouble == .missing else { return false }
      let name = difference.path.split(separator: ".").last.map(String.init) ?? ""
      return difference.issues.contains { issue in
        switch issue.problem {
        case .unknownField(let near): near.first?.name == name
        case .kubernetesField: difference.path.dropLast(name.count) == issue.path.dropLast(issue.field.count)
        default: false
        }
      }
    },
    Explanation("judge: wants what a config map reference needs; to us all of it is one that Cloud Run does not have") {
      !$0.isOurs && $0.trouble == .missing && $0.path.contains(".configMapKeyRef.")
    },
    Explanation("ours: null is absent, so a required field is missing; the judge says that null has the wrong type") {
      $0.isOurs && $0.trouble == .missing && $0.node?.isNull == true
    },
    Explanation("ours: Python takes a boolean for an integer; the service does not") { difference in
      guard case .wrongType(let mismatch)? = difference.issue?.problem, difference.mutant.isECS else { return false }
      return mismatch.found == .bool && mismatch.wanted.description == "an integer"
    },
    Explanation("both: the judge's YAML takes y, n and 1e3 for strings, gcloud's and ours do not") { difference in
      // What is no string to us has the wrong type; to the judge it is a word that is not among those allowed.
      let isAboutWord = difference.trouble == .type || (difference.trouble == .value && !difference.isOurs)
      guard isAboutWord, let range = difference.node?.range else { return false }
      let text = String(decoding: Array(difference.mutant.text.utf8)[range.lower..<range.upper], as: UTF8.self)
      return ["y", "n", "Y", "N"].contains(text) || (text.contains("e") && Double(text) != nil && !text.contains("."))
    },
    Explanation("ours: the platform sets it, though the model does not say so (schema-additions.toml)") { difference in
      guard case .outputField? = difference.issue?.problem else { return false }
      return [
        "Service.status", "WorkerPool.status", "ObjectMeta.creationTimestamp", "ObjectMeta.deletionTimestamp",
        "ObjectMeta.generation", "ObjectMeta.resourceVersion", "ObjectMeta.selfLink", "ObjectMeta.uid",
        "Service.etag", "Job.etag", "WorkerPool.etag", "Instance.etag",
      ].contains(difference.member)
    },
    Explanation("ours: required, though the model does not say so (schema-additions.toml)") { difference in
      guard case .missingField? = difference.issue?.problem else { return false }
      return [
        "ContainerDefinition.name", "ContainerDefinition.image", "ObjectMeta.name", "Service.metadata", "Service.spec",
        "Job.metadata", "Job.spec", "WorkerPool.metadata", "WorkerPool.spec", "ServiceSpec.template",
        "WorkerPoolSpec.template", "RevisionTemplate.spec", "JobSpec.template", "ExecutionSpec.template",
        "TaskTemplateSpec.spec", "TaskSpec.containers", "SecretKeySelector.name", "Volume.name", "NFSVolumeSource.path",
        "NFSVolumeSource.server", "SecretVolumeSource.secretName", "KeyToPath.key", "KeyToPath.path",
        "CSIVolumeSource.driver", "RevisionTemplate.containers", "TaskTemplate.containers",
        "WorkerPoolRevisionTemplate.containers", "ContainerPort.containerPort", "GCSVolumeSource.bucket",
      ].contains(difference.member)
    },
    Explanation("judge: wants a mountPath everywhere; the documentation lets it be empty for Cloud SQL") {
      !$0.isOurs && $0.trouble == .missing && $0.path.hasSuffix(".mountPath")
    },
    Explanation("ours: a narrower type than the model's (schema-additions.toml)") { difference in
      difference.isOurs && difference.trouble == .value
        && [
          "RegisterTaskDefinitionRequest.family", "RegisterTaskDefinitionRequest.containerDefinitions",
          "RegisterTaskDefinitionRequest.placementConstraints", "ContainerDefinition.name",
          "ContainerDefinition.credentialSpecs", "Volume.name", "CreateServiceRequest.serviceName",
          "CreateServiceRequest.placementConstraints", "CreateServiceRequest.placementStrategy",
          "RevisionSpec.containers", "TaskSpec.containers", "Container.imagePullPolicy",
          "Container.terminationMessagePolicy", "ContainerPort.name", "ContainerPort.protocol",
          "SecretVolumeSource.defaultMode", "KeyToPath.mode", "EmptyDirVolumeSource.medium", "CSIVolumeSource.driver",
          "RevisionTemplate.containers", "TaskTemplate.containers", "WorkerPoolRevisionTemplate.containers",
          "Instance.containers", "Service.launchStage", "Job.launchStage", "WorkerPool.launchStage",
          "Instance.launchStage", "VersionToPath.mode",
        ].contains(difference.member)
    },
    Explanation("ours: botocore checks no maximum, and no 32 bits") { difference in
      guard difference.mutant.isECS else { return false }
      switch difference.issue?.problem {
      case .outOfRange, .wrongLength, .wrongCount: return true
      default: return false
      }
    },
    Explanation("ours: Python cannot run the model's pattern for tags") { difference in
      if case .strangeCharacter? = difference.issue?.problem { difference.mutant.isECS } else { false }
    },
  ]
}

extension Difference {
  /// The field of ours: `ContainerDefinition.image`.
  var member: String { issue.map { "\($0.shape.name).\($0.field)" } ?? "" }
}

/// One file with what the judge says of it.
private struct Mutant: Decodable {
  let name: String
  let mutation: String
  let shape: String
  let language: String
  let text: String
  /// Path, kind and detail.
  let verdicts: [[String]]

  var isECS: Bool { shape.hasSuffix("Request") }
}

extension Shape {
  /// As the published models call it.
  fileprivate var nameForJudges: String {
    switch api {
    case .cloudRunV2: "GoogleCloudRunV2\(name)"
    case .ecs, .cloudRunV1: name
    }
  }
}

private struct Comparison {
  var differences: [Difference] = []
  var agreements = 0

  init(_ mutant: Mutant) throws {
    let language: Language = mutant.language == "json" ? .json : .yaml
    let parsed = ParsedFile(reading: SourceFile(path: mutant.name, text: mutant.text), as: language)
    let root = try #require(parsed.documents.first, "\(mutant.name): \(parsed.diagnostics.map(\.message))")
    let shape = try #require(SchemaTests.roots.first { $0.nameForJudges == mutant.shape })
    let issues = structuralIssues(of: root, as: shape)
    var nodes: [String: Node] = [:]
    root.collect(into: &nodes, at: "")

    var ours: [String: StructuralIssue] = [:]
    for issue in issues {
      if let trouble = issue.trouble { ours["\(trouble) \(issue.path)"] = issue }
    }
    var theirs: Set<String> = []
    for verdict in mutant.verdicts {
      guard let trouble = Trouble(judged: verdict[1]) else { continue }
      // The judge calls a place in a mapping without a name `.name`.
      let path = verdict[0]
      theirs.insert("\(trouble) \(path)")
      if ours["\(trouble) \(path)"] != nil {
        agreements += 1
      } else {
        differences.append(
          Difference(
            path: path, trouble: trouble, isOurs: false, issue: nil, detail: verdict[2], mutant: mutant, nodes: nodes,
            issues: issues))
      }
    }
    for issue in issues {
      guard let trouble = issue.trouble, !theirs.contains("\(trouble) \(issue.path)") else { continue }
      differences.append(
        Difference(
          path: issue.path, trouble: trouble, isOurs: true, issue: issue, detail: "", mutant: mutant, nodes: nodes,
          issues: issues))
    }
  }
}

extension Trouble {
  init?(judged kind: String) {
    switch kind {
    case "unknown-field", "read-only": self = .unknown
    case "wrong-type", "format": self = .type
    case "missing-required", "required": self = .missing
    case "range", "length", "enum", "pattern", "int-range": self = .value
    // Said in other places than by type or name: deprecated, not-supported.
    default: return nil
    }
  }
}

extension StructuralIssue {
  fileprivate var trouble: Trouble? {
    switch problem {
    case .unknownField, .kubernetesField, .outputField: .unknown
    case .wrongType: .type
    case .missingField: .missing
    case .notAllowed, .outOfRange, .wrongLength, .wrongCount, .strangeCharacter: .value
    case .deprecatedField: nil
    }
  }
}

extension Node {
  fileprivate func collect(into nodes: inout [String: Node], at path: String) {
    nodes[path] = self
    for entry in mapping?.entries ?? [] {
      entry.value.collect(into: &nodes, at: path.isEmpty ? entry.key : "\(path).\(entry.key)")
    }
    for (index, element) in (sequence ?? []).enumerated() { element.collect(into: &nodes, at: "\(path)[\(index)]") }
  }
}

/// One run of `Tests/Oracles/structure.py`.
private enum Judgement {
  static let outcome = run()
  static var mutants: [Mutant] { outcome.mutants }
  /// What is missing; nil when the judges could be asked.
  static var reasonToSkip: String? { outcome.reason }

  private static func run() -> (mutants: [Mutant], reason: String?) {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    let shared = root.appending(path: "../shared").standardizedFileURL
    guard FileManager.default.fileExists(atPath: shared.appending(path: "oracles/ecs_oracle.py").path) else {
      return ([], "../shared/oracles is not here")
    }
    let wishes = ProcessInfo.processInfo.environment
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", root.appending(path: "Tests/Oracles/structure.py").path, shared.appending(path: "oracles").path,
      shared.appending(path: "corpus").path, wishes["SEATRIAL_MUTANTS"] ?? "300", wishes["SEATRIAL_SEED"] ?? "1",
    ]
    let output = Pipe()
    process.standardOutput = output
    do {
      try process.run()
    } catch {
      return ([], "python3 cannot be started")
    }
    let lines = output.fileHandleForReading.readDataToEndOfFile().split(separator: UInt8(ascii: "\n"))
    process.waitUntilExit()
    if process.terminationStatus != 0 { return ([], "structure.py lacks botocore, PyYAML or the corpus") }
    let decoder = JSONDecoder()
    return (lines.compactMap { try? decoder.decode(Mutant.self, from: Data($0)) }, nil)
  }
}
