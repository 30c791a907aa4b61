import Forms
import Models
import Syntax
import Testing

/// A run of files in a folder tree, of which one is looked at.
private func recognition(of path: String, in files: [String: String]) -> Recognition {
  let texts = files.mapValues { Array($0.utf8) }
  let parsed = ParsedFile(reading: SourceFile(path: path, text: files[path] ?? ""), as: .yaml)
  return Recognition(parsed, neighbours: Neighbours(of: path) { texts[$0] })
}

private func service(image: String, container: String = "", metadata: String = "") -> String {
  """
  apiVersion: serving.knative.dev/v1
  kind: Service
  metadata: {name: api\(metadata)}
  spec: {template: {spec: {containers: [{image: \(image)\(container)}]}}}
  """
}

private func skaffold(_ rest: String) -> String { "apiVersion: skaffold/v4beta7\nkind: Config\n\(rest)\n" }

private let toCloudRun = "deploy: {cloudrun: {projectid: acme, region: europe-west1}}"

@Suite struct NeighbourTests {
  @Test(arguments: ["skaffold.yaml", "deploy/skaffold.yaml"])
  func skaffoldSaysThatAServiceIsOneOfCloudRun(_ name: String) {
    let files = ["deploy/service.yaml": service(image: "nginx"), name: skaffold(toCloudRun)]
    #expect(recognition(of: "deploy/service.yaml", in: files).resources.map(\.kind) == [.cloudRunService])
  }

  @Test func cloudDeploySaysIt() {
    let target = "apiVersion: deploy.cloud.google.com/v1\nkind: Target\nrun: {location: projects/a/locations/b}\n"
    let files = ["service.yaml": service(image: "nginx"), "clouddeploy.yaml": target]
    #expect(recognition(of: "service.yaml", in: files).resources.map(\.kind) == [.cloudRunService])
  }

  @Test func aClusterBehindSkaffoldSaysNothing() {
    let files = ["service.yaml": service(image: "nginx"), "skaffold.yaml": skaffold("deploy: {kubectl: {}}")]
    #expect(recognition(of: "service.yaml", in: files).resources.map(\.kind) == [.knativeService])
  }

  @Test(arguments: [
    ("api", true), ("europe-west1-docker.pkg.dev/acme/apps/web", true), ("acme/other", false), ("nginx:1.27.0", false),
  ])
  func imagesThatAreReplacedAreUnknown(_ image: String, _ isReplaced: Bool) throws {
    let build = "build: {artifacts: [{image: europe-west1-docker.pkg.dev/acme/apps/web}]}"
    let files = ["service.yaml": service(image: image), "skaffold.yaml": skaffold("\(toCloudRun)\n\(build)")]
    let resource = try #require(recognition(of: "service.yaml", in: files).resources.first)
    let container = try #require(CloudRunResource(.service, resource.node).containers.first)
    #expect(container.image.isUnknown == isReplaced)
  }

  @Test(arguments: [
    ("service.yaml", "kustomization.yaml"), ("service.yaml", "kustomization.yml"), ("service.yaml", "Kustomization"),
    ("overlays/prod/service.yaml", ""), ("patches/cpu.yaml", ""), ("api-patch.yaml", ""),
  ])
  func aPartOfSomethingLacksNothing(_ path: String, _ neighbour: String) throws {
    let annotation = ", annotations: {run.googleapis.com/ingress: internal}"
    let files = [path: service(image: "nginx", metadata: annotation), neighbour: "resources: [../base]"]
    let resource = try #require(recognition(of: path, in: files).resources.first)
    let view = CloudRunResource(.service, resource.node)
    #expect(view.serviceAccount.isUnknown)
    #expect(view.containers.first?.livenessProbe.isUnknown == true)
    #expect(view.containers.first?.image.isKnown == true)
  }

  @Test func aWholeServiceLacksWhatItDoesNotSay() throws {
    let files = ["dispatch/service.yaml": service(image: "gcr.io/acme/api")]
    let resource = try #require(recognition(of: "dispatch/service.yaml", in: files).resources.first)
    #expect(CloudRunResource(.service, resource.node).serviceAccount.isAbsent)
  }

  @Test func configConnectorSaysWhatV2Says() throws {
    let text = """
      apiVersion: run.cnrm.cloud.google.com/v1beta1
      kind: RunService
      metadata: {name: api}
      spec:
        ingress: INGRESS_TRAFFIC_ALL
        template:
          serviceAccountRef: {external: a@b.iam.gserviceaccount.com}
          containers:
            - image: gcr.io/acme/api:latest
              env:
                - name: TOKEN
                  valueSource:
                    secretKeyRef: {secretRef: {name: token}, versionRef: {external: '3'}}
          volumes:
            - {name: sql, cloudSqlInstance: {instances: [{external: 'p:r:i'}]}}
      """
    let resource = try #require(recognition(of: "x.yaml", in: ["x.yaml": text]).resources.first)
    #expect(resource.form == .configConnector)
    let view = CloudRunResource(.service, resource.node)
    #expect(view.name.value == "api")
    #expect(view.annotation("run.googleapis.com/ingress").value == "all")
    #expect(view.serviceAccount.value?.literal == "a@b.iam.gserviceaccount.com")
    #expect(view.containerConcurrency.isUnknown)
    #expect(view.templateAnnotation("run.googleapis.com/cloudsql-instances").value == "p:r:i")
    let reference = try #require(view.containers.first?.environment.first).valueFrom.field("secretKeyRef")
    #expect(reference.field("name").isUnknown)
    #expect(reference.field("key").string.value == "3")
  }

  @Test(arguments: [
    ("run.cnrm.cloud.google.com/v1beta1", "RunJob", Resource.Kind.cloudRunJob),
    ("run.googleapis.com/v1", "Instance", .cloudRunInstance),
  ])
  func otherKindsAreRecognised(_ version: String, _ kind: String, _ expected: Resource.Kind) {
    let text = "apiVersion: \(version)\nkind: \(kind)\nmetadata: {name: a}\nspec: {containers: [{image: b}]}\n"
    #expect(recognition(of: "x.yaml", in: ["x.yaml": text]).resources.map(\.kind) == [expected])
  }
}
