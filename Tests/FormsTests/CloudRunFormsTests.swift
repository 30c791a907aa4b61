import Forms
import Syntax
import Testing

/// A Knative service with one more thing in it, and whether it is taken for one of Cloud Run.
struct ServiceCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let path: String

  init(_ description: String, path: String = "service.yaml", _ text: String) {
    testDescription = description
    self.text = text
    self.path = path
  }

  /// A service with lines of its metadata, of its template's metadata, of its revision, and of its container.
  init(
    _ description: String, path: String = "service.yaml", metadata: String = "", template: String = "",
    revision: String = "", container: String = "image: nginx"
  ) {
    self.init(
      description, path: path,
      """
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: api
        \(metadata)
      spec:
        template:
          \(template)
          spec:
            \(revision)
            containers:
              - \(container)
      """)
  }

  func recognition(isNamed: Bool = false) -> Recognition {
    Recognition(ParsedFile(reading: SourceFile(path: path, text: text), as: .yaml), isNamed: isNamed)
  }
}

@Suite struct CloudRunFormsTests {
  @Test(arguments: [
    ServiceCase("an annotation of Cloud Run", metadata: "annotations: { run.googleapis.com/ingress: all }"),
    ServiceCase(
      "an annotation of Cloud Run on the template",
      template: "metadata: { annotations: { run.googleapis.com/cpu-throttling: 'false' } }"),
    ServiceCase("the label with the region", metadata: "labels: { cloud.googleapis.com/location: europe-west1 }"),
    ServiceCase("a project number", metadata: "namespace: '123456789012'"),
    ServiceCase("a Google service account", revision: "serviceAccountName: api@acme.iam.gserviceaccount.com"),
    ServiceCase("one of an unknown project", revision: "serviceAccountName: api@${PROJECT}.iam.gserviceaccount.com"),
    ServiceCase("a kind of GPU", revision: "nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }"),
    ServiceCase("Artifact Registry", container: "image: europe-west1-docker.pkg.dev/acme/apps/api:1"),
    ServiceCase(
      "Artifact Registry in an unknown region", container: "image: ${REGION}-docker.pkg.dev/${PROJECT}/a/b:1"),
    ServiceCase("Container Registry", container: "image: eu.gcr.io/acme/api:1"),
    ServiceCase(
      "a bucket as a volume",
      revision: "volumes: [{ name: a, csi: { driver: gcsfuse.run.googleapis.com } }]"),
    ServiceCase(
      "a secret's version as its key",
      container: "{ image: nginx, env: [{ name: A, valueFrom: { secretKeyRef: { name: a, key: latest } } }] }"),
    ServiceCase(
      "signs of both, one of which only Cloud Run knows",
      metadata: "annotations: { run.googleapis.com/ingress: all }", revision: "imagePullSecrets: [{ name: a }]"),
    ServiceCase("nothing but the name of the file", path: "deploy/cloudrun.yaml"),
  ])
  func aServiceOfCloudRunIsRecognised(_ service: ServiceCase) {
    let recognition = service.recognition()
    #expect(recognition.resources.map(\.kind) == [.cloudRunService], "\(recognition.reasonPassedBy ?? "")")
  }

