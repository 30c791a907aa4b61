import Forms
import Models
import Syntax
import Testing

/// Lines of YAML, and the kind of resource that they are taken for.
struct ShapeCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let kind: Resource.Kind?

  init(_ description: String, _ kind: Resource.Kind?, _ text: String) {
    testDescription = description
    self.text = text
    self.kind = kind
  }
}

private func recognition(_ text: String) -> Recognition {
  Recognition(ParsedFile(reading: SourceFile(path: "x.yaml", text: text), as: .yaml), isNamed: true)
}

@Suite struct CloudRunV2Tests {
  @Test(arguments: [
    ShapeCase(
      "a word of v2", .cloudRunService, "{ingress: INGRESS_TRAFFIC_ALL, template: {containers: [{image: nginx}]}}"),
    ShapeCase(
      "a full name", .cloudRunService,
      "{name: projects/a/locations/b/services/c, template: {containers: [{image: nginx}]}}"),
    ShapeCase(
      "a full name of which only the kind is known", .cloudRunWorkerPool,
      "{name: 'projects/${P}/locations/${L}/workerPools/${N}', template: {containers: [{image: nginx}]}}"),
    ShapeCase(
      "counts of instances", .cloudRunService,
      "{template: {scaling: {minInstanceCount: 1}, containers: [{image: nginx}]}}"),
    ShapeCase("cpuIdle", .cloudRunService, "{template: {containers: [{image: nginx, resources: {cpuIdle: true}}]}}"),
    ShapeCase("an image of Google's", .cloudRunService, "{template: {containers: [{image: gcr.io/a/b}]}}"),
    ShapeCase(
      "a task in an execution", .cloudRunJob,
      "{launchStage: GA, template: {taskCount: 1, template: {containers: [{image: nginx}]}}}"),
    ShapeCase(
      "splits", .cloudRunWorkerPool,
      "{instanceSplits: [{type: INSTANCE_SPLIT_ALLOCATION_TYPE_LATEST, percent: 100}], template: {containers: [{image: a}]}}"
    ),
    ShapeCase(
      "a count by hand", .cloudRunWorkerPool,
      "{scaling: {manualInstanceCount: 1}, template: {containers: [{image: nginx}]}}"),
    ShapeCase(
      "a count by hand in a service", .cloudRunService,
      "{scaling: {scalingMode: MANUAL, manualInstanceCount: 1}, template: {containers: [{image: nginx}]}}"),
    ShapeCase(
      "a single instance", .cloudRunInstance,
      "{name: projects/a/locations/b/instances/c, containers: [{image: nginx}]}"),
    ShapeCase("a template of something else", nil, "{template: {containers: [{image: nginx, name: a}]}}"),
    ShapeCase(
      "of Azure", nil,
      "{properties: {template: {containers: [{image: a, resources: {cpu: 0.5}}], scale: {minReplicas: 1}}}, name: a}"),
    ShapeCase(
      "of Kubernetes", nil, "{template: {metadata: {labels: {a: b}}, spec: {containers: [{image: gcr.io/a/b}]}}}"),
    ShapeCase("a list of containers alone", nil, "{containers: [{image: gcr.io/a/b}]}"),
    ShapeCase("without containers", nil, "{ingress: INGRESS_TRAFFIC_ALL, template: {timeout: 300s}}"),
  ])
  func theShapeDecides(_ example: ShapeCase) {
    let recognition = recognition(example.text)
    #expect(recognition.resources.map(\.kind) == (example.kind.map { [$0] } ?? []))
    #expect(recognition.resources.allSatisfy { $0.form == .cloudRunV2 })
  }

  @Test func whatIsWrittenIsKeptBesideTheCanonicalTree() throws {
    let resource = try #require(recognition(service).resources.first)
    #expect(resource.written["template"]?["timeout"]?.string == "30s")
    #expect(resource.node["spec"]?["template"]?["spec"]?["timeoutSeconds"]?.value.integer == 30)
  }

