import Models
import Syntax
import Testing

@Suite struct ServiceDeploymentTests {
  @Test(arguments: [
    ("{}", Truth.no), (#"{ "portMappings": [] }"#, .no), (#"{ "portMappings": "${PORTS}" }"#, .unknown),
    (#"{ "portMappings": [{ "containerPort": 8080 }] }"#, .yes),
    (#"{ "portMappings": [{ "containerPort": 80 }, { "containerPortRange": "8000-8090" }] }"#, .yes),
    (#"{ "portMappings": [{ "containerPortRange": "8081-8090" }] }"#, .no),
    (#"{ "portMappings": [{ "containerPort": "${PORT}" }] }"#, .unknown),
    (#"{ "portMappings": [{ "containerPort": "${PORT}" }, { "containerPort": 8080 }] }"#, .yes),
  ])
  func aPortIsMappedAloneOrInARange(_ text: String, _ expected: Truth) throws {
    #expect(ContainerDefinition(try tree(text)).maps(port: 8080) == expected)
  }

  @Test(arguments: [
    ("{}", Truth.yes), (#"{ "deploymentController": { "type": "ECS" } }"#, .yes),
    (#"{ "deploymentController": { "type": "CODE_DEPLOY" } }"#, .no),
    (#"{ "deploymentController": { "type": "${CONTROLLER}" } }"#, .unknown),
    (#"{ "deploymentConfiguration": { "strategy": "BLUE_GREEN" } }"#, .no),
    (#"{ "deploymentConfiguration": { "strategy": "ROLLING" } }"#, .yes),
    (#"{ "deploymentConfiguration": "${DEPLOYMENT}" }"#, .unknown),
  ])
  func aServiceRollsUnlessItSaysOtherwise(_ text: String, _ expected: Truth) throws {
    #expect(Service(try tree(text)).isRolling == expected)
  }

  private func tree(_ text: String) throws -> Node {
    try #require(ParsedFile(reading: SourceFile(path: "service.json", text: text), as: .json).documents.first)
  }
}