  @Test(arguments: [
    ServiceCase(
      "an annotation that only Knative has",
      template: "metadata: { annotations: { autoscaling.knative.dev/target: '10' } }"),
    ServiceCase("the default namespace", metadata: "namespace: default"),
    ServiceCase("a service account of the cluster", revision: "serviceAccountName: api"),
    ServiceCase("a pull secret, though the image is Google's", revision: "imagePullSecrets: [{ name: a }]"),
    ServiceCase("a config map", container: "{ image: gcr.io/a/b, envFrom: [{ configMapRef: { name: a } }] }"),
    ServiceCase("another registry", container: "image: ghcr.io/acme/api:1"),
    ServiceCase("ko builds its image", container: "image: ko://example.com/cmd/api"),
    ServiceCase("one of Knative's samples", container: "image: gcr.io/knative-samples/helloworld-go"),
    ServiceCase("the name of the folder", path: "knative/service.yaml"),
    ServiceCase(
      "other resources of a cluster beside it",
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: { name: a }
      ---
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata: { name: api }
      spec: { template: { spec: { containers: [{ image: gcr.io/acme/api }] } } }
      """),
  ])
  func aServiceOfAClusterIsPassedByEvenWhenItIsNamed(_ service: ServiceCase) {
    let recognition = service.recognition(isNamed: true)
    #expect(recognition.resources.isEmpty)
    #expect(recognition.reasonPassedBy != nil)
  }

  @Test func aServiceWithoutAnySignIsOneOfCloudRunWhenItIsNamed() {
    let service = ServiceCase("no sign")
    #expect(service.recognition().resources.map(\.kind) == [.knativeService])
    #expect(service.recognition(isNamed: true).resources.map(\.kind) == [.cloudRunService])
  }

  @Test(arguments: [
    ("run.googleapis.com/v1", "Job", Resource.Kind.cloudRunJob),
    ("run.googleapis.com/v1", "WorkerPool", .cloudRunWorkerPool),
    ("run.googleapis.com/v1", "Service", .cloudRunService),
  ])
  func theGroupOfCloudRunDecides(_ version: String, _ kind: String, _ expected: Resource.Kind) {
    let text = "apiVersion: \(version)\nkind: \(kind)\nmetadata: { name: a }\n"
    let parsed = ParsedFile(reading: SourceFile(path: "x.yaml", text: text), as: .yaml)
    #expect(Recognition(parsed).resources.map(\.kind) == [expected])
  }

  @Test(arguments: [
    ("batch/v1", "Job"), ("apps/v1", "Deployment"), ("v1", "Service"), ("serving.knative.dev/v1", "Revision"),
    ("run.googleapis.com/v1", "Execution"), ("skaffold/v4beta7", "Config"),
  ])
  func otherKindsArePassedBy(_ version: String, _ kind: String) {
    let text = "apiVersion: \(version)\nkind: \(kind)\nmetadata: { name: a }\nspec: { image: a }\n"
    let parsed = ParsedFile(reading: SourceFile(path: "cloudrun.yaml", text: text), as: .yaml)
    #expect(Recognition(parsed, isNamed: true).resources.isEmpty)
  }

  @Test(arguments: [
    ("apiVersion: apps/v1\nkind: Deployment\nspec: { image: a }\n", true),
    (
      "# a comment\n\n---\napiVersion: v1\nkind: Service\n---\r\n# another\n\napiVersion: v1\nkind: Secret\n---\n", true
    ),
    ("{{- if .Values.on }}\napiVersion: apps/v1\nspec: { image: {{ .Values.image }} }\n{{- end }}\n", true),
    ("", false), ("spec: { image: a }\n", false), ("{ \"apiVersion\": \"v1\" }\n", false),
    ("template:\n  containers: [{ image: a }]\n---\napiVersion: v1\n", false),
    ("apiVersion: v1\n---\ntemplate:\n  containers: [{ image: a }]\n", false),
    ("apiVersion: v1\nkind: Service\n---\napiVersion: serving.knative.dev/v1\nkind: Service\n", false),
    ("apiVersion: v1\nkind: List\nitems:\n  - apiVersion: run.googleapis.com/v1\n", false),
    ("apiVersion: serving.knative.dev/v1\nspec: { image: a", false),
  ])
  func objectsOfOtherAPIsAreToldByTheirLines(_ text: String, _ isForeign: Bool) {
    #expect(holdsForeignObjectsAlone(Array(text.utf8)) == isForeign)
  }

  @Test(arguments: [
    "[ITEM, { \"apiVersion\": \"v1\", \"kind\": \"Service\" }, ITEM]",
    "{ \"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [ITEM, ITEM] }",
  ])
  func listsHoldResources(_ text: String) {
    let service = """
      { "apiVersion": "serving.knative.dev/v1", "kind": "Service",
        "metadata": { "name": "api", "annotations": { "run.googleapis.com/ingress": "all" } } }
      """
    let file = SourceFile(path: "services.json", text: text.replacing("ITEM", with: service))
    let recognition = Recognition(ParsedFile(reading: file, as: .json))
    #expect(recognition.resources.map(\.kind) == [.cloudRunService, .cloudRunService])
    #expect(recognition.resources.map(\.index) == [0, 1])
  }

  @Test func aListWithinAListIsNone() {
    let text = #"{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"List","items":[]}]}"#
    #expect(Recognition(ParsedFile(reading: SourceFile(path: "a.json", text: text), as: .json)).resources.isEmpty)
  }

  @Test func severalDocumentsAreSeveralResources() {
    let text = """
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata: { name: api, annotations: { run.googleapis.com/ingress: all } }
      ---
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata: { name: migrate }
      """
    let parsed = ParsedFile(reading: SourceFile(path: "x.yaml", text: text), as: .yaml)
    #expect(Recognition(parsed).resources.map(\.kind) == [.cloudRunService, .cloudRunJob])
  }
}