  @Test(arguments: [
    ("metadata.name", "api"), ("metadata.annotations.run.googleapis.com/ingress", "internal"),
    ("metadata.annotations.run.googleapis.com/invoker-iam-disabled", "true"),
    ("metadata.annotations.run.googleapis.com/maxScale", "9"),
    ("spec.template.metadata.annotations.autoscaling.knative.dev/minScale", "1"),
    ("spec.template.metadata.annotations.run.googleapis.com/execution-environment", "gen2"),
    ("spec.template.metadata.annotations.run.googleapis.com/vpc-access-egress", "all-traffic"),
    (
      "spec.template.metadata.annotations.run.googleapis.com/network-interfaces",
      #"[{"network":"main","tags":["a"]}]"#
    ),
    ("spec.template.metadata.annotations.run.googleapis.com/cpu-throttling", "false"),
    ("spec.template.metadata.annotations.run.googleapis.com/startup-cpu-boost", "true"),
    ("spec.template.metadata.annotations.run.googleapis.com/cloudsql-instances", "p:r:i,p:r:j"),
    ("spec.template.metadata.annotations.run.googleapis.com/encryption-key-shutdown-hours", "2"),
    ("spec.template.spec.serviceAccountName", "a@b.iam.gserviceaccount.com"),
    ("spec.template.spec.containerConcurrency", "80"),
    ("spec.template.spec.nodeSelector.run.googleapis.com/accelerator", "nvidia-l4"),
    ("spec.template.spec.containers.0.resources.limits.cpu", "1"),
    ("spec.template.spec.containers.0.env.0.valueFrom.secretKeyRef.name", "token"),
    ("spec.template.spec.containers.0.env.0.valueFrom.secretKeyRef.key", "latest"),
    ("spec.template.spec.volumes.1.csi.driver", "gcsfuse.run.googleapis.com"),
    ("spec.template.spec.volumes.1.csi.volumeAttributes.bucketName", "files"),
    ("spec.template.spec.volumes.1.csi.volumeAttributes.mountOptions", "uid=1,gid=2"),
    ("spec.template.spec.volumes.2.secret.secretName", "token"),
    ("spec.template.spec.volumes.2.secret.items.0.key", "3"),
    ("spec.template.spec.volumes.3.emptyDir.medium", "Memory"),
    ("spec.traffic.0.latestRevision", "true"), ("spec.traffic.1.revisionName", "api-1"),
  ])
  func aSettingIsToldInTheCanonicalShape(_ path: String, _ expected: String) throws {
    let resource = try #require(recognition(service).resources.first)
    #expect(resource.node.value(at: path)?.scalarText == expected)
  }

  @Test func everyPlaceIsOneOfTheText() throws {
    let resource = try #require(recognition(service).resources.first)
    let size = resource.file.bytes.count
    func visit(_ node: Node) {
      #expect(node.range.upper <= size)
      for entry in node.mapping?.entries ?? [] {
        #expect(entry.keyRange.upper <= size)
        visit(entry.value)
      }
      for element in node.sequence ?? [] { visit(element) }
    }
    visit(resource.node)
  }

  @Test(arguments: [
    ("{ingress: INGRESS_TRAFFIC_SOME, template: {containers: [{image: gcr.io/a/b}]}}", "run.googleapis.com/ingress"),
    ("{ingress: '${X}', template: {containers: [{image: gcr.io/a/b}]}}", "run.googleapis.com/ingress"),
    ("{scaling: '${X}', template: {containers: [{image: gcr.io/a/b}]}}", "run.googleapis.com/maxScale"),
    (
      "{invokerIamDisabled: 'true', template: {containers: [{image: gcr.io/a/b}]}}",
      "run.googleapis.com/invoker-iam-disabled"
    ),
  ])
  func whatCannotBeToldIsUnknown(_ text: String, _ annotation: String) throws {
    let resource = try #require(recognition(text).resources.first)
    #expect(CloudRunResource(.service, resource.node).annotation(annotation).isUnknown)
  }

  @Test(arguments: [
    ("resources: {limits: {cpu: '1'}}", "false", "resources"), ("resources: {cpuIdle: false}", "false", "false"),
    ("resources: {cpuIdle: true}", "true", "true"), ("name: a", nil, ""), ("resources: {cpuIdle: '${X}'}", "?", ""),
    ("resources: '${X}'", "?", ""),
  ])
  func resourcesSayHowTheCPUIsAllocated(_ field: String, _ throttling: String?, _ place: String) throws {
    let text = "{ingress: INGRESS_TRAFFIC_ALL, template: {containers: [{image: gcr.io/a/b, \(field)}]}}"
    let resource = try #require(recognition(text).resources.first)
    let said = CloudRunResource(.service, resource.node).templateAnnotation("run.googleapis.com/cpu-throttling")
    switch throttling {
    case nil: #expect(said.isAbsent)
    case "?": #expect(said.isUnknown)
    default:
      #expect(said.value == throttling)
      #expect(resource.file.text(in: said.range) == place)
    }
  }

