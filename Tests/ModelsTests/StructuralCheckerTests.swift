import Models
import Syntax
import Testing

/// A few lines of YAML under a shape, and what is said of them, one line an issue: `path: problem @ marked text`.
struct StructureCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let shape: Shape
  let text: String
  let issues: [String]

  init(_ title: String, _ shape: Shape, _ text: String, _ issues: [String] = []) {
    testDescription = title
    self.shape = shape
    self.text = text
    self.issues = issues
  }
}

@Suite struct StructuralCheckerTests {
  @Test(arguments: [
    StructureCase(
      "a misspelt field", .ecsRegisterTaskDefinitionRequest,
      "{family: a, containerDefinitions: [{name: a, image: b, portMapping: []}]}",
      ["containerDefinitions[0].portMapping: unknown, near portMappings @ portMapping"]),
    StructureCase(
      "a field in the wrong case", .ecsRegisterTaskDefinitionRequest,
      "{Family: a, containerDefinitions: [{name: a, Image: b}]}",
      [
        "Family: unknown, near family @ Family", "containerDefinitions[0].Image: unknown, near image @ Image",
      ]),
    StructureCase(
      "the right name is there already", .ecsRegisterTaskDefinitionRequest,
      "{family: a, familly: b, containerDefinitions: [{name: a, image: b}]}",
      ["familly: unknown, near (family) @ familly"]),
    StructureCase(
      "nothing below an unknown field is judged", .ecsRegisterTaskDefinitionRequest,
      "{family: a, containerDefinitions: [{name: a, image: b}], nothingLikeIt: {x: 1}}",
      ["nothingLikeIt: unknown @ nothingLikeIt"]),
    StructureCase(
      "output fields and what stands below", .ecsRegisterTaskDefinitionRequest,
      "{family: a, revision: x, status: 1, containerDefinitions: [{name: a, image: b}]}",
      ["revision: output @ revision", "status: output @ status"]),
    StructureCase(
      "an editor's hint, null and what is unknown", .ecsRegisterTaskDefinitionRequest,
      "{$schema: x, family: '${A}', cpu: ${CPU}, memory: null, containerDefinitions: [{name: a, image: b, cpu: '${C}'}]}"
    ),
    StructureCase(
      "a null field is missing", .ecsRegisterTaskDefinitionRequest,
      "{family: null, containerDefinitions: [{name: a, image: ~}]}",
      ["containerDefinitions[0].image: missing @ a", "family: missing @ family"]),
    StructureCase(
      "without a name the key stands for what lacks it", .ecsRegisterTaskDefinitionRequest,
      "{family: a, containerDefinitions: [{name: a, image: b, healthCheck: {interval: 5}}, {image: c}]}",
      [
        "containerDefinitions[0].healthCheck.command: missing @ healthCheck",
        "containerDefinitions[1].name: missing @ image",
      ]),
    StructureCase(
      "strings and numbers", .ecsRegisterTaskDefinitionRequest,
      "{family: a, cpu: 256, memory: 0512, containerDefinitions: [{name: a, image: b, cpu: '128', memory: 64.0}]}",
      [
        "cpu: integer for a string, quote @ 256", "memory: integer for a string, quote @ 0512",
        "containerDefinitions[0].cpu: string for an integer, write 128 @ '128'",
        "containerDefinitions[0].memory: number for an integer, write 64 @ 64.0",
      ]),
    StructureCase(
      "booleans", .ecsRegisterTaskDefinitionRequest,
      "{family: yes, containerDefinitions: [{name: a, image: b, essential: 'True', privileged: 1}]}",
      [
        "family: bool for a string, quote @ yes",
        "containerDefinitions[0].essential: string for a boolean, write true @ 'True'",
        "containerDefinitions[0].privileged: integer for a boolean @ 1",
      ]),
    StructureCase(
      "lists and mappings", .ecsRegisterTaskDefinitionRequest,
      "{family: a, volumes: {name: v}, containerDefinitions: [{name: a, image: b, command: x, dockerLabels: [a]}]}",
      [
        "volumes: mapping for a list of mappings @ volumes",
        "containerDefinitions[0].command: string for a list of strings, wrap @ x",
        "containerDefinitions[0].dockerLabels: list for a mapping of strings @ dockerLabels",
      ]),
    StructureCase(
      "elements and entries", .ecsRegisterTaskDefinitionRequest,
      "{family: a, containerDefinitions: [{name: a, image: b, command: [1], dockerLabels: {k: 2}}, web]}",
      [
        "containerDefinitions[0].command[0]: integer for a string, quote @ 1",
        "containerDefinitions[0].dockerLabels.k: integer for a string, quote @ 2",
        "containerDefinitions[1]: string for a mapping @ web",
      ]),
    StructureCase(
      "values, spans, lengths and characters", .ecsRegisterTaskDefinitionRequest,
      "{family: a.b, networkMode: awsVpc, pidMode: '', containerDefinitions: [], tags: [{key: '', value: 'a*'}]}",
      [
        "family: '.' @ a.b", "networkMode: not allowed, near awsvpc @ awsVpc",
        "containerDefinitions: 0 elements @ containerDefinitions", "tags[0].key: 0 characters @ ''",
        "tags[0].value: '*' @ 'a*'",
      ]),
    StructureCase(
      "numbers out of range", .ecsCreateServiceRequest,
      "{serviceName: a, desiredCount: 3000000000, capacityProviderStrategy: [{capacityProvider: x, weight: -1}],"
        + " healthCheckGracePeriodSeconds: 99999999999999999999}",
      [
        "desiredCount: 3000000000 out of range @ 3000000000",
        "capacityProviderStrategy[0].weight: -1 out of range @ -1",
        "healthCheckGracePeriodSeconds: 99999999999999999999 out of range @ 99999999999999999999",
      ]),
    StructureCase(
      "what gcloud forgives", .cloudRunV1Service,
      "{metadata: {name: a, namespace: 123}, spec: {template: {spec: {containers: [{image: b, ports:"
        + " [{containerPort: '80'}]}], timeoutSeconds: 300s}}}}",
      [
        "metadata.namespace: integer for a string, quote, tolerated @ 123",
        "spec.template.spec.containers[0].ports[0].containerPort: string for an integer, write 80, tolerated @ '80'",
        "spec.template.spec.timeoutSeconds: string for an integer, write 300 @ 300s",
      ]),
    StructureCase(
      "dates, which gcloud cannot send", .cloudRunV1Service,
      "{metadata: {name: a, labels: {a: 2024-01-31, b: '2024-01-31', c: 2024-1-1, d: 2024-01-31T10:00:00Z}},"
        + " spec: {template: {spec: {containers: [{image: b}]}}}}",
      [
        "metadata.labels.a: date for a string, quote @ 2024-01-31",
        "metadata.labels.d: date for a string, quote @ 2024-01-31T10:00:00Z",
      ]),
    StructureCase(
      "64-bit integers are strings to the API", .cloudRunV1Job,
      "{metadata: {name: a}, spec: {template: {spec: {template: {spec: {containers: [{image: b}], timeoutSeconds: 600}}}}}}"
    ),
    StructureCase(
      "fields of Kubernetes", .cloudRunV1Service,
      "{metadata: {name: a}, spec: {template: {spec: {containers: [{image: b, lifecycle: {}}], hostNetwork: true}}}}",
      [
        "spec.template.spec.containers[0].lifecycle: of Kubernetes @ lifecycle",
        "spec.template.spec.hostNetwork: of Kubernetes @ hostNetwork",
      ]),
    StructureCase(
      "a job that nests too shallow", .cloudRunV1Job,
      "{metadata: {name: a}, spec: {template: {spec: {containers: [{image: b}]}}}}",
      ["spec.template.spec.containers: of Kubernetes @ containers"]),
  ])
  func finds(_ example: StructureCase) throws {
    let file = SourceFile(path: "case.yaml", text: example.text)
    let parsed = ParsedFile(reading: file, as: .yaml)
    let node = try #require(parsed.documents.first)
    let found = structuralIssues(of: node, as: example.shape)
    #expect(found.map { $0.summary(in: file) } == example.issues)
  }

