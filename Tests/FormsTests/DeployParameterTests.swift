import Forms
import Syntax
import Testing

@Suite struct DeployParameterTests {
  @Test func aValueThatCloudDeployReplacesIsUnknown() throws {
    let text = """
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: api
        annotations:
          run.googleapis.com/ingress: all # from-param: ${ingress}
      spec:
        template:
          spec:
            containers:
              - image: api # from-param: ${image}
                ports:
                  - containerPort: 8080
      """
    let parsed = ParsedFile(reading: SourceFile(path: "service.yaml", text: text), as: .yaml)
    let service = try #require(Recognition(parsed, isNamed: true).resources.first).node
    let container = try #require(service["spec"]?["template"]?["spec"]?["containers"]?.sequence?.first)
    #expect(container["image"]?.isUnresolved == true)
    #expect(service["metadata"]?["annotations"]?["run.googleapis.com/ingress"]?.isUnresolved == true)
    #expect(service["metadata"]?["name"]?.string == "api")
    #expect(container["ports"]?.sequence?.count == 1)
  }
}