  @Test func containersThatDifferLeaveItOpen() throws {
    let text = """
      {ingress: INGRESS_TRAFFIC_ALL, template: {containers: [
        {image: gcr.io/a/b, resources: {cpuIdle: false}}, {image: gcr.io/a/c, resources: {cpuIdle: true}}]}}
      """
    let resource = try #require(recognition(text).resources.first)
    let view = CloudRunResource(.service, resource.node)
    #expect(view.templateAnnotation("run.googleapis.com/cpu-throttling").isUnknown)
  }

  @Test func aJobSaysOfItsTaskWhatV1SaysOfTheExecution() throws {
    let text = """
      template:
        taskCount: 3
        template:
          executionEnvironment: EXECUTION_ENVIRONMENT_GEN1
          maxRetries: 1
          timeout: 60s
          containers: [{image: gcr.io/a/b}]
      """
    let resource = try #require(recognition(text).resources.first)
    let view = CloudRunResource(.job, resource.node)
    #expect(view.templateAnnotation("run.googleapis.com/execution-environment").value == "gen1")
    #expect(view.instanceSpec.field("timeoutSeconds").integer.value == 60)
    #expect(view.containers.count == 1)
    #expect(resource.node.value(at: "spec.template.spec.taskCount")?.value.integer == 3)
  }

  @Test func wordsOfRulesAreThoseOfTheForm() throws {
    let resource = try #require(recognition(service).resources.first)
    let place = SourceRange(0, 1)
    func told(_ text: String) -> String { resource.inWordsOfItsForm(text, at: place) }
    #expect(told("set containerConcurrency to 1") == "set maxInstanceRequestConcurrency to 1")
    #expect(told("write run.googleapis.com/ingress: internal") == "write ingress: internal")
    #expect(told("write run.googleapis.com/cpu-throttling: 'false'") == "write cpuIdle: false")
    #expect(told("'mycontainerConcurrency'") == "'mycontainerConcurrency'")
    let v1 = Resource(kind: .cloudRunService, form: .cloudRunV1, node: resource.node, file: resource.file)
    #expect(v1.inWordsOfItsForm("set containerConcurrency to 1", at: place) == "set containerConcurrency to 1")
  }
}

private let service = """
  name: projects/acme/locations/europe-west1/services/api
  ingress: INGRESS_TRAFFIC_INTERNAL_ONLY
  invokerIamDisabled: true
  scaling: {maxInstanceCount: 9}
  template:
    revision: api-2
    timeout: 30s
    serviceAccount: a@b.iam.gserviceaccount.com
    maxInstanceRequestConcurrency: 80
    executionEnvironment: EXECUTION_ENVIRONMENT_GEN2
    encryptionKeyShutdownDuration: 7200s
    scaling: {minInstanceCount: 1}
    nodeSelector: {accelerator: nvidia-l4}
    vpcAccess: {egress: ALL_TRAFFIC, networkInterfaces: [{network: main, tags: [a]}]}
    containers:
      - image: europe-west1-docker.pkg.dev/acme/apps/api:1
        resources: {limits: {cpu: '1'}, startupCpuBoost: true}
        env:
          - name: TOKEN
            valueSource: {secretKeyRef: {secret: token, version: latest}}
    volumes:
      - {name: cloudsql, cloudSqlInstance: {instances: ['p:r:i', 'p:r:j']}}
      - {name: files, gcs: {bucket: files, mountOptions: [uid=1, gid=2]}}
      - {name: secrets, secret: {secret: token, items: [{version: '3', path: a}]}}
      - {name: cache, emptyDir: {medium: MEMORY, sizeLimit: 64Mi}}
  traffic:
    - {type: TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST, percent: 90}
    - {type: TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION, revision: api-1, percent: 10}
  """

extension Value {
  fileprivate var integer: Int? { if case .integer(let number) = self { number } else { nil } }
}

extension Node {
  /// What stands at a path of keys and positions; a key may have points in it.
  fileprivate func value(at path: String) -> Node? {
    if path.isEmpty { return self }
    if let elements = sequence {
      let head = path.prefix { $0 != "." }
      guard let index = Int(head), elements.indices.contains(index) else { return nil }
      return elements[index].value(at: String(path.dropFirst(head.count + 1)))
    }
    for entry in mapping?.entries ?? [] where path == entry.key || path.hasPrefix(entry.key + ".") {
      return entry.value.value(at: String(path.dropFirst(entry.key.count + 1)))
    }
    return nil
  }
}