  @Test func anOpenMappingLacksNothing() {
    let nowhere = SourceRange(0, 0)
    let open = Node(.mapping(Mapping([], isOpen: true)), nowhere)
    #expect(structuralIssues(of: open, as: .ecsRegisterTaskDefinitionRequest).isEmpty)
    let closed = Node(.mapping(Mapping([])), nowhere)
    #expect(structuralIssues(of: closed, as: .ecsRegisterTaskDefinitionRequest).count == 2)
  }
}

extension StructuralIssue {
  fileprivate func summary(in file: SourceFile) -> String { "\(path): \(words) @ \(file.text(in: range))" }

  private var words: String {
    switch problem {
    case .unknownField(let near):
      "unknown"
        + (near.isEmpty ? "" : ", near " + near.map { $0.isAbsent ? $0.name : "(\($0.name))" }.joined(separator: " "))
    case .kubernetesField: "of Kubernetes"
    case .outputField: "output"
    case .deprecatedField: "deprecated"
    case .wrongType(let mismatch):
      "\(mismatch.found) for \(mismatch.wanted.description)" + (mismatch.repair?.words ?? "")
        + (mismatch.tolerance == nil ? "" : ", tolerated")
    case .missingField: "missing"
    case .notAllowed(_, _, let nearest): "not allowed" + (nearest.map { ", near \($0)" } ?? "")
    case .outOfRange(let number, _): "\(number) out of range"
    case .wrongLength(let count, _): "\(count) characters"
    case .wrongCount(let count, _): "\(count) elements"
    case .strangeCharacter(let stranger, _): "'\(stranger)'"
    }
  }
}

extension StructuralIssue.Suggestion {
  fileprivate var words: String { isAbsent ? name : "(\(name))" }
}

extension StructuralIssue.Repair {
  fileprivate var words: String {
    switch self {
    case .quote: ", quote"
    case .replace(let text): ", write \(text)"
    case .wrapInList: ", wrap"
    }
  }
}
