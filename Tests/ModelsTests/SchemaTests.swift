import Foundation
import Models
import Testing

@Suite struct SchemaTests {
  static let roots: [Shape] = [
    .ecsRegisterTaskDefinitionRequest, .ecsCreateServiceRequest, .ecsUpdateServiceRequest, .ecsCreateTaskSetRequest,
    .ecsRunTaskRequest, .cloudRunV1Service, .cloudRunV1Job, .cloudRunV1WorkerPool, .cloudRunV1Instance,
    .cloudRunV2Service, .cloudRunV2Job, .cloudRunV2WorkerPool, .cloudRunV2Instance,
  ]

  @Test func everyShapeIsWholeAndItsFieldsHaveNamesOfTheirOwn() {
    var seen: Set<String> = []
    for root in Self.roots { visit(root, &seen) }
    #expect(seen.count > 90)
  }

  private func visit(_ shape: Shape, _ seen: inout Set<String>) {
    guard seen.insert("\(shape.api) \(shape.name)").inserted else { return }
    #expect(!shape.members.isEmpty, "\(shape.name)")
    #expect(Set(shape.members.map(\.name)).count == shape.members.count, "\(shape.name)")
    for member in shape.members { visit(member.type, &seen) }
  }

  private func visit(_ type: ValueType, _ seen: inout Set<String>) {
    switch type {
    case .shape(let shape): visit(shape(), &seen)
    case .list(let element, _): visit(element, &seen)
    case .map(let value): visit(value, &seen)
    default: return
    }
  }

  @Test func whatDescribePrintsIsMarkedAsOutput() {
    let task = Shape.ecsRegisterTaskDefinitionRequest
    for name in ["revision", "status", "taskDefinitionArn", "requiresAttributes", "registeredAt"] {
      #expect(task.member(name)?.traits == .output, "\(name)")
    }
    #expect(task.member("family")?.traits == .required)
    #expect(Shape.cloudRunV1Service.member("status")?.traits == .output)
    #expect(Shape.ecsUpdateServiceRequest.member("launchType") == nil)
  }

  @Test func aFieldIsFoundWhereItBelongs() {
    let task = Shape.ecsRegisterTaskDefinitionRequest
    #expect(task.holders(of: "networkMode").map(\.name) == ["RegisterTaskDefinitionRequest"])
    #expect(task.holders(of: "image").map(\.name) == ["ContainerDefinition"])
    #expect(task.holders(of: "cpu").map(\.name) == ["RegisterTaskDefinitionRequest", "ContainerDefinition"])
    #expect(task.holders(of: "revision").isEmpty)
  }

  @Test func fieldsOfKubernetesAreNoFieldsOfCloudRun() {
    let container = Shape.cloudRunV1Container
    #expect(KubernetesField.named("lifecycle", in: container)?.replacement != nil)
    #expect(KubernetesField.named("lifecycle", in: .ecsCreateServiceRequest) == nil)
    for name in ["image", "ports", "resources"] { #expect(KubernetesField.named(name, in: container) == nil) }
  }

  @Test(
    "the tables are what Scripts/schema.py makes of the published models",
    .enabled(if: Renewal.reasonToSkip == nil, "\(Renewal.reasonToSkip ?? "")"))
  func tablesAreWhatTheScriptMakes() {
    #expect(Renewal.outcome.status == 0, "\(Renewal.outcome.message)")
  }
}

/// One run of `Scripts/schema.py --check`.
private enum Renewal {
  static let outcome = run()

  /// What is not here to compare with; nil when the script could compare.
  static var reasonToSkip: String? { outcome.status == 3 ? outcome.message : nil }

  private static func run() -> (status: Int32, message: String) {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    let discovery = root.appending(path: "../shared/oracles/discovery").standardizedFileURL
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", root.appending(path: "Scripts/schema.py").path, "--check"]
    if FileManager.default.fileExists(atPath: discovery.path) {
      process.arguments? += ["--discovery", discovery.path]
    }
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = pipe
    do {
      try process.run()
    } catch {
      return (3, "python3 cannot be started")
    }
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // No python3, or one without tomllib.
    let status = process.terminationStatus
    let hasNoInterpreter = status == 127 || output.contains("ModuleNotFoundError")
    return (hasNoInterpreter ? 3 : status, output.split(separator: "\n").last.map(String.init) ?? "")
  }
}
